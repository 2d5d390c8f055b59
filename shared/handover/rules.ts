import { latest, isNo } from '../consent/rules.ts'
import type { ConsentDecision } from '../consent/model.ts'
import type { PersonId } from '../model.ts'
import type { ReceiptSays } from '../notice/model.ts'
import { HandoverItem } from './model.ts'
import type { HandoverAnswer, HandoverDraft, HandoverStanding } from './model.ts'

/** A draft in which nothing was answered and every case goes. */
export const freshDraft: HandoverDraft = { leftOut: [], answers: [], first: '', note: '' }

const isAnswered = ({ state, why }: HandoverAnswer) => state !== 'not_done' || why !== ''

/** What must still be answered before a handover can leave, in the order of the screen. */
export function missingIn({
  answers,
  first,
}: Pick<HandoverDraft, 'answers' | 'first'>): (HandoverItem | 'first')[] {
  const open = HandoverItem.options.filter(
    item => !answers.some(answer => answer.item === item && isAnswered(answer)),
  )
  return first === '' ? [...open, 'first'] : open
}

/** Answers in the order of the screen. */
export const inOrder = (answers: readonly HandoverAnswer[]): HandoverAnswer[] =>
  HandoverItem.options.flatMap(item => answers.find(answer => answer.item === item) ?? [])

/**
 * Persons who said no to sharing inside the office, to any question about it (ADR 0028).
 *
 * @param log of one case, in the order in which the last answer rules.
 */
export const saidNo = (log: readonly ConsentDecision[]): Set<PersonId> =>
  new Set(
    latest(log)
      .filter(answer => answer.purpose === 'share_inside_office' && isNo(answer))
      .map(({ personId }) => personId),
  )

interface Known {
  readonly isSent: boolean
  readonly receipt: Pick<ReceiptSays, 'outcome'> | null
  readonly isFinished: boolean
}

/** Where a handover of this vault stands. */
export function standingOf({ isSent, receipt, isFinished }: Known): HandoverStanding {
  if (isFinished) return 'finished'
  if (!isSent) return 'draft'
  if (receipt === null) return 'sent'
  return receipt.outcome === 'taken-in' ? 'taken-over' : 'declined'
}
