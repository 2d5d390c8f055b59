import { insertApart, removeApart, updateApart } from './apartRows.ts'
import type { RawRow } from './apartKeys.ts'
import { prepare } from './handles.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/** How a value is kept: `plain` as it is, `flag` as 0 or 1, `json` as JSON text. */
export type Kept = 'plain' | 'flag' | 'json'

type Row = Readonly<Record<string, unknown>>

/** Quoted, because `from`, `to` and `when` are words of SQL. */
const column = (name: string) => `"${name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}"`

const inward = (kept: Kept, value: unknown) =>
  kept === 'json' ? JSON.stringify(value) : kept === 'flag' ? Number(value) : value

const outward = (kept: Kept, value: unknown) =>
  kept === 'json' ? JSON.parse(value as string) : kept === 'flag' ? value === 1 : value

/**
 * One table whose rows are values of one schema: the statements that write and read whole rows.
 *
 * Column `caseId` of the value is column `case_id` of the table. `id` is the key. Reading keeps the order in which
 * rows were added. Rows of cases for named people are read and written sealed (`apartRows.ts`); for everybody else they are not there.
 */
export function table<T extends { readonly id: string }>(
  name: string,
  columns: { readonly [K in keyof T]: Kept },
) {
  const keys = Object.keys(columns) as (keyof T & string)[]
  const select = `SELECT ${keys.map(key => `${column(key)} AS "${key}"`).join(', ')} FROM ${name}`
  const insertSql = `INSERT INTO main.${name} (${keys.map(column).join(', ')}) VALUES (${keys.map(() => '?').join(', ')})`
  const standingSql = `SELECT ${keys.map(key => `${column(key)} AS "${key}"`).join(', ')} FROM main.${name} WHERE id = ?`

  const setSql = (some: readonly string[]) =>
    `UPDATE main.${name} SET ${some.map(key => `${column(key)} = @${key}`).join(', ')} WHERE id = @id`
  const keptOf = (value: Partial<T>) =>
    Object.fromEntries(
      keys.flatMap(key => (value[key] === undefined ? [] : [[key, inward(columns[key], value[key])]])),
    )
  const kept = (value: T) => Object.fromEntries(keys.map(key => [key, inward(columns[key], value[key])]))
  const raw = (row: Row) =>
    Object.fromEntries(Object.keys(row).map(key => [column(key).slice(1, -1), row[key] ?? null])) as RawRow
  const read = (row: Row) =>
    Object.fromEntries(keys.map(key => [key, outward(columns[key], row[key])])) as unknown as T
  const one = (row: Row | undefined) => (row ? read(row) : null)

  return {
    name,
    columns,
    insert(db: WriteDb, value: T): void {
      if (insertApart(db, name, { row: () => raw(kept(value)) })) return
      prepare<[unknown[]]>(db, insertSql).run(keys.map(key => inward(columns[key], value[key])))
    },
    /** Writes the columns that are unlike: no index is written that did not change, and nothing when all are alike. */
    update(db: WriteDb, value: T): void {
      const row = kept(value)
      if (updateApart(db, name, { id: value.id, row: () => raw(row) })) return
      const before = prepare<[string], Row>(db, standingSql).get(value.id)
      const unlike = before ? keys.filter(key => before[key] !== row[key]) : []
      if (unlike.length > 0) prepare<Row>(db, setSql(unlike)).run(row)
    },
    /** Writes these columns of a row, without reading it. @returns whether there is such a row */
    set(db: WriteDb, id: T['id'], some: Partial<Omit<T, 'id'>>): boolean {
      const row = keptOf(some as Partial<T>)
      if (updateApart(db, name, { id, row: () => raw(row) })) return true
      return prepare<Row>(db, setSql(Object.keys(row))).run({ ...row, id }).changes > 0
    },
    remove(db: WriteDb, id: T['id']): void {
      if (!removeApart(db, name, id)) prepare<[string]>(db, `DELETE FROM main.${name} WHERE id = ?`).run(id)
    },
    byId: (db: ReadDb, id: string) => one(prepare<[string], Row>(db, `${select} WHERE id = ?`).get(id)),
    ofCase: (db: ReadDb, caseId: string) =>
      prepare<[string], Row>(db, `${select} WHERE case_id = ? ORDER BY rowid`).all(caseId).map(read),
    /** Rows for which a constant SQL condition holds, in order. */
    where: (db: ReadDb, condition: string) =>
      prepare<[], Row>(db, `${select} WHERE ${condition} ORDER BY rowid`).all().map(read),
    all: (db: ReadDb) => prepare<[], Row>(db, `${select} ORDER BY rowid`).all().map(read),
  }
}
