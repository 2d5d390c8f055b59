/** A round is how long one thing took, in milliseconds. */
export type Work = () => unknown

/** How two things compare: medians of rounds taken in turn, so that a busy machine slows both. */
export interface Comparison {
  readonly ours: number
  readonly beside: number
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The value that 99 of 100 do not exceed. */
export const p99 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN

/** Milliseconds of one run. */
export async function timed(work: Work): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The mean of `times` runs: for what is over in less than the clock can tell. */
const meanOf = async (work: Work, times: number) =>
  (await timed(async () => {
    for (let i = 0; i < times; i++) await work()
  })) / times

/** Both in turn, so many rounds; the first round is thrown away. */
export async function compare(
  { ours, beside }: { readonly ours: Work; readonly beside: Work },
  { rounds, times = 1 }: { readonly rounds: number; readonly times?: number },
): Promise<Comparison> {
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    mine.push(await meanOf(ours, times))
    theirs.push(await meanOf(beside, times))
  }
  return { ours: median(mine.slice(1)), beside: median(theirs.slice(1)) }
}
