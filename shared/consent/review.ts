import type { Act } from '../act/model.ts'
import { CaseId, ConsentEventId, Day, Instant, Note, PersonId } from '../model.ts'
import type { ConsentId } from '../model.ts'
import { z } from '../zod.ts'
import { ReviewTrigger } from './model.ts'
import type { ConsentDecision } from './model.ts'
import { isPast, isYes, latest } from './rules.ts'

/** Something happened that makes answers worth asking again. An alleged act is known from the acts themselves. */
export const ConsentEventDraft = z.strictObject({
  personId: PersonId,
  kind: ReviewTrigger,
  /** The day it happened, or will happen. */
  on: Day,
  note: Note,
})
export type ConsentEventDraft = z.infer<typeof ConsentEventDraft>

/** What happened, as kept. Never changed. */
export const ConsentEvent = ConsentEventDraft.extend({
  id: ConsentEventId,
  caseId: CaseId,
  recordedAt: Instant,
})
export type ConsentEvent = z.infer<typeof ConsentEvent>

/** Why an answer must be asked again: it has run out, its day has come, or something happened. */
export type ReviewReason = 'expired' | 'day' | ReviewTrigger

/** An answer that must be asked again, and why. */
export interface ReviewDue {
  readonly consentId: ConsentId
  readonly personId: PersonId
  readonly reasons: readonly ReviewReason[]
}

/** What the rule looks at besides the answers. */
export interface ReviewFacts {
  readonly events: readonly Pick<ConsentEvent, 'personId' | 'kind' | 'recordedAt'>[]
  readonly acts: readonly Pick<Act, 'personIds' | 'addedAt'>[]
  readonly today: Day
}

/**
 * Which answers that count must be asked again.
 *
 * Only a "yes" falls due. What happened counts when it was put on the case after the answer and the answer was to be
 * asked again then; an act that names nobody counts for everybody.
 *
 * @param log every answer, in the order of recording.
 * @returns in the order of recording; the reasons in the order expired, day, then that of the screen.
 */
export function consentReviewDue(log: readonly ConsentDecision[], facts: ReviewFacts): ReviewDue[] {
  return latest(log)
    .filter(isYes)
    .flatMap(answer => {
      const reasons = reasonsFor(answer, facts)
      return reasons.length > 0 ? [{ consentId: answer.id, personId: answer.personId, reasons }] : []
    })
}

function reasonsFor(answer: ConsentDecision, { events, acts, today }: ReviewFacts): ReviewReason[] {
  const { personId, recordedAt, reviewOn, reviewWhen } = answer
  const acted = acts.some(
    act => act.addedAt > recordedAt && (act.personIds.length === 0 || act.personIds.includes(personId)),
  )
  const happened = (kind: ReviewTrigger) =>
    (kind === 'new_act' && acted) ||
    events.some(event => event.personId === personId && event.kind === kind && event.recordedAt > recordedAt)
  return [
    ...(isPast(answer, today) ? (['expired'] as const) : []),
    ...(reviewOn !== null && reviewOn <= today ? (['day'] as const) : []),
    ...ReviewTrigger.options.filter(kind => reviewWhen.includes(kind) && happened(kind)),
  ]
}
