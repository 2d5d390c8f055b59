import { BriefDocument, ReplyDraft } from '../brief/model.ts'
import { Receipt } from '../brief/contract.ts'
import { Bytes, CaseId, FileId, Instant, Line, kept } from '../model.ts'
import { BriefNotice } from '../notice/model.ts'
import { Arrival, ExchangedPackage } from './packages.ts'
import { CaseMerge, MergeDecision, MergePreview, OpenConflict } from './preview.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import { KeyKind } from './card.ts'
import { WorkProgress } from './working.ts'

const chosen = z.object({ fileId: FileId, name: z.string(), size: z.int() }).nullable()

/** With what a received file is opened. */
export const OpenWith = z.union([
  z.strictObject({ passphrase: Bytes }),
  /** A key file, and its passphrase when it has one (empty otherwise). */
  z.strictObject({ keyFileId: FileId, passphrase: Bytes }),
])

/** A brief being read. It lives in memory only, until it is closed or the window locks. */
export const Reading = z.object({
  document: BriefDocument,
  /** Words that stand for the key it was signed with: to be compared with the sender, not on the file. */
  senderWords: z.array(z.string()),
  sentAt: Instant,
})
export type Reading = z.infer<typeof Reading>

/** What its reader is asked about a brief later: shown, kept nowhere, and not answered. */
export const NoticeRead = Reading.omit({ document: true }).extend({ notice: BriefNotice })
export type NoticeRead = z.infer<typeof NoticeRead>

/** The reader's desk: works without any vault and writes nothing but the reply. */
export const exchangeContract = {
  'exchange.chooseBrief': task(z.strictObject({}), chosen),
  'exchange.chooseKey': task(z.strictObject({}), chosen),
  'exchange.openBrief': task(
    z.strictObject({ fileId: FileId, with: OpenWith }),
    z.union([Reading, NoticeRead]),
  ),
  /** Asks where to write and exports the signed, encrypted reply. `null`: the dialog was closed. */
  'exchange.reply': task(ReplyDraft, Receipt.nullable()),
  'exchange.closeBrief': task(z.strictObject({}), z.null()),
  /** Makes a reader's key, writes it to a file under a passphrase, and returns the public half to hand over. */
  'exchange.makeKey': task(
    z.strictObject({ passphrase: Bytes, kind: KeyKind }),
    z.object({ recipient: z.string() }).nullable(),
  ),
  /** The words readers of a brief compare with whoever is at the desk and signed it; empty when that one has no keys. */
  'exchange.ownWords': query(z.strictObject({}), z.array(z.string())),
  /** Asks for a file from a colleague. */
  'exchange.chooseArrival': task(z.strictObject({}), chosen),
  /** Opens and verifies it, and keeps it on the desk until it is taken in or put away. Changes nothing. */
  'exchange.look': task(z.strictObject({ fileId: FileId }), Arrival),
  /** What lies on the desk, or `null`. */
  'exchange.arrival': task(z.strictObject({}), Arrival.nullable()),
  'exchange.putAway': task(z.strictObject({}), z.null()),
  /** How far long work on a package is; `null` while there is none. */
  'exchange.working': task(z.strictObject({}), WorkProgress.nullable()),
  /** Stops long work on a package: nothing of it stays. */
  'exchange.stop': task(z.strictObject({}), z.null()),
  /** Everything that was sent to colleagues or came from them, newest first. */
  'exchange.log': query(z.strictObject({}), z.array(ExchangedPackage)),
  /** What taking the case on the desk in would do, field by field. Changes nothing. */
  'exchange.previewCase': task(z.strictObject({}), MergePreview),
  /** Takes the case on the desk in: one entry, which can be undone. */
  'exchange.takeInCase': task(
    z.strictObject({ decisions: z.array(MergeDecision).max(20_000) }),
    z.object({ caseId: CaseId, conflicts: z.int() }),
  ),
  /** Fields two offices wrote without knowing of each other. `null`: of every case. */
  'exchange.conflicts': query(z.strictObject({ caseId: CaseId.nullable() }), z.array(OpenConflict)),
  /** Decides one: the value at `index` stands from now on, here and wherever the case is merged next. */
  'exchange.decide': command(z.strictObject({ key: kept(200), index: z.int().min(0).max(15) }), z.null()),
  /** The packages that were merged into a case, newest first. */
  'exchange.merges': query(z.strictObject({ caseId: CaseId }), z.array(CaseMerge)),
  /** Takes out again what a package brought. `caseGone`: the case itself had come with it. */
  'exchange.undo': command(
    z.strictObject({ mergeId: z.uuid(), why: Line }),
    z.object({ caseId: CaseId, caseGone: z.boolean() }),
  ),
}
