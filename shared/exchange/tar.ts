import { Refused } from '../refusal.ts'
import { bytesOfLatin1, joined, latin1Of, sameBytes } from './bytes.ts'
import { mostContent, mostFiles } from './manifest.ts'

/** One file of an archive. */
export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
}

const block = 512
const zero = '0000000\0'
const mostEntries = mostFiles + 2
const nameAllowed = /^[a-z0-9][a-z0-9.-]{0,59}$/
const wholeBlocks = (size: number) => Math.ceil(size / block) * block

/**
 * The header block of a regular file: POSIX ustar, mode 0600, nobody's, of no time.
 *
 * Nothing in it depends on the machine that wrote it.
 */
function header(name: string, size: number): Uint8Array {
  const bytes = new Uint8Array(block)
  const write = (text: string, at: number) => bytes.set(bytesOfLatin1(text), at)
  write(name, 0)
  write(`0000600\0${zero}${zero}`, 100)
  write(`${size.toString(8).padStart(11, '0')}\x0000000000000\0`, 124)
  write('        0', 148)
  write('ustar\x0000', 257)
  write(zero + zero, 329)
  let sum = 0
  for (const byte of bytes) sum += byte
  write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

/**
 * A plain ustar archive that ends with two empty blocks (ADR 0007), in parts: what the entries hold is not copied. The same
 * entries give the same bytes.
 *
 * @throws Refused `exchange/too-large` above 64 MiB of content.
 * @throws RangeError for what no caller may ask: a name outside `[a-z0-9.-]{1,60}`, a name twice, more than 64 entries.
 */
export function tarParts(entries: readonly Entry[]): readonly Uint8Array[] {
  const names = new Set(entries.map(entry => entry.name))
  if (names.size !== entries.length || names.size > mostEntries) throw new RangeError('entries')
  if (![...names].every(name => nameAllowed.test(name))) throw new RangeError('name')
  const content = entries.reduce((total, { bytes }) => total + bytes.length, 0)
  if (content > mostContent) throw new Refused('exchange/too-large')

  const parts = entries.flatMap(({ name, bytes }) => [
    header(name, bytes.length),
    bytes,
    new Uint8Array(wholeBlocks(bytes.length) - bytes.length),
  ])
  return [...parts, new Uint8Array(2 * block)]
}

/** The same archive in one. @throws Refused as `tarParts` */
export const writeTar = (entries: readonly Entry[]): Uint8Array => joined(...tarParts(entries))

/**
 * The entry at `at`, or a refusal.
 *
 * A header is accepted only when it is, byte for byte, the one `writeTar` writes for that name and size: that one comparison
 * checks the checksum, the type, the mode, the owner and every unused field.
 */
function entryAt(archive: Uint8Array, at: number): Entry {
  const found = archive.subarray(at, at + block)
  const name = latin1Of(found.subarray(0, 60)).replace(/\0.*$/s, '')
  const octal = latin1Of(found.subarray(124, 135))
  const size = /^[0-7]{11}$/.test(octal) ? Number.parseInt(octal, 8) : -1
  if (size < 0 || !nameAllowed.test(name) || !sameBytes(found, header(name, size)))
    throw new Refused('exchange/damaged')

  const start = at + block
  const rest = archive.subarray(start + size, start + wholeBlocks(size))
  if (start + wholeBlocks(size) > archive.length || !isEmpty(rest)) throw new Refused('exchange/damaged')
  return { name, bytes: archive.subarray(start, start + size) }
}

/** Only zeros. Read four at a time: there are many. */
function isEmpty(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fours = bytes.length - (bytes.length % 4)
  for (let at = 0; at < fours; at += 4) if (view.getUint32(at) !== 0) return false
  return bytes.subarray(fours).every(byte => byte === 0)
}

/**
 * The entries of an archive made by `writeTar`, in their order. Their bytes are views into `archive`.
 *
 * Only that one form is read: regular files with plain names, no name twice, at most 64 entries and 64 MiB, two empty blocks,
 * then nothing but zeros.
 *
 * @throws Refused `exchange/damaged` for anything else.
 */
export function readTar(archive: Uint8Array): Entry[] {
  const entries = new Map<string, Entry>()
  let at = 0
  let content = 0
  while (at < archive.length && archive[at] !== 0) {
    const entry = entryAt(archive, at)
    content += entry.bytes.length
    if (entries.has(entry.name) || entries.size === mostEntries || content > mostContent)
      throw new Refused('exchange/damaged')
    entries.set(entry.name, entry)
    at += block + wholeBlocks(entry.bytes.length)
  }
  if (archive.length - at < 2 * block || !isEmpty(archive.subarray(at))) throw new Refused('exchange/damaged')
  return [...entries.values()]
}
