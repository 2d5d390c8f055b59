import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import ar from '../../resources/text/ar.json'
import en from '../../resources/text/en.json'
import { clockDefaults } from '../../shared/case/clockDefaults.ts'
import { ClockId, Clocks, type Mark } from '../../shared/case/clockModel.ts'
import { inOrder, riskHours, runsOut, usualClocks, withUsual } from '../../shared/case/clocks.ts'
import { byPress, dues, horizonOf } from '../../shared/case/dues.ts'
import { endOf } from '../../shared/case/timed.ts'
import type { Timed } from '../../shared/case/timed.ts'
import { noCourse } from '../../shared/case/course.ts'
import { DueKind } from '../../shared/case/due.ts'
import type { CaseFile } from '../../shared/case/model.ts'
import { BriefId, CaseId, ConsentEventId, Day, Instant } from '../../shared/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { answer, event, p1, risk } from '../gate/support.ts'
import { intake, person } from '../support.ts'

const caseId = CaseId.parse('00000000-0000-4000-8000-00000000c001')
const briefId = BriefId.parse('00000000-0000-4000-8000-00000000b001')
const begun = Instant.parse('2026-03-02T12:00:00.000Z')
const later = (hours: number) => Instant.parse(new Date(Date.parse(begun) + hours * 3_600_000).toISOString())
const dayOf = (at: Instant) => Day.parse(at.slice(0, 10))

const file = (change: Partial<CaseFile> = {}): CaseFile => ({
  ...intake({ safeContact: { value: 'usable' } }),
  id: caseId,
  code: '2AB-3CD',
  state: 'intake',
  startedAt: begun,
  changedAt: begun,
  ...change,
})

const victim: Person = { ...person(), id: p1, caseId, label: 'P1', hasIdentity: false, addedAt: begun }

const at = (hours: number, change: Partial<Timed> = {}): Timed => ({
  case: file(),
  course: noCourse,
  persons: [victim],
  consents: [],
  consentEvents: [],
  followUps: [],
  acts: [],
  risks: [],
  events: [],
  briefs: [],
  actions: [],
  marks: [],
  protection: { plans: [], checkInPlans: [], checkIns: [] },
  scope: null,
  now: later(hours),
  today: dayOf(later(hours)),
  ...change,
})

const noted = (change: Partial<Mark>): Mark => ({
  id: '00000000-0000-4000-8000-00000000a001',
  caseId,
  what: 'contacted',
  about: null,
  doneOn: dayOf(begun),
  note: 'reached as agreed',
  recordedAt: begun,
  ...change,
})

const find = (content: Timed, kind: DueKind) => dues(content, usualClocks).find(due => due.kind === kind)
const kinds = (content: Timed) => dues(content, usualClocks).map(({ kind }) => kind)

