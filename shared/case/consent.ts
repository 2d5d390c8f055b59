import { contactAfterWithdrawal, openTasks } from '../consent/followUp.ts'
import type { ConsentDecision } from '../consent/model.ts'
import { consentReviewDue } from '../consent/review.ts'
import type { ReviewDue } from '../consent/review.ts'
import { isPast, isYes, latest } from '../consent/rules.ts'
import { restsOnIncomplete } from '../consent/talkRules.ts'
import type { PersonId } from '../model.ts'
import type { CaseView, NextStep, PartStatus } from './model.ts'
import type { CaseContent } from './rules.ts'

/** What the rules of consent in a case look at; an open case has it too. */
type Asked = Pick<
  CaseContent,
  'persons' | 'consents' | 'talks' | 'consentEvents' | 'events' | 'acts' | 'today'
>

/** Which answers of a case must be asked again, and why. A hearing noted beside the risk is a trial here. */
export function reviewsDue(content: Omit<Asked, 'persons' | 'talks'>): ReviewDue[] {
  const { consents, consentEvents, acts, today } = content
  const hearings = content.events.filter(({ kind }) => kind === 'hearing')
  const events = [...consentEvents, ...hearings.map(event => ({ ...event, kind: 'trial' as const }))]
  return consentReviewDue(consents, { events, acts, today })
}

/** Whether a person of a case may still be contacted after taking things back; see {@link contactAfterWithdrawal}. */
export const contactWith = (
  { consents, today }: Pick<Asked, 'consents' | 'today'>,
  personId: PersonId,
): ReturnType<typeof contactAfterWithdrawal> =>
  contactAfterWithdrawal(consents, personId, answer => !isPast(answer, today))

/** How far consent is: what stands, whether it must be asked again, and whether every victim gave some. */
export function consentTrack(content: Asked): CaseView['tracks']['consent'] {
  const { consents, persons, today } = content
  const rows = latest(consents)
  if (rows.length === 0) return 'none'
  const valid = rows.filter(row => isYes(row) && !isPast(row, today) && !isHollow(row, content))
  const ended = rows.some(row => row.decision === 'withdrawn' || isPast(row, today))
  if (valid.length === 0) return ended ? 'ended' : 'sought'
  const due = reviewsDue(content)
  if (valid.some(row => due.some(({ consentId }) => consentId === row.id))) return 'due'
  const victims = persons.filter(person => person.parts.includes('victim'))
  return victims.every(person => valid.some(row => row.personId === person.id)) ? 'given' : 'partial'
}

/** A "yes" whose talk lacked what nobody can agree without. */
const isHollow = (row: ConsentDecision, { talks }: Pick<Asked, 'talks'>) =>
  isYes(row) && restsOnIncomplete(row, talks)

/** How far the part "consent" is, for a case that has persons. Nothing is overdue because it was taken back. */
export function consentStatus(content: Asked & Pick<CaseContent, 'followUps'>): PartStatus['status'] {
  if (content.consents.length === 0) return 'not-started'
  const track = consentTrack(content)
  const late = openTasks(content.followUps).some(({ due }) => due < content.today)
  const ranOut = reviewsDue(content).some(({ reasons }) => reasons.includes('expired'))
  if (ranOut || track === 'due' || late) return 'overdue'
  return track === 'given' ? 'done' : 'in-progress'
}

const step = (name: string, urgent = false): NextStep => ({ step: name, part: 'consent', urgent })

/** What consent asks for, most pressing first. */
export function consentSteps(content: Asked & Pick<CaseContent, 'followUps'>): NextStep[] {
  const { persons, consents, today } = content
  const open = openTasks(content.followUps)
  const late = open.some(({ due }) => due < today)
  const due = reviewsDue(content)
  const ended = ({ reasons }: ReviewDue) => reasons.includes('expired')
  const contact = persons.map(({ id }) => contactWith(content, id))
  const steps: (NextStep | false)[] = [
    open.length > 0 && step(late ? 'ask-to-stop-late' : 'ask-to-stop', late),
    contact.includes('not-covered') && step('contact-not-covered'),
    contact.includes('safety-only') && step('contact-safety-only'),
    persons.length > 0 && consents.length === 0 && step('ask-consent'),
    due.some(ended) && step('renew-consent'),
    due.some(one => !ended(one)) && step('review-consent'),
    latest(consents).some(row => isHollow(row, content)) && step('complete-talk'),
  ]
  return steps.filter(one => one !== false)
}
