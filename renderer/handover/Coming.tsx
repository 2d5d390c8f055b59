import type { HandoverCasePreview } from '../../shared/handover/model.ts'
import { useText } from '../text.tsx'
import type { Text } from '../text.tsx'
import { Code, Quiet, Section, Stack, Table } from '../ui/index.ts'

/** What taking over would do to each case. */
export function Coming({ cases }: { readonly cases: readonly HandoverCasePreview[] }) {
  const text = useText()
  return (
    <Section title={text('caseload.take.cases')} lead={text('caseload.handed', { count: cases.length })}>
      <Table
        caption={text('caseload.take.cases')}
        rows={cases}
        rowKey={({ code }) => code}
        columns={[
          { id: 'code', header: text('caseload.col.code'), cell: codeOf },
          {
            id: 'state',
            header: text('caseload.col.state'),
            cell: ({ state }) => text(`case.state.${state}`),
          },
          { id: 'what', header: text('caseload.col.what'), cell: one => whatOf(text, one) },
          {
            id: 'conflicts',
            header: text('caseload.col.conflicts'),
            cell: ({ conflicts }) => text('caseload.take.conflicts', { count: conflicts }),
          },
          { id: 'persons', header: text('caseload.col.persons'), cell: one => one.persons, numeric: true },
          { id: 'people', header: text('caseload.col.people'), wide: true, cell: one => peopleOf(text, one) },
        ]}
        empty={<Quiet>{text('caseList.noneMatch')}</Quiet>}
      />
    </Section>
  )
}

const whatOf = (text: Text, { caseId, changed, added }: HandoverCasePreview) =>
  caseId === null ? text('caseload.take.new') : text('caseload.take.merges', { changed, added })

function peopleOf(text: Text, { unnamed, otherWords }: HandoverCasePreview) {
  if (unnamed.length + otherWords.length === 0) return null
  const listed = (all: readonly string[]) => all.join(text('form.listComma'))
  return (
    <Stack gap={4}>
      {unnamed.length > 0 && <span>{text('caseload.take.unnamed', { who: listed(unnamed) })}</span>}
      {otherWords.length > 0 && <span>{text('caseload.take.words', { who: listed(otherWords) })}</span>}
    </Stack>
  )
}

const codeOf = ({ code }: { readonly code: string }) => <Code>{code}</Code>
