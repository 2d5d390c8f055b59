import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Reply } from '../../shared/refusal.ts'
import { intakeOf } from '../bench/drafts.ts'
import { bundle } from './bundle.ts'
import type { Budget, Outcome } from './frame.ts'
import type { FromShell, ToShell } from './lockShell.ts'

/*
 * A busy office is locked at chance moments, by a machine that goes to sleep: how long the keys live on, whether anything typed
 * is lost, and what the processes that live on still hold in memory. This process plays the page. Linux only: it reads
 * /proc/PID/mem. What the shell passed on was in its memory too; that it is not wiped to a laboratory's standard is said in
 * the program, and counted here.
 */

/** After so many milliseconds the process that holds the keys is gone on a machine that is not busy (ADR 0003); counted. */
const bound = 800

/** Whoever takes longer than this is stuck, however busy the machine is. */
const stuck = 5000

/** What the page does when it hears of the lock. */
type Page = 'hands-over' | 'hangs'

interface Office {
  readonly shell: ChildProcess
  vaultPid(): number
  call(name: string, input: unknown): Promise<Reply<unknown>>
  suspend(): Promise<number>
  end(): Promise<void>
}

interface PageState {
  how: Page
  handOver(): Promise<void>
}

/** A shell of its own with a vault in `folder`. */
function openOffice(programs: string, folder: string, page: PageState): Office {
  const shell = fork(join(programs, 'lockShell.js'), [folder], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  const send = (message: ToShell) => void (shell.connected && shell.send(message, () => {}))
  let next = 0
  let gone = (_afterMs: number) => {}
  let reloaded = () => {}
  shell.on('message', (said: FromShell) => {
    if (said.kind === 'reply') waiting.get(said.id)?.(said.reply as Reply<unknown>)
    else if (said.kind === 'gone') gone(said.afterMs)
    else if (said.kind === 'reload') reloaded()
    else if (said.kind === 'announce' && page.how === 'hands-over')
      void page.handOver().then(() => send({ kind: 'call', id: next++, name: 'vault.handedOver', input: {} }))
  })
  return {
    shell,
    vaultPid: () => childrenOf(shell.pid ?? 0)[0] ?? 0,
    call: (name, input) =>
      new Promise(resolve => {
        const id = next++
        waiting.set(id, resolve)
        send({ kind: 'call', id, name, input })
      }),
    async suspend() {
      const isGone = new Promise<number>(resolve => (gone = resolve))
      const isReloaded = new Promise<void>(resolve => (reloaded = resolve))
      send({ kind: 'suspend' })
      const afterMs = await Promise.race([isGone, pause(10_000, Number.POSITIVE_INFINITY)])
      await Promise.race([isReloaded, pause(10_000)])
      return afterMs
    },
    async end() {
      const isOver = new Promise(resolve => shell.once('exit', resolve))
      send({ kind: 'end' })
      await Promise.race([isOver, pause(5000)])
      shell.kill('SIGKILL')
    },
  }
}

function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return text.split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/** How often these bytes stand in the memory of a process that is at rest; 0 when it is gone. */
function copiesIn(pid: number, needles: readonly Buffer[]): number {
  let found = 0
  try {
    const memory = openSync(`/proc/${pid}/mem`, 'r')
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
      if (from !== '')
        found += copiesBetween(memory, Number.parseInt(from, 16), Number.parseInt(to, 16), needles)
    }
    closeSync(memory)
  } catch {
    // It ended meanwhile.
  }
  return found
}

const piece = 4 * 1_048_576

function copiesBetween(memory: number, from: number, to: number, needles: readonly Buffer[]): number {
  let found = 0
  const buffer = Buffer.alloc(piece)
  for (let at = from; at < to; at += piece) {
    const size = Math.min(piece, to - at)
    try {
      const bytes = buffer.subarray(0, readSync(memory, buffer, 0, size, at))
      for (const needle of needles) found += timesIn(bytes, needle)
    } catch {
      // A region that cannot be read holds nothing of ours.
    }
  }
  return found
}

function timesIn(bytes: Buffer, needle: Buffer): number {
  let times = 0
  for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + 1)) times++
  return times
}

/** As text lies in memory: one byte a letter, or two. */
const needlesFor = (text: string) => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]

const canary = () => `canary-${randomUUID()}`

/** What keeps the vault process busy until the lock comes. */
const work: Readonly<Record<string, (office: Office) => Promise<unknown>>> = {
  resting: () => pause(20),
  reading: ({ call }) => call('case.list', {}),
  writing: ({ call }) => call('case.start', { intake: intakeOf(1), fileId: null }),
  checking: ({ call }) => call('vault.strength', { passphrase: new Uint8Array(60).fill(97), hints: [] }),
}

