import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noCourse } from '../../shared/case/course.ts'
import { dues } from '../../shared/case/dues.ts'
import { usualClocks } from '../../shared/case/clocks.ts'
import { endOf } from '../../shared/case/timed.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { ReviewTrigger } from '../../shared/consent/model.ts'
import { dueOf } from '../../shared/lines/dueRow.ts'
import { endsOf, nextTurns, overdueOf } from '../../shared/lines/line.ts'
import { momentsOf } from '../../shared/lines/moments.ts'
import { dayAt, dayMs, instantAt, lineTime } from '../../shared/lines/time.ts'
import { turned, turningOf, type LineContent, type Turning } from '../../shared/lines/turns.ts'
import { CaseId, ConsentEventId, Day, Instant, PersonId } from '../../shared/model.ts'
import type { CheckIn, CheckInPlan } from '../../shared/plan/model.ts'
import { answer, event, p1, p2, risk } from '../gate/support.ts'
import { intake, person } from '../support.ts'

const caseId = CaseId.parse('00000000-0000-4000-8000-00000000c001')
const begun = Date.parse('2026-03-02T12:00:00.000Z')
const firstDay = Math.floor(begun / dayMs)

/** Hours since the case began, as a moment, and days as a day. */
const moment = (hours: number) => Instant.parse(instantAt(begun + hours * 3_600_000))
const day = (days: number) => Day.parse(dayAt(firstDay + days))

const hours = fc.integer({ min: -200, max: 24 * 300 })
const days = fc.integer({ min: -10, max: 300 })
const anyDay = fc.option(days.map(day), { nil: null })
const who = fc.constantFrom(p1, p2)

const anyAnswer: fc.Arbitrary<ConsentDecision> = fc
  .record({
    personId: who,
    purpose: fc.constantFrom('keep_record' as const, 'share_UN_country_presence' as const),
    decision: fc.constantFrom(
      'given' as const,
      'refused' as const,
      'withdrawn' as const,
      'not_asked' as const,
    ),
    validUntil: anyDay,
    reviewOn: anyDay,
    reviewWhen: fc.subarray([...ReviewTrigger.options]),
    recordedAt: hours.map(moment),
  })
  .map(answer)

const anyRisk = fc
  .record({ personId: who, made: hours, lasts: fc.integer({ min: 1, max: 2000 }) })
  .map(({ personId, made, lasts }) =>
    risk({ personId, assessedAt: moment(made), validUntil: moment(made + lasts) }),
  )

const anyCheckIns = fc
  .record({
    id: who,
    everyHours: fc.integer({ min: 1, max: 200 }),
    graceHours: fc.integer({ min: 1, max: 48 }),
    nextDue: hours.map(moment),
    second: fc.constantFrom('', 'call again'),
    third: fc.constantFrom('', 'go there'),
    results: fc.array(fc.constantFrom<CheckIn['result'][]>('reached', 'missed', 'distress'), {
      maxLength: 2,
    }),
  })
  .map(({ results, ...plan }) => ({
    checkInPlans: [{ ...plan, caseId, first: 'call', agreedAt: moment(-200) } satisfies CheckInPlan],
    checkIns: results.map((result, at): CheckIn => ({
      id: `00000000-0000-4000-8000-0000000000${at}1` as CheckIn['id'],
      caseId,
      personId: PersonId.parse(plan.id),
      dueAt: plan.nextDue,
      result,
      note: '',
      recordedAt: moment(-100),
    })),
    plans: [],
  }))

const anyCase: fc.Arbitrary<LineContent> = fc
  .record({
    state: fc.constantFrom('intake' as const, 'open' as const, 'follow_up' as const, 'closed' as const),
    consents: fc.array(anyAnswer, { maxLength: 6 }),
    risks: fc.array(anyRisk, { maxLength: 3 }),
    protection: fc.option(anyCheckIns, { nil: { checkInPlans: [], checkIns: [], plans: [] } }),
    happened: fc.array(
      fc.record({ personId: who, kind: fc.constantFrom(...ReviewTrigger.options), at: hours }),
      {
        maxLength: 2,
      },
    ),
    retention: days.map(day),
    overtaken: fc.boolean(),
  })
  .map(({ state, consents, risks, protection, happened, retention, overtaken }) => ({
    case: {
      ...intake({ safeContact: { value: 'usable' }, retentionReviewOn: retention }),
      id: caseId,
      code: '2AB-3CD',
      state,
      startedAt: moment(0),
      changedAt: moment(0),
    },
    course: noCourse,
    persons: [p1, p2].map((id, at) => ({
      ...person(),
      id,
      caseId,
      label: `P${at + 1}`,
      hasIdentity: false,
      addedAt: moment(1),
    })),
    consents,
    talks: [],
    consentEvents: happened.map(({ personId, kind, at }, n) => ({
      id: ConsentEventId.parse(`00000000-0000-4000-8000-00000000e00${n}`),
      caseId,
      personId,
      kind,
      on: day(0),
      note: '',
      recordedAt: moment(at),
    })),
    followUps: [],
    acts: [],
    risks,
    events: overtaken && risks[0] ? [event(risks[0])] : [],
    briefs: [],
    actions: [],
    marks: [],
    protection,
    scope: null,
    now: moment(0),
    today: day(0),
  }))

