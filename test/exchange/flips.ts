import { writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { looksAt } from './offices.ts'
import type { Office } from './offices.ts'

/** A file that was damaged on its way, and how. */
export interface Damaged {
  readonly how: string
  readonly bytes: Uint8Array
}

/**
 * Copies of a file with one bit turned, and beginnings of it: of the first 300 bytes every one, of the rest as many as were
 * asked for, evenly over the whole. At least 500 turned and 200 beginnings.
 */
export function damagedCopies(file: Uint8Array): Damaged[] {
  const evenly = (count: number) =>
    Array.from({ length: count }, (_, at) => 300 + Math.floor((at * (file.length - 301)) / count))
  const flips = [...Array(300).keys(), ...evenly(240)].map(at => {
    const bytes = Uint8Array.from(file)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
    return { how: `bit ${at % 8} of byte ${at}`, bytes }
  })
  const ends = [...Array(60).keys(), ...evenly(150)]
  return [...flips, ...ends.map(end => ({ how: `first ${end} bytes`, bytes: file.subarray(0, end) }))]
}

/** Every damaged copy is refused with a code, and nothing of it lies on the desk. */
export async function expectAllRefused(office: Office, file: Uint8Array): Promise<void> {
  const path = office.path('damaged.age')
  for (const { how, bytes } of damagedCopies(file)) {
    writeFileSync(path, bytes)
    const reply = await looksAt(office, path)
    expect(reply.ok, how).toBe(false)
    expect(office.app.app.desk.arrived, how).toBeNull()
  }
}
