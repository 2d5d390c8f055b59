import { cpSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { vaultState } from '../../main/vault/vaultFile.ts'
import type { Reply } from '../../shared/refusal.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import type { AppDesk } from '../bench/desk.ts'
import { checkVault, recordedAndGone } from './check.ts'
import type { Found } from './check.ts'
import { prepareOffice, trials } from './trials.ts'
import type { Office, Trial } from './trials.ts'
import { stateOf } from './state.ts'

/*
 * Works on a disk that fails: each operation with its first write or flush failing, then its second, until none is left
 * to fail. Started with `fault.c` preloaded: `node faultWorker.js ORDERS`. Says one JSON a trial.
 */

export interface FaultOrders {
  readonly folder: string
  /** The number of the operation to begin with; the others follow in their order. */
  readonly first: number
  /** Seconds after which no further fault is tried. */
  readonly seconds: number
}

type ErrorName = 'EIO' | 'ENOSPC' | 'EDQUOT'

/** In the order of their numbers in `fault.c`. */
const shapes = ['fails', 'torn', 'stays broken'] as const
type Shape = (typeof shapes)[number]

/** A medium that fails, a full disk, a full quota: each in the shapes it comes in. */
const kinds: readonly (readonly [ErrorName, Shape])[] = [
  ['EIO', 'fails'],
  ['EIO', 'torn'],
  ['EIO', 'stays broken'],
  ['ENOSPC', 'torn'],
  ['ENOSPC', 'stays broken'],
  ['EDQUOT', 'fails'],
]

interface Fault {
  /** Which write or flush, counted from 1. */
  readonly at: number
  readonly error: ErrorName
  readonly shape: Shape
}

/** What came of one operation under every fault. */
export interface Tally {
  readonly trial: string
  faults: number
  /** The operation noticed and said no. */
  refused: number
  /** The operation was done all the same: what failed was not needed. */
  done: number
  readonly codes: Record<string, number>
  /** Refused although it is there: what failed was the last flush after the commit. Not: "nobody can tell". */
  refusedButThere: number
  /** Refused, not there, and done at the second try in the same session. */
  againDone: number
  /** The same, but the vault had to be locked and opened in between. */
  againAfterLock: number
  /**
   * Refused, recorded as sent, and the package was taken away: the very last flush failed and the disk could not be asked
   * any more. Of the two ways to be wrong this is the one that gives nothing away.
   */
  untellable: number
  readonly problems: string[]
}

let began = performance.now()
const isOver = () => performance.now() - began > orders.seconds * 1000

/** Asks the disk for something. @returns whether a fault had fired since it was asked before. */
function askDisk(path: string): boolean {
  try {
    openSync(`/vigil-fault/${path}`, 'r')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENODEV'
  }
  throw new Error('the failing disk is not loaded')
}

const arm = (folder: string, { at, error, shape }: Fault) =>
  askDisk(`on/${at}/${constants.errno[error]}/${shapes.indexOf(shape)}${folder}`)

/** The code each error must be told as. */
const expected: Readonly<Record<ErrorName, readonly string[]>> = {
  EIO: ['file/cannot-write'],
  ENOSPC: ['file/disk-full', 'file/cannot-write'],
  EDQUOT: ['file/disk-full', 'file/cannot-write'],
}

interface Scene {
  readonly office: Office
  readonly desk: AppDesk
  readonly before: string
}

async function sceneOf(template: Office, root: string, trial: Trial): Promise<Scene> {
  rmSync(root, { recursive: true, force: true })
  cpSync(template.root, root, { recursive: true })
  const office = { ...template, root, folder: join(root, 'vault.vigil'), outbox: join(root, 'outbox') }
  if (trial.startsWithout) rmSync(office.folder, { recursive: true })
  const desk = newAppDesk({ folder: office.folder, kdf: quickKdf })
  if (!trial.startsWithout && !trial.startsLocked)
    await desk.get('vault.unlock', { passphrase: passphraseOf(0) })
  return { office, desk, before: digestOf(desk) }
}

const digestOf = ({ app }: AppDesk) => (app.desk.vault ? stateOf(app.desk.vault.db).digest : 'no vault')

const look = ({ folder, outbox }: Office, trial: Trial) =>
  checkVault({ folder, outbox, passphrases: trial.changesPassphrase ? [0, 1] : [0] })

/** Whether what the trial wants is there in what was found. */
const isThere = (trial: Trial, found: Found, before: string) =>
  trial.changesPassphrase ? found.passphrase === 1 : found.state !== null && found.state.digest !== before

interface Outcome {
  readonly trial: Trial
  readonly fault: Fault
  readonly tally: Tally
}

/** What a look at the vault found. */
function problems(
  outcome: Outcome,
  { reply, found, when }: { readonly reply: Reply<unknown>; readonly found: Found; readonly when: string },
): void {
  for (const text of found.problems)
    if (!reply.ok && text === recordedAndGone) outcome.tally.untellable += 1
    else problem(outcome, `${when}: ${text}`)
}

function problem({ tally, fault }: Outcome, text: string): void {
  tally.problems.push(`${text} (${fault.error}, ${fault.shape}, call ${fault.at})`)
}

/** One operation under one fault. @returns whether the fault fired: when not, there is nothing left to fail. */
async function tryOnce(template: Office, folder: string, outcome: Outcome): Promise<boolean> {
  const { trial, fault, tally } = outcome
  const scene = await sceneOf(template, join(folder, 'scene'), trial)
  arm(join(folder, 'scene'), fault)
  const reply = await trial.run(scene.desk, scene.office)
  const hasFired = askDisk('off')
  if (!hasFired) return false
  tally.faults += 1
  count(outcome, reply, scene.desk)
  await lookAsIfKilled(outcome, { scene, reply, folder })
  await goOn(outcome, scene, reply)
  return true
}

function count(outcome: Outcome, reply: Reply<unknown>, { faults }: AppDesk): void {
  const { tally, fault } = outcome
  if (reply.ok) return void (tally.done += 1)
  tally.refused += 1
  tally.codes[reply.code] = (tally.codes[reply.code] ?? 0) + 1
  const isHonest = expected[fault.error].includes(reply.code) || reply.code === 'vault/passphrase-unsure'
  if (!isHonest) problem(outcome, `told as ${reply.code} ${faults.splice(0).join('; ')}`)
}

interface Killed {
  readonly scene: Scene
  readonly reply: Reply<unknown>
  readonly folder: string
}

/** What another start would find if the program had ended at this moment. */
async function lookAsIfKilled(outcome: Outcome, { scene, reply, folder }: Killed): Promise<void> {
  const { trial, tally } = outcome
  const root = join(folder, 'after')
  rmSync(root, { recursive: true, force: true })
  cpSync(scene.office.root, root, { recursive: true })
  const copy = { ...scene.office, root, folder: join(root, 'vault.vigil'), outbox: join(root, 'outbox') }
  if (trial.startsWithout && !reply.ok && vaultState(copy.folder) === 'none') return
  const found = await look(copy, trial)
  problems(outcome, { reply, found, when: 'as if killed' })
  const there = trial.isQuiet ? reply.ok : isThere(trial, found, scene.before)
  if (reply.ok && !there) problem(outcome, 'falsely said to be done')
  if (!reply.ok && there && reply.code !== 'vault/passphrase-unsure') tally.refusedButThere += 1
  if (!reply.ok && found.unrecorded > 0)
    problem(outcome, 'refused, and a package lies there that no record knows')
}

/** The disk works again: the same session goes on, and what was refused can be done now. */
async function goOn(outcome: Outcome, { office, desk, before }: Scene, reply: Reply<unknown>): Promise<void> {
  const { trial } = outcome
  const isMade = trial.startsWithout && vaultState(office.folder) === 'there'
  if (!reply.ok && !trial.isOnce && !isMade && digestOf(desk) === before) await again(outcome, office, desk)
  await desk.call('vault.lock', {})
  if (trial.startsWithout && vaultState(office.folder) === 'none') return
  const found = await look(office, trial)
  problems(outcome, { reply, found, when: 'after going on' })
}

/** SQLite opens its journal once: when that failed, only locking and opening again helps. */
async function again(outcome: Outcome, office: Office, desk: AppDesk): Promise<void> {
  const { trial, tally } = outcome
  const second = await trial.run(desk, office)
  if (second.ok) return void (tally.againDone += 1)
  await desk.call('vault.lock', {})
  await desk.call('vault.unlock', { passphrase: passphraseOf(0) })
  const third = await trial.run(desk, office)
  if (third.ok) tally.againAfterLock += 1
  else problem(outcome, `refused again: ${third.code} ${desk.faults.splice(0).join('; ')}`)
}

async function runTrial(template: Office, folder: string, trial: Trial): Promise<Tally> {
  const tally: Tally = {
    trial: trial.name,
    faults: 0,
    refused: 0,
    done: 0,
    codes: {},
    refusedButThere: 0,
    againDone: 0,
    againAfterLock: 0,
    untellable: 0,
    problems: [],
  }
  for (const [error, shape] of kinds)
    for (let at = 1; !isOver(); at++)
      if (!(await tryOnce(template, folder, { trial, tally, fault: { at, error, shape } }))) break
  return tally
}

const orders = JSON.parse(process.argv[2] ?? '') as FaultOrders
mkdirSync(orders.folder, { recursive: true })
const template = await prepareOffice(orders.folder)
began = performance.now()
for (const at of trials.keys()) {
  const trial = trials[(orders.first + at) % trials.length]
  if (trial && !isOver()) console.log(JSON.stringify(await runTrial(template, orders.folder, trial)))
}
