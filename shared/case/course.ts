import { Day, Instant, Line, Note } from '../model.ts'
import { Duty } from '../vault/model.ts'
import { z } from '../zod.ts'

/** Where a case stands (6.1, ADR 0009). Reopened is open with a mark; urgent is a flag beside it. */
export const CaseState = z.enum([
  'draft',
  'intake',
  'triage',
  'open',
  'follow_up',
  'closure_proposed',
  'closed',
  'out_of_scope',
  'referred',
  'on_hold',
])
export type CaseState = z.infer<typeof CaseState>

/** Why a case pauses for safety. */
export const HoldWhy = z.enum(['person_asks', 'exposure_suspected', 'contact_lost', 'other'])
/** Whom somebody outside the scope was shown the way to, what came of it, and how they were told. */
export const Referral = z.strictObject({
  to: Line,
  answer: z.enum(['accepted', 'declined', 'not_told']),
  how: Note.min(1),
})
export type Referral = z.infer<typeof Referral>

/** Why a case is closed (6.5). Death closes no accountability: what is kept for it is the retention question. */
export const ClosureReason = z.enum([
  'resolved_safe',
  'victim_request',
  'contact_lost',
  'out_of_scope',
  'duplicate',
  'merged',
  'transferred',
  'victim_deceased',
  'unverifiable',
  'other',
])
export type ClosureReason = z.infer<typeof ClosureReason>

/** What closing is measured by (6.5, G6), in the order of the screen. */
export const Criterion = z.enum([
  'quiet',
  'person_agrees',
  'actions_finished',
  'state_response',
  'report_disposition',
  'retention_decided',
])
export type Criterion = z.infer<typeof Criterion>

export const CriterionAnswer = z.enum(['met', 'not_met', 'unknown'])
export type CriterionAnswer = z.infer<typeof CriterionAnswer>

/** What the officer says of each criterion; where the case itself knows, the case counts. */
export const ClosureDraft = z.strictObject({
  reason: ClosureReason,
  answers: z.strictObject({
    quiet: CriterionAnswer,
    person_agrees: CriterionAnswer,
    actions_finished: CriterionAnswer,
    state_response: CriterionAnswer,
    report_disposition: CriterionAnswer,
    retention_decided: CriterionAnswer,
  }),
})
export type ClosureDraft = z.infer<typeof ClosureDraft>

export const ReopenWhy = z.enum(['new_act', 'new_information', 'person_asks'])

/** What a move asks for beside its reason. */
export const MoveDetails = z.discriminatedUnion('asks', [
  z.strictObject({ asks: z.literal('hold'), why: HoldWhy, reviewOn: Day }),
  z.strictObject({ asks: z.literal('referral'), ...Referral.shape }),
  z.strictObject({ asks: z.literal('closure'), ...ClosureDraft.shape }),
  /** Nothing was done, and the person wishes that nothing is. */
  z.strictObject({ asks: z.literal('no-action'), wished: z.literal(true) }),
  z.strictObject({ asks: z.literal('reopen'), why: ReopenWhy }),
])
export type MoveDetails = z.infer<typeof MoveDetails>

/** What happened to a case on its way. `null` where it has not happened, or no longer holds. */
export const CaseCourse = z.strictObject({
  /** Imminent danger: shortens the clocks, moves nothing. */
  urgent: z.strictObject({ why: Line, since: Instant, by: Line }).nullable(),
  hold: z.strictObject({ why: HoldWhy, reviewOn: Day, since: Instant, before: CaseState }).nullable(),
  referral: Referral.nullable(),
  closure: ClosureDraft.extend({
    proposedBy: Line,
    proposedAt: Instant,
    approvedBy: Line.nullable(),
    approvedAt: Instant.nullable(),
    /** How many months without an act counted as quiet when it was proposed; absent where nobody noted it. */
    quietMonths: z.int().optional(),
    /** Proposed and approved by the same person, because there was nobody else. */
    sole: z.boolean(),
  }).nullable(),
  /** The last time. It stays. */
  reopened: z.strictObject({ why: ReopenWhy, at: Instant, by: Line }).nullable(),
})
export type CaseCourse = z.infer<typeof CaseCourse>

/** A case to which nothing of this has happened. */
export const noCourse: CaseCourse = {
  urgent: null,
  hold: null,
  referral: null,
  closure: null,
  reopened: null,
}

/** Who may move: somebody with a duty, or whoever handles the case. */
export const Mover = z.union([Duty, z.literal('owner')])

/** One move the state machine allows. */
export const Move = z.strictObject({
  to: CaseState,
  /** What still stands in the way: text keys `case.blocked.<…>`. */
  blockedBy: z.array(z.string()),
  who: z.array(Mover),
  /** Role code of somebody who may not, unless they are alone: whoever proposed. */
  notBy: Line.nullable(),
  /** What it asks for beside the reason. */
  asks: z.enum(['hold', 'referral', 'closure', 'no-action', 'reopen']).nullable(),
})
export type Move = z.infer<typeof Move>
