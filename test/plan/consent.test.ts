import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isYes } from '../../shared/consent/rules.ts'
import { consentHeld } from '../../shared/plan/consent.ts'
import { address, answer, anyLog, p1, today, yesterday } from '../gate/support.ts'

const held = (log: Parameters<typeof consentHeld>[0]['log']) =>
  consentHeld({ personId: p1, purpose: address.purpose, log, talks: [], today })

describe('the consent a measure needs', () => {
  it('is there when the person said yes to that purpose, and says for whom', () => {
    expect(held([answer()])).toEqual({ held: true, to: [address] })
  })

  it.each([
    ['nobody asked', [], 'not-asked'],
    ['it was refused', [answer({ decision: 'refused' })], 'refused'],
    ['it was taken back', [answer(), answer({ decision: 'withdrawn' })], 'withdrawn'],
    ['it has run out', [answer({ validUntil: yesterday })], 'expired'],
    ['it is for another purpose', [answer({ purpose: 'keep_record' })], 'not-asked'],
  ] as const)('is not there when %s', (_, log, reason) => {
    expect(held([...log])).toEqual({ held: false, reason })
  })

  it('is there by a decision in the best interest of the person only for a measure that saves a life', () => {
    const log = [answer({ givenBy: { value: 'best_interest_decision' } })]
    expect(held(log)).toEqual({ held: false, reason: 'best-interest-only-life-saving' })
    const asked = { personId: p1, purpose: address.purpose, log, talks: [], today }
    expect(consentHeld({ ...asked, lifeSaving: true })).toEqual({ held: true, to: [address] })
  })

  it('is never there without a yes of this very person to this very purpose', () => {
    fc.assert(
      fc.property(anyLog, log => {
        const yes = log.some(row => row.personId === p1 && row.purpose === address.purpose && isYes(row))
        expect(held(log).held && !yes).toBe(false)
      }),
    )
  })
})
