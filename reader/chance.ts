import { Day, Instant, PackageId } from '../shared/model.ts'
import { hexOf } from '../shared/exchange/bytes.ts'

/** Random bytes from the browser. */
export const chance = (size: number): Uint8Array => crypto.getRandomValues(new Uint8Array(size))

/** A new number for a package: a random UUID (RFC 9562, version 4). Made by hand: a page from a file may lack the maker. */
export function packageId(): PackageId {
  const bytes = chance(16)
  const [six = 0, eight = 0] = [bytes[6], bytes[8]]
  bytes[6] = (six & 0x0f) | 0x40
  bytes[8] = (eight & 0x3f) | 0x80
  return PackageId.parse(hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'))
}

/** This moment by the clock of this machine. */
export const now = (): Instant => Instant.parse(new Date().toISOString())

/** The day where this machine stands. */
export function today(): Day {
  const date = new Date()
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  return Day.parse(parts.map(part => String(part).padStart(2, '0')).join('-'))
}
