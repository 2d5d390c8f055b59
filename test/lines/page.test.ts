import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyOf } from '../../main/db/shape.ts'
import { forReading, forWriting } from '../../main/db/handles.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import { listPage } from '../../main/lines/page.ts'
import { dueGroup } from '../../main/lines/dues.ts'
import { inVault } from '../../main/lines/place.ts'
import { putDues, putLine } from '../../main/lines/repository.ts'
import { steadyRow, turningRow } from '../../main/lines/rows.ts'
import { CaseState, type CaseLine } from '../../shared/case/model.ts'
import { horizonOf } from '../../shared/case/dues.ts'
import { dueOf, type DueRow } from '../../shared/lines/dueRow.ts'
import {
  CaseFilter,
  Horizon,
  ListAsked,
  SortColumn,
  type DueKey,
  type LineKey,
} from '../../shared/lines/model.ts'
import { rankIn, type Ranked } from '../../shared/lines/rank.ts'
import { dayMs, lineTime } from '../../shared/lines/time.ts'
import { CaseId, Day, Instant } from '../../shared/model.ts'

const at = { now: Instant.parse('2026-03-02T12:00:00.000Z'), today: Day.parse('2026-03-02') }
const time = lineTime(at)
const connection = emptyOf(migrations.length)
afterAll(() => connection.close())
const db = forReading(connection)

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
let seed = 7
const random = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((seed / 2_147_483_648) * below)
}
const of = <T>(all: readonly T[]): T => all[random(all.length)]!
const said = JSON.stringify(['case-review', null, null, 'dues', '', '', null, null])

/** A due thing within ten days of now, before or after. */
function anyDue(): DueRow {
  const byDay = of([0, 0, 1, 2] as const)
  const ends = time.now + (random(480) - 240) * 3_600_000
  if (byDay === 2) return { byDay, press: 0, ends: 0, said }
  return {
    byDay,
    press: of([0, 1] as const),
    ends: byDay === 0 ? ends : Math.floor(ends / dayMs + 1) * dayMs - 1,
    said,
  }
}

const lines: (CaseLine & { readonly n: number; readonly dues: readonly DueRow[] })[] = []

const code = () => {
  const drawn = Array.from({ length: 6 }, () => of([...letters]))
  return `${drawn.slice(0, 3).join('')}-${drawn.slice(3).join('')}`
}

/** Some of everything, most of it drafts: few states have many cases. */
function addLine(number: number): void {
  const steady = {
    id: CaseId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
    code: code(),
    state: random(3) > 0 ? ('draft' as const) : of(CaseState.options),
    urgent: random(30) === 0,
    danger: of(['none', 'possible', 'imminent', 'unknown'] as const),
    persons: random(4),
    acts: random(3),
    band: of(['low', 'medium', 'high', 'critical', null] as const),
    differs: random(2) === 0,
    waiting: random(40) === 0 ? of(['brief-sent', 'decided'] as const) : null,
    startedAt: at.now,
    changedAt: Instant.parse(new Date(time.now - random(900) * 60_000).toISOString()),
  }
  const dues = Array.from({ length: random(3) }, anyDue)
  const reading = {
    risk: of(['none', 'current', 'due', 'overdue'] as const),
    consent: of(['none', 'sought', 'partial', 'given', 'due', 'ended'] as const),
    dues: new Map(dues.map((due, k) => [k, due])),
  }
  const row = steadyRow(steady)
  const turning = { reading, at: [], on: [] }
  const whole = { ...row, ...turningRow(row, turning, { time, passed: [[], []] }) }
  const n = putLine(forWriting(connection), inVault, { before: undefined, row: whole })
  putDues(forWriting(connection), inVault, { n, before: new Map(), dues: reading.dues })
  const overdue = dues.filter(due => dueOf(due, time).overdue).length
  lines.push({ ...steady, risk: reading.risk, consent: reading.consent, overdue, n, dues })
}
connection.transaction(() => Array.from({ length: 3_000 }, (_, number) => addLine(number)))()

const passes = (line: CaseLine, filter: CaseFilter) => {
  if (filter === 'urgent') return line.urgent || line.danger === 'imminent'
  if (filter === 'overdue') return line.overdue > 0
  if (filter === 'waiting') return line.waiting === 'brief-sent'
  return line.state === filter
}

const states: readonly CaseFilter[] = CaseState.options

/** The same list, made by looking at every line. */
function expected({ filters, code: part, sort }: Pick<ListAsked, 'filters' | 'code' | 'sort'>): string[] {
  const inStates = filters.filter(filter => states.includes(filter))
  const others = filters.filter(filter => !states.includes(filter))
  const rank = (line: CaseLine) => {
    const { column } = sort
    if (column === 'code') return line.code
    if (column === 'changed') return line.changedAt
    return column === 'persons' || column === 'acts'
      ? line[column]
      : rankIn(column satisfies Ranked, line[column])
  }
  const less = (a: (typeof lines)[number], b: (typeof lines)[number]) => {
    const [one, other] = [rank(a), rank(b)]
    return one < other || (one === other && a.n < b.n)
  }
  return lines
    .filter(line => line.code.replace('-', '').includes(part))
    .filter(line => others.every(filter => passes(line, filter)))
    .filter(line => inStates.length === 0 || inStates.some(filter => passes(line, filter)))
    .toSorted((a, b) => (less(a, b) === sort.ascending ? -1 : 1))
    .map(({ id }) => id)
}

