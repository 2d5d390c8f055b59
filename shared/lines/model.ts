import { CaseState } from '../case/course.ts'
import { CaseLine } from '../case/model.ts'
import { DueLine } from '../case/due.ts'
import { kept } from '../model.ts'
import { z } from '../zod.ts'

/** What the list of cases can be narrowed to: something pressing, or one state. */
export const Pressing = z.enum(['urgent', 'overdue', 'waiting'])
export type Pressing = z.infer<typeof Pressing>
export const CaseFilter = z.enum([...Pressing.options, ...CaseState.options])
export type CaseFilter = z.infer<typeof CaseFilter>

/** By what the list of cases can be put in order. */
export const SortColumn = z.enum([
  'code',
  'state',
  'danger',
  'band',
  'consent',
  'risk',
  'waiting',
  'persons',
  'acts',
  'changed',
])
export type SortColumn = z.infer<typeof SortColumn>

/** Ascending is the order of a list that is read from the top: most pressing first, what is not there last. */
export const LineSort = z.strictObject({ column: SortColumn, ascending: z.boolean() })
export type LineSort = z.infer<typeof LineSort>

/** Where a line stands among all lines of one order: its rank in it, then its number. */
export const LineKey = z.strictObject({
  rank: z.union([z.int(), kept(20)]),
  n: z.int(),
  /** Whether its case is for named people: those are numbered by themselves. */
  apart: z.boolean(),
})
export type LineKey = z.infer<typeof LineKey>

/** Which page of a list: the first, the one after or before a line, or the one that begins with the line at a place, from 0. */
const LinePage = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('first') }),
  z.strictObject({ from: z.literal('after'), key: LineKey }),
  z.strictObject({ from: z.literal('before'), key: LineKey }),
  z.strictObject({ from: z.literal('at'), position: z.int().min(0) }),
])

/** What is asked of the list of cases. Of several states any will do; everything else must hold together. */
export const ListAsked = z.strictObject({
  filters: z.array(CaseFilter).max(CaseFilter.options.length).default([]),
  /** A part of a code; the dash may be missing. */
  code: kept(40).default(''),
  sort: LineSort.default({ column: 'changed', ascending: false }),
  page: LinePage.default({ from: 'first' }),
  /** How many lines at most. */
  limit: z.int().min(1).max(200).default(50),
})
export type ListAsked = z.infer<typeof ListAsked>

/** How many cases a filter would leave beside the others that are on. */
export const FilterCount = z.object({ filter: CaseFilter, count: z.int() })
export type FilterCount = z.infer<typeof FilterCount>

/** One page of the list of cases. */
export const ListPage = z.object({
  lines: z.array(CaseLine),
  /** How many cases are asked for, and how many there are. */
  total: z.int(),
  all: z.int(),
  /** Filters that would leave something, or are on. */
  counts: z.array(FilterCount),
  /** Where the page before and the page after are to be asked from; `null` where there is none. */
  before: LineKey.nullable(),
  next: LineKey.nullable(),
  /** Cases whose lines are not up to date yet. Asked again, there are fewer. */
  behind: z.int(),
})
export type ListPage = z.infer<typeof ListPage>

/** When a due thing comes up, as days where this machine stands. */
export const Horizon = z.enum(['overdue', 'today', 'week', 'later'])
export type Horizon = z.infer<typeof Horizon>

/** Where a due thing stands among those of its horizon. */
export const DueKey = z.strictObject({ press: z.int(), ends: z.int(), id: z.int(), apart: z.boolean() })
export type DueKey = z.infer<typeof DueKey>

/** Due things of one horizon: how many there are, and some of them in order. */
export const DueGroup = z.object({
  count: z.int(),
  dues: z.array(DueLine),
  /** Where the next are to be asked from; `null` when these are the last. */
  next: DueKey.nullable(),
})
export type DueGroup = z.infer<typeof DueGroup>

/** What is to be done on all cases, and how many cases there are. */
export const DuePage = z.object({
  overdue: DueGroup,
  today: DueGroup,
  week: DueGroup,
  /** How many things come later than that. */
  later: z.int(),
  cases: z.int(),
  /** Cases whose dues are not up to date yet. Asked again, there are fewer. */
  behind: z.int(),
})
export type DuePage = z.infer<typeof DuePage>
