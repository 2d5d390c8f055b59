import { Refused } from '../../shared/refusal.ts'
import { cleanPdf } from '../brief/pdf.ts'
import { forWriting } from '../db/handles.ts'
import { mustKeepKeys } from '../vault/peopleHandlers.ts'
import { neutralName } from '../../shared/exchange/neutralName.ts'
import { readWhole } from '../file/readWhole.ts'
import { takeAway, writeDurably } from '../file/writeDurably.ts'
import type { HandlersFor, TaskContext } from '../handler.ts'
import { mustBeElsewhere, ofShare } from '../vault/keyFile.ts'
import { openRecoverySlot } from '../vault/recoverySlot.ts'
import { isRecoverySlot, wipe, type RecoverySlot } from '../vault/slot.ts'
import { joinShares, readShare, wordsInShareFile, writeShareFile } from '../vault/shares.ts'
import type { OpenVault } from '../vault/vaultFile.ts'
import { basename } from 'node:path'
import { begin, ceremonyOf, confirm, currentShare, drop, readyIn, totalOf } from './ceremony.ts'
import { shareHtml } from './paper.ts'
import { recoverableWith } from './recover.ts'
import { dropEscrows, keepEscrow, recoveries, recoveryOf } from './repository.ts'

const mostFileBytes = 4_096

/** @throws Refused `vault/locked` */
function vaultOf({ app }: TaskContext): OpenVault {
  if (!app.desk.vault) throw new Refused('vault/locked')
  return app.desk.vault
}

/** For those who may decide about ways in. @throws Refused `vault/locked`, `vault/not-your-duty` */
function vaultToChange(task: TaskContext): OpenVault {
  mustKeepKeys(task.vault())
  return vaultOf(task)
}

/** The slot that shares open now. @throws Refused `recovery/none` */
async function slotOf(vault: OpenVault): Promise<RecoverySlot> {
  const slot = (await vault.slots()).find(isRecoverySlot)
  if (!slot) throw new Refused('recovery/none')
  return slot
}

const idBytes = (vault: OpenVault) => Buffer.from(vault.vaultId, 'hex')

/** @throws Refused `recovery/not-this-vault` when the shares give a key that is not the slot's. */
function mustOpen(vault: OpenVault, slot: RecoverySlot, recoveryKey: Uint8Array): void {
  const opened = openRecoverySlot(slot, { recoveryKey, vaultId: idBytes(vault) })
  recoveryKey.fill(0)
  if (!opened) throw new Refused('recovery/not-this-vault')
  wipe(opened)
}

/** Written down before the keys are: shares that no record knows would let somebody in unseen. */
function recordMade(task: TaskContext, slot: RecoverySlot): void {
  const vault = vaultOf(task)
  task.write(({ db, now, newId, actor }) => {
    const { set, k, n } = slot
    for (const before of recoveries.all(db).filter(({ endedAt }) => endedAt === null))
      recoveries.update(db, { ...before, endedAt: now })
    recoveries.insert(db, {
      id: newId(),
      slot: slot.id,
      shares: set,
      needed: k,
      total: n,
      madeBy: actor,
      madeAt: now,
      rehearsedAt: null,
      usedAt: null,
      usedFor: null,
      endedAt: null,
    })
    keepEscrow(db, vault.escrowFor(slot))
  })
}

/** Takes back what was written of shares that could not be put in place: those of before still open. */
function unrecordMade(
  task: TaskContext,
  { slot, before }: { slot: RecoverySlot; before: string | null },
): void {
  task.write(({ db }) => {
    const made = recoveryOf(db, slot.id)
    if (made) recoveries.remove(db, made.id)
    const old = before === null ? null : recoveryOf(db, before)
    if (old) recoveries.update(db, { ...old, endedAt: null })
  })
}

