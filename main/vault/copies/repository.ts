import type { Instant } from '../../../shared/model.ts'
import type { VaultCopy, VaultDrill, VaultRestore } from '../../../shared/vault/copies.ts'
import { prepare, type ReadDb } from '../../db/handles.ts'
import { table } from '../../db/table.ts'

export const copies = table<VaultCopy>('vault_copy', {
  id: 'plain',
  madeAt: 'plain',
  madeBy: 'plain',
  label: 'plain',
  bytes: 'plain',
  entries: 'plain',
  head: 'plain',
})

export const drills = table<VaultDrill>('vault_drill', {
  id: 'plain',
  doneAt: 'plain',
  doneBy: 'plain',
  result: 'plain',
  copyMadeAt: 'plain',
  entries: 'plain',
  head: 'plain',
})

export const restores = table<VaultRestore>('vault_restore', {
  id: 'plain',
  restoredAt: 'plain',
  restoredBy: 'plain',
  copyMadeAt: 'plain',
  entries: 'plain',
  head: 'plain',
})

/** How many entries were made after one, without those that say that a copy was made or tried. */
export const entriesSince = (db: ReadDb, seq: number): number =>
  prepare<[number], { since: number }>(
    db,
    `SELECT count(*) AS since FROM entry WHERE seq > ? AND operation NOT IN ('vault.makeCopy', 'vault.drill')`,
  ).get(seq)?.since ?? 0

/** When the record of this vault begins. */
export const begunAt = (db: ReadDb): Instant | null =>
  prepare<[], { at: Instant }>(db, `SELECT at FROM entry ORDER BY seq LIMIT 1`).get()?.at ?? null
