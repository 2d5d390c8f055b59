import { describe, expect, it } from 'vitest'
import { chosenFrom, countsOf } from '../../renderer/case/caseFilters.ts'
import { CaseCode, type CaseLine } from '../../shared/case/model.ts'
import { CaseId, Instant } from '../../shared/model.ts'

const line = (code: string, change: Partial<CaseLine> = {}): CaseLine => ({
  id: CaseId.parse('0198c0de-0000-7000-8000-000000000001'),
  code: CaseCode.parse(code),
  state: 'draft',
  urgent: false,
  danger: 'none',
  persons: 0,
  acts: 0,
  band: null,
  differs: false,
  risk: 'none',
  consent: 'none',
  waiting: null,
  overdue: 0,
  startedAt: Instant.parse('2026-03-01T08:00:00.000Z'),
  changedAt: Instant.parse('2026-03-01T08:00:00.000Z'),
  ...change,
})

const lines = [
  line('AAA-222', { urgent: true, overdue: 2 }),
  line('BBB-333', { danger: 'imminent', state: 'open', waiting: 'brief-sent', band: 'low' }),
  line('CCC-444', { state: 'triage', band: 'critical' }),
]
const codes = (wanted: Partial<Parameters<typeof chosenFrom>[1]>) =>
  chosenFrom(lines, { filters: [], code: '', sort: { column: 'code', ascending: true }, ...wanted }).map(
    ({ code }) => code.slice(0, 3),
  )

describe('the list of cases', () => {
  it('counts what each filter would leave and offers only those that leave something', () => {
    expect(countsOf(lines).map(({ filter, count }) => `${filter} ${count}`)).toEqual([
      'urgent 2',
      'overdue 1',
      'waiting 1',
      'draft 1',
      'triage 1',
      'open 1',
    ])
  })

  it('takes any of several states, and everything else together', () => {
    expect(codes({ filters: ['open', 'triage'] })).toEqual(['BBB', 'CCC'])
    expect(codes({ filters: ['urgent', 'open', 'triage'] })).toEqual(['BBB'])
    expect(codes({ filters: ['urgent', 'overdue'] })).toEqual(['AAA'])
  })

  it('finds a code by any part of it, with or without the dash', () => {
    expect(codes({ code: 'b33' })).toEqual(['BBB'])
    expect(codes({ code: 'B-3' })).toEqual(['BBB'])
  })

  it('shows the most pressing first', () => {
    expect(codes({ sort: { column: 'band', ascending: true } })).toEqual(['CCC', 'BBB', 'AAA'])
    expect(codes({ sort: { column: 'danger', ascending: true } })[2]).toBe('CCC')
    expect(codes({ sort: { column: 'code', ascending: false } })).toEqual(['CCC', 'BBB', 'AAA'])
  })
})
