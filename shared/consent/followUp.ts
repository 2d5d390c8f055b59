import {
  CaseId,
  ConsentId,
  Day,
  DisclosureId,
  FollowUpId,
  Instant,
  ItemId,
  Line,
  Note,
  OverrideId,
} from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'
import type { PersonId } from '../model.ts'
import { isYes, latest } from './rules.ts'
import type { ConsentDecision } from './model.ts'

/** What was handed over before, as a withdrawal must know it. */
export const Disclosed = z.object({
  id: DisclosureId,
  /** As what it left. */
  kind: z.enum(['brief', 'action', 'paper', 'contribution', 'case', 'handover']),
  itemId: ItemId,
  at: Instant,
  /** Whom it was told, by role or office. */
  toRole: z.string(),
  purpose: coded('purpose'),
  recipient: coded('recipientClass'),
  channel: coded('channel'),
  /** Keys of the lines that were said. */
  lines: z.array(z.string()),
  /** The answers it relied on. */
  consentIds: z.array(ConsentId),
  /** The override it relied on where there was no answer; shown for ever. */
  overrideId: OverrideId.nullable(),
  /** Role code; empty when nobody had to approve. */
  approvedBy: z.string(),
  /** Of the file that left, hex; empty when it was told without one. */
  sha256: z.string(),
})
export type Disclosed = z.infer<typeof Disclosed>

/** Something somebody must still do because an answer was taken back. */
export const FollowUpTask = z.strictObject({
  id: FollowUpId,
  caseId: CaseId,
  /** What was handed over. */
  disclosureId: DisclosureId,
  /** The answer that took back what it relied on. */
  consentId: ConsentId,
  what: z.enum(['ask-to-stop-using']),
  /** Role code of who does it. */
  owner: Line,
  /** The last day on which it is in time. */
  due: Day,
  /** That it was done, and what came of it; `null` while it is open. */
  done: z.strictObject({ on: Day, by: Line, note: Note.min(1) }).nullable(),
  madeAt: Instant,
})
export type FollowUpTask = z.infer<typeof FollowUpTask>

/** Tasks nobody has done yet, the most pressing first. */
export const openTasks = (tasks: readonly FollowUpTask[]): FollowUpTask[] =>
  tasks.filter(task => task.done === null).toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))

/**
 * Whether a person may still be contacted after taking things back (gate G8), or `null` when something else than
 * contact still stands, or nothing was taken back.
 *
 * `safety-only`: a "yes" to being contacted again still stands; then only for a new safety reason. `not-covered`: it
 * does not.
 */
export function contactAfterWithdrawal(
  log: readonly ConsentDecision[],
  personId: PersonId,
  stands: (answer: ConsentDecision) => boolean,
): 'safety-only' | 'not-covered' | null {
  const rows = latest(log.filter(answer => answer.personId === personId))
  if (!rows.some(answer => answer.decision === 'withdrawn')) return null
  const left = rows.filter(answer => isYes(answer) && stands(answer))
  if (left.some(answer => answer.purpose !== 'contact_victim_again')) return null
  return left.length > 0 ? 'safety-only' : 'not-covered'
}
