import type { CaseView } from '../../shared/case/model.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { isYes, rowOf, standing } from '../../shared/consent/rules.ts'
import { isComplete } from '../../shared/consent/talkRules.ts'
import type { Person } from '../../shared/person/model.ts'
import { sayAnswer } from '../answers.tsx'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import {
  Code,
  DescriptionList,
  Link,
  Notice,
  Row,
  Section,
  Table,
  type Column,
  type Description,
} from '../ui/index.ts'
import { addressOf, reasonsFor, stateOf } from './matrix.ts'

interface AnswerPageProps {
  readonly view: CaseView
  readonly person: Person
  readonly decision: ConsentDecision
}

/** One answer: who gave it, when, how, on what conditions, how we know; what was answered before; what can be done. */
export function AnswerPage({ view, person, decision }: AnswerPageProps) {
  const text = useText()
  const today = view.today
  const current = standing(decision, view.consents, today) !== 'superseded'
  const history = view.consents.filter(other => rowOf(other) === rowOf(decision)).toReversed()
  return (
    <CasePage
      view={view}
      title={text.code('purpose', decision.purpose)}
      lead={addressOf(text, decision)}
      under={{
        label: text('consent.ofPerson', { code: person.label }),
        href: placeOf(view, 'consent', `person-${person.id}`),
      }}
    >
      {!current && <Notice tone="care">{text('consent.superseded')}</Notice>}
      {current && <AskAgain view={view} decision={decision} />}
      <OfTalk view={view} decision={decision} />
      <DescriptionList rows={factsOf(text, { decision, person, state: stateOf(decision, today).key })} />
      {current && <Actions view={view} decision={decision} />}
      {history.length > 1 && (
        <Section title={text('consent.history')}>
          <Table
            caption={text('consent.history')}
            columns={historyColumns(text)}
            rows={history}
            rowKey={answer => answer.id}
            rowHref={answer => placeOf(view, 'consent', `answer-${answer.id}`)}
            empty={null}
          />
        </Section>
      )}
    </CasePage>
  )
}

/** Why it must be asked again, and what to do. */
function AskAgain({ view, decision }: Pick<AnswerPageProps, 'view' | 'decision'>) {
  const text = useText()
  const reasons = reasonsFor(view, decision)
  if (reasons.length === 0) return null
  return (
    <Notice tone="care" title={text(reasons.includes('expired') ? 'consent.endedNow' : 'consent.reviewNow')}>
      <ul>
        {reasons.map(reason => (
          <li key={reason}>{text(`consent.because.${reason}`)}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** The talk it was given in, and whether it can rest on it. */
function OfTalk({ view, decision }: Pick<AnswerPageProps, 'view' | 'decision'>) {
  const text = useText()
  const talk = view.talks.find(({ id }) => id === decision.talkId)
  if (!talk) return null
  const way = (
    <Link href={placeOf(view, 'consent', `talk-${talk.id}`)}>
      {text('consent.readTalk', { day: text.day(talk.heldOn) })}
    </Link>
  )
  if (!isYes(decision) || isComplete(talk)) return way
  return (
    <Notice tone="stop" title={text('consent.talkCannotCarry')} actions={way}>
      {text('consent.talkCannotCarryHow')}
    </Notice>
  )
}

function Actions({ view, decision }: Pick<AnswerPageProps, 'view' | 'decision'>) {
  const text = useText()
  const yes = isYes(decision)
  return (
    <Row gap={24}>
      <Link kind="button" href={placeOf(view, 'consent', `again-${decision.id}`)}>
        {text(yes ? 'consent.renew' : 'consent.again')}
      </Link>
      {yes && (
        <Link href={placeOf(view, 'consent', `withdraw-${decision.id}`)}>{text('consent.withdraw')}</Link>
      )}
    </Row>
  )
}

const historyColumns = (text: Text): readonly Column<ConsentDecision>[] => [
  { id: 'day', header: text('consent.decidedOnShort'), cell: ({ decidedOn }) => text.day(decidedOn) },
  {
    id: 'decision',
    header: text('consent.decision'),
    wide: true,
    cell: ({ decision }) => text.code('decision', decision),
  },
  { id: 'recorded', header: text('consent.recordedAt'), cell: ({ recordedAt }) => text.moment(recordedAt) },
]

interface Facts {
  readonly decision: ConsentDecision
  readonly person: Person
  readonly state: string
}

function factsOf(text: Text, { decision, person, state }: Facts): Description[] {
  const fact = (id: string, value: Description['value'], by?: Description['by']): Description => ({
    id,
    label: text(`consent.${id}Short`),
    value,
    by,
  })
  const yesNo = (value: boolean) => text(value ? 'app.yes' : 'app.no')
  const day = (value: string | null) => (value === null ? text('consent.noDay') : text.day(value))
  const { conditions, evidence } = decision
  return [
    fact('person', <Code>{person.label}</Code>),
    fact('identityLevel', text.code('identityLevel', decision.identityLevel)),
    fact(
      'decision',
      text(`consent.state.${state}`),
      state === 'ended' && text.code('decision', decision.decision),
    ),
    ...(conditions.length > 0 ? [fact('conditions', <Conditions of={conditions} />)] : []),
    fact(
      'givenBy',
      sayAnswer(text, decision.givenBy, code => text.code('givenBy', code)),
    ),
    fact(
      'decidedOn',
      text.day(decision.decidedOn),
      text('consent.recordedOn', { moment: text.moment(decision.recordedAt) }),
    ),
    fact(
      'form',
      sayAnswer(text, decision.form, code => text.code('form', code)),
    ),
    fact('askedBy', <bdi>{decision.askedBy}</bdi>),
    fact(
      'language',
      sayAnswer(text, decision.language, code => text.code('language', code)),
    ),
    fact('interpreter', sayAnswer(text, decision.interpreter, yesNo)),
    fact('risksExplained', sayAnswer(text, decision.risksExplained, yesNo)),
    ...(isYes(decision)
      ? [
          fact('validUntil', day(decision.validUntil)),
          fact('reviewOn', day(decision.reviewOn)),
          fact('reviewWhen', <Triggers of={decision.reviewWhen} />),
        ]
      : []),
    fact('evidence', evidence === '' ? text('consent.noEvidence') : <bdi>{evidence}</bdi>),
  ]
}

function Conditions({ of }: { readonly of: ConsentDecision['conditions'] }) {
  const text = useText()
  return (
    <ul>
      {of.map(({ kind, after, note }) => (
        <li key={kind}>
          {text.code('condition', kind)}
          {after !== null && ` · ${text.day(after)}`}
          {note !== '' && (
            <>
              {' · '}
              <bdi>{note}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Triggers({ of }: { readonly of: ConsentDecision['reviewWhen'] }) {
  const text = useText()
  if (of.length === 0) return text('consent.reviewWhenNone')
  return (
    <ul>
      {of.map(kind => (
        <li key={kind}>{text(`consent.trigger.${kind}`)}</li>
      ))}
    </ul>
  )
}
