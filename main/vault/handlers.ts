import type { Instant } from '../../shared/model.ts'
import type { VaultState } from '../../shared/vault/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import { forReading, forWriting } from '../db/handles.ts'
import type { Connection } from '../db/handles.ts'
import { isBoxKeyReplaced, loadAccess } from '../access/keys.ts'
import { migrate } from '../db/migrate.ts'
import { mustBeOurs, readyShape } from '../db/shape.ts'
import type { HandlersFor } from '../handler.ts'
import { isAtPractice } from '../practice/place.ts'
import { chainHead, openEntry, sealEntry } from '../record/entry.ts'
import { leaveWitness, lookAround } from '../record/watch.ts'
import { keepKeys, newKeys, type OwnKeys } from '../exchange/keyring.ts'
import { recoverWith } from '../recovery/recover.ts'
import { isEscrowed, keepEscrow } from '../recovery/repository.ts'
import { enterAlone, mustBeClosed } from './alone.ts'
import { chosenKeyFile } from './chosenKeyFile.ts'
import { copiesHandlers } from './copies/handlers.ts'
import { sweepChecking } from './copies/place.ts'
import { proveRestored } from './copies/prove.ts'
import { finishReplacing } from './copies/replace.ts'
import { recordRestored } from './copies/settle.ts'
import { bringUpToDate } from './copies/upgrade.ts'
import { draftHandlers } from './draftHandlers.ts'
import { putSetting, setting } from './repository.ts'
import { mustBeStrong } from './mustBeStrong.ts'
import { officers, type OfficerRow } from './people.ts'
import { peopleHandlers } from './peopleHandlers.ts'
import { finishErasing } from './erase.ts'
import { eraseHandlers } from './eraseHandlers.ts'
import { offerPassphrase, strength } from './passphrase.ts'
import { readPreferences, writePreferences } from './preferences.ts'
import type { Keys } from './openKeys.ts'
import { dropDamaged, holdKeys, lookAtDamage, noteForeign } from './rescue/damaged.ts'
import type { Holder } from './slot.ts'
import { mustBeHere } from './standsWhere.ts'
import { changePassphrase, createVault, unlockVault, vaultState } from './vaultFile.ts'
import type { OpenVault } from './vaultFile.ts'
import { stateOf } from './state.ts'
import { firstOfficer, whoOpened } from './whoOpened.ts'

/** What creating and opening have in common. */
const entering = (app: App, passphrase: Uint8Array) => ({
  folder: app.desk.folder,
  passphrase,
  now: app.clock(),
  kdf: app.kdf,
  chainHead: (db: Connection) => chainHead(forReading(db)),
  onProgress(stage: App['desk']['stage']) {
    app.desk.stage = stage
    // The derivation takes its time in threads of its own.
    if (stage === 'deriving') setImmediate(readyShape)
  },
  onDamaged: (keys: Keys) => holdKeys(app, keys),
  onReplayed: () => app.tellFound('replayed'),
  checkedFirst: app.checkedFirst,
})

interface Beginning {
  /** 16 random bytes. */
  readonly salt: Uint8Array
  readonly at: Instant
  readonly officer: OfficerRow
  readonly keys: OwnKeys
  readonly keysId: string
  /** Whether every case in it will be invented: a vault says so from its first moment on. */
  readonly practice: boolean
  readonly ownKey: Holder['ownKey']
}

/** The schema and the first entry: who made this vault. Part of making it, so that no vault is ever without them. */
function beginRecord(connection: Connection, beginning: Beginning): void {
  const { at, salt, officer, keys, keysId, practice, ownKey } = beginning
  const db = forWriting(connection)
  const said = {
    at,
    actor: officer.role,
    operation: 'vault.create',
    caseId: null,
    subject: null,
    reason: null,
    salt,
  }
  migrate(connection)
  connection
    .transaction(() => {
      const seq = openEntry(db)
      putSetting(db, 'officer', officer.role)
      if (practice) putSetting(db, 'practice', true)
      officers.insert(db, officer)
      keepKeys(db, { id: keysId, officerId: officer.id, keys, at, ownKey })
      sealEntry(db, seq, said)
    })
    .immediate()
}

