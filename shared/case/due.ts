import { CaseId, Day, Instant, Line, PersonId } from '../model.ts'
import { z } from '../zod.ts'
import { CaseCode, CasePart } from './model.ts'

/** What can be due. Each has a sentence `due.<kind>`. */
export const DueKind = z.enum([
  'check-in-distress',
  'contact-lost',
  'check-in-missed',
  'check-in',
  'risk-event',
  'risk-review',
  'hold-review',
  'safe-contact',
  'contact',
  'triage',
  'minimal-review',
  'consent-check',
  'consent-ended',
  'consent-event',
  'consent-review',
  'ask-to-stop',
  'plan-review',
  'answer',
  'follow-up',
  'action-owner',
  'action-deadline',
  'action-answer',
  'action-reminded',
  'action-adequacy',
  'action-follow-up',
  'case-review',
  'retention-review',
])
export type DueKind = z.infer<typeof DueKind>

/** One thing to be done on a case by a time: a moment (`at`) or the end of a day (`on`), never both, never neither. */
export const Due = z.strictObject({
  kind: DueKind,
  /** Whom it is about, when it is about one person. */
  personId: PersonId.nullable(),
  /** The part that resolves it; `null`: the case's own page. */
  part: CasePart.nullable(),
  /** The item of that part (a brief, a task), or empty. */
  item: z.string(),
  /** The neutral code of that item ("M1"), or empty. */
  label: z.string(),
  /** Role code of who does it, when one person was asked to; else whoever handles the case. */
  owner: Line.nullable(),
  /** From when it was counted. */
  since: Instant.nullable(),
  at: Instant.nullable(),
  on: Day.nullable(),
  overdue: z.boolean(),
})
export type Due = z.infer<typeof Due>

/** The same among those of all cases. */
export const DueLine = Due.extend({ caseId: CaseId, code: CaseCode, person: z.string().nullable() })
export type DueLine = z.infer<typeof DueLine>
