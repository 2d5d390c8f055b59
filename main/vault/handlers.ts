import { basename } from 'node:path'
import type { Instant } from '../../shared/model.ts'
import type { VaultState } from '../../shared/vault/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import { forReading, forWriting } from '../db/handles.ts'
import type { Connection, WriteDb } from '../db/handles.ts'
import { migrate } from '../db/migrate.ts'
import type { HandlersFor } from '../handler.ts'
import { isAtPractice } from '../practice/place.ts'
import { chainHead, openEntry, sealEntry } from '../record/entry.ts'
import { keepKeys, newKeys, type OwnKeys } from '../exchange/keyring.ts'
import { draftOf, dropDraft, keepDraft, putSetting, setting } from './repository.ts'
import { mustBeStrong } from './mustBeStrong.ts'
import { officers, people, standingOf, type OfficerRow } from './people.ts'
import { peopleHandlers } from './peopleHandlers.ts'
import { offerPassphrase, strength } from './passphrase.ts'
import { readPreferences, writePreferences } from './preferences.ts'
import type { Holder } from './slot.ts'
import { changePassphrase, createVault, unlockVault, vaultState } from './vaultFile.ts'
import type { OpenVault } from './vaultFile.ts'
import { firstOfficer, whoOpened } from './whoOpened.ts'

/** Where the vault stands now, as the page may know it. */
export function stateOf({ desk }: App): VaultState {
  const state = desk.vault ? 'open' : vaultState(desk.folder) === 'there' ? 'locked' : 'none'
  return {
    state,
    place: desk.elsewhere ? basename(desk.folder) : null,
    officer: desk.officer,
    ...standing(desk),
    warnings: [...(desk.vault?.warnings ?? [])],
    idleMinutes: desk.idleMinutes,
    practice: isAtPractice(desk),
  }
}

/** What whoever is at the desk may decide, and how many people there are. */
function standing(desk: App['desk']): Pick<VaultState, 'duties' | 'people'> {
  if (!desk.vault) return { duties: [], people: 0 }
  const db = forReading(desk.vault.db)
  return { duties: [...standingOf(db, desk.officerId).duties], people: people(db).length }
}

/** What creating and opening have in common. */
const entering = (app: App, passphrase: Uint8Array) => ({
  folder: app.desk.folder,
  passphrase,
  now: app.clock(),
  kdf: app.kdf,
  chainHead: (db: Connection) => chainHead(forReading(db)),
  onProgress: (stage: App['desk']['stage']) => void (app.desk.stage = stage),
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
}

/** The schema and the first entry: who made this vault. Part of making it, so that no vault is ever without them. */
function beginRecord(connection: Connection, { at, salt, officer, keys, keysId, practice }: Beginning): void {
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
      keepKeys(db, { id: keysId, officerId: officer.id, keys, at })
      sealEntry(db, seq, said)
    })
    .immediate()
}

/** Opens the desk over a vault: schema brought up to date, officer and settings read, the shell told. */
function settle(app: App, vault: OpenVault): VaultState {
  const { desk } = app
  let officer: OfficerRow
  try {
    migrate(vault.db)
    const { holder, holders } = vault
    officer = whoOpened(vault.db, {
      holder,
      holders,
      at: app.clock(),
      newId: () => app.newId(),
      salt: app.random(16),
    })
  } catch (error) {
    vault.close(app.clock())
    throw error
  }
  Object.assign(desk, { vault, officer: officer.role, officerId: officer.id })
  const db = forReading(vault.db)
  desk.idleMinutes = setting(db, 'idleMinutes') ?? 5
  app.tellShell({ unlocked: true, idleMinutes: desk.idleMinutes })
  return stateOf(app)
}

/** Runs one opening or creation; the passphrase is wiped whatever happens. */
async function enter(app: App, passphrase: Uint8Array, open: () => Promise<OpenVault>): Promise<OpenVault> {
  if (app.desk.vault) throw new Refused('vault/in-use')
  try {
    return await open()
  } finally {
    passphrase.fill(0)
    app.desk.stage = 'idle'
  }
}

/** Closes the vault if it is open. The process is killed afterwards by whoever locks. */
export function closeVault(app: App): void {
  const { desk } = app
  desk.vault?.close(app.clock())
  Object.assign(desk, { vault: null, officer: null, officerId: null, reading: null })
  desk.emails.clear()
  desk.files.clear()
  app.tellShell({ unlocked: false, idleMinutes: desk.idleMinutes })
}

/** The open database, for drafts alone: what is typed is not yet said and makes no entry. */
function openDb(app: App): WriteDb {
  if (!app.desk.vault) throw new Refused('vault/locked')
  return forWriting(app.desk.vault.db)
}

export const vaultHandlers: HandlersFor<'vault'> = {
  ...peopleHandlers,

  'vault.state': ({ app }) => stateOf(app),

  'vault.offerPassphrase': ({ app }) => ({ passphrase: offerPassphrase(size => app.random(size)) }),

  'vault.strength': async (_, { passphrase, hints }) => {
    const { guessesLog10, enough, reason } = await strength(passphrase, hints)
    passphrase.fill(0)
    return { guessesLog10, enough, reason: reason ?? null }
  },

  'vault.choosePlace': async ({ app }) => {
    const folder = await app.ask.chooseFolder({ title: 'Vigil' })
    if (folder === null) return null
    app.desk.folder = vaultState(folder) === 'there' ? folder : `${folder}/vault.vigil`
    app.desk.elsewhere = true
    return stateOf(app)
  },

  'vault.create': async ({ app }, { passphrase, officer }) => {
    await mustBeStrong(passphrase, [officer])
    const at = app.clock()
    const keys = await newKeys(app.random)
    const furnish = (db: Connection, { holder }: Holder) => {
      const first = firstOfficer(officer, { holder, at, newId: () => app.newId() })
      const practice = isAtPractice(app.desk)
      beginRecord(db, { at, salt: app.random(16), officer: first, keys, keysId: app.newId(), practice })
    }
    const create = () => createVault({ ...entering(app, passphrase), furnish })
    return settle(app, await enter(app, passphrase, create))
  },

  'vault.unlock': async ({ app }, { passphrase }) => {
    const open = () => unlockVault({ ...entering(app, passphrase), throttle: app.throttle })
    return settle(app, await enter(app, passphrase, open))
  },

  'vault.progress': ({ app }) => ({ stage: app.desk.stage }),

  'vault.changePassphrase': async ({ app }, input) => {
    const { folder, officer } = app.desk
    try {
      await mustBeStrong(input.new, [officer ?? ''])
      await changePassphrase({
        folder,
        old: input.old,
        next: input.new,
        throttle: app.throttle,
        kdf: app.kdf,
      })
    } finally {
      input.old.fill(0)
      input.new.fill(0)
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
  'vault.setPreferences': ({ app }, wanted) => writePreferences(app.preferencesFile, wanted),

  'vault.keepDraft': ({ app }, { key, value }) => {
    keepDraft(openDb(app), { key, value, now: app.clock() })
    return null
  },
  'vault.draft': ({ app }, { key }) => draftOf(openDb(app), key),
  'vault.dropDraft': ({ app }, { key }) => {
    dropDraft(openDb(app), key)
    return null
  },

  'vault.active': () => null,
  'vault.lock': ({ app }) => {
    closeVault(app)
    return null
  },
}
