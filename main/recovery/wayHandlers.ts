import { basename } from 'node:path'
import { neutralName } from '../../shared/exchange/neutralName.ts'
import type { Output } from '../../shared/contract.ts'
import { FileId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { takeAway, writeDurably } from '../file/writeDurably.ts'
import type { HandlersFor, TaskContext } from '../handler.ts'
import { chosenKeyFile } from '../vault/chosenKeyFile.ts'
import { keyFileAt, mustBeElsewhere, writeKeyFile } from '../vault/keyFile.ts'
import { people } from '../vault/people.ts'
import { isKeyFileSlot, isRecoverySlot } from '../vault/slot.ts'
import { changePassphrase, waysShown, type OpenVault } from '../vault/vaultFile.ts'
import { escrowsOf, recoveryOf } from './repository.ts'

/** @throws Refused `vault/locked` */
function vaultOf({ app }: TaskContext): OpenVault {
  if (!app.desk.vault) throw new Refused('vault/locked')
  return app.desk.vault
}

async function listed(task: TaskContext): Promise<Output<'way.list'>> {
  const vault = vaultOf(task)
  const slots = await vault.slots()
  const { db, officerId } = task.vault()
  const recovery = slots.find(isRecoverySlot)
  const row = recovery && recoveryOf(db, recovery.id)
  const kept = new Set(recovery ? escrowsOf(db, recovery.id).map(({ holder }) => holder) : [])
  return {
    people: people(db).map(({ id, role, holder }) => ({
      officerId: id,
      role,
      isYou: id === officerId,
      keyFile: slots.some(slot => slot.holder === holder && isKeyFileSlot(slot)),
      kept: kept.has(holder),
    })),
    recovery: recovery
      ? {
          set: recovery.set,
          k: recovery.k,
          n: recovery.n,
          madeAt: row?.madeAt ?? null,
          madeBy: row?.madeBy ?? null,
          rehearsedAt: row?.rehearsedAt ?? null,
          usedAt: row?.usedAt ?? null,
        }
      : null,
  }
}

interface Asked {
  readonly passphrase: Uint8Array
  /** The key file until now. */
  readonly keyFile: FileId | null
}

/** Asked before the keys are changed, which no record takes back. @throws Refused `vault/locked`, `record/look-first` */
function mustTakeEntries(task: TaskContext): void {
  vaultOf(task)
  if (task.app.desk.lookFirst) throw new Refused('record/look-first')
}

/** Changes what opens the vault for whoever is at the desk. The record says so afterwards. */
async function changeOwn(
  task: TaskContext,
  { passphrase, keyFile }: Asked,
  nextKeyFile: Uint8Array | null,
): Promise<void> {
  const { app } = task
  const { holder } = vaultOf(task)
  const before = await chosenKeyFile(app, keyFile)
  try {
    const same = { old: passphrase, next: passphrase, keyFile: before, nextKeyFile, holder }
    await changePassphrase({ ...same, folder: app.desk.folder, throttle: app.throttle, kdf: app.kdf })
  } finally {
    before?.fill(0)
  }
}

/**
 * Written, read back, and only then needed. A file that opens nothing is taken away again, unless nobody can tell whether
 * it does.
 */
async function makeKeyFile(task: TaskContext, asked: Asked): Promise<{ name: string } | null> {
  const { app } = task
  mustTakeEntries(task)
  const suggestedName = neutralName(app.random(8), 'txt')
  const path = await app.ask.chooseDestination({ title: 'Vigil', suggestedName })
  if (path === null) return null
  mustBeElsewhere(path, app.desk.folder)
  const file = writeKeyFile(app.random(32))
  await writeDurably(path, file)
  try {
    await changeOwn(task, asked, await keyFileAt(path))
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'vault/passphrase-unsure')) takeAway(path, file)
    throw error
  } finally {
    file.fill(0)
  }
  task.write(() => undefined)
  return { name: basename(path) }
}

export const wayHandlers: HandlersFor<'way'> = {
  'way.asked': async ({ app }) => {
    const slots = await waysShown(app.desk.folder, app.kdf)
    const recovery = slots.find(isRecoverySlot)
    return {
      keyFile: slots.some(isKeyFileSlot),
      recovery: recovery ? { set: recovery.set, k: recovery.k, n: recovery.n } : null,
    }
  },

  'way.list': task => listed(task),

  'way.chooseKeyFile': async ({ app }) => {
    const path = await app.ask.chooseFile({ title: 'Vigil', extensions: [] })
    if (path === null) return null
    ;(await keyFileAt(path)).fill(0)
    const fileId = FileId.parse(app.newId())
    app.desk.files.set(fileId, path)
    return { fileId, name: basename(path) }
  },

  'way.makeKeyFile': async (task, asked) => {
    try {
      return await makeKeyFile(task, asked)
    } finally {
      asked.passphrase.fill(0)
    }
  },

  'way.giveUpKeyFile': async (task, asked) => {
    try {
      mustTakeEntries(task)
      await changeOwn(task, asked, null)
      task.write(() => undefined)
    } finally {
      asked.passphrase.fill(0)
    }
    return null
  },
}
