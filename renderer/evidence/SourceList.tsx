import type { EvidenceSource } from '../../shared/evidence/claim.ts'
import { sayAnswer } from '../answers.tsx'
import { useText, type Text } from '../text.tsx'
import { Code, EmptyState, Link, Section, Table, type Column } from '../ui/index.ts'
import { itemText, verifyPlace, type VerifyProps } from './verifyText.ts'

/** The sources of the case: what they are, how reliable, and on whom they depend. */
export function SourceList({ view }: VerifyProps) {
  const text = useText()
  const { sources } = view.verification
  const add = <Link href={verifyPlace(view, 'source', 'new')}>{text('verify.source.add')}</Link>
  return (
    <Section
      title={text('verify.source.title')}
      lead={text('verify.source.lead')}
      actions={sources.length > 0 && add}
    >
      <Table
        caption={text('verify.source.title')}
        columns={columns(text, view)}
        rows={sources}
        rowKey={({ id }) => id}
        rowHref={({ id }) => verifyPlace(view, 'source', id)}
        empty={
          <EmptyState title={text('verify.source.empty')} actions={add}>
            {text('verify.source.emptyHow')}
          </EmptyState>
        }
      />
    </Section>
  )
}

const columns = (text: Text, view: VerifyProps['view']): readonly Column<EvidenceSource>[] => [
  { id: 'code', header: text('verify.code'), cell: ({ label }) => <Code>{label}</Code> },
  {
    id: 'connection',
    header: text('verify.source.connectionShort'),
    cell: ({ connection }) => sayAnswer(text, connection, code => text.code('sourceConnection', code)),
  },
  { id: 'item', header: text('verify.source.itemShort'), cell: ({ item }) => itemText(text, view, item) },
  {
    id: 'reliability',
    header: text('verify.source.reliabilityShort'),
    wide: true,
    cell: ({ reliability }) => text.code('sourceReliability', reliability),
  },
  {
    id: 'dependsOn',
    header: text('verify.source.dependsOnShort'),
    cell: ({ dependsOn }) =>
      dependsOn.length === 0
        ? text('verify.source.onNobody')
        : view.verification.sources
            .filter(({ id }) => dependsOn.includes(id))
            .map(({ label }) => label)
            .join(text('form.listComma')),
  },
]