interface Round {
  readonly figures: Record<string, number>
  readonly problems: string[]
  readonly took: number[]
}

const passphrase = 'seven walnut lanterns drift above quiet harbours'
const secret = () => new TextEncoder().encode(passphrase)

/** One lock of a busy office; afterwards it is open again. */
async function lockOnce(
  office: Office,
  page: PageState,
  { budget, round }: { budget: Budget; round: Round },
) {
  const { figures, problems, took } = round
  const word = canary()
  const draft = { key: 'torture', value: JSON.stringify({ text: word }) }
  const isFirst = took.length === 0
  page.how = !isFirst && budget.random() < 0.8 ? 'hands-over' : 'hangs'
  // A page that hangs has handed over what was typed up to then: a moment after the last key.
  if (page.how === 'hangs') await office.call('vault.keepDraft', draft)
  page.handOver = async () => void (await office.call('vault.keepDraft', draft))

  const names = Object.keys(work)
  const doing = names[Math.floor(budget.random() * names.length)] ?? 'resting'
  const over = new AbortController()
  const busy = (async () => {
    while (!over.signal.aborted) await work[doing]?.(office)
  })()
  const held = office.vaultPid()
  await pause(budget.random() * 60)
  // Once a round the search is held to something that is certainly there.
  if (isFirst) figures['canaries_before_lock'] = copiesIn(held, needlesFor(word))
  const afterMs = await office.suspend()
  over.abort()
  await busy
  took.push(afterMs)
  figures['locks'] = (figures['locks'] ?? 0) + 1
  if (afterMs > bound) figures['locks_late'] = (figures['locks_late'] ?? 0) + 1
  if (afterMs > stuck) problems.push(`not locked: page ${page.how}, vault ${doing}`)
  if (copiesIn(held, needlesFor(word)) > 0) problems.push('the process that held the keys lives on')
  const left = copiesIn(office.vaultPid(), [...needlesFor(word), ...needlesFor(passphrase)])
  if (left > 0) problems.push('the new process knows something of the old one')
  const inShell = copiesIn(office.shell.pid ?? 0, [...needlesFor(word), ...needlesFor(passphrase)])
  figures['canaries_after_lock'] = (figures['canaries_after_lock'] ?? 0) + inShell + left

  const opened = await office.call('vault.unlock', { passphrase: secret() })
  if (!opened.ok) problems.push(`lost: the vault does not open after a lock (${opened.code})`)
  const back = await office.call('vault.draft', { key: 'torture' })
  if (back.ok && back.value === draft.value) return
  // A vault that computes for longer than the lock waits cannot be handed anything; that is said (ADR 0032) and counted.
  const isBlocked = doing === 'checking' && page.how === 'hands-over'
  const figure = isBlocked ? 'typed_lost_while_blocked' : 'typed_lost'
  figures[figure] = (figures[figure] ?? 0) + 1
  if (!isBlocked) problems.push(`lost: what was typed, page ${page.how}, vault ${doing}`)
}

const at = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)

const programs = (): Promise<string> =>
  bundle('torture-lock', { lockShell: 'test/torture/lockShell.ts', 'vault-process': 'main/vault-process.ts' })

/** Locks a busy office over and over until the time is used, at least six times. */
export async function runLock(budget: Budget): Promise<Outcome> {
  const folder = join(budget.parent, 'lock')
  mkdirSync(folder, { recursive: true })
  const page: PageState = { how: 'hands-over', handOver: async () => {} }
  const office = openOffice(await programs(), folder, page)
  const figures: Record<string, number> = {
    locks: 0,
    locks_late: 0,
    typed_lost: 0,
    canaries_before_lock: 0,
    canaries_after_lock: 0,
  }
  const round: Round = { figures, problems: [], took: [] }
  try {
    const made = await office.call('vault.create', { passphrase: secret(), officer: 'FP-1' })
    if (!made.ok) return { figures, problems: [`did not begin: ${made.code}`] }
    while ((round.took.length < 6 || !budget.isOver()) && round.problems.length < 20)
      await lockOnce(office, page, { budget, round })
  } finally {
    await office.end()
  }
  const sorted = round.took.toSorted((one, other) => one - other)
  if (figures['canaries_before_lock'] === 0)
    round.problems.push('not caught: the search finds nothing in an open vault either')
  budget.say(
    `  ${sorted.length} locks, keys gone after ${at(sorted, 0.5)} ms (99 of 100 within ${at(sorted, 0.99)} ms)`,
  )
  return {
    figures: { ...figures, lock_ms_median: at(sorted, 0.5), lock_ms_p99: at(sorted, 0.99) },
    problems: round.problems,
  }
}
