import { CaseId, FileId, Line } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import { CaseLine, CaseState, CaseView, Intake } from './model.ts'

export const caseContract = {
  /** Every case, the most recently changed first. */
  'case.list': query(z.strictObject({}), z.array(CaseLine)),
  'case.view': query(z.strictObject({ caseId: CaseId }), CaseView),
  /** Makes the stub; with `fileId`, also takes in the e-mail read from that file (`import.readEmail`), all or nothing. */
  'case.start': task(
    z.strictObject({ intake: Intake, fileId: FileId.nullable() }),
    z.object({ caseId: CaseId }),
  ),
  'case.change': command(z.strictObject({ caseId: CaseId, intake: Intake }), z.null()),
  'case.move': command(z.strictObject({ caseId: CaseId, to: CaseState, reason: Line }), z.null()),
}
