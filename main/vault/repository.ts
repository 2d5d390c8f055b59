import type { Instant } from '../../shared/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

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

/** Keeps what was typed, in place of what was kept before under the same key. Not part of the record. */
export function keepDraft(
  db: WriteDb,
  { key, value, now }: { readonly key: string; readonly value: string; readonly now: Instant },
): void {
  prepare<[string, string, string]>(
    db,
    `INSERT INTO draft (key, value, kept_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, kept_at = excluded.kept_at`,
  ).run(key, value, now)
}

/** What was typed under a key, or `null`. */
export function draftOf(db: ReadDb, key: string): string | null {
  return (
    prepare<[string], { value: string }>(db, `SELECT value FROM draft WHERE key = ?`).get(key)?.value ?? null
  )
}

/** Forgets what was typed under a key: it was recorded, or given up. */
export function dropDraft(db: WriteDb, key: string): void {
  prepare<[string]>(db, `DELETE FROM draft WHERE key = ?`).run(key)
}
