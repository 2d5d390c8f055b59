import { CaseId, Note } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import { Disposal, DisposalDraft, Reader, Tombstone, WaitingDisposal } from './model.ts'

const nothing = z.strictObject({})

export const retentionContract = {
  /** What is known for destroying one case: the asking that waits, and who got something of it. */
  'retention.ofCase': query(
    z.strictObject({ caseId: CaseId }),
    z.object({ waiting: Disposal.nullable(), readers: z.array(Reader) }),
  ),
  'retention.askDisposal': command(DisposalDraft.extend({ caseId: CaseId }), z.null()),
  /** The answer of somebody else. Agreeing destroys the case and leaves the tombstone it gives back. */
  'retention.answerDisposal': command(
    z.strictObject({ request: z.uuid(), agree: z.boolean(), words: Note }),
    Tombstone.nullable(),
  ),
  /** Askings that whoever is at the desk may answer, the longest waiting first. */
  'retention.waiting': query(nothing, z.array(WaitingDisposal)),
  /** Every case that was destroyed, the last first. */
  'retention.tombstones': query(nothing, z.array(Tombstone)),
  /** Prints what shows that a case was destroyed rightly; `false` when the dialog was closed. */
  'retention.printCertificate': task(
    z.strictObject({ caseId: CaseId, language: z.enum(['en', 'ar']) }),
    z.boolean(),
  ),
}