/** Opens the desk over a vault: schema brought up to date, officer and settings read, the shell told. */
async function settle(app: App, vault: OpenVault): Promise<VaultState> {
  const { desk } = app
  let officer: OfficerRow
  try {
    mustBeOurs(vault.db)
    await proveRestored(desk.folder, vault)
    await bringUpToDate({ folder: desk.folder, vault, onFault: error => app.logFault('vault.unlock', error) })
    const { holder, ownKey, holders, recovery } = vault
    if (isBoxKeyReplaced(forReading(vault.db), vault)) vault.warn('lock-replaced')
    officer = whoOpened(vault.db, {
      holder,
      ownKey,
      holders,
      at: app.clock(),
      newId: () => app.newId(),
      salt: app.random(16),
    })
    if (recovery && !isEscrowed(forReading(vault.db), recovery.id, holder))
      keepEscrow(forWriting(vault.db), vault.escrowFor(recovery))
    const opened = { vault, actor: officer.role, at: app.clock(), salt: app.random(16) }
    await recordRestored({ folder: desk.folder, ...opened })
    sweepChecking(desk.folder)
    loadAccess({ db: forReading(vault.db), officerId: officer.id, ownKey })
  } catch (error) {
    vault.close(app.clock())
    if (error instanceof Refused && error.code === 'vault/foreign') await noteForeign(app)
    throw error
  }
  Object.assign(desk, { vault, officer: officer.role, officerId: officer.id })
  const db = forReading(vault.db)
  desk.idleMinutes = setting(db, 'idleMinutes') ?? 5
  lookAround(app, vault)
  void closeWhenDamaged(app, vault)
  app.tellShell({ unlocked: true, idleMinutes: desk.idleMinutes })
  return stateOf(app)
}

/** Runs one opening or creation; the passphrase is wiped whatever happens. */
async function enter(app: App, passphrase: Uint8Array, open: () => Promise<OpenVault>): Promise<OpenVault> {
  try {
    mustBeHere(app.desk.folder)
    const vault = await open()
    dropDamaged(app)
    return vault
  } catch (error) {
    throw await lookAtDamage(app, error)
  } finally {
    passphrase.fill(0)
    app.desk.stage = 'idle'
  }
}

/** Closes the vault if it is open. The process is killed afterwards by whoever locks. */
export function closeVault(app: App): void {
  leaveVault(app)
  dropDamaged(app)
}

/** Closes it; what is known of its damage stays on the desk. */
function leaveVault(app: App): void {
  const { desk } = app
  desk.working?.held?.takeBack()
  if (desk.vault) leaveWitness(app, desk.vault)
  desk.vault?.close(app.clock())
  Object.assign(desk, { vault: null, officer: null, officerId: null, reading: null })
  Object.assign(desk, { outside: null, lookFirst: false })
  desk.emails.clear()
  desk.files.clear()
  app.tellShell({ unlocked: false, idleMinutes: desk.idleMinutes })
}

/** Damage that is found while the vault is open closes it at once, and is named as it is when a vault does not open. */
async function closeWhenDamaged(app: App, vault: OpenVault): Promise<void> {
  const refused = await vault.watch.checked
  if (!refused || app.desk.vault !== vault) return
  vault.distrust()
  leaveVault(app)
  app.desk.closedFor = lookAtDamage(app, refused)
    .catch(() => refused)
    .then(error => (error instanceof Refused ? error : refused))
  app.tellFound('damaged')
}

