import { CaseCode, CaseState } from '../case/model.ts'
import { SameEmail } from '../evidence/model.ts'
import { CaseId, FileId } from '../model.ts'
import { task } from '../operation.ts'
import { z } from '../zod.ts'
import { EmailRead } from './model.ts'

export const importContract = {
  /** Asks for an e-mail file. `null` when the dialog was closed. */
  'import.chooseEmail': task(
    z.strictObject({}),
    z.object({ fileId: FileId, name: z.string(), size: z.int() }).nullable(),
  ),
  /** Reads an e-mail file in a process of its own and shows what is in it; nothing is stored yet. */
  'import.readEmail': task(z.strictObject({ fileId: FileId }), EmailRead),
  /**
   * Cases that have this e-mail already, a file of it, or another from the same address, as far as whoever is at the desk reads
   * them; the most telling first.
   */
  'import.sameEmail': task(
    z.strictObject({ fileId: FileId }),
    z.array(z.object({ caseId: CaseId, code: CaseCode, state: CaseState, how: SameEmail })),
  ),
  /** Adds an e-mail that was read to a case that exists. */
  'import.addEmail': task(z.strictObject({ caseId: CaseId, fileId: FileId }), z.null()),
}
