import { command } from '../operation.ts'
import { CaseId, PersonId } from '../model.ts'
import { z } from '../zod.ts'
import { Identity, PersonDraft, RevealReason } from './model.ts'

export const personContract = {
  'person.add': command(
    z.strictObject({ caseId: CaseId, person: PersonDraft }),
    z.object({ personId: PersonId }),
  ),
  'person.change': command(z.strictObject({ personId: PersonId, person: PersonDraft }), z.null()),
  /** Replaces the identity record. */
  'person.identify': command(z.strictObject({ personId: PersonId, identity: Identity }), z.null()),
  /** Shows one identity, once; the reveal itself is an entry of the record. */
  'person.reveal': command(z.strictObject({ personId: PersonId, reason: RevealReason }), Identity),
  /** Destroys the key of one identity: the identity cannot be read again by anybody. */
  'person.forget': command(z.strictObject({ personId: PersonId, reason: RevealReason }), z.null()),
}