/** A time, where this machine stands up to half a day from UTC. */
const anyTime = fc
  .record({ ms: fc.integer({ min: 0, max: 24 * 400 * 3_600_000 }), east: fc.integer({ min: -12, max: 12 }) })
  .map(({ ms, east }) => ({ now: begun + ms, today: Math.floor((begun + ms + east * 3_600_000) / dayMs) }))

type Time = ReturnType<typeof lineTime>

const fresh = (content: LineContent, time: Time) =>
  turningOf(content, { clocks: usualClocks, time, before: new Map() })

const duesIn = ({ reading }: Turning, time: Time) =>
  [...reading.dues.values()]
    .map(row => dueOf(row, time))
    .map(due => JSON.stringify(due, Object.keys(due).toSorted()))
    .toSorted()

const readingIn = (turning: Turning, time: Time) => ({
  risk: turning.reading.risk,
  consent: turning.reading.consent,
  overdue: overdueOf(endsOf([...turning.reading.dues.values()]), time),
  dues: duesIn(turning, time),
})

const inOrder = (a: Time, b: Time): [Time, Time] => [
  { now: Math.min(a.now, b.now), today: Math.min(a.today, b.today) },
  { now: Math.max(a.now, b.now), today: Math.max(a.today, b.today) },
]

describe('the line of a case', () => {
  it('turns by itself into what it would be if it were made anew, at any later time', () => {
    fc.assert(
      fc.property(anyCase, anyTime, anyTime, (content, one, other) => {
        const [before, after] = inOrder(one, other)
        expect(readingIn(turned(fresh(content, before), after), after)).toEqual(
          readingIn(fresh(content, after), after),
        )
      }),
      { numRuns: 400 },
    )
  })

  it('turns on the way as it would at once', () => {
    fc.assert(
      fc.property(anyCase, fc.array(anyTime, { minLength: 2, maxLength: 6 }), (content, times) => {
        const nows = times.map(({ now }) => now).toSorted((a, b) => a - b)
        const todays = times.map(({ today }) => today).toSorted((a, b) => a - b)
        const steps = nows.map((now, at) => ({ now, today: todays[at]! }))
        const last = steps.at(-1)!
        const onTheWay = steps.reduce<Turning>(
          (turning, time) => turned(turning, time),
          fresh(content, steps[0]!),
        )
        expect(readingIn(onTheWay, last)).toEqual(readingIn(fresh(content, last), last))
      }),
    )
  })

  it('is the same until the time it says, and from the time before it', () => {
    fc.assert(
      fc.property(anyCase, anyTime, anyTime, (content, one, other) => {
        const turning = fresh(content, one)
        const { instants, days: onDays } = momentsOf(content)
        const passed = [instants, onDays] as const
        const { turnsAt, turnsOn, sinceAt, sinceOn } = nextTurns(turning, { time: one, passed })
        const isBefore = other.now < (turnsAt ?? Infinity) && other.today < (turnsOn ?? Infinity)
        fc.pre(isBefore && other.now >= sinceAt && other.today >= sinceOn)
        const { overdue, dues: some, ...read } = readingIn(fresh(content, other), other)
        expect({ ...read, late: overdue > 0 }).toEqual({
          risk: turning.reading.risk,
          consent: turning.reading.consent,
          late: overdueOf(endsOf([...turning.reading.dues.values()]), one) > 0,
        })
        expect(duesIn(turning, other)).toEqual(some)
      }),
      { numRuns: 400 },
    )
  })

  it('has what is due as the case itself has it', () => {
    fc.assert(
      fc.property(anyCase, anyTime, (content, time) => {
        const then = {
          ...content,
          now: Instant.parse(instantAt(time.now)),
          today: Day.parse(dayAt(time.today)),
        }
        const own = dues(then, usualClocks)
        const kept = [...fresh(content, time).reading.dues.values()].map(row => dueOf(row, time))
        expect(kept).toMatchObject(own)
        expect(kept.map(endOf)).toEqual(own.map(endOf))
      }),
    )
  })
})
