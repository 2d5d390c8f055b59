import { CaseId, Note, PersonId } from '../model.ts'
import { command, query } from '../operation.ts'
import { z } from '../zod.ts'
import { ForgetConditions, ForgetReason, WaitingForget } from './forget.ts'
import { Identity, PersonDraft, RevealReason, SomeIdentity } from './model.ts'

export const personContract = {
  'person.add': command(
    z.strictObject({ caseId: CaseId, person: PersonDraft }),
    z.object({ personId: PersonId }),
  ),
  'person.change': command(z.strictObject({ personId: PersonId, person: PersonDraft }), z.null()),
  /**
   * Replaces the identity record. Without a "yes" of the person to being kept on file it takes the focal point and a
   * `basis`, which is kept for ever (G0); with one, a basis is not asked for and not kept.
   */
  'person.identify': command(
    z.strictObject({ personId: PersonId, identity: SomeIdentity, basis: Note.default('') }),
    z.null(),
  ),
  /** Writes down why an identity that is kept already goes on being kept without a "yes" (G0). For the focal point. */
  'person.writeBasis': command(z.strictObject({ personId: PersonId, basis: Note.min(1) }), z.null()),
  /** Shows one identity, once; the reveal itself is an entry of the record. */
  'person.reveal': command(z.strictObject({ personId: PersonId, reason: RevealReason }), Identity),
  /** Asks that one identity be destroyed (G7). Nothing is destroyed yet. */
  'person.askForget': command(
    z.strictObject({ personId: PersonId, reason: ForgetReason, conditions: ForgetConditions }),
    z.null(),
  ),
  /**
   * Answers an asking. Agreeing destroys the keys of the identity and of the sealed words of that person: neither can
   * be read again by anybody. Whoever asked may only take it back, unless there is nobody else.
   */
  'person.answerForget': command(
    z.strictObject({ request: z.uuid(), agree: z.boolean(), words: Note.min(1) }),
    z.null(),
  ),
  /** Askings that whoever is at the desk may agree to, the longest waiting first. */
  'person.forgetsWaiting': query(z.strictObject({}), z.array(WaitingForget)),
}
