import { Receipt, SealFor } from '../brief/contract.ts'
import { BriefId, CaseId, Note, PackageId } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import {
  DeclineDraft,
  PackageLine,
  RecallDecisionKind,
  RecallDocument,
  RecallDraft,
  RecallTo,
  ReceiptSays,
  WaitingRecall,
} from './model.ts'

const nothing = z.strictObject({})

export const noticeContract = {
  /** Everything that was sent to colleagues or came from them, and what became of it, newest first. */
  'notice.log': query(nothing, z.array(PackageLine)),
  /** One line of it, and the same package to everybody it went to. */
  'notice.package': query(
    z.strictObject({ id: z.uuid() }),
    z.object({ line: PackageLine, all: z.array(PackageLine) }),
  ),
  /** Recalls on which somebody here must still decide or act, the longest waiting first. */
  'notice.waiting': query(nothing, z.array(WaitingRecall)),

  /** Writes a receipt for a package that was taken in or declined here. `null`: the dialog was closed. */
  'notice.writeReceipt': task(z.strictObject({ packageId: PackageId }), Receipt.nullable()),
  /** The receipt on the desk, and the package it speaks of. */
  'notice.receipt': task(nothing, z.object({ says: ReceiptSays, line: PackageLine })),
  'notice.takeReceipt': task(nothing, z.object({ id: z.uuid() })),
  /** The package on the desk is not taken in, and why. It may be, later. */
  'notice.decline': task(DeclineDraft, z.object({ packageId: PackageId })),

  /**
   * Asks colleagues by a file not to use a package any more. `note`: what is written at the open tasks it does, once
   * everybody who has the package was asked; needed only when there are any.
   */
  'notice.writeRecall': task(
    z.strictObject({ packageId: PackageId, to: RecallTo, draft: RecallDraft, note: Note }),
    Receipt.nullable(),
  ),
  /** Asks the reader of a brief the same; sealed anew, like the brief. */
  'notice.recallBrief': task(
    z.strictObject({ briefId: BriefId, sealFor: SealFor, draft: RecallDraft, note: Note }),
    Receipt.nullable(),
  ),
  /** The recall on the desk, and the package it speaks of; `null` when that has not come. */
  'notice.recall': task(nothing, z.object({ says: RecallDocument, line: PackageLine.nullable() })),
  /** `id`: the row of the recalled package, or `null` while it has not come. */
  'notice.takeRecall': task(nothing, z.object({ id: z.uuid().nullable(), packageId: PackageId })),
  /** What is done with what a recalled package brought, and why. A later decision takes the place of an earlier. */
  'notice.decide': command(
    z.strictObject({
      id: z.uuid(),
      caseId: CaseId.nullable(),
      decision: RecallDecisionKind,
      why: Note.min(1),
    }),
    z.null(),
  ),
}
