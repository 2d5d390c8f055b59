import { CaseId, Instant } from '../model.ts'
import { z } from '../zod.ts'

/** One sealed entry: who did what, when, why. `hash` covers everything else and the entry before. */
export const Entry = z.object({
  seq: z.int(),
  at: Instant,
  actor: z.string(),
  operation: z.string(),
  caseId: CaseId.nullable(),
  reason: z.string().nullable(),
  changes: z.int(),
  hash: z.string(),
})
export type Entry = z.infer<typeof Entry>

/** One changed field of one row. Values are as stored; what identifies a person is sealed there as here. */
export const Change = z.object({
  tbl: z.string(),
  row: z.string(),
  col: z.string(),
  old: z.string().nullable(),
  new: z.string().nullable(),
})
export type Change = z.infer<typeof Change>
