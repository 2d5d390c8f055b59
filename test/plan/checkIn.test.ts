import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CaseId, CheckInId, Day, Instant, PersonId } from '../../shared/model.ts'
import {
  checkInTrack,
  contactIsLost,
  lastProof,
  nextDueAfter,
  refusalForCheckIns,
  rungNow,
} from '../../shared/plan/checkIn.ts'
import { CheckInResult } from '../../shared/plan/model.ts'
import type { CheckIn, CheckInPlan } from '../../shared/plan/model.ts'
import { after, checkIns } from './support.ts'

const personId = PersonId.parse('00000000-0000-4000-8000-000000000001')
const caseId = CaseId.parse('00000000-0000-4000-8000-000000000002')
const agreed = (over: Partial<CheckInPlan> = {}): CheckInPlan => ({
  ...checkIns(),
  id: personId,
  caseId,
  agreedAt: after(-24),
  ...over,
})
const came = (result: CheckIn['result'], recordedAt = after(0)): CheckIn => ({
  id: CheckInId.parse('00000000-0000-4000-8000-000000000003'),
  caseId,
  personId,
  dueAt: after(0),
  result,
  note: '',
  recordedAt,
})

const track = (now: Instant, results: readonly CheckIn[] = [], plan: CheckInPlan | null = agreed()) =>
  checkInTrack({ plan, results }, now)

describe('contact', () => {
  it.each([
    ['one step', { second: '', third: '' }, 2],
    ['two steps', { third: '' }, 3],
    ['three steps', {}, 4],
  ] as const)('is lost when %s were agreed and one more check-in went by', (_, steps, times) => {
    const plan = agreed(steps)
    expect(contactIsLost(plan, { is: 'missed', times: times - 1 })).toBe(false)
    expect(contactIsLost(plan, { is: 'missed', times })).toBe(true)
  })

  it('is never lost before the last agreed step was the one to take, and never found again by time alone', () => {
    const hours = fc.double({ min: -48, max: 400, noNaN: true })
    const steps = fc.record({
      second: fc.constantFrom('', 'Ask P2'),
      third: fc.constantFrom('', 'Tell the head'),
    })
    fc.assert(
      fc.property(hours, fc.double({ min: 0, max: 100, noNaN: true }), steps, (start, more, over) => {
        const plan = agreed(over)
        const lost = (now: Instant) => contactIsLost(plan, track(now, [], plan))
        const last = plan.third !== '' ? 'third' : plan.second !== '' ? 'second' : 'first'
        const isLost = lost(after(start))
        expect(!isLost || rungNow(plan, track(after(start), [], plan)) === last).toBe(true)
        expect(!isLost || lost(after(start + more))).toBe(true)
      }),
    )
  })
})

describe('a check-in every day, an hour allowed', () => {
  it.each([
    [-1, { is: 'waiting' }],
    [0, { is: 'due' }],
    [1, { is: 'due' }],
    [1.01, { is: 'missed', times: 1 }],
    [25, { is: 'missed', times: 1 }],
    [25.01, { is: 'missed', times: 2 }],
    [49.5, { is: 'missed', times: 3 }],
  ] as const)('stands %s hours after the hour agreed at %o', (hours, stand) => {
    expect(track(after(hours))).toEqual(stand)
  })

  it('is none when nothing is agreed', () => expect(track(after(5), [], null)).toEqual({ is: 'none' }))

  it('is missed at once when somebody records that there was no word', () => {
    expect(track(after(0.5), [came('missed')])).toEqual({ is: 'missed', times: 1 })
  })

  it('says distress before it counts anything, until the person was reached', () => {
    expect(track(after(40), [came('missed'), came('distress')])).toEqual({ is: 'distress' })
    expect(track(after(-1), [came('distress'), came('reached')])).toEqual({ is: 'waiting' })
  })

  it('never counts less as time goes by, and only "reached" ends it', () => {
    const hours = fc.double({ min: -48, max: 400, noNaN: true })
    const results = fc.array(fc.constantFrom('missed' as const), { maxLength: 3 })
    const times = (now: Instant, all: readonly CheckIn[]) => {
      const stand = track(now, all)
      return stand.is === 'missed' ? stand.times : 0
    }
    fc.assert(
      fc.property(hours, fc.double({ min: 0, max: 100, noNaN: true }), results, (start, more, kinds) => {
        const all = kinds.map(kind => came(kind))
        expect(times(after(start + more), all)).toBeGreaterThanOrEqual(times(after(start), all))
        expect(times(after(start), [...all, came('missed')])).toBeGreaterThanOrEqual(
          Math.max(1, times(after(start), all)),
        )
        const moved = agreed({ nextDue: nextDueAfter(agreed(), { result: 'reached', now: after(start) }) })
        expect(track(after(start), [...all, came('reached')], moved)).toEqual({ is: 'waiting' })
      }),
    )
  })

  it('moves on only when the person was reached', () => {
    for (const result of CheckInResult.options)
      expect(nextDueAfter(agreed(), { result, now: after(2) })).toBe(
        result === 'reached' ? after(26) : after(0),
      )
  })
})

describe('the ladder', () => {
  it('is climbed one step for each check-in missed, never past the last that was agreed', () => {
    const rungs = (plan: CheckInPlan) => [1, 2, 3, 9].map(times => rungNow(plan, { is: 'missed', times }))
    expect(rungs(agreed())).toEqual(['first', 'second', 'third', 'third'])
    expect(rungs(agreed({ third: '' }))).toEqual(['first', 'second', 'second', 'second'])
    expect(rungs(agreed({ second: '', third: '' }))).toEqual(['first', 'first', 'first', 'first'])
  })

  it('asks for nothing while all is well, and begins at the first step in distress', () => {
    expect(rungNow(agreed(), { is: 'waiting' })).toBeNull()
    expect(rungNow(agreed(), { is: 'due' })).toBeNull()
    expect(rungNow(agreed(), { is: 'distress' })).toBe('first')
  })
})

describe('agreeing check-ins anew', () => {
  const refusal = (now: Instant, results: readonly CheckIn[], nextDue = after(100)) =>
    refusalForCheckIns({ plan: agreed(), results }, { nextDue, now })

  it('is refused while one is missed or the last word was of distress', () => {
    expect(refusal(after(2), [])).toBe('plan/check-in-missed')
    expect(refusal(after(-2), [came('distress')])).toBe('plan/check-in-missed')
    expect(refusal(after(-2), [])).toBeNull()
  })

  it('begins ahead', () => expect(refusal(after(-2), [], after(-3))).toBe('plan/check-in-past'))
})

describe('the last day somebody was surely well', () => {
  const day = (text: string) => Day.parse(text)
  it('is the later of what the card says and the last check-in that reached them', () => {
    expect(lastProof(null, [])).toBeNull()
    expect(lastProof({ lastProofOn: day('2026-02-20') }, [came('missed')])).toBe('2026-02-20')
    expect(lastProof({ lastProofOn: day('2026-02-20') }, [came('reached'), came('missed')])).toBe(
      '2026-03-02',
    )
    expect(lastProof({ lastProofOn: day('2026-03-04') }, [came('reached')])).toBe('2026-03-04')
  })
})
