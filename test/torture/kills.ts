import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { newIdentity } from '../../main/exchange/identity.ts'
import { vaultState } from '../../main/vault/vaultFile.ts'
import { checkVault } from './check.ts'
import type { Found } from './check.ts'
import { newPlace } from './place.ts'
import type { Place } from './place.ts'
import { editsOfACase } from './session.ts'
import type { Said } from './session.ts'
import type { State } from './state.ts'
import type { Orders } from './worker.ts'

/** What is known of a vault: what it holds and which passphrase opens it. `null` before there is one. */
type Known = (State & { readonly passphrase: number }) | null

interface Life {
  readonly said: readonly Said[]
  readonly wasKilled: boolean
}

/** When to kill: so long after the worker began its n-th operation, counted from 0. */
interface Moment {
  readonly operation: number
  readonly afterMs: number
}

/** How many operations one case takes, from the e-mail to the last edit. */
const operationsOfACase = 17 + 2 * editsOfACase

/** Any operation, mostly while it is being written; in the first life of a vault often the making of the vault. */
function someMoment(isFirstLife: boolean, random: () => number): Moment {
  const operation = isFirstLife && random() < 0.25 ? 0 : Math.floor(random() * 2 * operationsOfACase)
  const longest = random() < 0.8 ? 12 : 400
  return { operation, afterMs: random() * (isFirstLife && operation === 0 ? 200 : longest) }
}

/** Compiled programs are kept between lives: a worker is at work in half the time. */
const environment = (programs: string) => ({ ...process.env, NODE_COMPILE_CACHE: join(programs, 'compiled') })

/** Lets one worker live to its end, so that what it compiled is there for the next. */
async function warmUp({ programs, parent }: KillsAsk, recipient: string): Promise<void> {
  const { folder, outbox } = await newPlace(parent, 'warm-up')
  const orders: Orders = { folder, outbox, recipient, passphrase: 0, cases: 1 }
  await live(programs, orders, { operation: Infinity, afterMs: 0 })
}

/** Starts a worker and ends it at that moment with SIGKILL. */
function live(programs: string, orders: Orders, { operation, afterMs }: Moment): Promise<Life> {
  const child = spawn(process.execPath, [join(programs, 'worker.js'), JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment(programs),
  })
  let text = ''
  let isDoomed = false
  child.stdout.setEncoding('utf8').on('data', chunk => {
    text += String(chunk)
    if (isDoomed || text.split('{"doing"').length - 1 <= operation) return
    isDoomed = true
    setTimeout(() => child.kill('SIGKILL'), afterMs)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_code, signal) => {
      const lines = text.split('\n').slice(0, -1)
      resolve({ said: lines.map(line => JSON.parse(line) as Said), wasKilled: signal === 'SIGKILL' })
    })
  })
}

/** What was acknowledged last, and what was being done when it ended, if anything. */
function lastOf(said: readonly Said[], before: Known): { known: Known; doing: string | null } {
  const acknowledged = said.findLast(line => 'did' in line)
  const doing = said.findLast(line => 'doing' in line)
  const isOver =
    doing !== undefined &&
    acknowledged !== undefined &&
    said.lastIndexOf(acknowledged) > said.lastIndexOf(doing)
  const isHalfWay = acknowledged?.did === 'half-way'
  return {
    known: acknowledged ?? before,
    doing: doing && (!isOver || isHalfWay) ? doing.doing : null,
  }
}

const outsideTheRecord = ['vault.keepDraft', 'vault.dropDraft']

/** Why what was found cannot be: something acknowledged is missing, or something is there that nobody did. */
function oddities(found: Found, { known, doing }: ReturnType<typeof lastOf>): string[] {
  const { state, operations } = found
  if (!state) return []
  const extra = operations.slice(known?.entries ?? 0)
  const isSame = state.digest === known?.digest
  if (known && state.entries < known.entries) return ['lost: an acknowledged operation is not in the record']
  if (found.passphrase !== known?.passphrase && known && doing !== 'vault.changePassphrase')
    return ['lost: the passphrase that was acknowledged is not the one that opens']
  if (isSame) return []
  if (doing === null) return ['lost or made up: nothing was being done, and it holds something else']
  if (extra.length === 0 && outsideTheRecord.includes(doing)) return []
  if (extra.length === 1 && extra[0] === doing) return []
  return [`half done or made up: ${extra.join(', ') || 'other content'} while doing ${doing}`]
}

