import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { riskHours, usualClocks } from '../../shared/case/clocks.ts'
import { Instant } from '../../shared/model.ts'
import {
  Band,
  type HarmCheckDraft,
  type OwnView,
  type RiskAssessment,
  type RiskEvent,
} from '../../shared/risk/model.ts'
import {
  bandOf,
  blockingQuestions,
  viewsDiffer,
  reassessBy,
  riskTrack,
  unanswered,
  undecided,
} from '../../shared/risk/rules.ts'
import { event, harm, risk } from '../gate/support.ts'

/** Row by row the likelihood 1 to 5, in each row the impact 1 to 5. */
const [l, m, h, c] = Band.options
const table = [
  [l, l, l, l, m],
  [l, l, m, m, h],
  [l, m, m, h, c],
  [l, m, h, c, c],
  [m, h, c, c, c],
]
const cells = table.flatMap((row, likelihood) =>
  row.map((band, impact) => ({ likelihood: likelihood + 1, impact: impact + 1, band })),
)

const band = fc.constantFrom(...Band.options)
const view = (band: Band): { readonly value: OwnView } => ({
  value: { band, words: '', language: null, translation: '' },
})

describe('the band of a risk', () => {
  it.each(cells)('is $band when likelihood is $likelihood and impact is $impact', cell => {
    expect(bandOf(cell.likelihood, cell.impact)).toBe(cell.band)
  })

  it('never falls when likelihood or impact rises', () => {
    const rank = (likelihood: number, impact: number) => Band.options.indexOf(bandOf(likelihood, impact))
    const step = fc.integer({ min: 1, max: 4 })
    fc.assert(
      fc.property(step, fc.integer({ min: 1, max: 5 }), (low, other) => {
        expect(rank(low + 1, other)).toBeGreaterThanOrEqual(rank(low, other))
        expect(rank(other, low + 1)).toBeGreaterThanOrEqual(rank(other, low))
      }),
    )
  })
})

describe('our view and that of the person', () => {
  it('differ when they are two bands apart, whichever is higher', () => {
    fc.assert(
      fc.property(band, band, (ours, own) => {
        const apart = Math.abs(Band.options.indexOf(ours) - Band.options.indexOf(own)) >= 2
        expect(viewsDiffer(ours, view(own))).toBe(apart)
        expect(viewsDiffer(own, view(ours))).toBe(apart)
      }),
    )
  })

  it.each(['unknown', 'not-asked', 'declined', 'withheld'] as const)('do not differ when it is %s', none => {
    for (const ours of Band.options) expect(viewsDiffer(ours, { none })).toBe(false)
  })
})

describe('when an assessment must be redone', () => {
  const made = Instant.parse('2026-03-28T12:00:00.000Z')
  const at = (hours: number) => Instant.parse(new Date(Date.parse(made) + hours * 3_600_000).toISOString())
  const hoursOf = riskHours(usualClocks)
  const assessed = (band: Band) =>
    risk({ band, assessedAt: made, validUntil: reassessBy(hoursOf[band], made) })
  const track = (latest: RiskAssessment | null, now: Instant, events: readonly RiskEvent[] = []) =>
    riskTrack(latest, { events, now })

  it.each([
    ['critical', '2026-03-29T12:00:00.000Z'],
    ['high', '2026-03-31T12:00:00.000Z'],
    ['medium', '2026-04-11T12:00:00.000Z'],
    ['low', '2026-04-27T12:00:00.000Z'],
  ] as const)('a %s one by %s', (band, by) => {
    expect(reassessBy(hoursOf[band], made)).toBe(by)
  })

  it('comes sooner the graver it is', () => {
    const hours = Band.options.map(one => hoursOf[one])
    expect(hours).toEqual(hours.toSorted((a, b) => b - a))
  })

  it.each(Band.options)('says of a %s one: current, due in its last quarter, overdue past its end', band => {
    const hours = hoursOf[band]
    expect(track(assessed(band), made)).toBe('current')
    expect(track(assessed(band), at(hours * 0.74))).toBe('current')
    expect(track(assessed(band), at(hours * 0.75))).toBe('due')
    expect(track(assessed(band), at(hours))).toBe('due')
    expect(track(assessed(band), at(hours + 0.001))).toBe('overdue')
  })

  it.each(Band.options)('says of a %s one: overdue at once when something happened after it', band => {
    const before = assessed(band)
    expect(track(before, made, [event(before)])).toBe('overdue')
    expect(track(assessed(band), made, [event(before)])).toBe('current')
    expect(track(before, made, [event()])).toBe('current')
  })

  it('keeps the time it was made with, however long the clocks run today', () => {
    const old = risk({ band: 'low', assessedAt: made, validUntil: at(10) })
    expect([2, 8, 11].map(hours => track(old, at(hours)))).toEqual(['current', 'due', 'overdue'])
  })

  it('says that there is none', () => {
    expect(track(null, made)).toBe('none')
  })
})

describe('the do-no-harm check', () => {
  const answers = fc.array(
    fc.option(fc.record({ answer: fc.constantFrom('yes', 'no', 'unknown'), note: fc.constant('') })),
    { minLength: 12, maxLength: 12 },
  )
  const check = (over: Partial<HarmCheckDraft>) => harm(over)

  it('blocks on questions 1, 2, 3, 6 and 8', () => {
    expect(blockingQuestions).toEqual([1, 2, 3, 6, 8])
  })

  it('counts an unanswered question as unanswered and a no or unknown to a blocking one as undecided', () => {
    fc.assert(
      fc.property(answers, all => {
        const nothing = all.flatMap((one, at) => (one === null ? [at + 1] : []))
        expect(unanswered({ answers: all })).toEqual(nothing)
        const open = [1, 2, 3, 6, 8].filter(question => (all[question - 1]?.answer ?? 'yes') !== 'yes')
        expect(undecided(check({ answers: all }))).toEqual(open)
        expect(undecided(check({ answers: all, decidedBy: 'Head' }))).toEqual(open)
        expect(undecided(check({ answers: all, decisionReason: 'Life' }))).toEqual(open)
        expect(undecided(check({ answers: all, decidedBy: 'Head', decisionReason: 'Life' }))).toEqual([])
      }),
    )
  })
})
