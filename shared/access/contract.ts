import { Note, OfficerId } from '../model.ts'
import { command, query } from '../operation.ts'
import { z } from '../zod.ts'
import { Access, AccessOverview, AccessReason, Subject, WaitingStep, Wish } from './model.ts'

export const accessContract = {
  /** Who may read a case, or the identity of a person. Whoever may not is told who may, and nothing else. */
  'access.of': query(Subject, Access),
  /** Which cases are for named people. */
  'access.overview': query(z.strictObject({}), AccessOverview),
  /** Decisions of cases whoever is at the desk reads that wait for a second of the named, the longest waiting first. */
  'access.waiting': query(z.strictObject({}), z.array(WaitingStep)),
  /** From here on only these people read it: everything of it is sealed under a key of theirs. */
  'access.limit': command(
    z.strictObject({ subject: Subject, named: z.array(OfficerId).min(1).max(26), reason: AccessReason }),
    z.null(),
  ),
  /** Asks that somebody more be named, or that everybody of the vault may read again. */
  'access.ask': command(
    z.strictObject({
      subject: Subject,
      what: Wish,
      officerId: OfficerId.nullable(),
      words: AccessReason,
    }),
    z.null(),
  ),
  /** Answers an asking. Agreeing does it. Whoever asked may only take it back, unless nobody else is named. */
  'access.answer': command(
    z.strictObject({ request: z.uuid(), agree: z.boolean(), words: Note.min(1) }),
    z.null(),
  ),
  /** They read it no more: everything of it goes under a new key, which they have not. */
  'access.remove': command(
    z.strictObject({ subject: Subject, officerId: OfficerId, reason: AccessReason }),
    z.null(),
  ),
}