describe('a clock', () => {
  it('counts hours, days, working days and months', () => {
    const friday = Instant.parse('2026-03-06T09:30:00.000Z')
    const out = (id: ClockId, clocks = usualClocks) => runsOut(id, friday, clocks)
    expect(out('contact')).toBe('2026-03-09T09:30:00.000Z')
    expect(out('minimalReview')).toBe('2026-03-13T09:30:00.000Z')
    expect(out('triage')).toBe('2026-03-11T09:30:00.000Z')
    expect(out('triage', { ...usualClocks, weekend: 'fri-sat' })).toBe('2026-03-10T09:30:00.000Z')
    expect(out('consentReview')).toBe('2026-09-06T09:30:00.000Z')
  })

  it('ends on the last day of a month that is too short', () => {
    expect(runsOut('consentReview', Instant.parse('2026-08-31T10:00:00.000Z'), usualClocks)).toBe(
      '2027-02-28T10:00:00.000Z',
    )
  })

  it('always runs out after it began, and later the longer it is', () => {
    const id = fc.constantFrom(...ClockId.options)
    const weekend = fc.constantFrom('sat-sun' as const, 'fri-sat' as const)
    const since = fc
      .date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map(date => Instant.parse(date.toISOString()))
    fc.assert(
      fc.property(id, weekend, since, (clock, off, begin) => {
        const ends = clockDefaults[clock].choices.map(length =>
          runsOut(clock, begin, { lengths: { ...usualClocks.lengths, [clock]: length }, weekend: off }),
        )
        expect(begin < (ends[0] ?? '')).toBe(true)
        expect(ends).toEqual([...new Set(ends)].toSorted())
      }),
    )
  })

  it.each(ClockId.options)(
    '%s: comes with a usual length among its choices, shortest first, and is named',
    id => {
      const { choices, usual } = clockDefaults[id]
      expect(choices).toContain(usual)
      expect(choices).toEqual(choices.toSorted((a, b) => a - b))
      for (const texts of [en, ar]) expect(texts).toHaveProperty([`clocks.${id}`])
    },
  )

  it('of a protective matter is never longer than proposed', () => {
    const never: ClockId[] = ['riskCritical', 'riskHigh', 'riskMedium', 'riskLow', 'minimalReview']
    for (const id of [...never, 'consentReview', 'caseReview', 'retentionReview'] as const)
      expect(Math.max(...clockDefaults[id].choices)).toBe(clockDefaults[id].usual)
  })

  it('can be set only to one of its choices', () => {
    const set = (riskHigh: number) => ({ ...usualClocks, lengths: { ...usualClocks.lengths, riskHigh } })
    expect(Clocks.safeParse(set(2)).success).toBe(true)
    expect(Clocks.safeParse(set(4)).success).toBe(false)
  })

  it('for a graver matter never runs longer than the clock for a lesser one', () => {
    expect(inOrder(usualClocks)).toBe(true)
    const lengths = { ...usualClocks.lengths, contactUrgent: 24, contact: 12 }
    expect(inOrder({ ...usualClocks, lengths })).toBe(false)
    expect(riskHours(usualClocks)).toEqual({ critical: 24, high: 72, medium: 336, low: 720 })
  })

  it('that a later program knows has its usual length in a setting kept before', () => {
    const { noReply: _, ...older } = usualClocks.lengths
    expect(withUsual({ lengths: older, weekend: 'fri-sat' } as Clocks)).toEqual({
      ...usualClocks,
      weekend: 'fri-sat',
    })
  })
})

