import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { saidVersion, saidWords } from './saidWords.ts'

/** One changed column of a row: its name, what stood in it, what stands in it from then on. Values as text, as stored. */
export type Told = readonly [col: string, old: string | null, now: string | null]

const words = Buffer.from(saidWords)

/** Below so many bytes packing saves nothing. */
const leastPacked = 120

/** No row of a vault says more, in bytes. */
const mostSaid = 256 * 1024 * 1024

/** What JSON of an array begins with, and nothing that is packed. */
const bracket = 0x5b

/**
 * What a row of the record says, as it is kept: long JSON as one byte for the version of the words and raw DEFLATE (RFC 1951)
 * with these words before it; short JSON as it is.
 */
export function packed(said: Uint8Array): Uint8Array {
  if (said.length < leastPacked || said[0] !== bracket) return said
  const small = deflateRawSync(said, { dictionary: words, windowBits: 15, memLevel: 8, chunkSize: 1024 })
  return small.length + 1 < said.length ? Buffer.concat([Buffer.of(saidVersion), small]) : said
}

/** The JSON of it, as bytes. @throws Error when it is neither. */
function unpacked(said: Uint8Array): Buffer {
  if (said[0] === bracket) return Buffer.from(said.buffer, said.byteOffset, said.byteLength)
  if (said[0] !== saidVersion) throw new Error('a change packed with other words')
  return inflateRawSync(said.subarray(1), { dictionary: words, maxOutputLength: mostSaid })
}

const isTold = (value: unknown): value is Told =>
  Array.isArray(value) && value.length === 3 && typeof value[0] === 'string'

function read(said: Uint8Array | null, encoding: 'utf8' | 'latin1'): readonly Told[] {
  if (said === null) return []
  try {
    const value: unknown = JSON.parse(unpacked(said).toString(encoding))
    return Array.isArray(value) ? value.filter(isTold) : []
  } catch {
    return []
  }
}

/** The columns it tells of, in the order of the table. None when it is not there, or nobody can read it; checking the record names that. */
export const toldIn = (said: Uint8Array | null): readonly Told[] => read(said, 'utf8')

/** The same with every byte of a value as one character, for values that may not be text. */
export const bytesToldIn = (said: Uint8Array | null): readonly Told[] => read(said, 'latin1')

/** What tells of these columns, not packed. */
export const saying = (told: readonly Told[]): Buffer => Buffer.from(JSON.stringify(told))

/** The same of values with one character for every byte. */
export const sayingBytes = (told: readonly Told[]): Buffer => Buffer.from(JSON.stringify(told), 'latin1')

const caseColumn = /\["case_id",(?:null|"([^"\\]*)"),(?:null|"([^"\\]*)")\]/

const firstColumn = /^\[\["case_id",(?:null|"([^"\\]*)"),(?:null|"([^"\\]*)")\]/

/** The case a row that is not packed yet says it belongs to; `null` when it says nothing of that. */
export function caseSaidIn(said: Uint8Array | null): string | null {
  if (said === null) return null
  const bytes = unpacked(said)
  // A row that came or went says so first.
  const [, old, now] =
    firstColumn.exec(bytes.toString('latin1', 0, 160)) ?? caseColumn.exec(bytes.toString('latin1')) ?? []
  return now ?? old ?? null
}
