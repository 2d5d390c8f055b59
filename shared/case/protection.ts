import { checkInTrack, contactIsLost } from '../plan/checkIn.ts'
import type { CheckInTrack } from '../plan/checkIn.ts'
import type { Plan, Protection } from '../plan/model.ts'
import { reviewIsPast } from '../plan/rules.ts'
import type { Instant, PersonId } from '../model.ts'
import type { CaseView, NextStep, PartStatus } from './model.ts'
import type { CaseContent } from './rules.ts'

/** What the rules of protection look at. */
type Protected = Pick<CaseContent, 'persons' | 'protection' | 'now' | 'today'>

const order = ['none', 'drafted', 'agreed', 'active', 'reviewed'] as const

const victims = ({ persons }: Pick<CaseContent, 'persons'>) =>
  persons.filter(({ parts }) => parts.includes('victim'))

const planOf = ({ plans }: Protection, personId: PersonId): Plan | undefined =>
  plans.find(({ id }) => id === personId)

/** How far the plan is of the victim whose plan is least far; `none` without victims. */
export function planTrack(content: Pick<CaseContent, 'persons' | 'protection'>): CaseView['tracks']['plan'] {
  const all = victims(content).map(({ id }) => planOf(content.protection, id)?.state ?? 'none')
  return all.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))[0] ?? 'none'
}

/** Where the check-ins with one person of a case stand. */
export function checkInsWith(
  { checkInPlans, checkIns }: Protection,
  { personId, now }: { readonly personId: PersonId; readonly now: Instant },
): CheckInTrack {
  const plan = checkInPlans.find(({ id }) => id === personId) ?? null
  return checkInTrack({ plan, results: checkIns.filter(one => one.personId === personId) }, now)
}

const tracksOf = ({ persons, protection, now }: Protected) =>
  persons.map(({ id }) => checkInsWith(protection, { personId: id, now }).is)

const reviewMissed = ({ protection, today }: Protected) =>
  protection.plans.some(plan => reviewIsPast(plan, today))

/** How far the part "protection" is, for a case that has persons. */
export function protectionStatus(content: Protected): PartStatus['status'] {
  const { protection } = content
  const checks = tracksOf(content)
  if (checks.includes('missed') || checks.includes('distress') || reviewMissed(content)) return 'overdue'
  if (protection.plans.length + protection.contacts.length === 0) return 'not-started'
  const cards = victims(content).every(({ id }) => protection.contacts.some(card => card.id === id))
  return cards && ['active', 'reviewed'].includes(planTrack(content)) ? 'done' : 'in-progress'
}

const step = (name: string, urgent = false): NextStep => ({ step: name, part: 'protection', urgent })

/** With whom contact is lost: every agreed step went by without a word. */
export const lostContact = ({ protection, now }: Pick<Protected, 'protection' | 'now'>): PersonId[] =>
  protection.checkInPlans
    .filter(plan => contactIsLost(plan, checkInsWith(protection, { personId: plan.id, now })))
    .map(({ id }) => id)

/** What check-ins ask for at once: the agreed steps, after a word of distress or none at all. */
export function missedSteps(content: Protected): NextStep[] {
  const checks = tracksOf(content)
  const lost = lostContact(content).length > 0
  return [
    ...(checks.includes('distress') ? [step('check-in-distress', true)] : []),
    ...(lost ? [step('contact-lost', true)] : []),
    ...(checks.includes('missed') && !lost ? [step('check-in-missed', true)] : []),
  ]
}

const unplanned = (content: Protected) => victims(content).some(({ id }) => !planOf(content.protection, id))

/** What imminent danger without a plan asks for. */
export function imminentSteps(content: Protected & Pick<CaseContent, 'case'>): NextStep[] {
  return content.case.danger === 'imminent' && unplanned(content) ? [step('protect-now', true)] : []
}

/** What protection asks for besides, most pressing first. */
export function protectionSteps(content: Protected & Pick<CaseContent, 'case' | 'risks'>): NextStep[] {
  const { protection } = content
  const states = protection.plans.map(({ state }) => state)
  const noCard = victims(content).some(({ id }) => !protection.contacts.some(card => card.id === id))
  const steps: (NextStep | false)[] = [
    tracksOf(content).includes('due') && step('check-in-due'),
    reviewMissed(content) && step('review-plan'),
    noCard &&
      'value' in content.case.safeContact &&
      content.case.safeContact.value === 'usable' &&
      step('safe-card'),
    content.case.danger !== 'imminent' && unplanned(content) && content.risks.length > 0 && step('make-plan'),
    states.includes('drafted') && step('agree-plan'),
    states.includes('agreed') && step('start-plan'),
  ]
  return steps.filter(one => one !== false)
}
