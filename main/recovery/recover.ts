import type { OfficerId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Recoverable } from '../../shared/recovery/model.ts'
import type { App } from '../app.ts'
import { forReading, forWriting } from '../db/handles.ts'
import type { Connection } from '../db/handles.ts'
import { mustBeOurs } from '../db/shape.ts'
import { chainHead, openEntry, sealEntry } from '../record/entry.ts'
import { openBox } from '../vault/box.ts'
import { proveRestored } from '../vault/copies/prove.ts'
import { bringUpToDate } from '../vault/copies/upgrade.ts'
import { people, type OfficerRow } from '../vault/people.ts'
import { escrowOf } from '../vault/recoverySlot.ts'
import { isRecoverySlot, type RecoverySlot } from '../vault/slot.ts'
import { joinShares } from '../vault/shares.ts'
import { unlockByShares, type OpenVault } from '../vault/vaultFile.ts'
import { escrowsOf, recoveries, recoveryOf } from './repository.ts'

/** A vault opened with its shares, and the slot they opened. */
interface Recovered {
  readonly vault: OpenVault
  readonly slot: RecoverySlot
}

/** What every opening does before anything is written: a restored copy is proved, and no step is taken without a copy. */
async function makeReady({ desk, logFault }: App, vault: OpenVault): Promise<void> {
  mustBeOurs(vault.db)
  await proveRestored(desk.folder, vault)
  await bringUpToDate({ folder: desk.folder, vault, onFault: error => logFault('vault.recover', error) })
}

/** Opens it, does one thing and closes it: nobody works in a vault as whoever came with the shares. */
async function withShares<T>(
  app: App,
  shares: readonly string[],
  work: (recovered: Recovered) => T | Promise<T>,
): Promise<T> {
  if (app.desk.vault) throw new Refused('vault/in-use')
  const recoveryKey = joinShares(shares)
  const { desk, throttle, kdf } = app
  const head = (db: Connection) => chainHead(forReading(db))
  const onProgress = (stage: App['desk']['stage']) => void (desk.stage = stage)
  const opening = { folder: desk.folder, now: app.clock(), kdf, throttle, chainHead: head, onProgress }
  const vault = await unlockByShares({ ...opening, recoveryKey }).finally(() => {
    recoveryKey.fill(0)
    desk.stage = 'idle'
  })
  try {
    await makeReady(app, vault)
    const slot = (await vault.slots()).filter(isRecoverySlot).find(({ holder }) => holder === vault.holder)
    if (!slot) throw new Refused('recovery/not-this-vault')
    return await work({ vault, slot })
  } finally {
    vault.close(app.clock())
  }
}

/** Everybody of the vault, and whether the shares can give them back what only they can read. */
export const recoverableWith = (app: App, shares: readonly string[]): Promise<Recoverable[]> =>
  withShares(app, shares, ({ vault, slot }) => {
    const db = forReading(vault.db)
    const kept = new Set(escrowsOf(db, slot.id).map(({ holder }) => holder))
    return people(db).map(({ id, role, holder }) => ({ officerId: id, role, ready: kept.has(holder) }))
  })

/** The own key of one person, out of the box they left for the shares. @throws Refused `recovery/person-not-kept` */
function ownKeyIn({ vault, slot }: Recovered, { holder }: OfficerRow): Uint8Array {
  const kept = escrowsOf(forReading(vault.db), slot.id).find(escrow => escrow.holder === holder)
  if (!kept) throw new Refused('recovery/person-not-kept')
  const secret = vault.escrowSecret()
  try {
    return openBox(kept.box, { secret, bound: escrowOf(slot, holder) })
  } catch {
    throw new Refused('vault/damaged')
  } finally {
    secret.fill(0)
  }
}

/** Says in the record who was let in with the shares, before anything lets them in. */
function recordUse(app: App, { vault, slot }: Recovered, { id, role }: OfficerRow): void {
  const db = forWriting(vault.db)
  const at = app.clock()
  const said = { at, actor: role, operation: 'vault.recover', caseId: null, subject: id, reason: null }
  vault.db
    .transaction(() => {
      const seq = openEntry(db)
      const row = recoveryOf(db, slot.id)
      if (row) recoveries.update(db, { ...row, usedAt: at, usedFor: role })
      sealEntry(db, seq, { ...said, salt: app.random(16) })
    })
    .immediate()
}

/** Which shares, whom they let in, and what opens the vault for that person from then on. */
interface Recovering {
  readonly shares: readonly string[]
  readonly officerId: OfficerId
  /** UTF-8 as typed; the caller wipes it. */
  readonly passphrase: Uint8Array
}

/**
 * Gives one person a new passphrase in place of what they lost; they stay who they were, and the shares stay good.
 * The vault is closed afterwards.
 *
 * @throws Refused `recovery/…`, `vault/person-gone`, `vault/passphrase-taken`, and as opening a vault.
 */
export const recoverWith = (app: App, { shares, officerId, passphrase }: Recovering): Promise<void> =>
  withShares(app, shares, async recovered => {
    const person = people(forReading(recovered.vault.db)).find(({ id }) => id === officerId)
    if (!person) throw new Refused('vault/person-gone')
    const personKey = ownKeyIn(recovered, person)
    try {
      recordUse(app, recovered, person)
      const { holder } = person
      await recovered.vault.renewHolder({ holder, personKey, passphrase, kdf: app.kdf })
    } finally {
      personKey.fill(0)
    }
  })
