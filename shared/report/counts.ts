import { z } from '../zod.ts'

/** Counts by code. Every number is at least the smallest count there is; what is rarer is in `others`, without its code. */
export const Counts = z.strictObject({
  rows: z.array(z.strictObject({ code: z.string().max(60), cases: z.int().min(1) })),
  /** Cases of every code that is not named, together; `null` when every code is named. */
  others: z.int().min(1).nullable(),
})
export type Counts = z.infer<typeof Counts>

/** Cases that have the same codes, and how many they are. */
export interface Alike {
  readonly codes: readonly string[]
  readonly cases: number
}

/** Cases, each with its codes, as how many have the same. */
export function alikeAmong(cases: readonly (readonly string[])[]): Alike[] {
  const groups = Map.groupBy(cases, own => JSON.stringify([...new Set(own)].toSorted()))
  return [...groups].map(([codes, all]) => ({ codes: JSON.parse(codes) as string[], cases: all.length }))
}

const withAny = (all: readonly Alike[], codes: ReadonlySet<string>) =>
  all.reduce((sum, { codes: own, cases }) => sum + (own.some(code => codes.has(code)) ? cases : 0), 0)

/**
 * How many cases have each code, with nothing in it that counts fewer than `smallest`.
 *
 * Rare codes are joined, the more frequent ones too where the rare ones together are still rare: no code is named whose
 * count is small, and no total stands beside it from which one could be worked out (domain 8.2).
 *
 * @param all the codes of the cases; a case counts once for each of its codes.
 * @returns `null` when all of them together are too few.
 */
export function countsOf(all: readonly Alike[], smallest: number): Counts | null {
  const codes = [...new Set(all.flatMap(one => one.codes))]
  const counted = codes
    .map(code => ({ code, cases: withAny(all, new Set([code])) }))
    .toSorted((a, b) => b.cases - a.cases || (a.code < b.code ? -1 : 1))
  const rows = counted.filter(row => row.cases >= smallest)
  const joined = new Set(counted.filter(row => row.cases < smallest).map(({ code }) => code))
  if (joined.size === 0) return rows.length > 0 ? { rows, others: null } : null
  while (withAny(all, joined) < smallest) {
    const next = rows.pop()
    if (!next) return null
    joined.add(next.code)
  }
  return { rows, others: withAny(all, joined) }
}

/** Whether a total beside the counts tells nothing they do not: each case has one code, and no codes were joined. */
export const isPlain = (all: readonly Alike[], counts: Counts | null): boolean =>
  counts !== null && counts.others === null && all.every(({ codes }) => new Set(codes).size === 1)
