import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toldIn } from '../../main/db/said.ts'
import {
  pageBytes,
  pagesOfRows,
  rowsIn,
  statesIn,
  withDatabase,
  type PagesOfRows,
  type Rows,
} from './place.ts'

/** Everything a vault held, in every state it ever was, and which pages each row needs. */
export interface Original {
  readonly file: Buffer
  readonly rows: Rows
  readonly states: ReadonlyMap<string, ReadonlySet<string>>
  readonly needed: PagesOfRows
}

export const originalOf = async (folder: string): Promise<Original> => ({
  file: readFileSync(join(folder, 'case.db')),
  rows: await withDatabase(folder, rowsIn),
  states: await withDatabase(folder, statesIn),
  needed: await pagesOfRows(folder),
})

/** The record and its clock: the rescue writes an entry of its own, and what no longer verifies moves into it. */
export const isOfRecord = (table: string): boolean => ['change', 'entry', 'clock_floor'].includes(table)

/** What a rescue is held to. */
export interface Judged {
  /** Rows all of whose pages are as they were. */
  readonly rescuable: number
  /** Of those: the rows that are in the new vault, or apart in its record. */
  readonly rescued: number
  readonly missing: readonly string[]
  /** Rows in a state they never were in. */
  readonly invented: readonly string[]
}

const invented = ({ rows: before, states }: Original, found: Rows) =>
  [...found].flatMap(([table, rows]) => {
    const known = new Set([...(before.get(table)?.values() ?? []), ...(states.get(table) ?? [])])
    return isOfRecord(table)
      ? []
      : [...rows.values()].filter(row => !known.has(row)).map(row => `${table} ${row}`)
  })

function rescuable({ file, rows, needed }: Original, damaged: Buffer): { table: string; row: string }[] {
  const isWhole = (number: number) => {
    const [from, to] = [(number - 1) * pageBytes, number * pageBytes]
    return damaged.length >= to && damaged.subarray(from, to).equals(file.subarray(from, to))
  }
  return [...needed].flatMap(([table, places]) =>
    [...places].flatMap(([rowid, used]) => {
      const row = rows.get(table)?.get(rowid)
      return row !== undefined && !isOfRecord(table) && used.every(isWhole) ? [{ table, row }] : []
    }),
  )
}

/** What stood apart, as the record of the rescue keeps it. */
const apartIn = (found: Rows) =>
  [...(found.get('change')?.values() ?? [])]
    .filter(row => row.includes('"rescued"'))
    .map(row =>
      toldIn(Buffer.from(String((JSON.parse(row) as unknown[])[4]), 'hex'))
        .flat()
        .join(' '),
    )
    .join('\n')

/** Holds a rescued vault against what it was rescued from. */
export function outcomeOf(original: Original, found: Rows, damaged: Buffer): Judged {
  const apart = apartIn(found)
  const there = new Map([...found].map(([table, rows]) => [table, new Set(rows.values())]))
  const due = rescuable(original, damaged)
  const missing = due
    .filter(
      ({ table, row }) =>
        !there.get(table)?.has(row) && !apart.includes(String((JSON.parse(row) as unknown[])[0])),
    )
    .map(({ table, row }) => `${table} ${row}`)
  return {
    rescuable: due.length,
    rescued: due.length - missing.length,
    missing,
    invented: invented(original, found),
  }
}