export const vaultHandlers: HandlersFor<'vault'> = {
  ...copiesHandlers({ close: closeVault }),
  ...draftHandlers,
  ...eraseHandlers({ close: closeVault, stateOf }),
  ...peopleHandlers,

  'vault.state': async ({ app }) => {
    await finishErasing(app.desk.folder)
    await finishReplacing(app.desk.folder)
    return stateOf(app)
  },

  'vault.offerPassphrase': ({ app }) => ({ passphrase: offerPassphrase(size => app.random(size)) }),

  'vault.strength': async (_, { passphrase, hints }) => {
    const { guessesLog10, enough, reason } = await strength(passphrase, hints)
    passphrase.fill(0)
    return { guessesLog10, enough, reason: reason ?? null }
  },

  'vault.choosePlace': async ({ app }) => {
    mustBeClosed(app)
    const folder = await app.ask.chooseFolder({ title: 'Vigil' })
    if (folder === null) return null
    mustBeClosed(app)
    app.desk.folder = vaultState(folder) === 'there' ? folder : `${folder}/vault.vigil`
    app.desk.elsewhere = true
    dropDamaged(app)
    return stateOf(app)
  },

  'vault.create': async ({ app }, { passphrase, officer }) => {
    await mustBeStrong(passphrase, [officer])
    const at = app.clock()
    const keys = await newKeys(app.random)
    const furnish = (db: Connection, { holder, ownKey }: Holder) => {
      const first = firstOfficer(officer, { holder, ownKey, at, newId: () => app.newId() })
      const practice = isAtPractice(app.desk)
      const drawn = { salt: app.random(16), keys, keysId: app.newId() }
      beginRecord(db, { ...drawn, at, officer: first, practice, ownKey })
    }
    const create = () => createVault({ ...entering(app, passphrase), furnish })
    return enterAlone(app, async () => settle(app, await enter(app, passphrase, create)))
  },

  'vault.unlock': async ({ app }, { passphrase, keyFile }) => {
    const open = async () => {
      const chosen = await chosenKeyFile(app, keyFile)
      const asked = { ...entering(app, passphrase), keyFile: chosen, throttle: app.throttle }
      return unlockVault(asked).finally(() => chosen?.fill(0))
    }
    return enterAlone(app, async () => settle(app, await enter(app, passphrase, open)))
  },

  'vault.recover': async ({ app }, { shares, officerId, passphrase }) => {
    const open = async () => {
      await mustBeStrong(passphrase, [])
      await recoverWith(app, { shares, officerId, passphrase })
      return unlockVault({ ...entering(app, passphrase), throttle: app.throttle })
    }
    return enterAlone(app, async () => settle(app, await enter(app, passphrase, open)))
  },

  'vault.progress': ({ app }) => ({ stage: app.desk.stage }),

  'vault.changePassphrase': async ({ app }, input) => {
    const { folder, officer } = app.desk
    const keyFile = await chosenKeyFile(app, input.keyFile)
    try {
      await mustBeStrong(input.new, [officer ?? ''])
      await changePassphrase({
        folder,
        old: input.old,
        next: input.new,
        keyFile,
        throttle: app.throttle,
        kdf: app.kdf,
      })
    } finally {
      input.old.fill(0)
      input.new.fill(0)
      keyFile?.fill(0)
    }
    return null
  },

  'vault.setIdle': ({ app, write }, { minutes }) => {
    write(({ db }) => putSetting(db, 'idleMinutes', minutes))
    app.desk.idleMinutes = minutes
    app.tellShell({ unlocked: true, idleMinutes: minutes })
    return null
  },

  'vault.preferences': ({ app }) => readPreferences(app.preferencesFile),
  'vault.setPreferences': ({ app }, wanted) => {
    app.tellBehaviour(wanted)
    return writePreferences(app.preferencesFile, wanted)
  },

  'vault.active': () => null,
  'vault.handedOver': () => null,
  'vault.copied': () => null,
  'vault.lock': ({ app }) => (closeVault(app), null),
  'vault.panic': ({ app }) => (closeVault(app), null),
}