/** Tried for real before it counts: every share takes part once, with so many others as are needed. */
async function activate(task: TaskContext): Promise<null> {
  const vault = vaultToChange(task)
  const { key, set, k, n, joined } = readyIn(vault)
  const old = (await vault.slots()).find(isRecoverySlot)
  const made: RecoverySlot[] = []
  const before = (slot: RecoverySlot) => {
    for (const recoveryKey of joined()) mustOpen(vault, slot, recoveryKey)
    recordMade(task, slot)
    made.push(slot)
  }
  try {
    await vault.putRecovery({ recoveryKey: key, set, k, n, before })
  } catch (error) {
    const isUnsure = error instanceof Refused && error.code === 'vault/passphrase-unsure'
    if (made[0] && !isUnsure) unrecordMade(task, { slot: made[0], before: old?.id ?? null })
    throw error
  }
  dropEscrows(forWriting(vault.db), made[0]?.id ?? null)
  drop(vault)
  return null
}

/** The dialog asks for the place; what was written is read back before it counts as verified. */
async function save(task: TaskContext, index: number): Promise<{ name: string } | null> {
  const { app } = task
  const vault = vaultToChange(task)
  const share = currentShare(vault, index)
  const file = writeShareFile(share, totalOf(vault))
  const suggestedName = neutralName(app.random(8), 'txt')
  const path = await app.ask.chooseDestination({ title: 'Vigil', suggestedName })
  if (path === null) return null
  mustBeElsewhere(path, app.desk.folder, ofShare)
  await writeDurably(path, file)
  try {
    confirm(vault, index, wordsInShareFile(await readWhole(path, mostFileBytes)))
  } catch (error) {
    takeAway(path, file)
    throw error
  }
  return { name: basename(path) }
}

async function print(
  task: TaskContext,
  { index, language }: { readonly index: number; readonly language: 'en' | 'ar' },
): Promise<boolean> {
  const { ask } = task.app
  const vault = vaultToChange(task)
  const html = shareHtml({ share: currentShare(vault, index), n: totalOf(vault), language })
  const most = { limit: 1, code: 'paper/too-long' } as const
  const pdf = await cleanPdf(await ask.printToPdf(html), { title: '', language, most })
  return ask.printOnPaper({ html, pdf })
}

async function rehearse(task: TaskContext, shares: readonly string[]): Promise<null> {
  const { throttle } = task.app
  const vault = vaultOf(task)
  throttle.check()
  const slot = await slotOf(vault)
  try {
    mustOpen(vault, slot, joinShares(shares))
  } catch (error) {
    if (error instanceof Refused && error.code === 'recovery/not-this-vault') throttle.failed()
    throw error
  }
  task.write(({ db, now }) => {
    const row = recoveryOf(db, slot.id)
    if (row) recoveries.update(db, { ...row, rehearsedAt: now })
  })
  return null
}

export const recoveryHandlers: HandlersFor<'recovery'> = {
  'recovery.begin': (task, scheme) => begin(vaultToChange(task), scheme, task.app.random(32)),
  'recovery.ceremony': task => ceremonyOf(vaultOf(task)),
  'recovery.share': (task, { index }) => currentShare(vaultToChange(task), index),
  'recovery.confirm': (task, { index, words }) => ({
    wrong: [...confirm(vaultToChange(task), index, words)],
  }),
  'recovery.print': print,
  'recovery.save': (task, { index }) => save(task, index),
  'recovery.activate': activate,
  'recovery.drop': task => {
    drop(vaultOf(task))
    return null
  },
  'recovery.rehearse': (task, { shares }) => rehearse(task, shares),

  'recovery.revoke': async (task, { reason }) => {
    const vault = vaultToChange(task)
    await slotOf(vault)
    if (task.app.desk.lookFirst) throw new Refused('record/look-first')
    await vault.removeRecovery()
    task.write(({ db, now, because }) => {
      for (const row of recoveries.all(db).filter(({ endedAt }) => endedAt === null))
        recoveries.update(db, { ...row, endedAt: now })
      dropEscrows(db, null)
      because(reason)
    })
    return null
  },

  'recovery.read': (_, { words }) => readShare(words),

  'recovery.choose': async ({ app }) => {
    const path = await app.ask.chooseFile({ title: 'Vigil', extensions: ['txt'] })
    if (path === null) return null
    try {
      return wordsInShareFile(await readWhole(path, mostFileBytes))
    } catch (error) {
      const isOther = error instanceof Refused && error.code === 'file/too-large'
      throw isOther ? new Refused('recovery/not-a-share') : error
    }
  },

  'recovery.people': ({ app }, { shares }) => recoverableWith(app, shares),
}
