import type { Instant } from '../../shared/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { table } from '../db/table.ts'
import type { Escrow } from '../vault/changeSlots.ts'

/** Shares that were made for this vault: when, by whom, and when they were last tried. Never what stands in them. */
interface RecoveryRow {
  readonly id: string
  /** The slot of `keys.vk` they open. */
  readonly slot: string
  /** Four signs that stand in every share of the set. */
  readonly shares: string
  readonly needed: number
  readonly total: number
  /** Role code. */
  readonly madeBy: string
  readonly madeAt: Instant
  readonly rehearsedAt: Instant | null
  readonly usedAt: Instant | null
  /** Role code of whoever was let in with them. */
  readonly usedFor: string | null
  readonly endedAt: Instant | null
}

/** Every set of shares there ever was. Which one opens the vault, its slots say. */
export const recoveries = table<RecoveryRow>('recovery', {
  id: 'plain',
  slot: 'plain',
  shares: 'plain',
  needed: 'plain',
  total: 'plain',
  madeBy: 'plain',
  madeAt: 'plain',
  rehearsedAt: 'plain',
  usedAt: 'plain',
  usedFor: 'plain',
  endedAt: 'plain',
})

/** What is known of the shares of one slot. */
export const recoveryOf = (db: ReadDb, slot: string): RecoveryRow | null =>
  recoveries.all(db).find(row => row.slot === slot) ?? null

/**
 * Keeps somebody's own key for whoever comes with the shares; once for one person and one set. Not for shares that the record
 * does not know, or that were ended: somebody put them there from outside.
 */
export function keepEscrow(db: WriteDb, escrow: Escrow): void {
  prepare<[Escrow]>(
    db,
    `INSERT INTO escrow (slot, holder, box) SELECT @slot, @holder, @box
      WHERE EXISTS (SELECT 1 FROM recovery WHERE slot = @slot AND ended_at IS NULL)
     ON CONFLICT (slot, holder) DO NOTHING`,
  ).run(escrow)
}

/** Whether the own key of one person is kept for the shares of one slot. */
export const isEscrowed = (db: ReadDb, slot: string, holder: string): boolean =>
  prepare<[string, string]>(db, `SELECT 1 FROM escrow WHERE slot = ? AND holder = ?`).get(slot, holder) !==
  undefined

/** Whose own keys are kept for the shares of one slot. */
export const escrowsOf = (db: ReadDb, slot: string): Escrow[] =>
  prepare<[string], Escrow>(db, `SELECT slot, holder, box FROM escrow WHERE slot = ?`).all(slot)

/** Drops what was kept for shares that open nothing any more. @param slot the one that stays; `null`: none */
export function dropEscrows(db: WriteDb, slot: string | null): void {
  prepare<[string | null]>(db, `DELETE FROM escrow WHERE slot IS NOT ?`).run(slot)
}

/** Drops what was kept of one person. */
export function dropEscrowOf(db: WriteDb, holder: string): void {
  prepare<[string]>(db, `DELETE FROM escrow WHERE holder = ?`).run(holder)
}
