import { execFileSync, spawnSync } from 'node:child_process'
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { unpackCopy } from '../../main/vault/copies/readCopy.ts'
import { newCopying } from '../../main/vault/copies/watch.ts'
import { Refused } from '../../shared/refusal.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import { intakeOf } from '../bench/drafts.ts'
import { bundle } from './bundle.ts'
import type { CopyTally } from './copyWorker.ts'
import type { Budget, Outcome } from './frame.ts'
import { upgradePower } from './upgrade.ts'

/*
 * Copies of the vault (ADR 0031): damaged ones must be known without any key, one that is called made must open, and a vault
 * that is being brought up to date must survive a power cut after every call.
 */

interface Made {
  readonly root: string
  /** The folder of a closed vault with one case. */
  readonly vault: string
  /** A copy of it. */
  readonly copy: string
}

/** A closed vault and a copy of it. */
async function made(parent: string): Promise<Made> {
  const root = join(parent, 'copies')
  const vault = join(root, 'machine', 'vault.vigil')
  const copy = join(root, 'whole.vgb')
  mkdirSync(join(root, 'machine'), { recursive: true })
  const desk = newAppDesk({ folder: vault, kdf: quickKdf, dialogs: [copy] })
  await desk.get('vault.create', { passphrase: passphraseOf(0), officer: 'FP-1' })
  await desk.get('case.start', { intake: intakeOf(0), fileId: null })
  await desk.get('vault.makeCopy', { label: '' })
  await desk.get('vault.lock', {})
  return { root, vault, copy }
}

type End = 'refused' | 'opened' | 'crashed'

/** Unpacks what lies at a path, and forgets it again. */
async function unpack(path: string, to: string): Promise<End> {
  try {
    await unpackCopy(path, to, newCopying())
    return 'opened'
  } catch (error) {
    return error instanceof Refused ? 'refused' : 'crashed'
  } finally {
    rmSync(to, { recursive: true, force: true })
  }
}

/** Turns one bit of a file, or turns it back. */
function flip(path: string, at: number, byte: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Uint8Array.of(byte), 0, 1, at)
  closeSync(file)
}

const everyNth = 8192
const cutsOfARound = 60

interface Damage {
  flips: number
  truncations: number
  undetected: number
  crashes: number
}

/** One bit of every n-th byte, from another beginning every round, and of every byte a copy begins with; then cuts. */
async function damage({ root, copy }: Made, { seed, random, isOver }: Budget): Promise<Damage> {
  const bytes = readFileSync(copy)
  const [bad, out] = [join(root, 'bad.vgb'), join(root, 'out')]
  const found: Damage = { flips: 0, truncations: 0, undetected: 0, crashes: 0 }
  const count = (end: End) => {
    if (end === 'opened') found.undetected += 1
    if (end === 'crashed') found.crashes += 1
  }
  cpSync(copy, bad)
  const head = Array.from({ length: 24 }, (_, at) => at)
  const spread = Array.from(
    { length: Math.floor(bytes.length / everyNth) },
    (_, n) => n * everyNth + (seed % everyNth),
  )
  for (const at of [...head, ...spread, bytes.length - 1]) {
    if (isOver()) break
    const byte = bytes[at] ?? 0
    flip(bad, at, byte ^ (1 << Math.floor(random() * 8)))
    count(await unpack(bad, out))
    flip(bad, at, byte)
    found.flips += 1
  }
  for (; found.truncations < cutsOfARound && !isOver(); found.truncations++) {
    cpSync(copy, bad)
    truncateSync(bad, Math.floor(random() * bytes.length))
    count(await unpack(bad, out))
  }
  return found
}

/** Copies onto media that fail, in a program of its own. @throws Error when there is no gcc */
function failingMedia({ root }: Made, { seed, seconds }: Budget, programs: string): CopyTally {
  const library = join(root, 'fault.so')
  execFileSync('gcc', [
    '-shared',
    '-fPIC',
    '-O2',
    '-o',
    library,
    resolve(import.meta.dirname, 'fault.c'),
    '-ldl',
  ])
  const program = join(programs, 'copyWorker.js')
  const time = String(Math.max(4, Math.min(60, seconds / 3)))
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, root, String(seed), time], {
    encoding: 'utf8',
    env: { ...process.env, LD_PRELOAD: library },
  })
  const said = stdout.trim().split('\n').at(-1) ?? ''
  if (status !== 0 || said === '')
    throw new Error(`the program on failing media did not end by itself: ${stderr}`)
  return JSON.parse(said) as CopyTally
}

/** One round: damage, failing media, power cuts while a vault is brought up to date. */
export async function runCopies(budget: Budget): Promise<Outcome> {
  const programs = await bundle('torture-copies', {
    copyWorker: 'test/torture/copyWorker.ts',
    upgradeWorker: 'test/torture/upgradeWorker.ts',
    'read-copy': 'main/vault/copies/thread.ts',
  })
  const place = await made(budget.parent)
  const whole = await unpack(place.copy, join(place.root, 'out'))
  const tally = failingMedia(place, budget, programs)
  const upgrade = await upgradePower({ vault: place.vault, programs, budget })
  const found = await damage(place, budget)
  budget.say(
    `  ${found.flips} flips and ${found.truncations} cuts of a copy, ${tally.copies} copies onto failing media, ` +
      `${upgrade.figures['upgrade_states'] ?? 0} states of an update cut off`,
  )
  return {
    figures: {
      copies: tally.copies,
      copies_false: tally.copiesFalse,
      copies_refused: tally.refused,
      copies_pulled: tally.pulled,
      flips: found.flips,
      truncations: found.truncations,
      flips_undetected: found.undetected,
      crashes: found.crashes,
      ...upgrade.figures,
    },
    problems: [
      ...tally.problems,
      ...upgrade.problems,
      ...(whole === 'opened' ? [] : ['a whole copy was not unpacked']),
      ...(found.undetected > 0 ? [`${found.undetected} damaged copies were unpacked`] : []),
      ...(found.crashes > 0 ? [`${found.crashes} damaged copies were no refusal`] : []),
    ],
  }
}
