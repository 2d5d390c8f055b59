import { DueGroup, DueKey, DuePage, Horizon, ListAsked, ListPage } from '../lines/model.ts'
import { CaseId, FileId, Line } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import { Clocks, ClocksVersion, MarkDraft } from './clockModel.ts'
import { MoveDetails } from './course.ts'
import { GateLine } from './gates.ts'
import { CaseCode, CaseState, CaseView, Intake } from './model.ts'

export const caseContract = {
  /** One page of the list of cases, narrowed and in order, and what each filter would leave. */
  'case.list': query(ListAsked, ListPage),
  /** The codes of cases, in any order; of those whoever is at the desk does not read, none. */
  'case.codes': query(
    z.strictObject({ caseIds: z.array(CaseId).max(500) }),
    z.array(z.object({ id: CaseId, code: CaseCode })),
  ),
  /** What is to be done on every case: overdue, today and in the week after, the first of each. */
  'case.dues': query(z.strictObject({}), DuePage),
  /** More of one of these. */
  'case.moreDues': query(
    z.strictObject({
      horizon: Horizon,
      after: DueKey.nullable(),
      limit: z.int().min(1).max(200).default(50),
    }),
    DueGroup,
  ),
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
