import type { CaseView } from '../../shared/case/model.ts'
import type { Due } from '../../shared/case/due.ts'
import type { Mark } from '../../shared/case/clockModel.ts'
import { byPress, dues } from '../../shared/case/dues.ts'
import { CasePage, RowName } from '../CasePage.tsx'
import { dueWords, placeOfDue, whenWords } from '../dues.ts'
import type { PartProps } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { EmptyState, Link, Section, Status, Table, type Column } from '../ui/index.ts'
import { MarkDone } from './MarkDone.tsx'
import { doneIn } from './done.ts'

/** What is due on one case, and what was noted as done. An item is what is being noted: `contacted`, `followed-up-<brief>`. */
export function DuesPart({ view, item }: PartProps) {
  const text = useText()
  const done = doneIn(item)
  if (done) return <MarkDone view={view} {...done} />
  const all = dues(view, view.clocks).toSorted(
    (a, b) => Number(b.overdue) - Number(a.overdue) || byPress(a, b),
  )
  return (
    <CasePage view={view} title={text('dues.title')} lead={text('dues.lead')}>
      <Table
        caption={text('dues.title')}
        columns={dueColumns(text, view)}
        rows={all}
        rowKey={due => `${due.kind} ${due.personId} ${due.item}`}
        empty={<EmptyState title={text('dues.none')}>{text('dues.noneHint')}</EmptyState>}
      />
      <Section title={text('dues.done')} lead={text('dues.doneLead')}>
        <Table
          caption={text('dues.done')}
          columns={markColumns(text)}
          rows={view.marks.toReversed()}
          rowKey={({ id }) => id}
          empty={<EmptyState title={text('dues.doneNone')} />}
        />
      </Section>
    </CasePage>
  )
}

const dueColumns = (text: Text, view: CaseView): readonly Column<Due>[] => [
  { id: 'what', header: text('today.what'), wide: true, cell: due => <What view={view} due={due} /> },
  {
    id: 'when',
    header: text('dues.when'),
    cell: due => <Status standing={due.overdue ? 'overdue' : 'in-progress'} word={whenWords(text, due)} />,
  },
]

/** What is to be done and about whom, as the way there; what only a person can say was done is noted here. */
function What({ view, due }: { readonly view: CaseView; readonly due: Due }) {
  const text = useText()
  const person = view.persons.find(({ id }) => id === due.personId)
  return (
    <Link href={placeOfDue(view.case.id, due)}>
      <RowName>{dueWords(text, due, person?.label ?? null)}</RowName>
    </Link>
  )
}

const markColumns = (text: Text): readonly Column<Mark>[] => [
  { id: 'what', header: text('dues.what'), cell: ({ what }) => text(`dues.what.${what}`) },
  { id: 'on', header: text('dues.on'), cell: ({ doneOn }) => text.day(doneOn) },
  { id: 'note', header: text('dues.noteShort'), wide: true, cell: ({ note }) => <bdi>{note}</bdi> },
]
