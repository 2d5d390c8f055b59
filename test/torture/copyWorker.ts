import { existsSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '../../shared/refusal.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import { randomFrom } from './frame.ts'

/*
 * Copies a vault onto a medium that fails. Started with `fault.c` preloaded: `node copyWorker.ts FOLDER SEED SECONDS`.
 * FOLDER holds a closed vault, `machine/vault.vigil`. Says one JSON at the end.
 */

/** What copying onto failing media came to. */
export interface CopyTally {
  /** Copies that were tried while something failed. */
  copies: number
  /** Called made, and not there or not to be opened. */
  copiesFalse: number
  /** Refused, and still nothing half there. */
  refused: number
  /** The medium was pulled out while the copy was being made. */
  pulled: number
  readonly problems: string[]
}

const errors = ['EIO', 'ENOSPC', 'EDQUOT'] as const
/** In the order of their numbers in `fault.c`: one call, half a write, everything from then on. */
const shapes = 3

/** Asks the failing disk for something. @returns whether a fault had fired since it was asked before. */
function askDisk(path: string): boolean {
  try {
    openSync(`/vigil-fault/${path}`, 'r')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENODEV'
  }
  throw new Error('the failing disk is not loaded')
}

const [folder = '', seed = '1', seconds = '5'] = process.argv.slice(2)
const random = randomFrom(Number(seed))
const below = (most: number) => Math.floor(random() * most)
const [machine, stick] = [join(folder, 'machine'), join(folder, 'stick')]
const path = join(stick, 'copy.vgb')
const dialogs: (string | null)[] = []
const desk = newAppDesk({ folder: join(machine, 'vault.vigil'), kdf: quickKdf, dialogs })
const tally: CopyTally = { copies: 0, copiesFalse: 0, refused: 0, pulled: 0, problems: [] }

async function copy(): Promise<Reply<unknown>> {
  dialogs.push(path)
  return desk.call('vault.makeCopy', { label: '' })
}

/** Whether what lies there opens and is what was copied. */
async function isWhole(): Promise<boolean> {
  dialogs.push(path)
  const chosen = await desk.get('vault.chooseCopy', {})
  if (chosen === null) return false
  const asked = { fileId: chosen.fileId, passphrase: passphraseOf(0) }
  const reply = await desk.call('vault.drill', asked)
  return reply.ok
}

/** A vault whose own disk failed is opened afresh, as somebody would. */
async function settle(): Promise<void> {
  await desk.get('vault.lock', {})
  await desk.get('vault.unlock', { passphrase: passphraseOf(0) })
}

async function judge(reply: Reply<unknown>, what: string): Promise<void> {
  tally.copies += 1
  if (!reply.ok) tally.refused += 1
  await settle()
  const isThere = existsSync(path)
  if (reply.ok && !(isThere && (await isWhole()))) {
    tally.copiesFalse += 1
    tally.problems.push(`falsely called made (${what})`)
  }
  // Refused at the very end, when it could not be recorded: what lies there is whole, or nothing lies there.
  if (!reply.ok && isThere && !(await isWhole())) tally.problems.push(`half a copy under its name (${what})`)
  const left = readdirSync(machine).filter(name => name.endsWith('.checking'))
  if (left.length > 0) tally.problems.push(`something was left beside the vault (${what})`)
  const parts = existsSync(stick) ? readdirSync(stick).filter(name => name.endsWith('.partial')) : []
  if (parts.length > 0) tally.problems.push(`something was left on the stick (${what})`)
}

function freshStick(): void {
  rmSync(stick, { recursive: true, force: true })
  mkdirSync(stick)
}

async function failing(): Promise<void> {
  freshStick()
  const error = errors[below(errors.length)] ?? 'EIO'
  const shape = below(shapes)
  const under = random() < 0.6 ? stick : machine
  const at = 1 + below(under === stick ? 14 : 24)
  askDisk(`on/${at}/${constants.errno[error]}/${shape}${under}`)
  const reply = await copy()
  if (askDisk('off'))
    await judge(
      reply,
      `${error}, shape ${shape}, call ${at} of ${under === stick ? 'the stick' : 'the disk'}`,
    )
}

/** The stick is pulled: everything on it is gone from one moment on. */
async function pulling(): Promise<void> {
  freshStick()
  let isPulled = false
  const timer = setTimeout(() => {
    isPulled = true
    rmSync(stick, { recursive: true, force: true })
  }, random() * 120)
  const reply = await copy()
  clearTimeout(timer)
  if (!isPulled) return
  tally.pulled += 1
  await judge(reply, 'pulled')
}

await desk.get('vault.unlock', { passphrase: passphraseOf(0) })
const end = performance.now() + Number(seconds) * 1000
while (performance.now() < end) await (random() < 0.75 ? failing() : pulling())
console.log(JSON.stringify(tally))
