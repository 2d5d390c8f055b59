import type { Disclosed } from '../consent/followUp.ts'
import type { ConsentDecision, ConsentDraft } from '../consent/model.ts'
import { isNo, isYes, rowOf } from '../consent/rules.ts'
import type { ConsentId } from '../model.ts'
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
