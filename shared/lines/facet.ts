import { CaseState } from '../case/course.ts'
import type { CaseLine } from '../case/model.ts'
import { Pressing, type CaseFilter, type FilterCount } from './model.ts'

/**
 * What a case is for every filter at once, as one number: its state, then a bit for each pressing thing. There are few of
 * them however many cases there are, so cases are counted by them.
 */
export type Facet = number

const bits: Readonly<Record<Pressing, number>> = { urgent: 4, overdue: 2, waiting: 1 }
const stateOf = (facet: Facet) => Math.floor(facet / 8)

/** What a line says to the filters. */
type Said = Pick<CaseLine, 'state' | 'urgent' | 'danger' | 'overdue' | 'waiting'>

/** The facet of a line. */
export const facetOf = ({ state, urgent, danger, overdue, waiting }: Said): Facet =>
  CaseState.options.indexOf(state) * 8 +
  (urgent || danger === 'imminent' ? bits.urgent : 0) +
  (overdue > 0 ? bits.overdue : 0) +
  (waiting === 'brief-sent' ? bits.waiting : 0)

/** Whether anything on a case of this facet is overdue. */
export const isOverdue = (facet: Facet): boolean => (facet & bits.overdue) !== 0

/** What filters ask of a facet: every bit of `press`, and one of the states whose bits are in `states`. */
export interface FacetMask {
  readonly press: number
  readonly states: number
}

const isPressing = (filter: CaseFilter): filter is Pressing =>
  Pressing.options.some(pressing => pressing === filter)

const anyState = 2 ** CaseState.options.length - 1

/** Of several states any will do; everything else must hold together. */
export function maskOf(filters: readonly CaseFilter[]): FacetMask {
  const states = CaseState.options.flatMap((state, at) => (filters.includes(state) ? [2 ** at] : []))
  return {
    press: filters.filter(isPressing).reduce((sum, filter) => sum | bits[filter], 0),
    states: states.length === 0 ? anyState : states.reduce((sum, bit) => sum | bit, 0),
  }
}

/** Whether a case of this facet is asked for. */
export const fits = (facet: Facet, { press, states }: FacetMask): boolean =>
  (facet & press) === press && ((states >> stateOf(facet)) & 1) === 1

/** How many cases there are of each facet. */
export type Tally = ReadonlyMap<Facet, number>

/** How many of them are asked for. */
export const totalIn = (tally: Tally, mask: FacetMask): number =>
  [...tally].reduce((sum, [facet, count]) => sum + (fits(facet, mask) ? count : 0), 0)

/** How many a filter would leave beside the others that are on. Filters that leave nothing are left out unless they are on. */
export function countsIn(tally: Tally, on: readonly CaseFilter[]): FilterCount[] {
  const pressing = on.filter(isPressing)
  const counts = [
    ...Pressing.options.map(filter => ({ filter, count: totalIn(tally, maskOf([...on, filter])) })),
    ...CaseState.options.map(filter => ({ filter, count: totalIn(tally, maskOf([...pressing, filter])) })),
  ]
  return counts.filter(({ filter, count }) => count > 0 || on.includes(filter))
}
