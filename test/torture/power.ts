import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newIdentity } from '../../main/exchange/identity.ts'
import { vaultState } from '../../main/vault/vaultFile.ts'
import { checkVault } from './check.ts'
import { newDisk } from './disk.ts'
import type { Luck, Snapshot } from './disk.ts'
import { newPlace } from './place.ts'
import type { Said } from './session.ts'
import { happenings, watched } from './trace.ts'
import type { Happening } from './trace.ts'
import type { Orders } from './worker.ts'

type Acknowledged = Extract<Said, { readonly did: string }>

export interface PowerAsk {
  readonly programs: string
  readonly parent: string
  /** How many cases the session works on. */
  readonly cases: number
  /** Random states after every call, beside "all of it" and "only what was flushed". */
  readonly tears: number
  readonly random: () => number
  /** Look at no further moment once this says yes. */
  isOver(): boolean
  readonly flaw?: 'careless' | undefined
  /** Stop after so many problems. */
  readonly enough?: number
}

export interface PowerResult {
  /** Calls that changed a file or a folder, or flushed one. */
  readonly calls: number
  readonly acknowledged: number
  /** Moments times ways the power cut could have gone. */
  readonly states: number
  /** Those that differ from each other, in content or in what was acknowledged. */
  readonly different: number
  readonly problems: readonly string[]
}

/** Works on some cases under strace. */
async function record({
  programs,
  parent,
  cases,
  flaw,
}: PowerAsk): Promise<{ all: Happening[]; base: string }> {
  const { root, folder, outbox } = await newPlace(parent, `power-${flaw ?? 'work'}`)
  const { recipient } = await newIdentity('x25519')
  const orders: Orders = { folder, outbox, recipient, passphrase: 0, cases, flaw }
  const trace = join(parent, 'trace')
  const strace = ['-f', '-y', '-xx', '-s', '100000000', '-e', `trace=${watched}`, '-o', trace]
  const worker = [process.execPath, join(programs, 'worker.js'), JSON.stringify(orders)]
  const { status, stdout } = spawnSync('strace', [...strace, ...worker], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the traced session failed: ${stdout.split('\n').at(-2)}`)
  const found = happenings(readFileSync(trace, 'latin1'), root)
  rmSync(trace)
  // What stood there before is safe.
  return { all: [{ kind: 'folder', path: outbox }, { kind: 'flush', path: root }, ...found], base: root }
}

function fingerprint(snapshot: Snapshot): string {
  const hash = createHash('sha1')
  for (const [path, bytes] of snapshot) hash.update(`\n${path} ${bytes?.length}\n`).update(bytes ?? '')
  return hash.digest('base64')
}

function lay(snapshot: Snapshot, root: string): void {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, 'outbox'), { recursive: true })
  for (const [path, bytes] of snapshot)
    if (bytes) writeFileSync(join(root, path), bytes)
    else mkdirSync(join(root, path), { recursive: true })
}

/** What may be found: what was acknowledged last, or wholly what was acknowledged next. */
interface Window {
  readonly last: Acknowledged | null
  readonly next: Acknowledged | null
}

async function look(root: string, { last, next }: Window, checked: Set<string>): Promise<string[]> {
  const folder = join(root, 'vault.vigil')
  if (vaultState(folder) === 'none') return last ? ['lost: there is no vault'] : []
  const passphrases = [...new Set([last, next].flatMap(said => said?.passphrase ?? []))]
  const asked = { folder, outbox: join(root, 'outbox'), passphrases }
  const found = await checkVault(asked, digest => checked.has(digest))
  if (!found.state) return [...found.problems]
  if (found.problems.length === 0) checked.add(found.state.digest)
  const fits = [last, next].some(
    said => said?.digest === found.state?.digest && said?.passphrase === found.passphrase,
  )
  if (fits) return [...found.problems]
  const isLess = last !== null && found.state.entries < last.entries
  return [
    ...found.problems,
    isLess ? 'lost: an acknowledged operation' : 'half done: neither before nor after',
  ]
}

const isAcknowledged = (happening: Happening): boolean => happening.kind === 'said' && 'did' in happening.said

const acknowledgedIn = (all: readonly Happening[]): Acknowledged[] =>
  all.flatMap(happening => (happening.kind === 'said' && 'did' in happening.said ? [happening.said] : []))

/** Rebuilds the disk as a power cut could have left it after every call of a session, and opens what is there. */
export async function runPower(asked: PowerAsk): Promise<PowerResult> {
  const { all, base } = await record(asked)
  const acknowledged = acknowledgedIn(all)
  const { random } = asked
  const disk = newDisk(base)
  const root = join(asked.parent, 'cut')
  const [seen, checked, problems] = [new Set<string>(), new Set<string>(), new Map<string, number>()]
  let [calls, states, said] = [0, 0, 0]
  for (const happening of all) {
    if (isAcknowledged(happening)) said += 1
    if (!disk.apply(happening)) continue
    if (asked.isOver() || problems.size >= (asked.enough ?? Infinity)) break
    calls += 1
    const window = { last: acknowledged[said - 1] ?? null, next: acknowledged[said] ?? null }
    const lucks: readonly Luck[] = [
      'all',
      'nothing',
      ...Array.from({ length: asked.tears }, () => ({ chance: random(), random })),
    ]
    for (const luck of lucks) {
      states += 1
      const snapshot = disk.cut(luck)
      const print = `${said} ${fingerprint(snapshot)}`
      if (seen.has(print)) continue
      seen.add(print)
      lay(snapshot, root)
      for (const problem of await look(root, window, checked)) {
        const during = `${problem} (after ${window.last?.did ?? 'nothing'}, before ${window.next?.did ?? 'the end'})`
        problems.set(during, (problems.get(during) ?? 0) + 1)
      }
    }
  }
  return {
    calls,
    acknowledged: acknowledged.length,
    states,
    different: seen.size,
    problems: [...problems].map(([problem, count]) => `${count} × ${problem}`),
  }
}
