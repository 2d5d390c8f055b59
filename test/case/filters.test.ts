import { describe, expect, it } from 'vitest'
import { countsIn, facetOf, maskOf, totalIn } from '../../shared/lines/facet.ts'
import type { CaseLine } from '../../shared/case/model.ts'
import type { CaseFilter } from '../../shared/lines/model.ts'

type Said = Pick<CaseLine, 'state' | 'urgent' | 'danger' | 'overdue' | 'waiting'>

const line = (change: Partial<Said> = {}): Said => ({
  state: 'draft',
  urgent: false,
  danger: 'none',
  overdue: 0,
  waiting: null,
  ...change,
})

const lines = [
  line({ urgent: true, overdue: 2 }),
  line({ danger: 'imminent', state: 'open', waiting: 'brief-sent' }),
  line({ state: 'triage' }),
]
const tally = new Map([...Map.groupBy(lines, facetOf)].map(([facet, some]) => [facet, some.length]))
const counts = (on: readonly CaseFilter[]) =>
  countsIn(tally, on).map(({ filter, count }) => `${filter} ${count}`)
const total = (on: readonly CaseFilter[]) => totalIn(tally, maskOf(on))

describe('the filters of the list of cases', () => {
  it('say what each would leave, and only those are offered that leave something', () => {
    expect(counts([])).toEqual(['urgent 2', 'overdue 1', 'waiting 1', 'draft 1', 'triage 1', 'open 1'])
  })

  it('say what each would leave beside those that are on, which stay offered', () => {
    expect(counts(['overdue'])).toEqual(['urgent 1', 'overdue 1', 'draft 1'])
    expect(counts(['open'])).toEqual(['urgent 1', 'waiting 1', 'draft 1', 'triage 1', 'open 1'])
    expect(counts(['overdue', 'open'])).toEqual(['overdue 0', 'draft 1', 'open 0'])
  })

  it('take any of several states, and everything else together', () => {
    expect(total([])).toBe(3)
    expect(total(['open', 'triage'])).toBe(2)
    expect(total(['urgent', 'open', 'triage'])).toBe(1)
    expect(total(['urgent', 'overdue'])).toBe(1)
  })
})
