import type { OpenId } from '../vocabulary/index.ts'
import { z } from '../zod.ts'
import { Label, ListId, labelIn } from './lists.ts'
import type { ListEdition } from './lists.ts'

/** A wording of one code of one list on one row, when it reads otherwise today. */
export const Wording = z.object({
  row: z.string(),
  list: ListId,
  code: z.string(),
  /** How it read when it was recorded; `null`: as it came with Vigil. */
  was: Label.nullable(),
})
export type Wording = z.infer<typeof Wording>

/** One edition of one list and its place in the record: the number of the entry that wrote it. */
export interface Dated {
  readonly list: OpenId
  readonly entries: ListEdition
  readonly entry: number
}

/** One code as it stands on one row, and the number of the entry that wrote it there. */
export interface Written {
  readonly row: string
  readonly list: OpenId
  readonly code: string
  readonly entry: number
}

/** The edition of a list that was valid when an entry was made. Entries are counted; no clock is asked. */
export const editionAt = (editions: readonly Dated[], list: OpenId, entry: number): ListEdition =>
  editions.findLast(one => one.list === list && one.entry <= entry)?.entries ?? []

/**
 * The codes of a case that read otherwise today than when they were recorded.
 *
 * @param editions every edition there ever was, in the order of recording.
 */
export function wordingsSince(written: readonly Written[], editions: readonly Dated[]): Wording[] {
  return written.flatMap(({ row, list, code, entry }) => {
    const was = labelIn(editionAt(editions, list, entry), code)
    const now = labelIn(editionAt(editions, list, Number.POSITIVE_INFINITY), code)
    return JSON.stringify(was) === JSON.stringify(now) ? [] : [{ row, list, code, was }]
  })
}
