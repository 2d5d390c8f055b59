import { CaseId, FileId, Line } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import { Clocks, ClocksVersion, MarkDraft } from './clockModel.ts'
import { MoveDetails } from './course.ts'
import { DueLine } from './due.ts'
import { GateLine } from './gates.ts'
import { CaseLine, CaseState, CaseView, Intake } from './model.ts'

export const caseContract = {
  /** Every case, the most recently changed first. */
  'case.list': query(z.strictObject({}), z.array(CaseLine)),
  /** What is to be done on every case by a time, the earliest first. */
  'case.dues': query(z.strictObject({}), z.object({ dues: z.array(DueLine), cases: z.int() })),
  /** The clocks that hold now, and every setting there was, the newest first. */
  'case.clocks': query(z.strictObject({}), z.object({ clocks: Clocks, versions: z.array(ClocksVersion) })),
  /** Sets the clocks from now on. What was assessed before keeps the time it was made with. */
  'case.setClocks': command(z.strictObject({ clocks: Clocks, reason: Line }), z.null()),
  /** Notes what only a person can say was done; what was due for it is due no more. */
  'case.markDone': command(MarkDraft, z.null()),
  'case.view': query(z.strictObject({ caseId: CaseId }), CaseView),
  /** Every gate of a case (6.2): what is open, what is shut and why. */
  'case.gates': query(z.strictObject({ caseId: CaseId }), z.array(GateLine)),
  /** Makes the stub; with `fileId`, also takes in the e-mail read from that file (`import.readEmail`), all or nothing. */
  'case.start': task(
    z.strictObject({ intake: Intake, fileId: FileId.nullable() }),
    z.object({ caseId: CaseId }),
  ),
  'case.change': command(z.strictObject({ caseId: CaseId, intake: Intake }), z.null()),
  /** One step of the state machine, with what that step asks for. */
  'case.move': command(
    z.strictObject({
      caseId: CaseId,
      to: CaseState,
      reason: Line,
      details: MoveDetails.nullable().default(null),
    }),
    z.null(),
  ),
  /** Marks a case as urgent, or no longer; shortens its clocks, moves nothing. */
  'case.setUrgent': command(z.strictObject({ caseId: CaseId, urgent: z.boolean(), reason: Line }), z.null()),
}
