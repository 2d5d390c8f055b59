import { CaseId, Instant, Line, text } from '../model.ts'
import { query, task } from '../operation.ts'
import { z } from '../zod.ts'
import { Change, Entry, RecordCheck, Standing } from './model.ts'

const nothing = z.strictObject({})

export const recordContract = {
  /** Up to 100 entries, newest first, older than `before` when it is given. */
  'record.list': query(
    z.strictObject({ caseId: CaseId.nullable(), before: z.int().nullable() }),
    z.array(Entry),
  ),
  'record.changes': query(z.strictObject({ seq: z.int() }), z.array(Change)),
  /** Recomputes the whole chain and asks every witness; the result is kept. */
  'record.verify': task(nothing, RecordCheck),
  /** How many entries the check that runs has done; 0 of 0 while none runs. */
  'record.checking': task(nothing, z.object({ done: z.int(), all: z.int() })),
  'record.stopChecking': task(nothing, z.null()),
  /** Who witnesses this record and whether it fits, the code for paper, the clock, the last check. */
  'record.standing': task(nothing, Standing),
  /** The code of the vault as it was closed, for the screen that asks for the passphrase; `null` when none is known. */
  'record.closingCode': task(nothing, z.object({ code: z.string().nullable() })),
  /** Which entry a code noted on paper stands for; `null` when there is none. */
  'record.compareCode': query(
    z.strictObject({ code: text(20).min(1) }),
    z.object({ seq: z.int(), at: Instant, since: z.int() }).nullable(),
  ),
  /** Records that a copy was restored on purpose: what was seen before no longer counts against the record. */
  'record.declareRestore': task(z.strictObject({ reason: Line }), z.null()),
  /** Records that somebody saw that the record does not fit, and went on. */
  'record.goOn': task(z.strictObject({ reason: Line }), z.null()),
  /** Records that this machine's clock is right, although the record has later times. */
  'record.confirmClock': task(z.strictObject({ reason: Line }), z.null()),
}
