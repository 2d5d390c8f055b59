import { BriefId, Bytes, CaseId, FileId, Note, text } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import { BriefDraft, BriefView, ReceivedReply, WaitingBrief } from './model.ts'

/** For whom the file is encrypted: a passphrase told apart from the file, or one or more keys. */
export const SealFor = z.union([
  z.strictObject({ passphrase: Bytes }),
  z.strictObject({ keys: z.array(text(4_000).min(1)).min(1).max(8) }),
])

/** As which file it leaves: for Vigil and `age`, or as one page that any browser opens (ADR 0022). */
export const FileForm = z.enum(['age', 'html'])
export type FileForm = z.infer<typeof FileForm>

/** What the person at the desk is told after a file was written: never a path. */
export const Receipt = z.object({ name: z.string(), size: z.int(), sha256: z.string() })
export type Receipt = z.infer<typeof Receipt>

export const briefContract = {
  'brief.start': command(
    z.strictObject({ caseId: CaseId, draft: BriefDraft }),
    z.object({ briefId: BriefId }),
  ),
  /** Changes a brief that has not been sent. An approval given before no longer counts. */
  'brief.change': command(z.strictObject({ briefId: BriefId, draft: BriefDraft }), z.null()),
  'brief.view': query(z.strictObject({ briefId: BriefId }), BriefView),
  /**
   * Approves what the brief says now. `sole`: by whoever is the only officer, which is marked for ever. Otherwise by
   * somebody else than its author.
   */
  'brief.approve': command(
    z.strictObject({ briefId: BriefId, sole: z.boolean(), statement: Note }),
    z.null(),
  ),
  /** Asks the others of this vault to approve what the brief says now. */
  'brief.askApproval': command(z.strictObject({ briefId: BriefId, words: Note }), z.null()),
  /** Somebody else says that it may not leave as it is, and why. */
  'brief.declineApproval': command(z.strictObject({ briefId: BriefId, words: Note.min(1) }), z.null()),
  /** Briefs that somebody else wrote and that wait for an approval, the longest waiting first. */
  'brief.waiting': query(z.strictObject({}), z.array(WaitingBrief)),
  /** Asks where to write, checks the gate once more, prints, packs, checks for leaks, encrypts, writes. `null`: dialog closed. */
  'brief.export': task(
    z
      .strictObject({ briefId: BriefId, sealFor: SealFor, as: FileForm.default('age') })
      // A page in a browser has no keys: it opens with a passphrase alone.
      .refine(({ as, sealFor }) => as === 'age' || 'passphrase' in sealFor, { path: ['as'] }),
    Receipt.nullable(),
  ),
  /** Asks for a reply file. */
  'brief.chooseReply': task(
    z.strictObject({}),
    z.object({ fileId: FileId, name: z.string(), size: z.int() }).nullable(),
  ),
  /** Opens a reply and puts it on its case. With `caseId`, refuses a reply to any other case. */
  'brief.receiveReply': task(
    z.strictObject({ fileId: FileId, caseId: CaseId.nullable() }),
    z.object({ caseId: CaseId, briefId: BriefId, reply: ReceivedReply }),
  ),
}