const anyAsked = fc.record({
  filters: fc.subarray([...CaseFilter.options], { maxLength: 3 }),
  code: fc.constantFrom('', '', '', 'A', 'B3', '7K'),
  sort: fc.record({ column: fc.constantFrom(...SortColumn.options), ascending: fc.boolean() }),
  limit: fc.integer({ min: 1, max: 200 }),
})
const ask = (asked: Partial<ListAsked>) => listPage({ db, ...at }, ListAsked.parse(asked))
const idsOf = (page: { readonly lines: readonly CaseLine[] }) => page.lines.map(({ id }) => id)

describe('a page of the list of cases', () => {
  it('begins with the first that are asked for, and says how many there are', () => {
    fc.assert(
      fc.property(anyAsked, asked => {
        const all = expected(asked)
        const page = ask(asked)
        expect(idsOf(page)).toEqual(all.slice(0, asked.limit))
        expect([page.total, page.all]).toEqual([all.length, lines.length])
        expect(page.before).toBeNull()
        expect(page.next === null).toBe(all.length <= asked.limit)
      }),
      { numRuns: 200 },
    )
  })

  it('says what each filter would leave', () => {
    fc.assert(
      fc.property(fc.subarray([...CaseFilter.options], { maxLength: 3 }), filters => {
        for (const { filter, count } of ask({ filters }).counts) {
          const alone = states.includes(filter) ? filters.filter(one => !states.includes(one)) : filters
          const sort = { column: 'code', ascending: true } as const
          expect(count).toBe(expected({ filters: [...alone, filter], code: '', sort }).length)
        }
      }),
    )
  })

  it('follows the one before it, down to the last and up again to the first, with nobody twice and nobody left out', () => {
    fc.assert(
      fc.property(anyAsked, asked => {
        const all = expected(asked)
        const limit = Math.max(asked.limit, Math.ceil(all.length / 12), 1)
        const down: string[][] = []
        for (let key: LineKey | null | undefined; key !== null;) {
          const page = ask({
            ...asked,
            limit: Math.min(limit, 200),
            page: key ? { from: 'after', key } : { from: 'first' },
          })
          down.push(idsOf(page))
          key = page.next
          if (down.length > 40) break
        }
        if (down.length <= 40) expect(down.flat()).toEqual(all)
        const end = ask({ ...asked, limit: 1, page: { from: 'at', position: Math.max(0, all.length - 1) } })
        if (all.length < 2) return
        const key = end.before!
        const up = ask({ ...asked, page: { from: 'before', key } })
        expect(idsOf(up)).toEqual(all.slice(0, -1).slice(-asked.limit))
      }),
      { numRuns: 60 },
    )
  })

  it('can begin at any place', () => {
    fc.assert(
      fc.property(anyAsked, fc.nat(3_100), (asked, position) => {
        const page = ask({ ...asked, page: { from: 'at', position } })
        expect(idsOf(page)).toEqual(expected(asked).slice(position, position + asked.limit))
      }),
      { numRuns: 150 },
    )
  })
})

describe('what is due on all cases', () => {
  const dayOf = (moment: Instant) => Day.parse(moment.slice(0, 10))
  const all = lines.flatMap(line => line.dues.map(row => ({ row, ...dueOf(row, time) })))

  it.each(Horizon.options)('is counted and comes in order, a part at a time: %s', horizon => {
    const wanted = all.filter(due => horizonOf(due, { today: at.today, dayOf }) === horizon)
    const ends: number[] = []
    for (let after: DueKey | null | undefined; after !== null;) {
      const group = dueGroup({ db, ...at }, { horizon, after: after ?? null, limit: 70 })
      expect(group.count).toBe(wanted.length)
      ends.push(
        ...group.dues.map(({ at: moment, on, overdue }) => (overdue ? 0 : Date.parse(moment ?? on ?? ''))),
      )
      after = group.next
    }
    expect(ends).toHaveLength(wanted.length)
  })

  it('puts what may mean harm today before what has waited longest', () => {
    const { count } = dueGroup({ db, ...at }, { horizon: 'overdue', after: null, limit: 1 })
    const { dues } = dueGroup({ db, ...at }, { horizon: 'overdue', after: null, limit: count })
    const rows = all
      .filter(({ overdue }) => overdue)
      .toSorted((a, b) => b.row.press - a.row.press || a.row.ends - b.row.ends)
    expect(dues.map(({ at: moment, on }) => moment ?? on)).toEqual(
      rows.map(({ at: moment, on }) => moment ?? on),
    )
  })

  it('is counted as it is however the lines change', () => {
    const some = lines.filter(({ dues }) => dues.length > 0).slice(0, 200)
    const before = Horizon.options.map(
      horizon => dueGroup({ db, ...at }, { horizon, after: null, limit: 1 }).count,
    )
    connection.transaction(() => {
      for (const { n, dues } of some) {
        const now = new Map(dues.map((due, k) => [k, due]))
        putDues(forWriting(connection), inVault, { n, before: now, dues: new Map() })
        putDues(forWriting(connection), inVault, { n, before: new Map(), dues: now })
      }
    })()
    const after = Horizon.options.map(
      horizon => dueGroup({ db, ...at }, { horizon, after: null, limit: 1 }).count,
    )
    expect(after).toEqual(before)
  })
})
