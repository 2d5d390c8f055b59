import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConsentDraft, type ConsentDecision } from '../../shared/consent/model.ts'
import { isNo, isPast, isYes, latest, refusalFor, rowOf, standing } from '../../shared/consent/rules.ts'
import {
  address,
  answer,
  anyAnswer,
  anyLog,
  onlyFacts,
  p2,
  today,
  tomorrow,
  yesterday,
} from '../gate/support.ts'

const refusal = (over: Partial<ConsentDecision>, log: readonly ConsentDecision[] = []) =>
  refusalFor(answer(over), { log, today })

describe('answers to the same question', () => {
  it('are about the same person, purpose, recipient, channel, level and content', () => {
    const yes = answer()
    expect(rowOf(answer({ decision: 'refused', validUntil: tomorrow }))).toBe(rowOf(yes))
    for (const other of [
      { personId: p2 },
      { purpose: 'statistics_only' },
      { recipient: 'court' },
      { channel: 'phone' },
      { identityLevel: 'full_name' },
      { scope: 'outcome_only' },
      { document: 'certificate' },
    ] as const)
      expect(rowOf(answer(other))).not.toBe(rowOf(yes))
  })

  it('name the same facts in any order, however often', () => {
    expect(rowOf(onlyFacts(['who', 'acts']))).toBe(rowOf(onlyFacts(['acts', 'who', 'acts'])))
    expect(rowOf(onlyFacts(['who']))).not.toBe(rowOf(onlyFacts(['who', 'acts'])))
  })

  it('leave one that counts for each question: the last, except that "not asked" lifts no no', () => {
    fc.assert(
      fc.property(anyLog, log => {
        const rows = latest(log)
        expect(new Set(rows.map(rowOf)).size).toBe(rows.length)
        expect(new Set(log.map(rowOf))).toEqual(new Set(rows.map(rowOf)))
        for (const row of rows) {
          const later = log.slice(log.indexOf(row) + 1).filter(one => rowOf(one) === rowOf(row))
          expect(later.every(one => isNo(row) && one.decision === 'not_asked')).toBe(true)
        }
      }),
    )
  })
})

describe('where an answer stands', () => {
  it('is superseded by a later answer to the same question only', () => {
    const first = answer()
    const last = answer({ decision: 'refused' })
    const log = [first, last, answer({ channel: 'phone' })]
    expect(standing(first, log, today)).toBe('superseded')
    expect(standing(last, log, today)).toBe('refused')
  })

  it('is valid on its last day, and expired after it; a no does not expire', () => {
    expect(standing(answer({ validUntil: today }), [], today)).toBe('given')
    expect(standing(answer({ validUntil: yesterday }), [], today)).toBe('expired')
    expect(standing(answer({ validUntil: yesterday, decision: 'refused' }), [], today)).toBe('refused')
  })

  it('gives every question exactly one answer that is not superseded', () => {
    fc.assert(
      fc.property(anyLog, log => {
        const current = log.filter(one => standing(one, log, today) !== 'superseded')
        expect(current.map(rowOf).toSorted()).toEqual(latest(log).map(rowOf).toSorted())
      }),
    )
  })

  it('is a yes, a no, or not asked', () => {
    fc.assert(
      fc.property(anyAnswer, one => {
        expect([isYes(one), isNo(one), one.decision === 'not_asked'].filter(Boolean)).toHaveLength(1)
        expect(isPast(one, today) && !isYes(one)).toBe(false)
      }),
    )
  })
})

describe('recording an answer', () => {
  it('takes a plain answer', () => {
    expect(refusal({})).toBeNull()
    expect(refusal({ decidedOn: today, validUntil: today })).toBeNull()
  })

  it('refuses a day that has not come', () => {
    expect(refusal({ decidedOn: tomorrow })).toBe('consent/decided-in-future')
  })

  it('refuses to withdraw what was not given', () => {
    const gone = { decision: 'withdrawn' } as const
    expect(refusal(gone)).toBe('consent/nothing-to-withdraw')
    expect(refusal(gone, [answer({ channel: 'phone' })])).toBe('consent/nothing-to-withdraw')
    expect(refusal(gone, [answer(), answer({ decision: 'refused' })])).toBe('consent/nothing-to-withdraw')
    expect(refusal(gone, [answer()])).toBeNull()
    expect(refusal(gone, [answer({ validUntil: yesterday })])).toBeNull()
  })

  it('refuses an end before the beginning', () => {
    expect(refusal({ decidedOn: today, validUntil: yesterday })).toBe('consent/ends-before-it-begins')
  })

  it('wants a date for the one condition that has one, and for no other', () => {
    const dated = (kind: 'only_after_date' | 'other', after: typeof today | null) =>
      refusal({ decision: 'given_with_conditions', conditions: [{ kind, after, note: '' }] })
    expect(dated('only_after_date', null)).toBe('consent/condition-needs-date')
    expect(dated('other', tomorrow)).toBe('consent/condition-needs-date')
    expect(dated('only_after_date', tomorrow)).toBeNull()
    expect(dated('other', null)).toBeNull()
  })

  it('never takes what was only assumed for a yes', () => {
    const form = { value: 'implied_not_accepted' } as const
    expect(refusal({ form })).toBe('consent/implied-is-not-consent')
    expect(refusal({ form, decision: 'not_asked' })).toBeNull()
  })
})

describe('an answer as typed', () => {
  const { id: _id, caseId: _case, recordedAt: _at, talkId: _talk, reviewWhen: _when, ...plain } = answer()
  const takes = (over: object) => ConsentDraft.safeParse({ ...plain, ...address, ...over }).success
  const condition = { kind: 'other', after: null, note: '' }

  it('says which facts, which document, which conditions, and only where they belong', () => {
    expect(takes({})).toBe(true)
    expect(takes({ scope: 'selected_facts' })).toBe(false)
    expect(takes({ scope: 'selected_facts', facts: ['acts'] })).toBe(true)
    expect(takes({ facts: ['acts'] })).toBe(false)
    expect(takes({ scope: 'one_document' })).toBe(false)
    expect(takes({ document: 'certificate' })).toBe(false)
    expect(takes({ decision: 'given_with_conditions' })).toBe(false)
    expect(takes({ conditions: [condition] })).toBe(false)
    expect(takes({ decision: 'given_with_conditions', conditions: [condition] })).toBe(true)
  })

  it('has each kind of condition once, so that one confirmation cannot stand for two', () => {
    expect(takes({ decision: 'given_with_conditions', conditions: [condition, condition] })).toBe(false)
  })
})
