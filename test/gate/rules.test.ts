import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import ar from '../../resources/text/ar.json'
import en from '../../resources/text/en.json'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { isYes, latest } from '../../shared/consent/rules.ts'
import { reveals } from '../../shared/gate/consent.ts'
import { Element, GateReason } from '../../shared/gate/model.ts'
import { gate, type GateInput } from '../../shared/gate/rules.ts'
import { Day, Instant } from '../../shared/model.ts'
import {
  answer,
  anyLog,
  event,
  harm,
  line,
  now,
  onlyFacts,
  openInput,
  p1,
  p2,
  risk,
  talk,
  today,
  tomorrow,
  yesterday,
} from './support.ts'

const reasons = (over: Partial<GateInput>) => {
  const { findings, lines } = gate(openInput(over))
  return [...findings, ...lines.flatMap(one => one.findings)].map(one => one.reason)
}

const approval = { by: 'Officer B', sole: false, statement: '', of: 'abc', at: now }
const harmAnswer = (answer: 'no' | 'unknown' | null, question: number, over = {}) =>
  harm({
    answers: harm().answers.map((yes, at) => (at === question - 1 ? answer && { answer, note: '' } : yes)),
    ...over,
  })
const inBestInterest = () => answer({ givenBy: { value: 'best_interest_decision' } })
const yesIf = (kind: 'show_me_text_first' | 'only_after_date') =>
  answer({
    decision: 'given_with_conditions',
    conditions: [{ kind, after: kind === 'only_after_date' ? tomorrow : null, note: '' }],
  })

const poorTalk = talk({ told: ['right_to_refuse'] })

const assessed = risk()

const solid = { status: 'corroborated_two_plus', support: 3 } as const
const thin = { status: 'under_verification', support: 1 } as const
const read = { of: 'abc', unrecognisable: true, secondReader: 'Officer C', checkedOn: today }

/** For another purpose, agreed to just so. */
const telling = (purpose: ConsentDecision['purpose'], over: Partial<GateInput> = {}): Partial<GateInput> => ({
  purpose,
  log: [answer({ purpose })],
  ...over,
})
const publishing = (over: Partial<GateInput>) => telling('sg_report_anonymised', { gate: 'G4', ...over })
const contacting = (over: Partial<GateInput['contact']>) =>
  telling('contact_victim_again', {
    contact: { isSafe: true, afterWithdrawal: null, hasSafetyReason: false, ...over },
  })

