import { CaseId } from '../model.ts'
import { query } from '../operation.ts'
import { z } from '../zod.ts'
import { Change, Entry } from './model.ts'

export const recordContract = {
  /** Up to 100 entries, newest first, older than `before` when it is given. */
  'record.list': query(
    z.strictObject({ caseId: CaseId.nullable(), before: z.int().nullable() }),
    z.array(Entry),
  ),
  'record.changes': query(z.strictObject({ seq: z.int() }), z.array(Change)),
  /** Recomputes the whole chain. `brokenAt` is the first entry that does not fit, or `null`. */
  'record.verify': query(z.strictObject({}), z.object({ entries: z.int(), brokenAt: z.int().nullable() })),
}
