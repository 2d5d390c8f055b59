import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReviewTrigger } from '../../shared/consent/model.ts'
import { consentReviewDue, type ReviewFacts } from '../../shared/consent/review.ts'
import { isYes, latest } from '../../shared/consent/rules.ts'
import { Instant } from '../../shared/model.ts'
import { anyLog, answer, p1, p2, today, tomorrow, yesterday } from '../gate/support.ts'
import { desk, row, talkWith } from './support.ts'

const later = Instant.parse('2026-11-21T13:00:00.000Z')
const earlier = Instant.parse('2026-11-21T11:00:00.000Z')

const facts = (over: Partial<ReviewFacts> = {}): ReviewFacts => ({ events: [], acts: [], today, ...over })
const reasons = (over: Parameters<typeof answer>[0], given?: Partial<ReviewFacts>) =>
  consentReviewDue([answer(over)], facts(given)).flatMap(one => one.reasons)

describe('an answer must be asked again', () => {
  it('when it has run out, and when its day has come', () => {
    expect(reasons({ validUntil: yesterday })).toEqual(['expired'])
    expect(reasons({ validUntil: today })).toEqual([])
    expect(reasons({ reviewOn: today })).toEqual(['day'])
    expect(reasons({ reviewOn: tomorrow })).toEqual([])
  })

  it.each(ReviewTrigger.options)('after this, when it was to be asked again then: %s', kind => {
    const events = [{ personId: p1, kind, recordedAt: later }]
    expect(reasons({ reviewWhen: [kind] }, { events })).toEqual([kind])
    expect(reasons({ reviewWhen: [] }, { events })).toEqual([])
    expect(
      reasons({ reviewWhen: [kind] }, { events: [{ personId: p1, kind, recordedAt: earlier }] }),
    ).toEqual([])
    expect(reasons({ reviewWhen: [kind] }, { events: [{ personId: p2, kind, recordedAt: later }] })).toEqual(
      [],
    )
  })

  it('after a new act against the person, or against nobody named, put on the case since', () => {
    const after = (personIds: (typeof p1)[], addedAt = later) =>
      reasons({ reviewWhen: ['new_act'] }, { acts: [{ personIds, addedAt }] })
    expect(after([p1])).toEqual(['new_act'])
    expect(after([])).toEqual(['new_act'])
    expect(after([p2])).toEqual([])
    expect(after([p1], earlier)).toEqual([])
  })

  it('only when it is a yes that still counts', () => {
    fc.assert(
      fc.property(anyLog, log => {
        const rows = latest(log).filter(isYes)
        const due = consentReviewDue(log, facts())
        expect(due.every(({ consentId }) => rows.some(({ id }) => id === consentId))).toBe(true)
      }),
    )
    expect(reasons({ decision: 'refused', reviewOn: yesterday })).toEqual([])
  })

  it('and is no longer due once it was', () => {
    const events = [{ personId: p1, kind: 'release' as const, recordedAt: earlier }]
    const old = answer({ reviewWhen: ['release'], recordedAt: Instant.parse('2026-11-21T10:00:00.000Z') })
    const again = answer({ reviewWhen: ['release'] })
    expect(consentReviewDue([old], facts({ events }))).toHaveLength(1)
    expect(consentReviewDue([old, again], facts({ events }))).toEqual([])
  })
})

describe('something that happened', () => {
  it('makes the case say to ask again', async () => {
    const { get, caseId, personId, moveTo } = await desk()
    await get('consent.recordTalk', talkWith(personId, {}, [row({ reviewWhen: ['release'] })]))
    expect((await get('case.view', { caseId })).tracks.consent).toBe('given')
    moveTo('2026-03-05T12:00:00.000Z')
    await get('consent.noteEvent', { personId, kind: 'release', on: '2026-03-04', note: '' })
    const view = await get('case.view', { caseId })
    expect(view.tracks.consent).toBe('due')
    expect(view.next.map(({ step }) => step)).toContain('review-consent')
    expect(view.parts.find(({ part }) => part === 'consent')?.status).toBe('overdue')
    const [line] = (await get('case.list', {})).lines
    expect(line?.consent).toBe('due')
  })

  it('counts also when it was noted as a hearing beside the risk', async () => {
    const { get, caseId, personId, moveTo } = await desk()
    await get('consent.recordTalk', talkWith(personId, {}, [row({ reviewWhen: ['trial'] })]))
    moveTo('2026-03-05T12:00:00.000Z')
    const happenedOn = { said: '', precision: 'unknown', from: null, to: null } as const
    await get('risk.recordEvent', { personId, kind: 'hearing', happenedOn, note: '' })
    expect((await get('case.view', { caseId })).tracks.consent).toBe('due')
  })
})
