import type { ActionLine } from '../shared/action/model.ts'
import type { CaseView } from '../shared/case/model.ts'
import type { PersonId } from '../shared/model.ts'
import { weighActing, type Weighing } from '../shared/risk/acting.ts'
import type { RiskAssessment } from '../shared/risk/model.ts'
import { overtakenBy } from '../shared/risk/rules.ts'
import { placeOf } from './part.ts'
import { gradeOf, isOver } from './risk/riskText.ts'
import { useText, type Text } from './text.tsx'
import { Band, Bands, Card, Link, Notice, Quiet, Row, Section, Stack, type Tone } from './ui/index.ts'

interface ActingRiskProps {
  readonly view: CaseView
  readonly action: Pick<ActionLine, 'id' | 'label' | 'personIds'>
}

/** For everybody an action is about: the danger of doing it beside the danger of leaving it, in our view and in theirs. */
export function ActingRisk({ view, action }: ActingRiskProps) {
  const text = useText()
  const assessed = view.risks.filter(risk => risk.actionId === action.id).map(risk => risk.personId)
  const shown = view.persons.filter(({ id }) => action.personIds.includes(id) || assessed.includes(id))
  return (
    <Section title={text('acting.title')} lead={text('acting.lead')}>
      <Stack gap={32}>
        {shown.map(person => (
          <OnePerson key={person.id} view={view} action={action} person={person} />
        ))}
        <Others view={view} action={action} shown={shown.map(({ id }) => id)} />
      </Stack>
    </Section>
  )
}

interface OneProps extends ActingRiskProps {
  readonly person: CaseView['persons'][number]
}

const tones: Readonly<Record<Weighing['ours'], Tone>> = {
  'acting-more': 'care',
  'acting-less': 'safe',
  same: 'note',
  'acting-missing': 'care',
  'not-acting-missing': 'care',
  'both-missing': 'care',
}

function OnePerson({ view, action, person }: OneProps) {
  const text = useText()
  const code = person.label
  const weighing = weighActing(view.risks, { personId: person.id, actionId: action.id })
  const { ours, own } = weighing
  const compared = ours === 'acting-more' || ours === 'acting-less' || ours === 'same'
  return (
    <Card title={code}>
      <Stack gap={16}>
        <Bands>
          <OneSide view={view} action={action} person={person} about="acting" risk={weighing.acting} />
          <OneSide view={view} action={action} person={person} about="not_acting" risk={weighing.notActing} />
        </Bands>
        <Notice tone={tones[ours]}>{text(`acting.ours.${ours}`, { code })}</Notice>
        {compared && own !== null && own !== ours && (
          <Notice tone="care">{text(`acting.own.${own}`, { code })}</Notice>
        )}
      </Stack>
    </Card>
  )
}

interface SideProps extends OneProps {
  readonly about: 'acting' | 'not_acting'
  readonly risk: RiskAssessment | null
}

/** The address of the form that assesses one action for one person. */
export const assessActing = (
  view: CaseView,
  {
    personId,
    actionId,
    about,
  }: { personId: PersonId; actionId: ActionLine['id']; about: SideProps['about'] },
): string => placeOf(view, 'risk', `new-${personId}-${actionId}-${about}`)

function OneSide({ view, action, person, about, risk }: SideProps) {
  const text = useText()
  const label = text(`acting.${about}`)
  const href = assessActing(view, { personId: person.id, actionId: action.id, about })
  const name = text(risk ? `acting.again.${about}` : `acting.assess.${about}`, {
    code: person.label,
    action: action.label,
  })
  if (!risk)
    return (
      <Stack gap={8}>
        <p>{label}</p>
        <Quiet>{text('acting.none')}</Quiet>
        <Link href={href} name={name}>
          {text('acting.assess')}
        </Link>
      </Stack>
    )
  return (
    <Band
      label={label}
      word={text(`risk.band.${risk.band}`)}
      number={text('risk.score', { score: risk.residualLikelihood * risk.residualImpact })}
      grade={gradeOf[risk.band]}
      detail={
        <Stack gap={4}>
          <span>{ownWords(text, risk, person.label)}</span>
          <span>{untilWords(text, risk, view)}</span>
          <Row gap={16}>
            <Link
              href={placeOf(view, 'risk', `risk-${risk.id}`)}
              name={text('acting.readOf', { about: label, code: person.label })}
            >
              {text('acting.read')}
            </Link>
            <Link href={href} name={name}>
              {text('risk.assessAgain')}
            </Link>
          </Row>
        </Stack>
      }
    />
  )
}

/** Until when it holds, or why it no longer does. */
function untilWords(text: Text, risk: RiskAssessment, view: CaseView): string {
  if (overtakenBy(risk, view.events)) return text('acting.overtaken')
  return text(isOver(risk, view) ? 'acting.over' : 'acting.until', { until: text.moment(risk.validUntil) })
}

/** How the person sees it, in a word, or which of the four answers stands there. */
const ownWords = (text: Text, { ownView }: RiskAssessment, code: string): string =>
  text('acting.ownView', {
    code,
    band: text('value' in ownView ? `risk.band.${ownView.value.band}` : `answer.${ownView.none}`),
  })

/** Others of the case whom it could harm; each is assessed on their own. */
function Others({ view, action, shown }: ActingRiskProps & { readonly shown: readonly PersonId[] }) {
  const text = useText()
  const others = view.persons.filter(({ id }) => !shown.includes(id))
  return (
    <Stack gap={8}>
      <strong>{text('acting.others')}</strong>
      <Quiet>{text('acting.othersWho')}</Quiet>
      <Row gap={16}>
        {others.map(({ id, label, parts }) => (
          <Link key={id} href={assessActing(view, { personId: id, actionId: action.id, about: 'acting' })}>
            {text('acting.assessOther', {
              code: label,
              parts: parts.map(part => text(`person.part.${part}`)).join(text('form.listComma')),
            })}
          </Link>
        ))}
        <Link href={placeOf(view, 'persons', 'new')}>{text('person.add')}</Link>
      </Row>
    </Stack>
  )
}
