import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refused } from '../../shared/refusal.ts'
import {
  damagedCopy,
  filledVault,
  newFolder,
  pageBytes,
  pagesOfRows,
  rescue,
  rowsIn,
  statesIn,
  withDatabase,
  type PagesOfRows,
  type Rows,
} from './place.ts'

const parent = newFolder()
let whole = ''
let pages = 0
let before: Rows
let states: ReadonlyMap<string, ReadonlySet<string>>
let needed: PagesOfRows

beforeAll(async () => {
  whole = await filledVault(parent, 3)
  pages = statSync(join(whole, 'case.db')).size / pageBytes
  before = await withDatabase(whole, rowsIn)
  states = await withDatabase(whole, statesIn)
  needed = await pagesOfRows(whole)
}, 60_000)

afterAll(() => rmSync(parent, { recursive: true, force: true }))

/** The record and its clock: the rescue writes an entry of its own, and what no longer verifies moves into it. */
const isOfRecord = (table: string) => ['change', 'entry', 'clock_floor'].includes(table)

type Edit = (bytes: Buffer) => Buffer

const page = fc.nat().map(n => n % pages)
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ page, at: fc.nat(pageBytes - 1), bit: fc.nat(7) }).map(({ page, at, bit }): Edit => bytes => {
    const place = page * pageBytes + at
    if (place < bytes.length) bytes[place]! ^= 1 << bit
    return bytes
  }),
  fc.record({ page }).map(({ page }): Edit => bytes => {
    if ((page + 1) * pageBytes <= bytes.length) bytes.fill(0, page * pageBytes, (page + 1) * pageBytes)
    return bytes
  }),
  fc.record({ page, other: page }).map(({ page, other }): Edit => bytes => {
    if (Math.max(page, other) * pageBytes < bytes.length)
      bytes.copy(bytes, page * pageBytes, other * pageBytes, (other + 1) * pageBytes)
    return bytes
  }),
  fc.nat().map(
    (n): Edit =>
      bytes =>
        bytes.subarray(0, n % bytes.length),
  ),
  fc.uint8Array({ minLength: 1, maxLength: 9000 }).map(
    (more): Edit =>
      bytes =>
        Buffer.concat([bytes, more]),
  ),
)

let number = 0

/** Rescues a damaged copy; what came of it is looked at and thrown away. */
async function afterDamage<T>(
  damage: readonly Edit[],
  look: (found: Rows, damaged: Buffer) => T,
): Promise<T | null> {
  number += 1
  const to = join(parent, `damaged-${number}.vigil`)
  const rescued = join(parent, `rescued-${number}.vigil`)
  damagedCopy(whole, { to, edit: bytes => damage.reduce((edited, edit) => edit(edited), bytes) })
  try {
    await rescue(to, rescued)
    return look(await withDatabase(rescued, rowsIn), readFileSync(join(to, 'case.db')))
  } catch (error) {
    if (error instanceof Refused && error.code === 'vault/nothing-to-rescue') return null
    throw error
  } finally {
    rmSync(to, { recursive: true, force: true })
    rmSync(rescued, { recursive: true, force: true })
  }
}

/** Rows that stand in no state they ever were in. */
const invented = (found: Rows) =>
  [...found].flatMap(([table, rows]) => {
    const known = new Set([...(before.get(table)?.values() ?? []), ...(states.get(table) ?? [])])
    return isOfRecord(table)
      ? []
      : [...rows.values()].filter(row => !known.has(row)).map(row => `${table} ${row}`)
  })

/** Rows all of whose pages are as they were. */
function rescuable(damaged: Buffer): { table: string; row: string }[] {
  const original = readFileSync(join(whole, 'case.db'))
  const isWhole = (number: number) => {
    const [from, to] = [(number - 1) * pageBytes, number * pageBytes]
    return damaged.length >= to && damaged.subarray(from, to).equals(original.subarray(from, to))
  }
  return [...needed].flatMap(([table, rows]) =>
    [...rows].flatMap(([rowid, used]) => {
      const row = before.get(table)?.get(rowid)
      return row !== undefined && used.every(isWhole) ? [{ table, row }] : []
    }),
  )
}

/** What stood apart, as the record of the rescue keeps it. */
const apartIn = (found: Rows) =>
  [...(found.get('change')?.values() ?? [])].filter(row => row.includes('"rescued"')).join('\n')

describe('a rescue', () => {
  it('of a vault that is whole brings every row, and says so in one more entry', async () => {
    await afterDamage([], found => {
      for (const [table, rows] of before) {
        const there = [...(found.get(table)?.entries() ?? [])].filter(([number]) => rows.has(number))
        if (table !== 'clock_floor') expect([table, there]).toEqual([table, [...rows]])
        if (!isOfRecord(table)) expect(found.get(table)?.size).toBe(rows.size)
      }
      expect(found.get('entry')?.size).toBe((before.get('entry')?.size ?? 0) + 1)
    })
  })

  it('never invents a row, and brings every row whose pages are whole, whatever was damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 6 }), async damage => {
        await afterDamage(damage, (found, damaged) => {
          expect(invented(found)).toEqual([])
          const apart = apartIn(found)
          const there = new Map([...found].map(([table, rows]) => [table, new Set(rows.values())]))
          const missing = rescuable(damaged).filter(
            ({ table, row }) =>
              !isOfRecord(table) &&
              !there.get(table)?.has(row) &&
              !apart.includes(JSON.parse(row)[0] as string),
          )
          expect(missing).toEqual([])
        })
      }),
      { numRuns: 12 },
    )
  }, 240_000)
})
