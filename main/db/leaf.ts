import { hash as digestOf } from 'node:crypto'

/** One change, as far as its leaf covers it. `said` as it is kept, packed or not. */
export interface LeafChange {
  readonly tbl: string
  readonly row: string
  readonly said: Uint8Array
}

/** Where a change stood; `entry` only when a rescue moved it. */
interface Stood {
  readonly tbl: string
  readonly row: string
  readonly entry?: number
}

const moved = /^(\d+)\/([a-z_]+)\/(.+)$/su

/**
 * Where a change stood before a rescue made it part of the entry of the rescue (ADR 0033). Its leaf and what is sealed of it
 * are from then.
 */
export function beforeRescue({ tbl, row, entry }: Stood): Stood {
  const [, seq, table, id] = tbl === 'rescued' ? (moved.exec(row) ?? []) : []
  if (table === undefined || id === undefined) return entry === undefined ? { tbl, row } : { tbl, row, entry }
  return beforeRescue({ tbl: table, row: id, entry: Number(seq) })
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** A salt or a leaf as the database has it. */
export const bytesOf = (hexDigits: string): Uint8Array => Buffer.from(hexDigits, 'hex')

/** How many random bytes keep a short value from being guessed from its leaf. */
export const saltBytes = 16

/** Bytes of a hash, and so of a leaf. */
export const leafBytes = 32

/**
 * The salt, in hex, of the change at one place of an entry, counted from 0, or of its reason: drawn from the random bytes of
 * the entry, which nobody keeps. Tells nothing of the salts beside it, and goes with what it is the salt of.
 */
export const saltAt = (random: Uint8Array, at: number | 'reason'): string =>
  digestOf('sha256', `${hex(random)}:${at}`).slice(0, 2 * saltBytes)

/** The salts of the changes of one entry, as bytes, by their place in it. See `saltAt`. */
export function saltsOf(random: Uint8Array): (at: number) => Uint8Array {
  const before = `${hex(random)}:`
  return at => digestOf('sha256', `${before}${at}`, 'buffer').subarray(0, saltBytes)
}

/** Room for what most leaves are taken over, so that nothing is made for each. */
const room = Buffer.allocUnsafe(65_536)

/**
 * The leaf of one change, in hex: SHA-256 over its salt, its table and its row, each after its length in bytes, and what it
 * says. The bytes are hashed as they are kept, so that nothing is unpacked to check them.
 *
 * @param salt in hex.
 */
export const leafOf = (change: LeafChange, salt: string): string => hex(leafBytesOf(change, bytesOf(salt)))

/** The same in bytes. */
export function leafBytesOf({ tbl, row, said }: LeafChange, salt: Uint8Array): Buffer {
  const head = `${Buffer.byteLength(tbl)}:${tbl}${Buffer.byteLength(row)}:${row}`
  if (salt.length + head.length * 3 + said.length > room.length)
    return digestOf('sha256', Buffer.concat([salt, Buffer.from(head), said]), 'buffer')
  room.set(salt)
  const at = salt.length + room.write(head, salt.length)
  room.set(said, at)
  return digestOf('sha256', room.subarray(0, at + said.length), 'buffer')
}

/** What the hash of an entry covers in place of its reason, in hex. @param salt of the reason, in hex. */
export const reasonLeaf = (reason: string, salt: string): string =>
  digestOf('sha256', Buffer.concat([bytesOf(salt), Buffer.from(reason)]))

/** Random bytes as a salt in hex. */
export const saltOf = (bytes: Uint8Array): string => hex(bytes)
