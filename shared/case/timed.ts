import type { Act } from '../act/model.ts'
import type { ActionLine } from '../action/model.ts'
import type { BriefSummary } from '../brief/model.ts'
import type { FollowUpTask } from '../consent/followUp.ts'
import type { ConsentDecision } from '../consent/model.ts'
import type { ConsentEvent } from '../consent/review.ts'
import type { Day, Instant } from '../model.ts'
import type { Person } from '../person/model.ts'
import type { Protection } from '../plan/model.ts'
import type { RiskAssessment, RiskEvent } from '../risk/model.ts'
import type { Clocks, Done, Mark } from './clockModel.ts'
import type { CaseCourse } from './course.ts'
import type { Due } from './due.ts'
import type { CaseFile } from './model.ts'

/** What the clocks of a case look at. */
export interface Timed {
  readonly case: CaseFile
  readonly course: Pick<CaseCourse, 'urgent' | 'hold' | 'closure'>
  readonly persons: readonly Person[]
  readonly consents: readonly ConsentDecision[]
  readonly consentEvents: readonly ConsentEvent[]
  readonly followUps: readonly FollowUpTask[]
  readonly acts: readonly Act[]
  readonly risks: readonly RiskAssessment[]
  readonly events: readonly RiskEvent[]
  readonly briefs: readonly BriefSummary[]
  readonly actions: readonly ActionLine[]
  readonly protection: {
    readonly plans: readonly Protection['plans'][number][]
    readonly checkInPlans: readonly Protection['checkInPlans'][number][]
    readonly checkIns: readonly Protection['checkIns'][number][]
  }
  readonly marks: readonly Mark[]
  readonly scope: { readonly result: { readonly outcome: string } } | null
  readonly now: Instant
  readonly today: Day
}

/** What is being judged. */
export interface Judged extends Timed {
  readonly clocks: Clocks
}

/** A due thing before it is judged whether it is late. */
export type Bare = Pick<Due, 'kind' | 'part'> & Partial<Omit<Due, 'overdue'>>

/** Overdue: past its moment, or its day is over where this machine stands. */
export function due({ now, today }: Judged, bare: Bare): Due {
  const whole = { personId: null, item: '', label: '', owner: null, since: null, at: null, on: null, ...bare }
  const overdue = whole.at === null ? whole.on !== null && whole.on < today : whole.at < now
  return { ...whole, overdue }
}

/** What was noted as done of one kind, in the order of recording. */
export const marksOf = ({ marks }: Judged, what: Done) => marks.filter(mark => mark.what === what)

/** When a due thing is to be done by, as text that can be compared; a day ends after every moment in it. */
export const endOf = ({ at, on }: Pick<Due, 'at' | 'on'>): string => at ?? `${on ?? ''}T~`
