import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicationWindow } from '../../main/settings/repository.ts'
import { forReading } from '../../main/db/handles.ts'
import { Day } from '../../shared/model.ts'
import {
  ReportWindow,
  refusalForWindows,
  usualWindows,
  windowOf,
  windowOfDate,
  withUse,
  withWindow,
} from '../../shared/settings/windows.ts'
import { anyWindows, dayAt, oneCase, windowFrom } from './support.ts'

const day = (text: string) => Day.parse(text)
const ordinalOf = (on: string) => {
  const fall = windowOf(day(on), usualWindows)
  return 'in' in fall ? fall.in.ordinal : fall
}

describe('report windows', () => {
  it('begin with those that were published and the two that follow the pattern', () => {
    expect(usualWindows.map(window => ReportWindow.parse(window))).toEqual(usualWindows)
    expect(usualWindows.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 15 }, (_, at) => at + 4))
    expect(usualWindows.filter(({ symbol }) => symbol === '').map(({ basis }) => basis)).toEqual(['I', 'I'])
    expect(refusalForWindows(usualWindows)).toBeNull()
  })

  it('know that the year moved twice: in 2013 and, with eleven months, in 2020', () => {
    expect(['2013-06-15', '2013-06-16', '2014-05-31', '2014-06-01'].map(ordinalOf)).toEqual([4, 5, 5, 6])
    expect(['2019-05-31', '2019-06-01', '2020-04-30', '2020-05-01'].map(ordinalOf)).toEqual([10, 11, 11, 12])
    expect(ordinalOf('2026-11-21')).toBe(18)
  })

  it('say when a day comes before the first or after the last that is known', () => {
    expect(ordinalOf('2010-01-01')).toEqual({ outside: 'before' })
    expect(ordinalOf('2027-05-01')).toEqual({ outside: 'after' })
  })

  it('put every day in one window at most, and name the gap when it is in none', () => {
    fc.assert(
      fc.property(anyWindows, fc.integer({ min: -5, max: 220 }), (windows, at) => {
        const on = dayAt(at)
        const used = windows.filter(one => one.used)
        const holding = used.filter(({ from, to }) => from <= on && on <= to)
        const fall = windowOf(on, windows)
        expect(holding.length).toBeLessThanOrEqual(1)
        if ('in' in fall) expect(fall.in).toEqual(holding[0])
        else expect(holding).toEqual([])
        if ('between' in fall) {
          const { after, before } = fall.between
          expect(used.find(({ ordinal }) => ordinal === after)!.to < on).toBe(true)
          expect(used.find(({ ordinal }) => ordinal === before)!.from > on).toBe(true)
        }
        if ('outside' in fall)
          expect(used.every(({ from, to }) => (fall.outside === 'before' ? from > on : to < on))).toBe(true)
      }),
    )
  })

  it('say the same whatever the order they are kept in', () => {
    fc.assert(
      fc.property(anyWindows, fc.nat(220), (windows, at) => {
        expect(windowOf(dayAt(at), windows.toReversed())).toEqual(windowOf(dayAt(at), windows))
      }),
    )
  })

  it('are refused when two that are used share a day, and only then', () => {
    const anyDays = fc.tuple(fc.nat(60), fc.nat(60)).map(([from, length]) => [from, from + length] as const)
    fc.assert(
      fc.property(anyWindows, anyDays, (windows, [from, to]) => {
        const after = withWindow(windows, windowFrom(99, dayAt(from), dayAt(to)))
        const shared = windows.some(one => one.used && one.from <= dayAt(to) && dayAt(from) <= one.to)
        expect(refusalForWindows(after)).toBe(shared ? 'settings/windows-overlap' : null)
        expect(refusalForWindows(withUse(after, { ordinal: 99, used: false }))).toBeNull()
      }),
    )
  })

  it('take a date as well as it is known: in one, perhaps in several, or in none that can be said', () => {
    const within = (from: string, to: string) => windowOfDate({ from: day(from), to: day(to) }, usualWindows)
    expect(within('2026-06-01', '2026-06-30')).toMatchObject({ in: { ordinal: 18 } })
    expect(within('2026-04-01', '2026-06-30')).toMatchObject({ perhaps: [{ ordinal: 17 }, { ordinal: 18 }] })
    expect(within('2027-03-01', '2027-06-30')).toMatchObject({ perhaps: [{ ordinal: 18 }] })
    expect(windowOfDate({ from: null, to: null }, usualWindows)).toBeNull()
  })
})

describe('the report windows of a vault', () => {
  it('are added, changed, retired and used again, each with its reason and an edition of its own', async () => {
    const { get } = await oneCase()
    const next = { ...windowFrom(19, day('2027-05-01'), day('2028-04-30')), session: 69 }
    await get('settings.setWindow', { window: next, reason: 'the call was published' })
    await get('settings.setWindow', {
      window: { ...next, symbol: 'A/HRC/69/40' },
      reason: 'the report has a symbol',
    })
    await get('settings.useWindow', { ordinal: 19, used: false, reason: 'it was postponed' })
    await get('settings.useWindow', { ordinal: 19, used: true, reason: 'it was not' })
    const { windows, versions } = await get('settings.windows', {})
    expect(windows.at(-1)).toMatchObject({ ordinal: 19, symbol: 'A/HRC/69/40', used: true })
    expect(versions.map(({ change: { what }, reason }) => [what, reason])).toEqual([
      ['put-back', 'it was not'],
      ['retired', 'it was postponed'],
      ['changed', 'the report has a symbol'],
      ['added', 'the call was published'],
    ])
    expect(versions.map(one => one.windows.length)).toEqual([16, 16, 16, 16])
  })

  it('refuse what cannot be', async () => {
    const { call } = await oneCase()
    const set = (from: string, to: string, ordinal = 19) =>
      call('settings.setWindow', { window: windowFrom(ordinal, day(from), day(to)), reason: 'a slip' })
    expect(await set('2027-04-30', '2028-04-30')).toMatchObject({ code: 'settings/windows-overlap' })
    expect(await set('2028-04-30', '2027-05-01')).toMatchObject({
      code: 'settings/window-ends-before-it-begins',
    })
    const use = (ordinal: number, used: boolean) =>
      call('settings.useWindow', { ordinal, used, reason: 'a slip' })
    expect(await use(44, false)).toMatchObject({ code: 'settings/window-gone' })
    expect(await use(18, true)).toMatchObject({ code: 'settings/nothing-changed' })
  })

  it('say of a case in which report its acts fall, and of publication since when it counts', async () => {
    const { get, app, view } = await oneCase()
    expect((await view()).windows).toEqual(usualWindows)
    const db = forReading(app.desk.vault!.db)
    expect(publicationWindow(db, day('2026-11-21'))).toEqual({ from: '2026-05-01', recheckDays: 14 })
    await get('settings.useWindow', { ordinal: 18, used: false, reason: 'not announced' })
    expect(publicationWindow(db, day('2026-11-21'))).toEqual({ from: null, recheckDays: 14 })
  })
})
