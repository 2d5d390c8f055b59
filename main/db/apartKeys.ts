import { createCipheriv, createDecipheriv } from 'node:crypto'
import { drawn } from './chance.ts'
import type { ReadDb } from './handles.ts'
import { beforeRescue, bytesOf, saltBytes, saltOf } from './leaf.ts'

/*
 * Cases for named people (ADR 0029), as one connection knows them: of each either its key, or that whoever is at the desk
 * is not named. A vault without such a case has nothing here, and pays nothing.
 */
const known = new WeakMap<object, Map<string, Uint8Array | null>>()

const none: ReadonlyMap<string, Uint8Array | null> = new Map()

/** Every case for named people, with its key where whoever is at the desk has it. */
export const apartCases = (db: ReadDb): ReadonlyMap<string, Uint8Array | null> => known.get(db) ?? none

/** The cases that are for others, as JSON text for a statement. */
export const hiddenCases = (db: ReadDb): string =>
  JSON.stringify([...apartCases(db)].flatMap(([caseId, key]) => (key ? [] : [caseId])))

/** From here on this connection knows these, and no others. Keys it knew are wiped. */
export function knowApart(db: ReadDb, cases: ReadonlyMap<string, Uint8Array | null>): void {
  for (const key of apartCases(db).values()) key?.fill(0)
  if (cases.size === 0) known.delete(db)
  else known.set(db, new Map(cases))
}

/** The key of a case; `null` when it is for others; `undefined` when it is for everybody of the vault. */
export const caseKey = (db: ReadDb, caseId: string | null): Uint8Array | null | undefined =>
  caseId === null ? undefined : known.get(db)?.get(caseId)

/** A key, and what a sealed value stands for: it opens for nothing else. */
export interface Lock {
  readonly key: Uint8Array
  readonly bound: string
}

/** AES-256-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag. */
export function sealBytes(bytes: Uint8Array, { key, bound }: Lock): Uint8Array {
  const nonce = drawn(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** @throws Error when it was sealed for something else, under another key, or altered. */
export function openBytes(sealed: Uint8Array, { key, bound }: Lock): Uint8Array {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(-16))
  return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()])
}

type Value = string | number | null | Uint8Array

/** One row as the database has it: columns by name. */
export type RawRow = Readonly<Record<string, Value>>

const written = (value: Value) =>
  value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value

const readBack = (value: Exclude<Value, Uint8Array> | { readonly bytes: string }): Value =>
  typeof value === 'object' && value !== null ? Buffer.from(value.bytes, 'base64') : value

/** A row, sealed whole. */
export const sealRow = (row: RawRow, lock: Lock): Uint8Array =>
  sealBytes(
    Buffer.from(
      JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, written(value)]))),
    ),
    lock,
  )

/** The row in it. @throws Error as `openBytes` */
export function openRow(sealed: Uint8Array, lock: Lock): RawRow {
  const read = JSON.parse(Buffer.from(openBytes(sealed, lock)).toString('utf8')) as Record<string, never>
  return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, readBack(value)]))
}

/** What a row of a table is bound to. */
export const rowBound = (table: string, row: string): string => `vigil/row/v1|${table}|${row}`

/** What one change of the record, or the reason of one entry, says, as it is kept. `salt`: 16 bytes, in hex. */
export interface Said {
  readonly said: Uint8Array
  readonly salt: string
}

/** What one change is bound to, wherever a rescue put it. */
export const changeBound = (change: {
  readonly entry: number
  readonly tbl: string
  readonly row: string
}): string => {
  const { entry, tbl, row } = { entry: change.entry, ...beforeRescue({ tbl: change.tbl, row: change.row }) }
  return `vigil/change/v2|${entry}|${tbl}|${row}`
}

/** What the reason of one entry is bound to. */
export const reasonBound = (seq: number): string => `vigil/reason/v2|${seq}`

/** The salt, and what is said. */
export const sealSaid = ({ said, salt }: Said, lock: Lock): Uint8Array =>
  sealBytes(Buffer.concat([bytesOf(salt), said]), lock)

/** The same; `null` when it does not open: somebody altered it, and nobody can read it. */
export function tryOpenSaid(sealed: Uint8Array, lock: Lock): Said | null {
  try {
    return openSaid(sealed, lock)
  } catch {
    return null
  }
}

/** @throws Error as `openBytes` */
function openSaid(sealed: Uint8Array, lock: Lock): Said {
  const opened = openBytes(sealed, lock)
  return { said: opened.subarray(saltBytes), salt: saltOf(opened.subarray(0, saltBytes)) }
}
