import { forkProgram } from '../../../main/host/chromium/forkProgram.ts'
import { jobResidentMb, type Child } from '../../../main/host/host.ts'
import type { End, Order } from './reads.ts'

/** How reading one file ended, seen from outside. */
export type Seen = End | { readonly how: 'stopped' | 'died' | 'too-much-memory'; readonly what: string }

/** Reads one file after the other in a process that is started anew whenever it ends. */
export interface Reader {
  /** @param patience how long this file may take, in milliseconds. */
  read(order: Order, patience: number): Promise<Seen>
  end(): void
  /** The most memory any of its processes took, in MiB. */
  peakMb(): number
  /** How often a process was started. */
  starts(): number
}

const nothing: Order = {
  parser: 'json',
  bytes: new Uint8Array(),
  keys: { identities: [], fingerprints: [] },
}

/** @param programs the folder of the bundled programs, `job-reads` among them. */
export function newReader(programs: string): Reader {
  let child: Child | null = null
  let settle: (seen: Seen) => void = () => undefined
  let peak = 0
  let starts = 0

  function start(): Child {
    const started = forkProgram(programs, 'job-reads')
    starts += 1
    started.onMessage(message => settle(message as End))
    started.onExit(() => {
      if (child === started) settle({ how: 'died', what: '' })
    })
    return (child = started)
  }
  const stop = () => {
    child?.kill()
    child = null
  }

  async function one(working: Child, order: Order, patience: number): Promise<Seen> {
    const watch = setInterval(() => {
      const resident = working.residentMb() ?? 0
      peak = Math.max(peak, resident)
      if (resident > jobResidentMb) settle({ how: 'too-much-memory', what: '' })
    }, 50)
    const clock = setTimeout(() => settle({ how: 'stopped', what: '' }), patience)
    const seen = await new Promise<Seen>(resolve => {
      settle = resolve
      working.send(order)
    })
    clearInterval(watch)
    clearTimeout(clock)
    if (['stopped', 'died', 'too-much-memory'].includes(seen.how)) stop()
    return seen
  }

  /** The start of a process is not counted: it reads nothing first. */
  async function read(order: Order, patience: number): Promise<Seen> {
    if (!child) await one(start(), nothing, 60_000)
    return one(child ?? start(), order, patience)
  }

  return { read, end: stop, peakMb: () => Math.round(peak), starts: () => starts }
}
