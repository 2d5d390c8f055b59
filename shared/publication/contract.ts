import { ActionId, BriefId, Note } from '../model.ts'
import { command, query } from '../operation.ts'
import { z } from '../zod.ts'
import { CheckCode, PublicationAnswers, PublicationView } from './model.ts'

const ofOne = { itemId: ActionId }

export const publicationContract = {
  /** Something meant for everybody, as it would be published, and what publication asks for besides (G4). */
  'publication.view': query(z.strictObject(ofOne), PublicationView),
  /** Notes whether anybody could be recognised from what would be published now. */
  'publication.check': command(
    z.strictObject({ ...ofOne, answers: PublicationAnswers }),
    z.object({ code: CheckCode }),
  ),
  /** Somebody else than the author says that they read it as it would be published. */
  'publication.read': command(z.strictObject({ ...ofOne, words: Note.min(1) }), z.null()),
  /** Takes the signed reply to a brief that named the code of the check for the second reading. */
  'publication.readByReply': command(z.strictObject({ ...ofOne, briefId: BriefId }), z.null()),
}
