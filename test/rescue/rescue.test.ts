import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refused } from '../../shared/refusal.ts'
import { isOfRecord, originalOf, outcomeOf, type Original } from './oracle.ts'
import {
  damagedCopy,
  filledVault,
  newFolder,
  pageBytes,
  rescue,
  rowsIn,
  withDatabase,
  type Rows,
} from './place.ts'

const parent = newFolder()
let whole = ''
let pages = 0
let original: Original

beforeAll(async () => {
  whole = await filledVault(parent, 3)
  pages = statSync(join(whole, 'case.db')).size / pageBytes
  original = await originalOf(whole)
}, 60_000)

afterAll(() => rmSync(parent, { recursive: true, force: true }))

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

describe('a rescue', () => {
  it('of a vault that is whole brings every row, and says so in one more entry', async () => {
    await afterDamage([], found => {
      for (const [table, rows] of original.rows) {
        const there = [...(found.get(table)?.entries() ?? [])].filter(([number]) => rows.has(number))
        if (table !== 'clock_floor') expect([table, there]).toEqual([table, [...rows]])
        if (!isOfRecord(table)) expect(found.get(table)?.size).toBe(rows.size)
      }
      expect(found.get('entry')?.size).toBe((original.rows.get('entry')?.size ?? 0) + 1)
    })
  })

  it('never invents a row, and brings every row whose pages are whole, whatever was damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 6 }), async damage => {
        await afterDamage(damage, (found, damaged) => {
          const { missing, invented } = outcomeOf(original, found, damaged)
          expect(invented).toEqual([])
          expect(missing).toEqual([])
        })
      }),
      { numRuns: 12 },
    )
  }, 240_000)
})