export interface KillsResult {
  readonly kills: number
  readonly acknowledged: number
  /** How often the operation cut off was wholly there, and how often not at all. */
  readonly cutOffThere: number
  readonly cutOffNotThere: number
  /** Briefs that were wholly written when the kill came, and not yet recorded. Nobody was told of them. */
  readonly filesBeforeRecord: number
  /** How often a passphrase that was in force was called wrong. */
  readonly calledWrong: number
  readonly problems: readonly string[]
}

export interface KillsAsk {
  readonly programs: string
  readonly parent: string
  readonly kills: number
  readonly random: () => number
  /** Begin no new life once this says yes. */
  isOver(): boolean
  readonly flaw?: 'lies' | undefined
}

const livesPerVault = 8

/** Kills offices at work at random moments; after each kill the vault is opened and held to what was acknowledged. */
export async function runKills(asked: KillsAsk): Promise<KillsResult> {
  const { programs, parent, kills, random, flaw } = asked
  const { recipient } = await newIdentity('x25519')
  if (!existsSync(join(programs, 'compiled'))) await warmUp(asked, recipient)
  const total = {
    kills: 0,
    acknowledged: 0,
    cutOffThere: 0,
    cutOffNotThere: 0,
    filesBeforeRecord: 0,
    calledWrong: 0,
  }
  const problems: string[] = []
  let place: Place | null = null
  let known: Known = null
  let unrecorded = 0
  for (let life = 0; total.kills < kills && problems.length < 20 && !(life > 0 && asked.isOver()); life++) {
    // Every fourth vault is told and compared row by row.
    const isQuick = Math.floor(life / livesPerVault) % 4 !== 3
    if (!place || life % livesPerVault === 0)
      [place, known, unrecorded] = [await newPlace(parent, `kills-${life}`), null, 0]
    const { folder, outbox } = place
    const passphrase: number = known?.passphrase ?? 0
    const orders = { folder, outbox, recipient, passphrase, cases: 1000, isQuick, copies: true, flaw }
    const moment = someMoment(known === null, random)
    const { said, wasKilled } = await live(programs, orders, moment)
    if (!wasKilled) problems.push(`the worker ended: ${JSON.stringify(said.at(-1))}`)
    total.kills += wasKilled ? 1 : 0
    total.acknowledged += said.filter(line => 'did' in line && line.did !== 'half-way').length

    const last = lastOf(said, known)
    if (!last.known && vaultState(folder) === 'none') continue
    const number: number = last.known?.passphrase ?? 0
    const passphrases = last.doing === 'vault.changePassphrase' ? [number, number + 1] : [number]
    const found = await checkVault({ folder, outbox, passphrases, isQuick })
    total.calledWrong += found.calledWrong
    problems.push(
      ...[...found.problems, ...oddities(found, last)].map(
        problem => `${problem} (kill ${total.kills}, doing ${last.doing})`,
      ),
    )
    if (last.doing === 'brief.export') total.filesBeforeRecord += found.unrecorded > unrecorded ? 1 : 0
    unrecorded = found.unrecorded
    if (last.doing !== null) {
      const isThere =
        found.state?.digest !== last.known?.digest || found.passphrase !== last.known?.passphrase
      total[isThere ? 'cutOffThere' : 'cutOffNotThere'] += 1
    }
    if (!found.state || found.passphrase === null || flaw) place = null
    else known = { ...found.state, passphrase: found.passphrase }
    if (process.env['VIGIL_TRACE']) console.log(life, moment, said.length, last.doing, problems.length)
  }
  return { ...total, problems }
}
