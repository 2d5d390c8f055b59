import { CaseId, Instant, Line, Note, PersonId } from '../model.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Duty } from '../vault/model.ts'
import { z } from '../zod.ts'

/** What must be so before an identity is destroyed (6.2, G7). The order is that of the screen. */
export const ForgetCondition = z.enum(['retentionMet', 'noHold', 'notNeeded', 'informed'])
export type ForgetCondition = z.infer<typeof ForgetCondition>

const asSaid = <T extends z.ZodType>(answer: T) => z.strictObject({ answer, note: Note })
const yesNo = ['yes', 'no', 'unknown'] as const

/** What the person who asks says of each condition. */
export const ForgetConditions = z.strictObject({
  /** The time for keeping it is over, or the person asks for it. */
  retentionMet: asSaid(z.enum(yesNo)),
  /** Nobody has said that everything must be kept for a court or an investigation. */
  noHold: asSaid(z.enum(yesNo)),
  /** Nobody needs it to call somebody to account. */
  notNeeded: asSaid(z.enum(yesNo)),
  /** The person knows; `not-safe`: telling them would put somebody in danger, and the note says why. */
  informed: asSaid(z.enum([...yesNo, 'not-safe'])),
})
export type ForgetConditions = z.infer<typeof ForgetConditions>

/** What can be destroyed with an identity: kinds, never values. */
export const Destroyed = z.enum(['identity', 'words', 'drafts'])
export type Destroyed = z.infer<typeof Destroyed>

/** Why an identity should go. Kept for ever. */
export const ForgetReason = Line.min(4)

/** One step towards destroying an identity: an asking, or the answer to one. Added, never changed. */
export const Forgetting = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  personId: PersonId,
  kind: z.enum(['asked', 'agreed', 'declined']),
  /** The asking this answers; `null` for an asking. */
  request: z.uuid().nullable(),
  /** Role code of the officer. */
  by: z.string(),
  /** The reason of the asking, or what the answer says. */
  words: Note.min(1),
  /** What was said of the conditions; `null` for an answer. */
  conditions: ForgetConditions.nullable(),
  /** What was destroyed; empty unless agreed. */
  destroyed: z.array(Destroyed),
  /** Whether whoever asked also agreed, because there was nobody else. */
  sole: z.boolean(),
  at: Instant,
})
export type Forgetting = z.infer<typeof Forgetting>

/** An asking that waits for whoever is at the desk. */
export const WaitingForget = z.object({
  caseId: CaseId,
  code: z.string(),
  personId: PersonId,
  label: z.string(),
  by: z.string(),
  words: z.string(),
  at: Instant,
})
export type WaitingForget = z.infer<typeof WaitingForget>

/** One condition that keeps the gate shut: why, and the part of the case where it is resolved, if there is one. */
export interface ForgetFinding {
  readonly condition: ForgetCondition
  readonly reason: 'no' | 'unknown' | 'why-not-safe'
  readonly place: 'intake' | 'brief' | 'protection' | null
}

/** Where each condition is looked up. A hold is nowhere in a case: somebody has to ask. */
const places = { retentionMet: 'intake', noHold: null, notNeeded: 'brief', informed: 'protection' } as const

/**
 * Gate G7: what still keeps an identity from being destroyed, in the order of the screen; empty when nothing does.
 *
 * Only "yes" opens a condition. That somebody cannot be told safely opens the last one, when it is said why.
 */
export function forgetFindings(conditions: ForgetConditions): ForgetFinding[] {
  return ForgetCondition.options.flatMap((condition): ForgetFinding[] => {
    const reason = problemWith(conditions[condition])
    return reason === null ? [] : [{ condition, reason, place: places[condition] }]
  })
}

function problemWith({ answer, note }: ForgetConditions['informed']): ForgetFinding['reason'] | null {
  if (answer === 'yes') return null
  if (answer === 'not-safe') return note === '' ? 'why-not-safe' : null
  return answer
}

/** The asking about one person that has no answer yet, or `null`. @param steps of the case, in the order of recording. */
export function waitingForget(steps: readonly Forgetting[], personId: PersonId): Forgetting | null {
  const last = steps.findLast(step => step.personId === personId)
  return last?.kind === 'asked' ? last : null
}

/** Somebody who would answer. */
interface Answerer {
  readonly role: string
  readonly duties: readonly Duty[]
  /** Whether there is nobody else in this vault. */
  readonly sole: boolean
}

const answering: readonly Duty[] = ['focal_point', 'head_of_presence']

/**
 * Why somebody may not answer an asking, or `null`.
 *
 * Two persons destroy (G7): whoever asked may take it back, and agrees only when there is nobody else.
 */
export function mayAnswerForget(
  { role, duties, sole }: Answerer,
  { by, agree }: { readonly by: string; readonly agree: boolean },
): RefusalCode | null {
  if (role === by) return agree && !sole ? 'person/forget-needs-another' : null
  return duties.some(duty => answering.includes(duty)) ? null : 'person/forget-not-your-duty'
}
