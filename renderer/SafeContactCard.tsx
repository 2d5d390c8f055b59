import type { CaseView } from '../shared/case/model.ts'
import type { Person } from '../shared/person/model.ts'
import { lastProof } from '../shared/plan/checkIn.ts'
import { consentHeld } from '../shared/plan/consent.ts'
import type { SafeContact } from '../shared/plan/model.ts'
import { sayAnswer } from './answers.tsx'
import { placeOf } from './part.ts'
import styles from './SafeContactCard.module.css'
import { useText, type Text } from './text.tsx'
import { DescriptionList, Link, Notice, Section, type Description } from './ui/index.ts'

interface SafeContactCardProps {
  readonly view: CaseView
  readonly person: Person
}

/** How to reach a person without harm; stands before any contact detail. Without a card, says so and offers to make it. */
export function SafeContactCard({ view, person }: SafeContactCardProps) {
  const text = useText()
  const card = view.protection.contacts.find(({ id }) => id === person.id)
  const change = placeOf(view, 'protection', `contact-${person.id}`)
  const code = person.label
  return (
    <Section
      title={text('plan.card.title', { code })}
      lead={card && text('plan.card.lead')}
      actions={card && <Link href={change}>{text('plan.card.change')}</Link>}
    >
      {card && <Kept view={view} person={person} card={card} />}
      {!card && (
        <Notice
          tone="care"
          title={text('plan.card.none', { code })}
          actions={<Link href={change}>{text('plan.card.make', { code })}</Link>}
        >
          {text('plan.card.noneWhy')}
        </Notice>
      )}
    </Section>
  )
}

interface KeptProps extends SafeContactCardProps {
  readonly card: SafeContact
}

function Kept({ view, person, card }: KeptProps) {
  const text = useText()
  return (
    <>
      {'value' in card.never && (
        <Notice tone="stop" title={text('plan.card.never')}>
          <Said words={card.never.value} />
        </Notice>
      )}
      <DescriptionList rows={rowsOf(text, { view, person, card })} />
    </>
  )
}

const Said = ({ words }: { readonly words: string }) => <bdi className={styles.said}>{words}</bdi>

function rowsOf(text: Text, props: KeptProps): Description[] {
  const { card } = props
  const said = (id: 'hours' | 'whoMayAnswer' | 'device') => ({
    id,
    label: text(`plan.card.${id}`),
    value: <Said words={sayAnswer(text, card[id], words => words)} />,
  })
  const row = (id: string, value: string) => ({ id, label: text(`plan.card.${id}`), value })
  return [
    row(
      'channel',
      sayAnswer(text, card.channel, way => text(`plan.channel.${way}`)),
    ),
    said('hours'),
    row(
      'language',
      sayAnswer(text, card.language, code => text.code('language', code)),
    ),
    { ...row('message', ''), value: messageOf(text, card) },
    said('whoMayAnswer'),
    ...('none' in card.never ? [row('never', text(`answer.${card.never.none}`))] : []),
    { ...row('alternative', ''), value: alternativeOf(text, props) },
    row('proof', proofOf(text, props)),
    said('device'),
    { ...row('consent', ''), value: consentOf(text, props) },
    { ...row('words', ''), value: wordsOf(text, props) },
  ]
}

const messageOf = (text: Text, { mayLeaveMessage, wording }: SafeContact) => (
  <>
    {sayAnswer(text, mayLeaveMessage, answer => text(`plan.card.message.${answer}`))}
    {'value' in mayLeaveMessage && mayLeaveMessage.value === 'yes' && wording !== '' && (
      <div>
        <Said words={wording} />
      </div>
    )}
  </>
)

function alternativeOf(text: Text, { view, card, person }: KeptProps) {
  const { alternative, alternativeAgreed } = card
  if ('none' in alternative) return text(`answer.${alternative.none}`)
  const who = view.persons.find(({ id }) => id === alternative.value)?.label ?? text('person.nobody')
  const agreed = 'value' in alternativeAgreed && alternativeAgreed.value === 'yes'
  return text(agreed ? 'plan.card.alternativeYes' : 'plan.card.alternativeNo', { who, code: person.label })
}

function proofOf(text: Text, { view, card, person }: KeptProps): string {
  const results = view.protection.checkIns.filter(({ personId }) => personId === person.id)
  const day = lastProof(card, results)
  if (day === null) return text('plan.card.proofNone')
  const how = day === card.lastProofOn ? card.lastProofHow : ''
  return how === '' ? text.day(day) : text('plan.card.proofHow', { day: text.day(day), how })
}

function consentOf(text: Text, { view, person }: KeptProps) {
  const { held } = consentHeld({
    personId: person.id,
    purpose: 'contact_victim_again',
    log: view.consents,
    talks: view.talks,
    today: view.today,
  })
  if (held) return text('plan.card.consentYes')
  return (
    <>
      {text('plan.card.consentNo')}{' '}
      <Link href={placeOf(view, 'consent', `person-${person.id}`)}>{text('plan.consent.see')}</Link>
    </>
  )
}

const wordsOf = (text: Text, { view, person }: KeptProps) => (
  <Link href={placeOf(view, 'protection', `words-${person.id}`)}>
    {text(view.protection.wordsOf.includes(person.id) ? 'plan.words.see' : 'plan.words.add')}
  </Link>
)
