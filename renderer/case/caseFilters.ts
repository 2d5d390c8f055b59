import { CaseState, type CaseLine } from '../../shared/case/model.ts'
import type { Sort } from '../ui/index.ts'

/** What the list of cases can be narrowed to: something pressing, or one state. */
export type CaseFilter = 'urgent' | 'overdue' | 'waiting' | CaseState

const pressing = ['urgent', 'overdue', 'waiting'] as const

/** Whether a case is what a filter asks for. */
export function passes(line: CaseLine, filter: CaseFilter): boolean {
  if (filter === 'urgent') return line.urgent || line.danger === 'imminent'
  if (filter === 'overdue') return line.overdue > 0
  if (filter === 'waiting') return line.waiting === 'brief-sent'
  return line.state === filter
}

/** The filters that say something about these cases, each with how many it leaves. */
export function countsOf(lines: readonly CaseLine[]): readonly { filter: CaseFilter; count: number }[] {
  const counts = [...pressing, ...CaseState.options].map(filter => ({
    filter,
    count: lines.filter(line => passes(line, filter)).length,
  }))
  return counts.filter(({ count }) => count > 0)
}

/** What is asked of the list. */
export interface Wanted {
  readonly filters: readonly CaseFilter[]
  /** A part of a code; the dash may be missing. */
  readonly code: string
  readonly sort: Sort
}

/** The cases that are asked for, in order. Of several states any will do; everything else must hold together. */
export function chosenFrom(lines: readonly CaseLine[], { filters, code, sort }: Wanted): readonly CaseLine[] {
  const said = code.replaceAll(/[^0-9a-z]/gi, '').toUpperCase()
  const states = filters.filter(filter => CaseState.options.some(state => state === filter))
  const others = filters.filter(filter => !states.includes(filter))
  return lines
    .filter(line => line.code.replace('-', '').includes(said))
    .filter(line => others.every(filter => passes(line, filter)))
    .filter(line => states.length === 0 || states.some(filter => passes(line, filter)))
    .toSorted((a, b) => (sort.ascending ? 1 : -1) * compare(rankOf(a, sort.column), rankOf(b, sort.column)))
}

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)

/** Each in the order of a list that is read from the top: most pressing first. */
const bands = ['critical', 'high', 'medium', 'low'] as const
const dangers = ['imminent', 'possible', 'unknown', 'none']
const risks = ['overdue', 'none', 'due', 'current']
const consents = ['ended', 'due', 'none', 'sought', 'partial', 'given']
const waitings = ['decided', 'brief-sent']

/** The place of a case in the order of one column. What is not there comes last. */
function rankOf(line: CaseLine, column: string): string | number {
  switch (column) {
    case 'code':
      return line.code
    case 'state':
      return CaseState.options.indexOf(line.state)
    case 'danger':
      return dangers.indexOf(line.danger)
    case 'band':
      return line.band === null ? bands.length : bands.indexOf(line.band)
    case 'consent':
      return consents.indexOf(line.consent)
    case 'risk':
      return risks.indexOf(line.risk)
    case 'waiting':
      return line.waiting === null ? waitings.length : waitings.indexOf(line.waiting)
    case 'persons':
      return line.persons
    case 'acts':
      return line.acts
    default:
      return line.changedAt
  }
}
