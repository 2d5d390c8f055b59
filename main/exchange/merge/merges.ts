import type { Version } from '../../../shared/exchange/version.ts'
import type { CaseId, Instant } from '../../../shared/model.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { table } from '../../db/table.ts'
import type { Row } from './sharedTable.ts'

/** What stood before a package was merged, as far as the merge touched it. */
export interface Before {
  /** Rows the merge changed, as they were and as they became. */
  readonly changed: readonly { readonly table: string; readonly before: Row; readonly after: Row }[]
  /** Rows the merge added, in the order of adding. */
  readonly added: readonly { readonly table: string; readonly id: string }[]
  /** Rows the merge took off, in the order in which they can come back. */
  readonly removed: readonly { readonly table: string; readonly row: Row }[]
  /** How far each field it touched was written, by field. Nothing was kept of the rows it added. */
  readonly versions: readonly { readonly id: string; readonly version: Version | null }[]
}

/** A package that was merged into a case: one entry of the record. */
export interface Merge {
  readonly id: string
  readonly caseId: CaseId
  /** The row of the log. */
  readonly packageRow: string
  /** The number of the entry. */
  readonly entry: number
  readonly before: Before
  /** That it was undone, by which entry; `null` while it stands. */
  readonly undone: {
    readonly entry: number
    readonly by: string
    readonly at: Instant
    readonly why: string
  } | null
  readonly at: Instant
}

const merges = table<Merge>('exchange_merge', {
  id: 'plain',
  caseId: 'plain',
  packageRow: 'plain',
  entry: 'plain',
  before: 'json',
  undone: 'json',
  at: 'plain',
})

/** The packages that were merged into a case, oldest first. */
export const mergesOf = (db: ReadDb, caseId: CaseId): Merge[] => merges.ofCase(db, caseId)

/** One of them, or `null`. */
export const mergeById = (db: ReadDb, id: string): Merge | null => merges.byId(db, id)

/** Adds a merge. */
export const addMerge = (db: WriteDb, merge: Merge): void => merges.insert(db, merge)

/** Notes that one was undone. */
export const changeMerge = (db: WriteDb, merge: Merge): void => merges.update(db, merge)
