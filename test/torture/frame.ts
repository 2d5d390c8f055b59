import { mkdtempSync, existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a part came to: numbers under short names, and everything that must never be, in words. */
export interface Outcome {
  readonly figures: Readonly<Record<string, number>>
  readonly problems: readonly string[]
}

/** What a part is given for one round. */
export interface Budget {
  /** The number everything left to chance follows from. The same number chooses the same moments and the same damage. */
  readonly seed: number
  /** The next number of that chance: 0 to below 1. */
  readonly random: () => number
  /** A folder that is gone after the round; in memory where there is such a place. */
  readonly parent: string
  /** Where the bundled programs lie, see `bundle.ts`. */
  readonly programs: string
  /** Seconds the part has left. A round may end later, but begins nothing new once `isOver` says yes. */
  readonly seconds: number
  isOver(): boolean
  /** A line for whoever watches. */
  say(text: string): void
}

/** One way to torture Vigil. */
export interface Part {
  readonly name: string
  /** Its share of the time, beside the shares of the others. */
  readonly weight: number
  /** One round: small enough that rounds with new seeds fill any time. */
  run(budget: Budget): Promise<Outcome>
  /** The same with a flaw built in, once a run. Its problems say that the flaw was not caught. */
  control?(budget: Budget): Promise<Outcome>
}

/** All rounds of one part. */
export interface Result extends Outcome {
  readonly rounds: number
  readonly seconds: number
  /** The seed of each round that had problems. */
  readonly badSeeds: readonly number[]
}

/** Numbers that follow from a seed, the same on every machine (mulberry32): 0 to below 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Figures that are no counts: of these the highest stands. */
const isHighest = (name: string) => /^(peak|most|longest)_|_(ms|mb)(_|$)/.test(name)

/** Adds figures up by name; of times and sizes (`…_ms`, `peak_…`) the highest is kept. */
export function added(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const figures of all)
    for (const [name, value] of Object.entries(figures))
      sums[name] = isHighest(name) ? Math.max(sums[name] ?? 0, value) : (sums[name] ?? 0) + value
  return sums
}

/** Runs `work` with a folder that is gone afterwards. In memory: nothing here depends on a real disk. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'vigil-torture-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A part that throws found something, too: what it threw is a problem. */
async function round(work: (budget: Budget) => Promise<Outcome>, budget: Omit<Budget, 'parent'>) {
  try {
    return await inFolder(parent => work({ ...budget, parent }))
  } catch (error) {
    return { figures: {}, problems: [`did not finish: ${String(error)}`] }
  }
}

interface Ask {
  readonly programs: string
  /** Of the first round; the next has the next number. */
  readonly seed: number
  /** How long rounds are begun for; the first is begun in any case. */
  readonly seconds: number
  readonly say: (text: string) => void
}

/** A part that goes on finding the same stops after this many problems. */
const enough = 25

/** Seconds for the rounds at least, however late it is. */
const least = 5

/** Runs a part until its time is used: first its flawed twin, then round after round. */
export async function runPart(part: Part, { programs, seed, seconds, say }: Ask): Promise<Result> {
  const began = performance.now()
  const used = () => (performance.now() - began) / 1000
  let end = seconds
  const left = () => Math.max(0, end - used())
  const budget = (of: number) => ({
    seed: of,
    random: randomFrom(of),
    programs,
    seconds: left(),
    isOver: () => left() === 0,
    say,
  })
  const all: Outcome[] = part.control ? [await round(part.control, budget(seed))] : []
  // A control may have taken all of it: what did nothing must not count as run.
  end = Math.max(seconds, used() + least)
  const badSeeds: number[] = []
  let rounds = 0
  const goesOn = () => rounds === 0 || (left() > 0 && all.flatMap(({ problems }) => problems).length < enough)
  while (goesOn()) {
    const outcome = await round(part.run, budget(seed + rounds))
    if (outcome.problems.length > 0) badSeeds.push(seed + rounds)
    all.push(outcome)
    rounds += 1
  }
  return {
    rounds,
    seconds: Math.round(used()),
    badSeeds,
    figures: added(all.map(({ figures }) => figures)),
    problems: all.flatMap(({ problems }) => problems),
  }
}
