import type { Instant } from '../model.ts'
import type { RefusalCode } from '../refusal.ts'
import { notMet } from './closing.ts'
import type { CaseCourse, CaseState, MoveDetails } from './course.ts'
import type { CaseContent } from './rules.ts'

/** Why what was said of a move cannot be taken, or `null`. */
export function wrongDetails(content: CaseContent, details: MoveDetails): RefusalCode | null {
  if (details.asks === 'closure' && notMet(content, details).length > 0) return 'case/closing-not-ready'
  if (details.asks === 'hold' && details.reviewOn <= content.today) return 'case/hold-needs-a-day-ahead'
  return null
}

/** One move as it happens. `by` is a role code. */
export interface Moving {
  readonly to: CaseState
  readonly details: MoveDetails | null
  readonly now: Instant
  readonly by: string
}

/**
 * What a move leaves behind. A hold ends with the move out of it and remembers where it began; a proposal to close ends
 * when work goes on; that a case was reopened stays for ever.
 */
export function courseAfter(
  { case: file, course, thresholds }: Pick<CaseContent, 'case' | 'course' | 'thresholds'>,
  moving: Moving,
): CaseCourse {
  const { to, details, now, by } = moving
  const after: CaseCourse = {
    ...course,
    hold: null,
    closure: to === 'on_hold' || file.state === 'on_hold' || to === 'closed' ? course.closure : null,
  }
  switch (details?.asks) {
    case 'hold':
      return {
        ...after,
        hold: { why: details.why, reviewOn: details.reviewOn, since: now, before: file.state },
      }
    case 'referral':
      return { ...after, referral: { to: details.to, answer: details.answer, how: details.how } }
    case 'closure':
      return { ...after, closure: closureOf(moving, details, thresholds) }
    case 'reopen':
      return { ...after, reopened: { why: details.why, at: now, by } }
    case 'no-action':
    case undefined:
      return to === 'closed' ? { ...after, closure: approved(course.closure, moving) } : after
  }
}

/** Proposed, to be approved by somebody else; or, after a referral, closed at once. */
function closureOf(
  { to, now, by }: Moving,
  { reason, answers }: Extract<MoveDetails, { asks: 'closure' }>,
  { quietMonths }: CaseContent['thresholds'],
): CaseCourse['closure'] {
  const approval =
    to === 'closed' ? { approvedBy: by, approvedAt: now } : { approvedBy: null, approvedAt: null }
  return { reason, answers, quietMonths, proposedBy: by, proposedAt: now, sole: false, ...approval }
}

const approved = (closure: CaseCourse['closure'], { now, by }: Moving): CaseCourse['closure'] =>
  closure && { ...closure, approvedBy: by, approvedAt: now, sole: closure.proposedBy === by }