describe('what is due on a case', () => {
  it('begins with contact, triage, consent, what is kept without it, and the reviews', () => {
    expect(kinds(at(0))).toEqual([
      'contact',
      'triage',
      'minimal-review',
      'consent-check',
      'case-review',
      'retention-review',
    ])
    expect(find(at(0), 'contact')).toMatchObject({ at: later(72), overdue: false, part: 'dues' })
  })

  it('is due sooner when danger is imminent or the case is marked as urgent', () => {
    const imminent = at(25, { case: file({ danger: 'imminent' }) })
    const urgent = { ...noCourse, urgent: { why: 'a threat', since: begun, by: 'FP-1' } }
    for (const content of [imminent, at(25, { course: urgent })]) {
      expect(find(content, 'contact')).toMatchObject({ at: later(24), overdue: true })
      expect(find(content, 'triage')).toMatchObject({ at: later(24), overdue: true })
    }
    expect(find(at(25), 'contact')?.overdue).toBe(false)
  })

  it('is never contact with somebody who cannot be reached safely', () => {
    expect(kinds(at(500, { case: file({ safeContact: { value: 'none' } }) }))).not.toContain('contact')
    const unanswered = at(0, { case: file({ safeContact: { none: 'not-asked' } }) })
    expect(kinds(unanswered)).not.toContain('contact')
    expect(find(unanswered, 'safe-contact')).toMatchObject({ part: 'intake', at: later(72) })
  })

  it('is due no more once it was done', () => {
    expect(kinds(at(500, { marks: [noted({})] }))).not.toContain('contact')
    expect(kinds(at(500, { consents: [answer({ decision: 'refused' })] }))).not.toContain('consent-check')
    expect(kinds(at(500, { marks: [noted({ what: 'basis-written' })] }))).not.toContain('minimal-review')
    const reviewed = noted({ what: 'case-reviewed', recordedAt: later(100) })
    expect(find(at(500, { marks: [reviewed] }), 'case-review')?.since).toBe(later(100))
    expect(kinds(at(500, { case: file({ state: 'open' }) }))).not.toContain('triage')
  })

  it('asks again about what is kept when the person says no to being on record', () => {
    const keep = { purpose: 'keep_record' } as const
    const basis = noted({ what: 'basis-written', recordedAt: later(1) })
    const agreed = answer({ ...keep, recordedAt: later(2) })
    const refused = answer({ ...keep, decision: 'withdrawn', recordedAt: later(3) })
    expect(kinds(at(9, { consents: [agreed] }))).not.toContain('minimal-review')
    const due = find(at(9, { consents: [agreed, refused], marks: [basis] }), 'minimal-review')
    expect(due).toMatchObject({ since: later(3), at: later(3 + 7 * 24) })
  })

  it('is a new assessment when the last has run out, and at once when something happened', () => {
    const made = risk({ assessedAt: begun, validUntil: later(72) })
    expect(find(at(1, { risks: [made] }), 'risk-review')).toMatchObject({ at: later(72), personId: p1 })
    expect(find(at(73, { risks: [made] }), 'risk-review')?.overdue).toBe(true)
    const happened = { ...event(made), recordedAt: later(1) }
    const content = at(2, { risks: [made], events: [happened] })
    expect(find(content, 'risk-event')).toMatchObject({ overdue: true, at: later(1), part: 'risk' })
    expect(kinds(content)).not.toContain('risk-review')
    const again = risk({ assessedAt: later(2), validUntil: later(74) })
    expect(kinds(at(3, { risks: [made, again], events: [happened] }))).not.toContain('risk-event')
  })

  it('is one line a person about consent: what ended before what is to be talked about again', () => {
    const yes = answer({ recordedAt: begun })
    const soon = answer({ recordedAt: begun, channel: 'phone', reviewOn: Day.parse('2026-03-20') })
    expect(find(at(1, { consents: [yes, soon] }), 'consent-review')?.on).toBe('2026-03-20')
    expect(find(at(1, { consents: [yes] }), 'consent-review')?.at).toBe('2026-09-02T12:00:00.000Z')
    const over = answer({ recordedAt: begun, channel: 'phone', validUntil: Day.parse('2026-03-03') })
    const content = at(72, { consents: [yes, over] })
    expect(find(content, 'consent-ended')).toMatchObject({ on: '2026-03-03', overdue: true })
    expect(kinds(content)).not.toContain('consent-review')
  })

  it('is to ask about consent again when what was agreed for that has happened', () => {
    const yes = answer({ recordedAt: begun, reviewWhen: ['release'] })
    const released = {
      id: ConsentEventId.parse('00000000-0000-4000-8000-00000000e001'),
      caseId,
      personId: p1,
      kind: 'release' as const,
      on: dayOf(begun),
      note: '',
      recordedAt: later(1),
    }
    const content = at(2, { consents: [yes], consentEvents: [released] })
    expect(find(content, 'consent-event')).toMatchObject({ on: content.today, personId: p1, part: 'consent' })
    expect(kinds(at(2, { consents: [yes] }))).not.toContain('consent-event')
  })

  it('is an answer to a brief on its day, or else after the reminder, and then two looks at what came of it', () => {
    const brief = {
      id: briefId,
      copy: '2AB-3CD-1',
      forRole: 'Head of presence',
      asked: 'decision' as const,
      soleApproval: false,
      changedAt: begun,
      sentAt: begun,
      answerBy: null,
    }
    const sent = { ...brief, state: 'sent' as const, reply: null }
    expect(find(at(1, { briefs: [sent] }), 'answer')?.at).toBe(later(60 * 24))
    const byDay = { ...sent, answerBy: Day.parse('2026-03-09') }
    expect(find(at(1, { briefs: [byDay] }), 'answer')?.on).toBe('2026-03-09')

    const reply = { decision: 'approve' as const, words: '', decidedBy: 'HoP', decidedOn: dayOf(begun) }
    const decided = { ...brief, state: 'decided' as const, reply: { ...reply, receivedAt: begun } }
    const seen = noted({ what: 'followed-up', about: briefId })
    const followUp = (marks: readonly Mark[]) => find(at(1, { briefs: [decided], marks }), 'follow-up')?.at
    expect([followUp([]), followUp([seen]), followUp([seen, seen])]).toEqual([
      later(14 * 24),
      later(30 * 24),
      undefined,
    ])
  })

  it('is little on a case on hold, and less on one at its end', () => {
    const hold = { why: 'person_asks' as const, reviewOn: Day.parse('2026-03-10'), since: begun }
    const course = { ...noCourse, hold: { ...hold, before: 'intake' as const } }
    expect(kinds(at(500, { case: file({ state: 'on_hold' }), course }))).toEqual([
      'minimal-review',
      'hold-review',
      'case-review',
      'retention-review',
    ])
    const closed = at(500, { case: file({ state: 'closed', retentionReviewOn: Day.parse('2030-01-01') }) })
    expect(find(closed, 'retention-review')?.at).toBe('2027-03-02T12:00:00.000Z')
    expect(kinds(closed)).toEqual(['minimal-review', 'retention-review'])
  })

  it('never stops being overdue by waiting, and comes earliest first', () => {
    const hours = fc.integer({ min: 0, max: 24 * 400 })
    fc.assert(
      fc.property(hours, hours, (now, wait) => {
        const content = { risks: [risk({ assessedAt: begun, validUntil: later(72) })] }
        const before = dues(at(now, content), usualClocks)
        const after = dues(at(now + wait, content), usualClocks)
        expect(before.map(endOf)).toEqual(before.map(endOf).toSorted())
        const overdue = (all: typeof before) => all.filter(due => due.overdue).map(({ kind }) => kind)
        expect(overdue(after)).toEqual(expect.arrayContaining(overdue(before)))
      }),
    )
  })

  it('stands under overdue, today, this week or later', () => {
    const today = Day.parse('2026-03-02')
    const horizon = (content: Timed, kind: DueKind) => {
      const due = find(content, kind)
      return due && horizonOf(due, { today, dayOf })
    }
    expect(horizon(at(0), 'contact')).toBe('week')
    expect(horizon(at(0), 'case-review')).toBe('later')
    const made = risk({ assessedAt: begun, validUntil: later(2) })
    expect(horizon(at(0, { risks: [made] }), 'risk-review')).toBe('today')
    expect(horizon(at(3, { risks: [made] }), 'risk-review')).toBe('overdue')
    const endsToday = at(0, { case: file({ retentionReviewOn: today }) })
    expect(horizon(endsToday, 'retention-review')).toBe('today')
  })

  it('puts what may mean harm today before what has waited longest', () => {
    const made = risk({ assessedAt: begun, validUntil: later(5_000) })
    const content = at(900, { risks: [made], events: [{ ...event(made), recordedAt: later(899) }] })
    const pressed = dues(content, usualClocks)
      .filter(({ overdue }) => overdue)
      .toSorted(byPress)
    expect(pressed.map(({ kind }) => kind).slice(0, 2)).toEqual(['risk-event', 'contact'])
  })

  it.each(DueKind.options)('has a sentence for %s in every language', kind => {
    for (const texts of [en, ar]) expect(texts).toHaveProperty([`due.${kind}`])
  })
})
