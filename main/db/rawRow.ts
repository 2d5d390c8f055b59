import { insertApart, removeApart, updateApart } from './apartRows.ts'
import type { RawRow } from './apartKeys.ts'
import { prepare } from './handles.ts'
import type { WriteDb } from './handles.ts'

/** A row of a table without a model of its own. */
interface Putting {
  /** The columns that are its key. */
  readonly key: readonly string[]
  readonly row: RawRow
  /** The case it belongs to. */
  readonly caseId: string | null
}

const names = (columns: readonly string[]) => columns.join(', ')

/** Adds a row, or writes over the one with its key; sealed when its case is for named people. */
export function putRow(db: WriteDb, name: string, { key, row, caseId }: Putting): void {
  const id = key.map(column => String(row[column])).join(':')
  if (updateApart(db, name, { id, row: () => row })) return
  if (insertApart(db, name, { row: () => row, caseId })) return
  const columns = Object.keys(row)
  const set = columns.filter(column => !key.includes(column)).map(column => `${column} = excluded.${column}`)
  const sql = `INSERT INTO main.${name} (${names(columns)}) VALUES (${names(columns.map(column => `@${column}`))})
    ON CONFLICT (${names(key)}) DO UPDATE SET ${names(set)}`
  prepare<RawRow>(db, sql).run(row)
}

/** Takes a row away. @param key the column that is its key */
export function dropRow(
  db: WriteDb,
  name: string,
  { key, id }: { readonly key: string; readonly id: string },
): void {
  if (removeApart(db, name, id)) return
  prepare<[string]>(db, `DELETE FROM main.${name} WHERE ${key} = ?`).run(id)
}
