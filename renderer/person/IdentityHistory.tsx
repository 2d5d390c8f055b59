import type { CaseView } from '../../shared/case/model.ts'
import type { IdentityBasis } from '../../shared/person/basis.ts'
import type { Forgetting } from '../../shared/person/forget.ts'
import type { Person } from '../../shared/person/model.ts'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { DescriptionList, Link, Notice, Section, Stack, type Description } from '../ui/index.ts'

interface HistoryProps {
  readonly view: CaseView
  readonly person: Person
}

const ofPerson = ({ view, person }: HistoryProps) => ({
  bases: view.bases.filter(({ personId }) => personId === person.id),
  steps: view.forgettings.filter(({ personId }) => personId === person.id),
})

/** Everything that was decided about an identity, the newest first: kept for ever, shown for ever. */
export function IdentityHistory(props: HistoryProps) {
  const text = useText()
  const { bases, steps } = ofPerson(props)
  if (bases.length + steps.length === 0) return null
  const all = [
    ...bases.map(basis => ({ at: basis.recordedAt, row: basisRow(text, basis) })),
    ...steps.map(step => ({ at: step.at, row: stepRow(text, step, steps) })),
  ]
  const newest = all.toReversed().toSorted((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0))
  return (
    <Section title={text('identity.history')} lead={text('identity.historyLead')}>
      <DescriptionList rows={newest.map(({ row }) => row)} />
    </Section>
  )
}

/** On the page of a person: what must stay in sight for ever. */
export function IdentityMarks(props: HistoryProps) {
  const text = useText()
  const { bases, steps } = ofPerson(props)
  const rows = [
    ...bases.slice(-1).map(basis => basisRow(text, basis)),
    ...steps.filter(({ sole }) => sole).map(step => stepRow(text, step, steps)),
  ]
  if (rows.length === 0) return null
  const { view, person } = props
  return (
    <Stack gap={12}>
      {rows.map(({ id, label, value }, index) => (
        <Notice
          key={id}
          tone="care"
          title={label}
          actions={
            index === rows.length - 1 && (
              <Link href={placeOf(view, 'persons', `identity-${person.id}`)}>
                {text('identity.historySee')}
              </Link>
            )
          }
        >
          {value}
        </Notice>
      ))}
    </Stack>
  )
}

function basisRow(text: Text, { id, by, basis, recordedAt }: IdentityBasis): Description {
  return {
    id,
    label: text('identity.basisBy', { by, moment: text.moment(recordedAt) }),
    value: <p dir="auto">{basis}</p>,
  }
}

function stepRow(text: Text, step: Forgetting, steps: readonly Forgetting[]): Description {
  const { id, by, words, at, destroyed } = step
  const kinds = destroyed.map(kind => text(`forget.kind.${kind}`)).join(text('form.listComma'))
  return {
    id,
    label: text(`forget.did.${didOf(step, steps)}`, { by, moment: text.moment(at) }),
    value: <p dir="auto">{words}</p>,
    by: kinds === '' ? undefined : text('forget.gone', { kinds }),
  }
}

function didOf({ kind, by, sole, request }: Forgetting, steps: readonly Forgetting[]) {
  if (kind === 'agreed') return sole ? 'sole' : 'agreed'
  const asked = steps.find(({ id }) => id === request)
  return kind === 'declined' && asked?.by === by ? 'takenBack' : kind
}
