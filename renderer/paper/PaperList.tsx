import type { CaseView } from '../../shared/case/model.ts'
import type { PaperSummary } from '../../shared/paper/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { Badge, Link, Notice, Row, Section, Table, type Column } from '../ui/index.ts'
import { papersPlace, titleOf } from './paperText.ts'

/** Papers, person by person: what we hold, the plan on one page, and what has left. */
export function PaperList({ view }: { readonly view: CaseView }) {
  const text = useText()
  return (
    <CasePage view={view} title={text('papers.title')} lead={text('papers.lead')} width="wide">
      <Notice tone="care">{text('papers.danger')}</Notice>
      {view.persons.map(person => (
        <OfPerson key={person.id} view={view} person={person} />
      ))}
    </CasePage>
  )
}

interface OfPersonProps {
  readonly view: CaseView
  readonly person: Person
}

function OfPerson({ view, person }: OfPersonProps) {
  const text = useText()
  const papers = view.papers.filter(({ personId }) => personId === person.id)
  return (
    <Section title={text('papers.for', { code: person.label })}>
      <Table
        caption={text('papers.for', { code: person.label })}
        columns={columnsIn(text, person)}
        rows={papers.toReversed()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => papersPlace(view, id)}
        empty={null}
      />
      <Row gap={24}>
        <Link href={papersPlace(view, `read-${person.id}`)}>{text('papers.read')}</Link>
        <Link href={papersPlace(view, `sheet-${person.id}`)}>{text('papers.sheet.prepare')}</Link>
        <PlanWay view={view} person={person} />
      </Row>
    </Section>
  )
}

/** A plan must be there before it can be on paper. */
function PlanWay({ view, person }: OfPersonProps) {
  const text = useText()
  const hasPlan = view.protection.plans.some(({ id }) => id === person.id)
  return hasPlan ? (
    <Link href={papersPlace(view, `plan-${person.id}`)}>{text('papers.plan.prepare')}</Link>
  ) : (
    <Link href={placeOf(view, 'protection', `plan-${person.id}`)}>
      {text('papers.plan.first', { code: person.label })}
    </Link>
  )
}

const columnsIn = (text: Text, person: Person): Column<PaperSummary>[] => [
  { id: 'what', header: text('papers.what'), cell: ({ kind }) => titleOf(text, kind, person), wide: true },
  {
    id: 'language',
    header: text('papers.language'),
    cell: ({ language }) => text.code('language', language),
  },
  { id: 'state', header: text('papers.state'), cell: stateIn(text) },
  { id: 'begun', header: text('papers.begun'), cell: ({ startedAt }) => text.moment(startedAt) },
]

const stateIn = (text: Text) =>
  function State({ left, printing }: PaperSummary) {
    if (left) return <Badge tone="safe">{text(`papers.left.${left.way}.short`)}</Badge>
    return printing ? (
      <Badge tone="care">{text('papers.atPrinter')}</Badge>
    ) : (
      <Badge tone="neutral">{text('papers.here')}</Badge>
    )
  }
