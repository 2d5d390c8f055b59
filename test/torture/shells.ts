import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { familyOf } from '../e2e/steps/sockets.ts'
import { checkVault } from './check.ts'
import type { Budget, Outcome } from './frame.ts'
import type { Word } from './shells/office.ts'

/* The real program in a real window: the vault process, the page and the whole shell are ended at chance moments. */

const program = join(import.meta.dirname, 'shells/office.ts')

interface Office {
  readonly child: ChildProcess
  readonly words: Word[]
}

function openOffice(folder: string, room: string): Office {
  const child = spawn(process.execPath, [program, folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, XDG_RUNTIME_DIR: room, TMPDIR: room },
  })
  const words: Word[] = []
  let rest = ''
  child.stdout?.setEncoding('utf8').on('data', chunk => {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    words.push(...lines.map(line => JSON.parse(line) as Word))
  })
  return { child, words }
}

/** Waits until something is so. @returns whether it came to be in time. */
async function until(isSo: () => boolean, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000
  while (!isSo() && performance.now() < end) await pause(20)
  return isSo()
}

const commandOf = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1')
  } catch {
    return ''
  }
}

/** What can be ended by itself. */
const targets = ['vault', 'page', 'window', 'shell'] as const
type Target = (typeof targets)[number]

/** What the whole of Vigil ends with. */
const lastBlows: readonly Target[] = ['page', 'window', 'shell']

const signs: Readonly<Record<Exclude<Target, 'shell'>, (command: string) => boolean>> = {
  vault: command => command.includes('vault-process'),
  page: command => command.includes('--type=renderer') && !command.includes('--extension-process'),
  window: command => /chrom/.test(command) && !command.includes('--type='),
}

function victims({ child }: Office, target: Target): readonly number[] {
  if (child.pid === undefined) return []
  if (target === 'shell') return [child.pid]
  return familyOf(child.pid).filter(pid => pid !== child.pid && signs[target](commandOf(pid)))
}

function end(pids: readonly number[]): boolean {
  let ended = false
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL')
      ended = true
    } catch {
      // It was gone already.
    }
  return ended
}

const hasEnded = ({ child }: Office) => child.exitCode !== null || child.signalCode !== null

const isOpen = (words: readonly Word[]) => words.some(word => 'back' in word)

interface Seen {
  readonly figures: Record<string, number>
  readonly problems: string[]
}

const count = ({ figures }: Seen, name: string, by = 1) => void (figures[name] = (figures[name] ?? 0) + by)

/** Ends one part of an office at a chance moment. After `vault` the same office must be at work again; else all of it ends. */
async function strike(
  office: Office,
  { target, random, seen }: { target: Target; random: () => number; seen: Seen },
) {
  const family = familyOf(office.child.pid ?? 0)
  await pause(random() * (random() < 0.7 ? 60 : 900))
  const before = office.words.length
  if (!end(victims(office, target))) return void seen.problems.push(`there was nothing to end: ${target}`)
  count(seen, `kills_of_${target}`)
  count(seen, 'kills')
  if (target === 'vault') {
    await until(() => isOpen(office.words.slice(before)) || hasEnded(office), 60)
    if (isOpen(office.words.slice(before))) return
    return void seen.problems.push(`the office did not come back after its ${target} was ended`)
  }
  const isGone = () => family.every(pid => !existsSync(`/proc/${pid}`) || commandOf(pid) === '')
  if (!(await until(isGone, 20))) {
    const left = family.filter(pid => commandOf(pid) !== '').length
    seen.problems.push(`${left} processes outlived the ${target} by 20 seconds`)
    end(family)
  }
}

/** What the account of the case must say: what was acknowledged last, or what was being written when it was cut off. */
interface Known {
  readonly last: string | null
  readonly doing: string | null
}

/** What was acknowledged of the account of the case stands in it, or what was being written when it was cut off. */
function account(words: readonly Word[], known: Known, seen: Seen): Known {
  let { last, doing } = known
  for (const word of words) {
    if ('failed' in word) seen.problems.push(`the office ended: ${word.failed.slice(0, 200)}`)
    if ('doing' in word && word.text !== '') doing = word.text
    if ('did' in word) {
      count(seen, 'acknowledged')
      if (word.text !== '') [last, doing] = [word.text, null]
    }
    if ('back' in word) {
      count(seen, 'false_wrong_passphrase', word.calledWrong)
      if (last !== null && word.back !== last && word.back !== doing) {
        count(seen, 'lost')
        seen.problems.push('lost: the case does not say what was acknowledged last')
      }
      ;[last, doing] = [word.back, null]
    }
  }
  return { last, doing }
}

/** One office after the other on the same vault, struck many times; then the vault is held to its promises. */
export async function runShells(budget: Budget): Promise<Outcome> {
  const { parent, random } = budget
  const [folder, room] = [join(parent, 'vault.vigil'), join(parent, 'room')]
  mkdirSync(room, { mode: 0o700 })
  const seen: Seen = {
    figures: { kills: 0, acknowledged: 0, lost: 0, false_wrong_passphrase: 0 },
    problems: [],
  }
  let known: Known = { last: null, doing: null }
  for (let life = 0; life < 4 && (life === 0 || !budget.isOver()); life++) {
    const office = openOffice(folder, room)
    await until(() => isOpen(office.words) || hasEnded(office), 90)
    if (isOpen(office.words)) {
      for (let blow = 0; blow < 4; blow++) await strike(office, { target: 'vault', random, seen })
      const target = lastBlows[Math.floor(random() * lastBlows.length)] ?? 'shell'
      await strike(office, { target, random, seen })
    } else seen.problems.push('an office did not open')
    end(familyOf(office.child.pid ?? 0))
    await until(() => hasEnded(office), 10)
    known = account(office.words, known, seen)
  }
  const found = await checkVault({ folder, outbox: room, passphrases: [0] })
  budget.say(`  ${seen.figures['kills']} kills, ${seen.figures['acknowledged']} acknowledged`)
  return { figures: seen.figures, problems: [...seen.problems, ...found.problems] }
}

/** An office whose case says something older after a kill than was acknowledged: that must be called lost. */
export function shellsControl(): Promise<Outcome> {
  const seen: Seen = { figures: {}, problems: [] }
  const older: readonly Word[] = [
    { back: 'first', calledWrong: 0 },
    { doing: 'case.change', text: 'second' },
    { did: 'case.change', text: 'second' },
    { back: 'first', calledWrong: 0 },
  ]
  account(older, { last: null, doing: null }, seen)
  const caught = seen.problems.length
  return Promise.resolve({
    figures: { control_caught: caught },
    problems: caught > 0 ? [] : ['not caught: a case that says something older than was acknowledged'],
  })
}
