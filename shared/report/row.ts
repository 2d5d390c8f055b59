import { CaseId } from '../model.ts'
import { z } from '../zod.ts'
import { levels } from './coverage.ts'
import type { Level } from './coverage.ts'

/** What the cases of one report can be narrowed to: how openly they appear, or those of which nothing is written yet. */
export const ReportFilter = z.enum([...levels, 'unwritten'])
export type ReportFilter = z.infer<typeof ReportFilter>

/** Where a case stands among all of one report: those that may appear first, then in the order in which they were begun. */
export const ReportKey = z.strictObject({ outside: z.boolean(), begun: z.int(), caseId: CaseId })
export type ReportKey = z.infer<typeof ReportKey>

/** Which page: the first, the one after or before a case, or the one that begins with the case at a place, from 0. */
export const ReportAsked = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('first') }),
  z.strictObject({ from: z.literal('after'), key: ReportKey }),
  z.strictObject({ from: z.literal('before'), key: ReportKey }),
  z.strictObject({ from: z.literal('at'), position: z.int().min(0) }),
])
export type ReportAsked = z.infer<typeof ReportAsked>

/** How many cases a filter would leave beside the others that are on. */
export const ReportCount = z.object({ filter: ReportFilter, count: z.int() })
export type ReportCount = z.infer<typeof ReportCount>

/** What a case is for every filter at once, as one number below 16: whether it is outside, how openly it appears, whether an entry is written. */
export type ReportFacet = number

interface Said {
  readonly level: Level
  /** Nothing of it falls into the window. */
  readonly isOutside: boolean
  readonly isWritten: boolean
}

/** The facet of a case. */
export const facetOf = ({ level, isOutside, isWritten }: Said): ReportFacet =>
  Number(isOutside) * 8 + levels.indexOf(level) * 2 + Number(isWritten)

/** How openly a case of a facet appears. */
export const levelOf = (facet: ReportFacet): Level => levels[(facet >> 1) & 3] ?? 'omitted'

/** Whether an entry is written of a case of a facet. */
export const isWritten = (facet: ReportFacet): boolean => (facet & 1) === 1

/** Whether nothing of a case of a facet falls into the window. */
export const isOutside = (facet: ReportFacet): boolean => facet >= 8

const facets: readonly ReportFacet[] = Array.from({ length: 16 }, (_, facet) => facet)

/** Whether a case at this level is told in an entry of its own. */
export const isTold = (level: Level): boolean => level === 'named' || level === 'anonymised'

/** The facets that filters ask for, as one number with a bit for each. Of several levels any will do. */
export function maskOf(filters: readonly ReportFilter[]): number {
  const wanted = levels.filter(level => filters.includes(level))
  const some = wanted.length === 0 ? levels : wanted
  return facets
    .filter(facet => some.includes(levelOf(facet)))
    .filter(facet => !filters.includes('unwritten') || (isTold(levelOf(facet)) && !isWritten(facet)))
    .reduce((mask, facet) => mask | (1 << facet), 0)
}

/** Whether a case of this facet is asked for. */
export const fits = (facet: ReportFacet, mask: number): boolean => ((mask >> facet) & 1) === 1

/** How many cases there are of each facet. */
export type ReportTally = ReadonlyMap<ReportFacet, number>

/** How many of them are asked for. */
export const totalIn = (tally: ReportTally, mask: number): number =>
  [...tally].reduce((sum, [facet, count]) => sum + (fits(facet, mask) ? count : 0), 0)

/** How many each filter would leave beside those that are on: every level, and what is not written. */
export function countsIn(tally: ReportTally, on: readonly ReportFilter[]): ReportCount[] {
  const beside = on.filter(filter => filter === 'unwritten')
  return ReportFilter.options.map(filter => ({
    filter,
    count: totalIn(tally, maskOf(filter === 'unwritten' ? [...on, filter] : [...beside, filter])),
  }))
}
