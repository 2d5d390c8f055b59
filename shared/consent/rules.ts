import type { Day } from '../model.ts'
import type { ConsentDecision, ConsentDraft, Standing } from './model.ts'

/** What makes two answers answers to the same question. */
export function rowOf(draft: ConsentDraft): string {
  const { personId, purpose, recipient, channel, identityLevel, scope, facts, document } = draft
  return JSON.stringify([
    personId,
    purpose,
    recipient,
    channel,
    identityLevel,
    scope,
    [...new Set(facts)].toSorted(),
    document,
  ])
}

/**
 * The answers that count today: the last one recorded for each question. "Not asked" is no answer of the person:
 * it ends a "yes", and it never lifts a "no".
 *
 * @param log every answer ever recorded, in the order of recording (clocks drift, the record's order does not).
 */
export function latest(log: readonly ConsentDecision[]): ConsentDecision[] {
  const rows = new Map<string, ConsentDecision>()
  for (const decision of log) {
    const row = rowOf(decision)
    const before = rows.get(row)
    if (decision.decision !== 'not_asked' || !before || !isNo(before)) rows.set(row, decision)
  }
  return [...rows.values()]
}

/** Where one answer stands on a day. An answer is still valid on its last day. */
export function standing(decision: ConsentDecision, log: readonly ConsentDecision[], today: Day): Standing {
  const row = rowOf(decision)
  const last = latest(log.filter(other => rowOf(other) === row))[0]
  if (last && last.id !== decision.id) return 'superseded'
  return isPast(decision, today) ? 'expired' : decision.decision
}

/** Whether a "yes" has run out. */
export function isPast(decision: ConsentDraft, today: Day): boolean {
  return isYes(decision) && decision.validUntil !== null && decision.validUntil < today
}

/** Whether the answer was a "yes", with or without conditions. */
export const isYes = (decision: Pick<ConsentDraft, 'decision'>): boolean =>
  decision.decision === 'given' || decision.decision === 'given_with_conditions'

/** Whether the answer was a "no", given at once or by taking back a "yes". */
export const isNo = (decision: Pick<ConsentDraft, 'decision'>): boolean =>
  decision.decision === 'refused' || decision.decision === 'withdrawn'

export type ConsentRefusal =
  | 'consent/decided-in-future'
  | 'consent/nothing-to-withdraw'
  | 'consent/ends-before-it-begins'
  | 'consent/condition-needs-date'
  | 'consent/implied-is-not-consent'

/**
 * Why an answer may not be recorded, or `null` when it may.
 *
 * @param log earlier answers of the same person, in the order of recording.
 * @returns the first reason that holds, most basic first.
 */
export function refusalFor(
  draft: ConsentDraft,
  { log, today }: { readonly log: readonly ConsentDecision[]; readonly today: Day },
): ConsentRefusal | null {
  const earlier = log.findLast(other => rowOf(other) === rowOf(draft))
  if (draft.decidedOn > today) return 'consent/decided-in-future'
  if (draft.decision === 'withdrawn' && !(earlier && isYes(earlier))) return 'consent/nothing-to-withdraw'
  if (draft.validUntil !== null && draft.validUntil < draft.decidedOn) return 'consent/ends-before-it-begins'
  if (draft.conditions.some(needsItsDate)) return 'consent/condition-needs-date'
  if (isYes(draft) && 'value' in draft.form && draft.form.value === 'implied_not_accepted')
    return 'consent/implied-is-not-consent'
  return null
}

const needsItsDate = (condition: ConsentDraft['conditions'][number]) =>
  (condition.kind === 'only_after_date') !== (condition.after !== null)
