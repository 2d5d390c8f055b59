import { CheckInId, Day, Line, Note, PersonId } from '../model.ts'
import { command } from '../operation.ts'
import { z } from '../zod.ts'
import {
  CheckInDraft,
  CheckInResult,
  PlanDraft,
  PlanState,
  SafeContactDraft,
  Words,
  WordsReason,
} from './model.ts'

export const planContract = {
  /** Replaces the plan of one person. What changes an agreed plan makes it a draft again. */
  'plan.write': command(z.strictObject({ personId: PersonId, plan: PlanDraft }), z.null()),
  /** The person agreed on a day; the plan is put into effect; it was looked at together again. */
  'plan.move': command(
    z
      .strictObject({ personId: PersonId, to: PlanState, on: Day, how: Note, reviewOn: Day.nullable() })
      .refine(({ to, how }) => to !== 'agreed' || how !== '', { path: ['how'] }),
    z.null(),
  ),
  'plan.keepContact': command(z.strictObject({ personId: PersonId, contact: SafeContactDraft }), z.null()),
  /** Replaces the sealed words. */
  'plan.keepWords': command(z.strictObject({ personId: PersonId, words: Words }), z.null()),
  /** Shows the sealed words of one person, once; the reveal itself is an entry of the record. */
  'plan.revealWords': command(z.strictObject({ personId: PersonId, reason: WordsReason }), Words),
  /** Destroys the key of the words: they cannot be read again by anybody. */
  'plan.forgetWords': command(z.strictObject({ personId: PersonId, reason: Line }), z.null()),
  'plan.agreeCheckIns': command(z.strictObject({ personId: PersonId, checkIns: CheckInDraft }), z.null()),
  'plan.recordCheckIn': command(
    z.strictObject({ personId: PersonId, result: CheckInResult, note: Note }),
    z.object({ checkInId: CheckInId }),
  ),
  'plan.stopCheckIns': command(z.strictObject({ personId: PersonId, reason: Line }), z.null()),
}
