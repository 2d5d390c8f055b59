import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import type { FaultOrders, Tally } from './faultWorker.ts'

export interface FaultsAsk {
  readonly programs: string
  readonly parent: string
  /** Which operation is tried first; the others follow in their order. */
  readonly seed: number
  /** Seconds after which no further fault is tried. */
  readonly seconds: number
  /** Called after each operation. */
  readonly onTally: (tally: Tally) => void
}

/** Builds the failing disk. @throws Error when there is no gcc. */
function buildDisk(folder: string): string {
  const library = join(folder, 'fault.so')
  const source = resolve(import.meta.dirname, 'fault.c')
  execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'])
  return library
}

/** Tries every operation under every fault; a tally for each operation. */
export async function runFaults({ programs, parent, onTally, ...when }: FaultsAsk): Promise<Tally[]> {
  const env = { ...process.env, LD_PRELOAD: buildDisk(parent) }
  const orders: FaultOrders = { folder: join(parent, 'faults'), first: when.seed, seconds: when.seconds }
  const child = spawn(process.execPath, [join(programs, 'faultWorker.js'), JSON.stringify(orders)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  const tallies: Tally[] = []
  let rest = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const tally = JSON.parse(line) as Tally
      tallies.push(tally)
      onTally(tally)
    }
  }
  await ended
  if (child.exitCode !== 0) throw new Error('the program on the failing disk did not end by itself')
  return tallies
}
