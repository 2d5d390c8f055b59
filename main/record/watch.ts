import { verdictOf, isAlarming } from '../../shared/record/witness.ts'
import type { Instant } from '../../shared/model.ts'
import type { App } from '../app.ts'
import { forReading } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import type { OpenVault } from '../vault/vaultFile.ts'
import { chainHead, entriesOf } from './entry.ts'
import { keepMachineSighting, machineSighting } from '../vault/witnessFile.ts'
import { clockFloor, hashAt, restoredAt } from './repository.ts'
import { alarming, witnessLines, type Outside } from './witnesses.ts'

/** What was found outside when the vault was opened. */
export function outsideOf(app: App, vault: OpenVault): Outside {
  const { found } = vault
  const seal =
    found && found.chain_head !== '' ? { head: found.chain_head, at: found.time_claim as Instant } : null
  return { machine: machineSighting(app, vault), seal }
}

/** What this machine's clock is behind: the latest time of the record, or `null`. */
export function clockBehind(app: App, db: ReadDb): Instant | null {
  const floor = clockFloor(db)
  return floor > app.clock() ? (floor as Instant) : null
}

/**
 * Asks every witness, right after opening: cheap, nothing is recomputed. When one of them knows another record, or the clock
 * was set back, nothing is written before somebody has seen that.
 */
export function lookAround(app: App, vault: OpenVault): void {
  const db = forReading(vault.db)
  const outside = outsideOf(app, vault)
  app.desk.outside = outside
  app.desk.lookFirst = alarming(witnessLines(db, outside)) > 0 || clockBehind(app, db) !== null
  leaveWitness(app, vault)
}

/**
 * Keeps what this machine sees now, unless it saw another record before and nobody has explained that: then it goes on
 * saying so. Never throws.
 */
export function leaveWitness(app: App, vault: OpenVault): void {
  try {
    const db = forReading(vault.db)
    const machine = app.desk.outside?.machine ?? null
    const entries = entriesOf(db)
    if (entries === 0 || (machine && contradicts(db, machine))) return
    keepMachineSighting(app, vault, { entries, head: chainHead(db), at: app.clock() })
  } catch {
    // Locking goes on; the witness keeps what it knew.
  }
}

function contradicts(db: ReadDb, machine: NonNullable<Outside['machine']>): boolean {
  const seen = { entries: entriesOf(db), headThen: hashAt(db, machine.entries), restoredAt: restoredAt(db) }
  return isAlarming(verdictOf(machine, seen))
}
