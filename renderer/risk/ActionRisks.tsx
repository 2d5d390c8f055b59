import type { ActionLine } from '../../shared/action/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { weighActing } from '../../shared/risk/acting.ts'
import type { RiskAssessment } from '../../shared/risk/model.ts'
import { assessActing } from '../ActingRisk.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Link, Section, Table, type Column } from '../ui/index.ts'

interface ActionRisksProps {
  readonly view: CaseView
  readonly person: Person
}

/** Each planned action that concerns a person, and whatever was assessed for them: the danger of doing it and of leaving it. Nothing when there is none. */
export function ActionRisks({ view, person }: ActionRisksProps) {
  const text = useText()
  const assessed = (id: ActionLine['id']) =>
    view.risks.some(risk => risk.personId === person.id && risk.actionId === id)
  const shown = view.actions.filter(
    ({ id, personIds, stage }) => (stage === 'planned' && personIds.includes(person.id)) || assessed(id),
  )
  if (shown.length === 0) return null
  return (
    <Section title={text('acting.ofPerson')} lead={text('acting.lead')}>
      <Table
        caption={text('acting.ofPerson')}
        columns={columns(text, { view, person })}
        rows={shown}
        rowKey={({ id }) => id}
        empty={null}
      />
    </Section>
  )
}

type Row = CaseView['actions'][number]

const columns = (text: Text, { view, person }: ActionRisksProps): readonly Column<Row>[] => [
  {
    id: 'action',
    header: text('acting.action'),
    wide: true,
    cell: ({ id, label, kind }) => (
      <Link href={placeOf(view, 'actions', id)}>
        <Code>{label}</Code> {text.code('action', kind)}
      </Link>
    ),
  },
  ...(['acting', 'not_acting'] as const).map(about => ({
    id: about,
    header: text(`acting.${about}`),
    cell: ({ id, label }: Row) => {
      const { acting, notActing } = weighActing(view.risks, { personId: person.id, actionId: id })
      const risk: RiskAssessment | null = about === 'acting' ? acting : notActing
      const href = risk
        ? placeOf(view, 'risk', `risk-${risk.id}`)
        : assessActing(view, { personId: person.id, actionId: id, about })
      const name = text(`acting.assess.${about}`, { code: person.label, action: label })
      return risk ? (
        <Link href={href}>{text(`risk.band.${risk.band}`)}</Link>
      ) : (
        <Link href={href} name={name}>
          {text('acting.assess')}
        </Link>
      )
    },
  })),
]
