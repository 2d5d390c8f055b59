import type { Instant, OfficerId } from '../../shared/model.ts'
import { openBytes, sealBytes } from '../db/apartKeys.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { table } from '../db/table.ts'
import type { Holder } from './slot.ts'

/** Settings of this vault, with their history. */
interface Settings {
  readonly officer: string
  readonly idleMinutes: number
  /** Set once, when a vault is made for practice: every case in it is invented. */
  readonly practice: boolean
}

const rows = table<{ readonly id: string; readonly value: unknown }>('setting', {
  id: 'plain',
  value: 'json',
})

/** One setting, or `null` when it was never set. */
export function setting<K extends keyof Settings>(db: ReadDb, name: K): Settings[K] | null {
  return (rows.byId(db, name)?.value as Settings[K] | undefined) ?? null
}

/** Sets one setting. */
export function putSetting<K extends keyof Settings>(db: WriteDb, name: K, value: Settings[K]): void {
  if (rows.byId(db, name)) rows.update(db, { id: name, value })
  else rows.insert(db, { id: name, value })
}

/** Whose draft it is, and which: what one person typed opens for nobody else. */
export interface DraftPlace {
  readonly officerId: OfficerId
  readonly key: string
  readonly ownKey: Holder['ownKey']
}

/** A draft is sealed under a key of its own person. The caller wipes it. */
const lockOf = ({ officerId, key, ownKey }: DraftPlace) => ({
  key: ownKey('draft'),
  bound: `vigil/draft/v1|${officerId}|${key}`,
})

/** Keeps what was typed, in place of what was kept before under the same key. Not part of the record. */
export function keepDraft(
  db: WriteDb,
  place: DraftPlace,
  { value, now }: { readonly value: string; readonly now: Instant },
): void {
  const lock = lockOf(place)
  prepare<[string, string, Uint8Array, string]>(
    db,
    `INSERT INTO draft (officer_id, key, sealed, kept_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (officer_id, key) DO UPDATE SET sealed = excluded.sealed, kept_at = excluded.kept_at`,
  ).run(place.officerId, place.key, sealBytes(Buffer.from(value), lock), now)
  lock.key.fill(0)
}

/** What was typed under a key by one person, or `null`. */
export function draftOf(db: ReadDb, place: DraftPlace): string | null {
  const kept = prepare<[string, string], { sealed: Uint8Array }>(
    db,
    `SELECT sealed FROM draft WHERE officer_id = ? AND key = ?`,
  ).get(place.officerId, place.key)
  if (!kept) return null
  const lock = lockOf(place)
  const value = Buffer.from(openBytes(kept.sealed, lock)).toString('utf8')
  lock.key.fill(0)
  return value
}

/** Forgets what one person typed under a key: it was recorded, or given up. */
export function dropDraft(db: WriteDb, { officerId, key }: Pick<DraftPlace, 'officerId' | 'key'>): void {
  prepare<[string, string]>(db, `DELETE FROM draft WHERE officer_id = ? AND key = ?`).run(officerId, key)
}

/** Whether anybody typed something under a key that was not recorded. */
export const isDrafted = (db: ReadDb, key: string): boolean =>
  prepare<[string]>(db, `SELECT 1 FROM draft WHERE key = ?`).get(key) !== undefined

/** Forgets what anybody typed under a key. */
export function dropDraftsOf(db: WriteDb, key: string): void {
  prepare<[string]>(db, `DELETE FROM draft WHERE key = ?`).run(key)
}

/**
 * Forgets what anybody typed about these rows, and what anybody's screen held when the vault was locked: it cannot be told what
 * stands there, because it is sealed for each of them.
 */
export function dropDraftsAbout(db: WriteDb, ids: ReadonlySet<string>): void {
  const keys = prepare<[], { key: string }>(db, `SELECT DISTINCT key FROM draft`).all()
  const isAbout = (key: string) => key === 'desk:kept' || key.split(/[:/ ]/).some(part => ids.has(part))
  for (const { key } of keys) if (isAbout(key)) dropDraftsOf(db, key)
}
