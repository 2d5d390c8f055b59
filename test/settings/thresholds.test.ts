import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { known } from '../../shared/case/closing.ts'
import { Band } from '../../shared/risk/model.ts'
import { bandOf, viewsDiffer } from '../../shared/risk/rules.ts'
import {
  Thresholds,
  areMonotone,
  movedBetween,
  shownCount,
  thresholdDefaults,
  usualThresholds,
  withUsualThresholds,
} from '../../shared/settings/thresholds.ts'
import { person } from '../support.ts'
import { anyThresholds, assessment, atTheDeskOfAFirstRespondent, oneCase } from './support.ts'

const stricter: Thresholds = { ...usualThresholds, bandHigh: 8, viewsDiffer: 1 }

describe('thresholds', () => {
  it('begin with the usual ones, all of them a proposal, each among what it may be set to', () => {
    expect(Thresholds.parse(usualThresholds)).toEqual(usualThresholds)
    expect(areMonotone(usualThresholds)).toBe(true)
    for (const { usual, choices, basis } of Object.values(thresholdDefaults)) {
      expect(choices).toContain(usual)
      expect(basis).toBe('I')
      expect(choices).toEqual(choices.toSorted((a, b) => a - b))
    }
  })

  it('take nothing looser than the limits', () => {
    for (const looser of [{ bandHigh: 12 }, { viewsDiffer: 3 }, { recheckDays: 30 }, { smallestCount: 2 }])
      expect(Thresholds.safeParse({ ...usualThresholds, ...looser }).success).toBe(false)
  })

  it('keep the usual one where a later program knows more', () => {
    expect(withUsualThresholds({ quietMonths: 12 })).toEqual({ ...usualThresholds, quietMonths: 12 })
  })

  it('never let a graver score have a lesser band, however they are set', () => {
    const scale = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(anyThresholds.filter(areMonotone), scale, scale, (set, likelihood, impact) => {
        const rank = (l: number, i: number) => Band.options.indexOf(bandOf(l, i, set))
        expect(rank(Math.min(5, likelihood + 1), impact)).toBeGreaterThanOrEqual(rank(likelihood, impact))
        expect(rank(likelihood, Math.min(5, impact + 1))).toBeGreaterThanOrEqual(rank(likelihood, impact))
      }),
    )
  })

  it('never make a danger less than the usual ones would, and never put danger to life below high', () => {
    const scale = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(anyThresholds.filter(areMonotone), scale, scale, (set, likelihood, impact) => {
        const rank = (band: Band) => Band.options.indexOf(band)
        expect(rank(bandOf(likelihood, impact, set))).toBeGreaterThanOrEqual(rank(bandOf(likelihood, impact)))
        if (impact === 5 && likelihood >= 3)
          expect(rank(bandOf(likelihood, impact, set))).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  it('say of two settings which moved, and nothing of the others', () => {
    fc.assert(
      fc.property(anyThresholds, anyThresholds, (before, after) => {
        const moved = movedBetween(before, after)
        const again = moved.reduce((set, { id, to }) => ({ ...set, [id]: to }), before)
        expect(again).toEqual(after)
        expect(moved.every(({ id, from, to }) => before[id] === from && from !== to)).toBe(true)
      }),
    )
  })

  it('hide counts that are too small, and more of them where the risk is high', () => {
    expect([0, 4, 5].map(count => shownCount(count, false))).toEqual([null, null, 5])
    expect([9, 10].map(count => shownCount(count, true))).toEqual([null, 10])
    fc.assert(
      fc.property(fc.nat(60), anyThresholds.filter(areMonotone), (count, set) => {
        if (shownCount(count, true, set) !== null) expect(shownCount(count, false, set)).toBe(count)
      }),
    )
  })

  it('say sooner that the views differ when they are set so', () => {
    const own = { value: { band: 'high', words: '', language: null, translation: '' } } as const
    expect([viewsDiffer('medium', own), viewsDiffer('medium', own, stricter)]).toEqual([false, true])
  })
})

describe('the thresholds of a vault', () => {
  it('are the usual ones until somebody sets them; every setting is kept with what moved, who and why', async () => {
    const { get, call, app } = await oneCase()
    expect(await get('settings.thresholds', {})).toEqual({ thresholds: usualThresholds, versions: [] })
    await get('settings.setThresholds', { thresholds: stricter, reason: 'elections are near' })
    const { thresholds, versions } = await get('settings.thresholds', {})
    expect(thresholds).toEqual(stricter)
    expect(versions).toMatchObject([
      {
        setBy: 'FP-1',
        reason: 'elections are near',
        moved: [
          { id: 'bandHigh', from: 10, to: 8 },
          { id: 'viewsDiffer', from: 2, to: 1 },
        ],
      },
    ])
    expect(await call('settings.setThresholds', { thresholds: stricter, reason: 'again' })).toMatchObject({
      code: 'settings/nothing-changed',
    })
    const db = app.desk.vault?.db
    expect(() => db?.exec(`DELETE FROM setting_version`)).toThrow('append-only')
    expect(() => db?.exec(`UPDATE setting_version SET reason = 'x'`)).toThrow('append-only')
  })

  it('are not set so that a graver band begins before a lesser one', async () => {
    const { call } = await oneCase()
    for (const slip of [
      { bandHigh: 5, bandMedium: 5 },
      { bandCritical: 8, bandHigh: 9 },
      { smallestCount: 20, smallestCountHighRisk: 10 },
    ])
      expect(
        await call('settings.setThresholds', {
          thresholds: { ...usualThresholds, ...slip },
          reason: 'a slip',
        }),
      ).toMatchObject({ code: 'settings/thresholds-out-of-order' })
  })

  it('hold for the next assessment; the one made before keeps its band', async () => {
    const { get, caseId, view } = await oneCase()
    const { personId } = await get('person.add', { caseId, person: person() })
    await get('risk.assess', assessment(personId))
    await get('settings.setThresholds', { thresholds: stricter, reason: 'elections are near' })
    await get('risk.assess', assessment(personId))
    const { risks, thresholds } = await view()
    expect(risks.map(({ band }) => band)).toEqual(['medium', 'high'])
    expect(thresholds).toEqual(stricter)
  })

  it('are set, like the clocks, the lists and the windows, by a focal point or a head of presence alone', async () => {
    const app = await oneCase()
    await atTheDeskOfAFirstRespondent(app)
    const no = { code: 'settings/not-your-duty' }
    const reason = 'as I think'
    const { clocks } = await app.get('case.clocks', {})
    const { windows } = await app.get('settings.windows', {})
    const { used: _used, ...window } = windows[0]!
    expect(await app.call('case.setClocks', { clocks, reason })).toMatchObject(no)
    expect(await app.call('settings.setThresholds', { thresholds: stricter, reason })).toMatchObject(no)
    expect(await app.call('settings.setWindow', { window, reason })).toMatchObject(no)
    expect(await app.call('settings.useWindow', { ordinal: 4, used: false, reason })).toMatchObject(no)
    const label = { en: 'A body', ar: 'هيئة' }
    expect(
      await app.call('settings.addCode', { list: 'unEntity', group: null, label, reason }),
    ).toMatchObject(no)
    const code = { list: 'unEntity', code: 'OCHA', reason } as const
    expect(await app.call('settings.rewordCode', { ...code, label })).toMatchObject(no)
    expect(await app.call('settings.offerCode', { ...code, offered: false })).toMatchObject(no)
  })
})

describe('closing a case', () => {
  const closable = {
    persons: [],
    consents: [],
    acts: [{ when: { to: '2026-01-15' } }],
    actions: [],
    briefs: [{ state: 'sent', asked: 'decision', answerBy: null, sentAt: '2026-08-01T09:00:00.000Z' }],
    today: '2026-09-15',
  } as unknown as Parameters<typeof known>[0]
  const set = (change: Partial<Thresholds>) =>
    known({ ...closable, thresholds: { ...usualThresholds, ...change } })

  it('counts the months without an act as the vault is set', () => {
    expect(known(closable).quiet).toBeUndefined()
    expect(set({ quietMonths: 9 }).quiet).toBe('not_met')
  })

  it('waits for an answer as long as the vault is set', () => {
    expect(known(closable).actions_finished).toBe('not_met')
    expect(set({ answerDays: 30 }).actions_finished).toBeUndefined()
  })
})
