import { Receipt } from '../brief/contract.ts'
import { Bytes, PaperId, PersonId } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import { PaperDraft, PaperLanguage, PaperView, SaidPaper } from './model.ts'

const ofOne = { paperId: PaperId }

export const paperContract = {
  'paper.start': command(z.strictObject({ personId: PersonId, draft: PaperDraft }), z.object(ofOne)),
  /** Changes a paper that has not left. */
  'paper.change': command(z.strictObject({ ...ofOne, draft: PaperDraft }), z.null()),
  'paper.view': query(z.strictObject(ofOne), PaperView),
  /** What we hold of one person, in one language, for the screen: to be read to them. Nothing leaves. */
  'paper.read': query(z.strictObject({ personId: PersonId, language: PaperLanguage }), SaidPaper),
  /** Asks the gate once more, prints apart, searches the pages, gives them to the printer. `false`: the dialog was closed. */
  'paper.print': task(z.strictObject(ofOne), z.boolean()),
  /** Says whether a paper came out when Vigil was locked before it heard from the printer. */
  'paper.settle': command(z.strictObject({ ...ofOne, printed: z.boolean() }), z.null()),
  /** The same as one encrypted file for whoever hands it over. `null`: the dialog was closed. */
  'paper.export': task(z.strictObject({ ...ofOne, passphrase: Bytes }), Receipt.nullable()),
}
