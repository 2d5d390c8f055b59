import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consentFor } from '../../shared/gate/consent.ts'
import { gateOfAction, proofLacks } from '../../shared/gate/needs.ts'
import { gate } from '../../shared/gate/rules.ts'
import { answer, asked, line, openInput, p1 } from './support.ts'

const nameless = [
  'bilateral_with_state_without_name',
  'letter_to_state_unnamed',
  'sg_report_anonymised',
  'sg_report_trend_only',
  'statistics_only',
] as const

describe('a purpose that promises no name', () => {
  it('tells no name and no initials, whatever level was noted beside it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...nameless),
        fc.constantFrom('name' as const, 'initials' as const),
        (purpose, element) => {
          const log = [answer({ purpose, identityLevel: 'full_name' })]
          expect(consentFor(line({ element, fact: 'who' }), p1, asked(log, { purpose }))).toMatchObject({
            ok: false,
            finding: { reason: 'other-identity-level-only' },
          })
        },
      ),
    )
  })

  it('still tells the rest', () => {
    const purpose = 'letter_to_state_unnamed'
    const log = [answer({ purpose, identityLevel: 'full_name' })]
    expect(consentFor(line({ element: 'role' }), p1, asked(log, { purpose })).ok).toBe(true)
  })
})

describe('a yes by others in the best interest of somebody', () => {
  const others = () => answer({ givenBy: { value: 'best_interest_decision' } })
  const question = { lifeSaving: true } as const

  it('never stands against the person’s own no', () => {
    for (const decision of ['refused', 'withdrawn'] as const) {
      const log = [answer(), answer({ decision }), others()]
      expect(consentFor(line(), p1, asked(log, question))).toMatchObject({
        ok: false,
        finding: { reason: decision },
      })
    }
  })

  it('counts while the person said nothing, and once they said yes themselves after a no', () => {
    expect(consentFor(line(), p1, asked([others()], question)).ok).toBe(true)
    const log = [answer({ decision: 'refused' }), answer({ validUntil: answer().decidedOn }), others()]
    expect(consentFor(line(), p1, asked(log, question)).ok).toBe(true)
  })
})

describe('a name told to the State concerned', () => {
  it('asks for link and verification whatever the purpose is called', () => {
    const to = { purpose: 'treaty_body_transmission', recipient: 'member_state_concerned' } as const
    const log = [answer({ ...to, identityLevel: 'full_name' })]
    const proof = { link: 'none', acts: [] } as const
    const told = (element: 'name' | 'role') =>
      gate(openInput({ ...to, log, proof, lines: [line({ fact: 'who', element })] })).findings
    expect(told('name').map(({ reason }) => reason)).toEqual(['link-too-weak', 'not-verified-enough'])
    expect(log[0] && told('role')).toEqual([])
    expect(proofLacks(proof, { ...to, channel: 'phone' })).toEqual([])
  })
})

describe('a letter', () => {
  it('needs an approval, also when it is called an inquiry with others', () => {
    const asking = {
      purpose: 'verify_with_third_parties',
      recipient: 'member_state_concerned',
      channel: 'diplomatic_note',
    } as const
    expect(gateOfAction(asking)).toBe('G2')
    for (const kind of ['allegation_letter', 'urgent_appeal', 'joint_letter', 'note_verbale'] as const)
      expect(gateOfAction(asking, kind)).toBe('G3')
    expect(gateOfAction(asking, 'other')).toBe('G2')
  })
})