/** For every reason one thing that is wrong, and where it is put right. */
const wrong: Readonly<Record<GateReason, readonly [Partial<GateInput>, string]>> = {
  'case-on-hold': [{ held: true }, 'hold'],
  'recalled-by-sender': [{ recalled: true }, 'recall'],
  'nobody-concerned': [{ lines: [line({ personIds: [] })] }, 'persons'],
  'not-asked': [{ log: [] }, 'consent'],
  refused: [{ log: [answer({ decision: 'refused' })] }, 'consent'],
  withdrawn: [{ log: [answer(), answer({ decision: 'withdrawn' })] }, 'consent'],
  expired: [{ log: [answer({ validUntil: yesterday })] }, 'consent'],
  'talk-incomplete': [{ log: [answer({ talkId: poorTalk.id })], talks: [poorTalk] }, 'consent'],
  'other-content-only': [{ log: [onlyFacts(['wishes'])] }, 'consent'],
  'other-identity-level-only': [{ lines: [line({ element: 'name' })] }, 'consent'],
  'condition-not-met': [{ log: [yesIf('show_me_text_first')] }, 'consent'],
  'condition-not-yet': [{ log: [yesIf('only_after_date')] }, 'consent'],
  'best-interest-only-life-saving': [{ log: [inBestInterest()] }, 'consent'],
  'chosen-to-withhold': [{ withheld: ['line'] }, 'brief'],
  'nothing-to-say': [{ withheld: ['line'] }, 'brief'],
  'not-one-reader': [
    { isPackage: true, recipient: 'media', log: [answer({ recipient: 'media' })] },
    'reader',
  ],
  'risk-none': [{ risks: [risk({ about: 'acting' })] }, 'risk'],
  'risk-overdue': [{ risks: [risk({ validUntil: Instant.parse('2026-11-21T11:59:59.999Z') })] }, 'risk'],
  'risk-overtaken': [{ risks: [assessed], events: [event(assessed)] }, 'risk'],
  'harm-none': [{ harmCheck: null }, 'harm'],
  'harm-incomplete': [{ harmCheck: harmAnswer(null, 12) }, 'harm'],
  'harm-undecided': [{ harmCheck: harmAnswer('unknown', 1) }, 'harm'],
  'harm-expired': [{ harmCheck: harm({ validUntil: yesterday }) }, 'harm'],
  'harm-of-something-else': [{ way: 'to the State concerned' }, 'harm'],
  'approval-none': [{ approval: null }, 'approval'],
  'approval-of-something-else': [{ fingerprint: 'abd' }, 'approval'],
  'approval-by-author': [{ author: 'Officer B' }, 'approval'],
  'contact-not-safe': [contacting({ isSafe: false }), 'intake'],
  'contact-not-covered': [contacting({ afterWithdrawal: 'not-covered' }), 'consent'],
  'contact-needs-reason': [contacting({ afterWithdrawal: 'safety-only' }), 'brief'],
  'link-too-weak': [telling('letter_to_state_named', { proof: { link: 'weak', acts: [solid] } }), 'scope'],
  'not-verified-enough': [
    telling('letter_to_state_named', { proof: { link: 'strong', acts: [thin] } }),
    'verification',
  ],
  'consent-before-window': [
    publishing({ publicationWindow: { from: Day.parse('2026-05-01'), recheckDays: 14 } }),
    'consent',
  ],
  'safety-not-rechecked': [
    publishing({ risks: [risk({ assessedAt: Instant.parse('2026-11-01T00:00:00.000Z') })] }),
    'risk',
  ],
  'identifiable-none': [publishing({ publication: null }), 'publication'],
  identifiable: [publishing({ publication: { ...read, unrecognisable: false } }), 'publication'],
  'second-reader-none': [publishing({ publication: { ...read, secondReader: null } }), 'publication'],
  'second-reader-is-author': [
    publishing({ publication: { ...read, secondReader: 'Officer A' } }),
    'publication',
  ],
  'together-unanswered': [{ together: true }, 'together'],
}

