import type { Disclosed } from '../consent/followUp.ts'
import type { ConsentDecision, ConsentDraft } from '../consent/model.ts'
import { isNo, isYes, rowOf } from '../consent/rules.ts'
import type { ConsentId, OverrideId, PersonId } from '../model.ts'
import { stops } from './consent.ts'

/**
 * The answers that a "no" takes back: every earlier "yes" to the same purpose, recipient and channel that it stops,
 * current, run out or replaced. A refusal takes back only what had been a "yes" to that very question before.
 *
 * @param log every earlier answer, in the order of recording.
 */
export function takenBackBy(no: ConsentDraft, log: readonly ConsentDecision[]): ConsentId[] {
  const earlier = log.filter(answer => isYes(answer) && isSameAddress(answer, no))
  const isSame = (answer: ConsentDraft) => rowOf(answer) === rowOf(no)
  const changesMind = no.decision === 'withdrawn' || earlier.some(isSame)
  if (!isNo(no) || !changesMind) return []
  return earlier.filter(answer => isSame(answer) || stops(no, answer)).map(({ id }) => id)
}

const isSameAddress = (one: ConsentDraft, other: ConsentDraft) =>
  one.personId === other.personId &&
  one.purpose === other.purpose &&
  one.recipient === other.recipient &&
  one.channel === other.channel

/**
 * What others were handed relying on any of these answers, oldest first. What the person themself received is theirs: nobody
 * has to be asked to stop using it.
 */
export const reliedOn = <T extends Pick<Disclosed, 'consentIds' | 'recipient'>>(
  disclosures: readonly T[],
  answers: readonly ConsentId[],
): T[] =>
  disclosures.filter(
    ({ consentIds, recipient }) =>
      recipient !== 'person_concerned' && consentIds.some(id => answers.includes(id)),
  )

/** What a case says of what was told before. */
interface Told<T> {
  readonly disclosures: readonly T[]
  /** Overrides, and whom the lines were about that they opened. */
  readonly overrides: readonly { readonly id: OverrideId; readonly personIds: readonly PersonId[] }[]
  /** Every earlier answer, in the order of recording. */
  readonly log: readonly ConsentDecision[]
}

/**
 * What others still have after a "no", oldest first: what relied on a "yes" it takes back, and what was told of this person
 * by override to the very same reader, for whom there never was a "yes".
 */
export function stillHeld<T extends Omit<Disclosed, 'id'>>(no: ConsentDraft, told: Told<T>): T[] {
  const relying = reliedOn(told.disclosures, takenBackBy(no, told.log))
  const about = told.overrides.filter(({ personIds }) => personIds.includes(no.personId)).map(({ id }) => id)
  const unasked = ({ overrideId, purpose, recipient, channel }: T) =>
    isNo(no) &&
    overrideId !== null &&
    about.includes(overrideId) &&
    purpose === no.purpose &&
    recipient === no.recipient &&
    channel === no.channel
  return told.disclosures.filter(one => relying.includes(one) || unasked(one))
}
