import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { forWriting } from '../../../main/db/handles.ts'
import { bringUpToDate, isBehind } from '../../../main/lines/keep.ts'
import { catchUp as readOn } from '../../../main/search/keep.ts'
import type { Kdf } from '../../../main/vault/kdf.ts'
import { keysPath } from '../../../main/vault/keysFile.ts'
import { newAppDesk, passphraseOf, quickKdf, type AppDesk } from '../desk.ts'
import { addBriefs } from './briefs.ts'
import { fillWith, type Filling } from './make.ts'
import { makePlain } from './plain.ts'
import { firstDay, officer, today } from './drawing.ts'
import { chance } from './seed.ts'

/** The least a vault's key derivation ever costs. */
export const leastKdf: Kdf = { m: 262_144, t: 3, p: 4 }

const root = resolve(import.meta.dirname, '../../..')

/** What a made vault depends on: whoever changes one of these gets another vault. What is derived from its rows catches up. */
const sources = [
  'main/db/migrations',
  'main/db/history.ts',
  'main/db/leaf.ts',
  'main/db/said.ts',
  'main/db/saidWords.ts',
  'main/record/changes.ts',
  'main/record/entry.ts',
  'test/bench/vault',
]

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  if (statSync(folder).isFile()) return [folder]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
}

let known: string | null = null

/** Asked once a run: whoever works on this program meanwhile gets another vault the next time. */
const hashOfSources = (): string => (known ??= readSources())

function readSources(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(source => filesUnder(join(root, source))))
    hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

/** A made vault, closed, and what belongs to it. */
export interface Made {
  /** The folder of the vault. Its `keys.vk` opens with passphrase 0, at the least derivation there ever is. */
  readonly vault: string
  /** Other `keys.vk` for the same vault: passphrase 1, whose derivation costs nothing. */
  readonly quickKeys: string
  /** The same rows of cases in a database without cipher, triggers or record. */
  readonly plain: string
}

const madeIn = (folder: string): Made => ({
  vault: join(folder, 'vault.vigil'),
  quickKeys: join(folder, 'keys-quick.vk'),
  plain: join(folder, 'plain.db'),
})

/** A clock that begins where somebody says and goes on by a millisecond each time it is looked at. */
export function clockFrom(start: number): () => number {
  let at = start
  return () => at++
}

/** @returns the database and the key for identities of a vault that is open. */
export function opened({ app }: AppDesk): Filling {
  const { vault } = app.desk
  if (!vault) throw new Error('the vault is open')
  return { db: vault.db, identityKey: vault.subkey('identity') }
}

/** What is said while something takes long. */
export type Say = (sentence: string) => void

async function makeVault({ vault, quickKeys }: Made, count: number, say: Say): Promise<void> {
  const { bytes } = chance(count)
  const first = newAppDesk({
    folder: vault,
    kdf: leastKdf,
    clock: clockFrom(firstDay - 86_400_000),
    random: bytes,
  })
  await first.get('vault.create', { passphrase: passphraseOf(0), officer })
  let told = 0
  fillWith(opened(first), count, done => {
    if (done - told < 10_000 && done < count) return
    told = done
    say(`  ${done.toLocaleString('en-US')} cases`)
  })
  await first.get('vault.lock', {})
  copyFileSync(keysPath(vault), `${quickKeys}.strong`)
  const desk = newAppDesk({ folder: vault, kdf: quickKdf, clock: clockFrom(today - 1000), random: bytes })
  await desk.get('vault.unlock', { passphrase: passphraseOf(0) })
  await addBriefs(desk)
  say('  the list and the search catch up')
  await catchUp(desk)
  await desk.get('vault.changePassphrase', { old: passphraseOf(0), new: passphraseOf(1) })
  makePlain(opened(desk).db, madeIn(join(vault, '..')).plain)
  await desk.get('vault.lock', {})
  renameSync(keysPath(vault), quickKeys)
  renameSync(`${quickKeys}.strong`, keysPath(vault))
}

/** So much is read in one transaction: where the program reads little at a time, because somebody waits, nobody does here. */
const atOnce = 5000

/** Reads into the list and into the search what was written past the door, until nothing is behind. */
export async function catchUp(desk: AppDesk): Promise<void> {
  const some = await desk.get('search.keepUp', {})
  const { db } = opened(desk)
  const cache = Number(db.pragma('cache_size', { simple: true }))
  db.pragma('cache_size = -262144')
  for (let { behind } = some; behind > 0;) behind = db.transaction(() => readOn(db, atOnce)).immediate()
  const at = { now: desk.app.clock(), today: desk.app.today() }
  const lines = forWriting(db)
  while (isBehind(lines, at))
    db.transaction(() => bringUpToDate(lines, at, { goesOn: done => done < atOnce })).immediate()
  db.pragma(`cache_size = ${cache}`)
  while ((await desk.get('case.list', {})).behind > 0);
}

/** How long a vault that this program would not make any more is kept: somebody else may be measuring with it. */
const keptMs = 3_600_000

function removeOld(all: string, count: number): void {
  for (const name of readdirSync(all)) {
    const path = join(all, name)
    if (name.startsWith(`${count}-`) && Date.now() - statSync(path).mtimeMs > keptMs)
      rmSync(path, { recursive: true, force: true })
  }
}

/** A vault of so many cases, made when there is none for this program yet. It is kept: whoever works in it copies it first. */
export async function keptVault(count: number, say: Say): Promise<Made> {
  const all = join(root, '.cache/bench')
  const folder = join(all, `${count}-${hashOfSources()}`)
  if (existsSync(folder)) return madeIn(folder)
  const making = join(all, `making-${count}-${process.pid}`)
  mkdirSync(making, { recursive: true })
  removeOld(all, count)
  try {
    say(`Making a vault of ${count.toLocaleString('en-US')} cases`)
    await makeVault(madeIn(making), count, say)
    if (!existsSync(folder)) renameSync(making, folder)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return madeIn(folder)
}
