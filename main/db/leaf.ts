import { createHash } from 'node:crypto'

/** One change, as far as its leaf covers it. */
export interface LeafChange {
  readonly tbl: string
  readonly row: string
  readonly col: string
  readonly old: string | null
  readonly new: string | null
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

const sha256 = (value: string) => createHash('sha256').update(value).digest('hex')
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The salt of the change at one place of an entry, counted from 0: tells nothing of the salts beside it. */
export const saltAt = (salt: Uint8Array | null, at: number): Uint8Array =>
  createHash('sha256')
    .update(salt ?? new Uint8Array())
    .update(`:${at}`)
    .digest()

/** The leaf of one change: SHA-256, in hex, over its salt and its fields as a JSON array. */
export const leafOf = ({ tbl, row, col, old, new: now }: LeafChange, salt: Uint8Array): string =>
  sha256(JSON.stringify([hex(salt), tbl, row, col, old, now]))

/** What the hash of an entry covers in place of its reason. @param salt of the reason alone. */
export const reasonLeaf = (reason: string, salt: Uint8Array): string =>
  sha256(JSON.stringify([hex(salt), reason]))

/** Where the salt of the reason stands among those of an entry. */
export const reasonPlace = -1
