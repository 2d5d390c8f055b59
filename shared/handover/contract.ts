import { Receipt } from '../brief/contract.ts'
import { MergeDecision } from '../exchange/preview.ts'
import { HandoverId, Note } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import {
  HandoverDraft,
  HandoverLine,
  HandoverPreview,
  HandoverReceived,
  HandoverView,
  NewHandover,
} from './model.ts'

const nothing = z.strictObject({})
const one = z.strictObject({ handoverId: HandoverId })

/** Handing a caseload over to a successor by file (ADR 0028). */
export const handoverContract = {
  /** Handovers that are prepared, left or came, newest first. */
  'handover.list': query(nothing, z.array(HandoverLine)),
  /** Begins a handover of every case to one colleague of the same office. */
  'handover.start': command(NewHandover, z.object({ handoverId: HandoverId })),
  /** Changes a handover that has not left. */
  'handover.change': command(one.extend({ draft: HandoverDraft }), z.null()),
  /** Takes away a handover that has not left. */
  'handover.drop': command(one, z.null()),
  'handover.view': query(one, HandoverView),
  /** A handover that was taken in here. */
  'handover.received': query(one, HandoverReceived),
  /** Asks where to write and sends the caseload as one sealed file. `null`: the dialog was closed. */
  'handover.send': task(one, Receipt.nullable()),
  /** The handover on the desk: what it says, and what taking it in would do to each case. */
  'handover.preview': task(nothing, HandoverPreview),
  /** Takes over: every case or none. `statement`: in the successor's own words. */
  'handover.takeOver': task(
    z.strictObject({ decisions: z.array(MergeDecision).max(20_000), statement: Note.min(4) }),
    z.object({ handoverId: HandoverId, cases: z.int(), conflicts: z.int() }),
  ),
  /** After the successor's receipt came: the cases' owner here is the successor's role. */
  'handover.finish': command(one, z.object({ cases: z.int() })),
}
