import { existsSync } from 'node:fs'
import { rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, resolve, sep } from 'node:path'
import { neutralName } from '../../../shared/exchange/neutralName.ts'
import type { FileId, Instant } from '../../../shared/model.ts'
import { Refused } from '../../../shared/refusal.ts'
import type { CopiesView, VaultDrill } from '../../../shared/vault/copies.ts'
import { copyStanding } from '../../../shared/vault/copyRules.ts'
import type { App } from '../../app.ts'
import type { ReadDb } from '../../db/handles.ts'
import { chooseFile } from '../../file/chosen.ts'
import { refusalForWrite } from '../../file/refusalFor.ts'
import { flushFolder } from '../../file/writeDurably.ts'
import type { HandlersFor, TaskContext } from '../../handler.ts'
import { practiceFolder } from '../../practice/place.ts'
import { mustBeClosed } from '../alone.ts'
import { chosenKeyFile } from '../chosenKeyFile.ts'
import type { OpenVault } from '../openVault.ts'
import { isWrongTry } from '../openKeys.ts'
import { vaultState } from '../vaultFile.ts'
import { drill, resultOf } from './drill.ts'
import { makeCopy } from './make.ts'
import type { Manifest } from './manifest.ts'
import { besides, checkingFolder, freeBeside } from './place.ts'
import { unpackCopy } from './readCopy.ts'
import { replaceVault } from './replace.ts'
import { begunAt, copies, drills, entriesSince, restores } from './repository.ts'
import { restoringStage } from './restoring.ts'
import { cutShort, goBack } from './upgrade.ts'
import { newCopying, type Copying } from './watch.ts'

/** How the copies of the open vault stand, newest first. */
function copiesView(db: ReadDb, now: Instant): CopiesView {
  const made = copies.all(db)
  const done = drills.all(db)
  return {
    standing: copyStanding({ now, begunAt: begunAt(db), copies: made, drills: done }),
    copies: made.toReversed().slice(0, 20),
    drills: done.toReversed().slice(0, 20),
    restored: restores.all(db).at(-1) ?? null,
  }
}

/** @throws Refused `vault/locked` */
function vaultOf(app: App): OpenVault {
  if (!app.desk.vault) throw new Refused('vault/locked')
  return app.desk.vault
}

/** One at a time, and the page can ask how far it is. @throws Refused `copies/one-at-a-time` */
async function watched<T>({ desk }: App, work: (copying: Copying) => Promise<T>): Promise<T> {
  if (desk.copying) throw new Refused('copies/one-at-a-time')
  const copying = newCopying()
  desk.copying = copying
  try {
    return await work(copying)
  } finally {
    desk.copying = null
  }
}

/** @throws Refused `copies/in-the-vault` */
function mustBeOutside(folder: string, path: string): void {
  if (`${resolve(dirname(path))}${sep}`.startsWith(`${resolve(folder)}${sep}`))
    throw new Refused('copies/in-the-vault')
}

/** @throws Refused `file/gone` */
function pathOf({ desk }: App, fileId: FileId): string {
  const path = desk.files.get(fileId)
  if (path === undefined) throw new Refused('file/gone')
  return path
}

async function copyTo(task: TaskContext, path: string, label: string) {
  const { app } = task
  const vault = vaultOf(app)
  const { folder } = app.desk
  const said = { copy_id: app.newId(), made_at: app.clock(), made_by: app.desk.officer ?? '' }
  const { manifest, bytes } = await watched(app, copying => makeCopy({ vault, folder, path, said }, copying))
  const { entries, head } = manifest.facts
  const made = { madeAt: said.made_at, madeBy: said.made_by, label, bytes, entries, head }
  task.write(({ db }) => copies.insert(db, { id: said.copy_id, ...made }))
  return { name: basename(path), bytes, entries }
}

/** Keeps how a drill ended; one that did not concern the copy is kept nowhere. */
function keepDrill(task: TaskContext, result: VaultDrill['result'], manifest: Manifest | null): void {
  task.write(({ db, now, actor, newId }) =>
    drills.insert(db, {
      id: newId(),
      doneAt: now,
      doneBy: actor,
      result,
      copyMadeAt: (manifest?.made_at ?? null) as Instant | null,
      entries: manifest?.facts.entries ?? null,
      head: manifest?.facts.head ?? null,
    }),
  )
}

interface Trying {
  readonly path: string
  readonly passphrase: Uint8Array
  readonly keyFile: Uint8Array | undefined
}

async function drillOnce({ app }: TaskContext, trying: Trying): Promise<Manifest> {
  const { desk, throttle, kdf } = app
  const vault = vaultOf(app)
  throttle.check()
  try {
    const now = app.clock()
    const manifest = await watched(app, copying =>
      drill({ vault, folder: desk.folder, kdf, now, ...trying }, copying),
    )
    throttle.opened()
    return manifest
  } catch (error) {
    if (error instanceof Refused && isWrongTry(error.code)) throttle.failed()
    throw error
  }
}

