import type { Json } from '../../../shared/exchange/version.ts'
import type { ColleagueId } from '../../../shared/model.ts'
import { prepare } from '../../db/handles.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What somebody wrote has spaces, an address strokes; ids, and keys made of ids, have none, nor what JSON spells otherwise. */
const isKey = (text: string) => !/[\s\\/"\p{Cc}]/u.test(text) && text.isWellFormed()

const idLength = 36

const textWith = (text: string, by: (id: string) => string): string =>
  text.length >= idLength && isKey(text) ? text.replaceAll(uuids, by) : text

/**
 * The same value with every id in it replaced, also where ids stand inside keys; never inside what somebody wrote. What holds
 * none is the same object.
 */
export const replaceIds = <T extends Json>(value: T, by: (id: string) => string): T =>
  replaced(value, by) as T

function replaced(value: Json, by: (id: string) => string): Json {
  if (typeof value === 'string') return textWith(value, by)
  if (typeof value !== 'object' || value === null) return value
  return isList(value) ? replacedList(value, by) : replacedFields(value, by)
}

function replacedList(value: readonly Json[], by: (id: string) => string): Json {
  let all: Json[] | null = null
  for (let at = 0; at < value.length; at++) {
    const one = value[at] ?? null
    const now = replaced(one, by)
    if (now !== one) (all ??= [...value])[at] = now
  }
  return all ?? value
}

/** A caseload has some hundred thousand of them: nothing is made for what stays. */
function replacedFields(value: { readonly [key: string]: Json }, by: (id: string) => string): Json {
  const keys = Object.keys(value)
  let isSame = true
  const now = keys.map(key => {
    const inside = value[key]
    const one = inside === undefined ? inside : replaced(inside, by)
    isSame &&= one === inside && inside !== undefined && textWith(key, by) === key
    return one
  })
  if (isSame) return value
  return Object.fromEntries(
    keys.flatMap((key, at) => {
      const one = now[at]
      return one === undefined ? [] : [[textWith(key, by), one] as const]
    }),
  )
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** Every id a value mentions, each once. */
export function idsIn(value: Json): string[] {
  const found = new Set<string>()
  gather(value, found)
  return [...found]
}

function gather(value: Json, found: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length >= idLength) for (const id of value.match(uuids) ?? []) found.add(id)
  } else if (isList(value)) for (const one of value) gather(one, found)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inside] of Object.entries(value)) {
      gather(key, found)
      gather(inside, found)
    }
}

/** What a row is called in packages, or `null` while it never was in one. */
export const refOf = (db: ReadDb, id: string): string | null =>
  prepare<[string], { ref: string }>(db, `SELECT ref FROM exchange_ref WHERE id = ?`).get(id)?.ref ?? null

/** The row of this vault that packages call so, or `null`. */
export const idOf = (db: ReadDb, ref: string): string | null =>
  prepare<[string], { id: string }>(db, `SELECT id FROM exchange_ref WHERE ref = ?`).get(ref)?.id ?? null

/** Gives a row its name in packages, for good. */
export const keepRef = (db: WriteDb, id: string, ref: string): void =>
  void prepare<[string, string]>(db, `INSERT OR IGNORE INTO exchange_ref (id, ref) VALUES (?, ?)`).run(
    id,
    ref,
  )

/** Whether this colleague knows of this row: it went to them, or came from them. */
export const isTold = (db: ReadDb, colleagueId: ColleagueId, id: string): boolean =>
  prepare<[string, string]>(db, `SELECT 1 FROM exchange_told WHERE colleague_id = ? AND id = ?`).get(
    colleagueId,
    id,
  ) !== undefined

/** Notes that this colleague knows of these rows. */
export function keepTold(db: WriteDb, colleagueId: ColleagueId, ids: Iterable<string>): void {
  const sql = `INSERT OR IGNORE INTO exchange_told (colleague_id, id) VALUES (?, ?)`
  for (const id of ids) prepare<[string, string]>(db, sql).run(colleagueId, id)
}

/** Rows that are destroyed have no names any more; only `kept` does, so that what tells of it again is known. */
export function forgetRefs(db: WriteDb, ids: Iterable<string>, kept: string): void {
  for (const id of ids) {
    prepare<[string]>(db, `DELETE FROM exchange_told WHERE id = ?`).run(id)
    if (id !== kept) prepare<[string]>(db, `DELETE FROM exchange_ref WHERE id = ?`).run(id)
  }
}
