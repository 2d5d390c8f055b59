import type { ActionId, PersonId } from '../model.ts'
import { Band } from './model.ts'
import type { RiskAssessment } from './model.ts'

/** How doing something compares with leaving it, by the danger; or which of the two nobody has assessed. */
export type ActingWeight =
  'acting-more' | 'acting-less' | 'same' | 'acting-missing' | 'not-acting-missing' | 'both-missing'

/** One action and one person. */
export interface ActingQuestion {
  readonly personId: PersonId
  readonly actionId: ActionId
}

/** The danger of doing and of leaving one action, for one person. */
export interface Weighing {
  /** The newest assessment of each; `null` while there is none. */
  readonly acting: RiskAssessment | null
  readonly notActing: RiskAssessment | null
  /** As we see it. */
  readonly ours: ActingWeight
  /** As the person sees it; `null` unless they spoke of both. */
  readonly own: 'acting-more' | 'acting-less' | 'same' | null
}

/**
 * Weighs the danger of an action against the danger of leaving it, band against band, for one person (5.3).
 *
 * Only assessments of this very action count: what was said of another, or of the matter as a whole, says nothing here.
 *
 * @param risks every assessment, in the order of recording.
 */
export function weighActing(
  risks: readonly RiskAssessment[],
  { personId, actionId }: ActingQuestion,
): Weighing {
  const last = (about: RiskAssessment['about']) =>
    risks.findLast(
      risk => risk.personId === personId && risk.actionId === actionId && risk.about === about,
    ) ?? null
  const [acting, notActing] = [last('acting'), last('not_acting')]
  const own = [acting, notActing].flatMap(risk =>
    risk && 'value' in risk.ownView ? [risk.ownView.value.band] : [],
  )
  const [ownActing, ownNotActing] = own
  return {
    acting,
    notActing,
    ours: weightOf(acting, notActing),
    own: ownActing && ownNotActing ? compared(ownActing, ownNotActing) : null,
  }
}

function weightOf(acting: RiskAssessment | null, notActing: RiskAssessment | null): ActingWeight {
  if (!acting) return notActing ? 'acting-missing' : 'both-missing'
  return notActing ? compared(acting.band, notActing.band) : 'not-acting-missing'
}

function compared(acting: Band, notActing: Band): NonNullable<Weighing['own']> {
  const more = Band.options.indexOf(acting) - Band.options.indexOf(notActing)
  if (more === 0) return 'same'
  return more > 0 ? 'acting-more' : 'acting-less'
}