/** Where a copy is unpacked to: there when no vault is there, or one that was never proved; else beside. */
const placeFor = (folder: string): string =>
  vaultState(folder) === 'none' || restoringStage(folder) !== null ? folder : freeBeside(folder, 'restored')

/** An empty folder, or a vault that was unpacked and never proved, may be taken; nothing else that stands there. */
async function clear(place: string): Promise<void> {
  if (!existsSync(place)) return
  if (restoringStage(place) !== null) return rm(place, { recursive: true, force: true })
  await rmdir(place).catch(() => {
    throw new Refused('vault/already-there')
  })
}

async function restoreTo(path: string, place: string, copying: Copying): Promise<void> {
  const temporary = checkingFolder(place)
  try {
    await unpackCopy(path, temporary, copying)
    await clear(place)
    await rename(temporary, place)
    flushFolder(dirname(place))
  } catch (error) {
    throw refusalForWrite(error)
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** A "no" as the page hears it. */
const said = (refused: Refused | null) =>
  refused && { code: refused.code, ...(refused.facts && { facts: { ...refused.facts } }) }

/** Whether the vault at the desk stands beside the usual place, so that it can take it. */
const mayBeUsual = ({ folder, usual, elsewhere }: App['desk']): boolean =>
  elsewhere && folder !== usual && dirname(folder) === dirname(usual)

type Shown =
  | 'vault.copies'
  | 'vault.makeCopy'
  | 'vault.copyProgress'
  | 'vault.stopCopy'
  | 'vault.chooseCopy'
  | 'vault.drill'
  | 'vault.restore'
  | 'vault.foundHere'
  | 'vault.makeUsual'
  | 'vault.goBack'

/** Copies, drills, restoring, and going back to before an update (ADR 0031). */
export const copiesHandlers = (hooks: {
  /** Closes the vault, if it is open. */
  readonly close: (app: App) => void
}): Pick<HandlersFor<'vault'>, Shown> => ({
  'vault.copies': ({ db, now }) => copiesView(db, now),

  'vault.makeCopy': async (task, { label }) => {
    const { app } = task
    vaultOf(app)
    const suggestedName = neutralName(app.random(8), 'vgb')
    const path = await app.ask.chooseDestination({ title: 'Vigil', suggestedName })
    if (path === null) return null
    mustBeOutside(app.desk.folder, path)
    return copyTo(task, path, label)
  },

  'vault.copyProgress': ({ app: { desk } }) =>
    desk.copying && { stage: desk.copying.stage, done: desk.copying.done, all: desk.copying.all },

  'vault.stopCopy': ({ app: { desk } }) => {
    if (desk.copying) desk.copying.stopped = true
    desk.copying?.stop?.()
    return null
  },

  'vault.chooseCopy': ({ app }) => chooseFile(app, { title: 'Vigil', extensions: ['vgb'] }),

  'vault.drill': async (task, { fileId, passphrase, keyFile }) => {
    const { app } = task
    const chosen = await chosenKeyFile(app, keyFile)
    try {
      const path = pathOf(app, fileId)
      const manifest = await drillOnce(task, { path, passphrase, keyFile: chosen ?? undefined })
      keepDrill(task, 'proved', manifest)
      const { entries, rows } = manifest.facts
      const since = entriesSince(task.vault().db, entries)
      return { copyMadeAt: manifest.made_at as Instant, entries, since, cases: rows['case_file'] ?? 0 }
    } catch (error) {
      const result = error instanceof Refused ? resultOf(error.code) : null
      if (result && app.desk.vault) keepDrill(task, result, null)
      throw error
    } finally {
      passphrase.fill(0)
      chosen?.fill(0)
    }
  },

  'vault.restore': async ({ app }, { fileId }) => {
    const { desk } = app
    mustBeClosed(app)
    const place = placeFor(practiceFolder(desk) === desk.folder ? desk.usual : desk.folder)
    await watched(app, copying => restoreTo(pathOf(app, fileId), place, copying))
    if (place !== desk.folder) Object.assign(desk, { folder: place, elsewhere: place !== desk.usual })
    return null
  },

  'vault.foundHere': async ({ app: { desk } }) => ({
    closedFor: desk.damaged ? said(await desk.closedFor) : null,
    unproved: !desk.vault && restoringStage(desk.folder) !== null,
    cutShort: cutShort(desk.folder) !== null,
    mayBeUsual: mayBeUsual(desk),
    setAside: besides(desk.usual, /-set-aside-\d+/).map(place => basename(place)),
  }),

  'vault.makeUsual': async ({ app }) => {
    const { desk } = app
    if (!mayBeUsual(desk)) throw new Refused('copies/not-beside')
    vaultOf(app)
    hooks.close(app)
    const setAside = await replaceVault(desk.usual, desk.folder)
    Object.assign(desk, { folder: desk.usual, elsewhere: false })
    return { setAside }
  },

  'vault.goBack': async ({ app }) => {
    mustBeClosed(app)
    return { setAside: await goBack(app.desk.folder) }
  },
})
