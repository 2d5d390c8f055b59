import { Line, PersonId } from '../model.ts'
import { task } from '../operation.ts'
import { Identity, RevealReason } from '../person/model.ts'
import { z } from '../zod.ts'
import { Looked } from './model.ts'

const nothing = z.strictObject({})

export const nameContract = {
  /**
   * Looks for a name, a telephone number, an e-mail address or the number of a document through the identities that whoever asks
   * may reveal. An entry says why and how many, never what was sought. Whoever looks again stops what still runs.
   */
  'name.look': task(z.strictObject({ sought: Line.min(2), reason: RevealReason }), Looked),
  /**
   * Whether somebody else may be the same person, before an identity is saved: the same comparing, without what has one word in
   * common. The entry says of whom it was asked, and nothing of what was found.
   */
  'name.compare': task(z.strictObject({ personId: PersonId, identity: Identity }), Looked),
  /** How many were compared, and how far that is, 0 to 1; 0 while nobody looks. */
  'name.looking': task(nothing, z.object({ compared: z.int(), share: z.number() })),
  /** Stops; whoever looked is told what was found so far. */
  'name.stop': task(nothing, z.null()),
}