describe('the gate', () => {
  it('opens when nothing is wrong', () => {
    expect(gate(openInput())).toMatchObject({ open: true, findings: [] })
  })

  it.each(GateReason.options)('closes for one reason and says so: %s', reason => {
    const [over, place] = wrong[reason]
    const result = gate(openInput(over))
    const all = [...result.findings, ...result.lines.flatMap(one => one.findings)]
    expect(result.open).toBe(false)
    expect(all).toContainEqual(expect.objectContaining({ reason, place }))
  })

  it.each(GateReason.options)('has a sentence for %s in every language', reason => {
    for (const texts of [en, ar] as readonly Readonly<Record<string, string>>[])
      expect(texts[`gate.${reason}`]).toMatch(/\S{2,} \S+/)
  })

  it('lets a sole approval through, which the brief then says for ever', () => {
    expect(reasons({ author: 'Officer B', approval: { ...approval, sole: true } })).toEqual([])
  })

  it('asks everybody a line concerns', () => {
    const both = line({ personIds: [p1, p2] })
    expect(reasons({ lines: [both] })).toEqual(['not-asked'])
    expect(reasons({ lines: [both], log: [answer(), answer({ personId: p2 })] })).toEqual([])
    expect(reasons({ lines: [line({ personIds: [p1, p1] })] })).toEqual([])
  })

  it('closes only the lines a no reaches', () => {
    const lines = [line(), line({ key: 'wishes', fact: 'wishes' })]
    const log = [answer(), onlyFacts(['acts'], { decision: 'refused' })]
    expect(gate(openInput({ lines, log })).lines.map(one => one.verdict)).toEqual(['blocked', 'said'])
    expect(gate(openInput({ lines, log, withheld: ['line'] })).open).toBe(true)
  })

  it('tells nothing beside a name that may be told only without it', () => {
    const name = line({ key: 'name', fact: 'who', element: 'name' })
    const log = [answer(), onlyFacts(['who'], { identityLevel: 'full_name' })]
    const result = gate(openInput({ lines: [line(), name], log }))
    expect(result.lines.map(one => one.verdict)).toEqual(['blocked', 'said'])
    expect(result.lines[0]?.findings[0]?.reason).toBe('other-identity-level-only')
    expect(gate(openInput({ lines: [line(), name], log, withheld: ['name'] })).open).toBe(true)
  })

  it('asks for the risk of those something is said about, and of nobody else', () => {
    const lines = [line(), line({ key: 'other', personIds: [p2] })]
    expect(reasons({ lines, risks: [risk()], withheld: ['other'] })).not.toContain('risk-none')
    expect(reasons({ lines, risks: [risk()] })).toContain('risk-none')
  })

  it('takes the newest assessment, whichever ends later', () => {
    const old = risk({ validUntil: Instant.parse('2026-11-01T00:00:00.000Z') })
    expect(reasons({ risks: [old, risk()] })).toEqual([])
    expect(reasons({ risks: [risk(), old] })).toEqual(['risk-overdue'])
  })

  it('stays valid on the last day of the check and to the last moment of the assessment', () => {
    expect(reasons({ harmCheck: harm({ validUntil: Day.parse(now.slice(0, 10)) }) })).toEqual([])
    expect(reasons({ risks: [risk({ validUntil: now })] })).toEqual([])
  })

  it.each([1, 2, 3, 6, 8])('lets a named person decide on question %i, with a reason', question => {
    for (const no of ['no', 'unknown'] as const) {
      expect(reasons({ harmCheck: harmAnswer(no, question) })).toEqual(['harm-undecided'])
      expect(reasons({ harmCheck: harmAnswer(no, question, { decidedBy: 'Head' }) })).toEqual([
        'harm-undecided',
      ])
      expect(
        reasons({ harmCheck: harmAnswer(no, question, { decidedBy: 'Head', decisionReason: 'Life' }) }),
      ).toEqual([])
    }
  })

  it.each([4, 5, 7, 9, 10, 11, 12])('records a no to question %i without closing', question => {
    expect(reasons({ harmCheck: harmAnswer('no', question) })).toEqual([])
  })
})

describe('whatever it is given', () => {
  const lines = fc.array(
    fc.record({
      fact: fc.constantFrom('acts' as const, 'documents' as const, 'who' as const),
      element: fc.constantFrom(...Element.options),
      personIds: fc.subarray([p1, p2]),
    }),
    { maxLength: 5 },
  )
  const input = fc
    .record({ log: anyLog, lines, withheld: fc.subarray(['0', '1', '2', '3', '4']) })
    .map(({ log, lines, withheld }) =>
      openInput({ log, withheld, lines: lines.map((one, key) => ({ ...one, key: String(key) })) }),
    )

  it('says of nobody more, in all its lines together, than one yes for each line allows', () => {
    fc.assert(
      fc.property(input, given => {
        const verdicts = gate(given).lines
        const said = given.lines.filter((_, at) => verdicts[at]?.verdict === 'said')
        for (const personId of [p1, p2]) {
          const about = said.filter(one => one.personIds.includes(personId))
          const yeses = latest(given.log).filter(row => row.personId === personId && isYes(row))
          const allows = (row: (typeof yeses)[number], fact: (typeof about)[number]['fact']) =>
            (row.scope === 'whole_case' || row.facts.includes(fact)) &&
            about.every(one => reveals[row.identityLevel].includes(one.element))
          for (const one of about) expect(yeses.some(row => allows(row, one.fact))).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('opens only when every line is said or withheld and something is said', () => {
    fc.assert(
      fc.property(input, given => {
        const { open, lines: verdicts } = gate(given)
        const none = verdicts.every(one => one.verdict === 'withheld')
        expect(open).toBe(!none && verdicts.every(one => one.verdict !== 'blocked'))
        for (const [at, one] of verdicts.entries()) {
          expect(one.key).toBe(given.lines[at]?.key)
          expect(one.consentIds.length > 0).toBe(one.verdict === 'said')
          expect(given.withheld.includes(one.key)).toBe(one.verdict === 'withheld')
        }
      }),
      { numRuns: 500 },
    )
  })
})
