import { z } from '../zod.ts'

/** Counts by code. Every number is at least the smallest count there is; what is rarer is in `others`, without its code. */
export const Counts = z.strictObject({
  rows: z.array(z.strictObject({ code: z.string().max(60), cases: z.int().min(1) })),
  /** Cases of every code that is not named, together; `null` when every code is named. */
  others: z.int().min(1).nullable(),
})
export type Counts = z.infer<typeof Counts>

type Coded = readonly (readonly string[])[]

const withAny = (cases: Coded, codes: ReadonlySet<string>) =>
  cases.filter(own => own.some(code => codes.has(code))).length

/**
 * How many cases have each code, with nothing in it that counts fewer than `smallest`.
 *
 * Rare codes are joined, the more frequent ones too where the rare ones together are still rare: no code is named whose
 * count is small, and no total stands beside it from which one could be worked out (domain 8.2).
 *
 * @param cases the codes of each case; a case counts once for each of its codes.
 * @returns `null` when all of them together are too few.
 */
export function countsOf(cases: Coded, smallest: number): Counts | null {
  const codes = [...new Set(cases.flat())]
  const counted = codes
    .map(code => ({ code, cases: withAny(cases, new Set([code])) }))
    .toSorted((a, b) => b.cases - a.cases || (a.code < b.code ? -1 : 1))
  const rows = counted.filter(row => row.cases >= smallest)
  const joined = new Set(counted.filter(row => row.cases < smallest).map(({ code }) => code))
  if (joined.size === 0) return rows.length > 0 ? { rows, others: null } : null
  while (withAny(cases, joined) < smallest) {
    const next = rows.pop()
    if (!next) return null
    joined.add(next.code)
  }
  return { rows, others: withAny(cases, joined) }
}

/** Whether a total beside the counts tells nothing they do not: each case has one code, and no codes were joined. */
export const isPlain = (cases: Coded, counts: Counts | null): boolean =>
  counts !== null && counts.others === null && cases.every(own => new Set(own).size === 1)
