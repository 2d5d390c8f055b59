/** Something that is timed. */
export type Work = () => unknown

/** What many rounds of one thing came to: milliseconds, or megabytes where the job says so. */
export interface Sample {
  readonly median: number
  /** The value that 99 of 100 do not exceed; of fewer than 100 rounds, the highest but for one in a hundred. */
  readonly p99: number
  readonly rounds: number
}

/** Ours and what stands beside it, taken in turn in the same run. */
export interface Pair {
  readonly ours: Sample
  readonly reference: Sample
}

export function sampleOf(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
  return { median: at(0.5), p99: at(0.99), rounds: sorted.length }
}

/** A figure that is not measured but given. */
export const given = (value: number): Sample => ({ median: value, p99: value, rounds: 0 })

/** Milliseconds of one run. */
export async function timed(work: Work): Promise<number> {
  const start = performance.now()
  const waiting = work()
  if (waiting instanceof Promise) await waiting
  return performance.now() - start
}

/** How often something is done. */
export interface Rounds {
  /** How often ours and the reference change places. */
  readonly rounds: number
  /** How often each is done before the other has its turn. */
  readonly times?: number
}

/** Two things that time themselves, in turn; the first round is thrown away. */
export async function inTurn(
  { ours, reference }: { readonly ours: () => Promise<number>; readonly reference: () => Promise<number> },
  { rounds, times = 1 }: Rounds,
): Promise<Pair> {
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    const kept = round > 0
    for (let i = 0; i < times; i++) push(mine, await ours(), kept)
    for (let i = 0; i < times; i++) push(theirs, await reference(), kept)
  }
  return { ours: sampleOf(mine), reference: sampleOf(theirs) }
}

function push(into: number[], value: number, kept: boolean): void {
  if (kept) into.push(value)
}

/** The same for two things that are timed from beginning to end. */
export const compare = (
  { ours, reference }: { readonly ours: Work; readonly reference: Work },
  rounds: Rounds,
): Promise<Pair> => inTurn({ ours: () => timed(ours), reference: () => timed(reference) }, rounds)

/** One thing alone, so many times after a tenth as many to warm up. */
export async function alone(work: (i: number) => unknown, times: number): Promise<Sample> {
  const warm = Math.ceil(times / 10)
  const took: number[] = []
  for (let i = 0; i < times + warm; i++) took.push(await timed(() => work(i)))
  return sampleOf(took.slice(warm))
}
