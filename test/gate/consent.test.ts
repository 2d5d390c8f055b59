import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { isPast, isYes, latest } from '../../shared/consent/rules.ts'
import { consentFor, reveals } from '../../shared/gate/consent.ts'
import { Element, type GateReason, type Outgoing } from '../../shared/gate/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import {
  answer,
  anyAnswer,
  anyLine,
  anyLog,
  asked,
  line,
  onlyFacts,
  p1,
  p2,
  tomorrow,
  yesterday,
} from './support.ts'

type Over = Parameters<typeof asked>[1]

const verdict = (log: readonly ConsentDecision[], what: Outgoing = line(), over?: Over) =>
  consentFor(what, p1, asked(log, over))

const says = (log: readonly ConsentDecision[], what?: Outgoing, over?: Over): GateReason | 'may leave' => {
  const result = verdict(log, what, over)
  return result.ok ? 'may leave' : result.finding.reason
}

/** How much a level shows at most. */
const most = (level: ConsentDecision['identityLevel']) =>
  Element.options.indexOf(reveals[level].at(-1) ?? 'group')

const name = line({ fact: 'who', element: 'name' })

describe('what consent lets leave', () => {
  it('lets a line leave on a yes to the whole case', () => {
    expect(says([answer()])).toBe('may leave')
  })

  it('takes no answer for a no', () => {
    expect(says([])).toBe('not-asked')
    expect(says([answer({ decision: 'not_asked' })])).toBe('not-asked')
  })

  it.each([
    { personId: p2 },
    { purpose: 'media_or_public_statement' },
    { recipient: 'media' },
    { channel: 'phone' },
  ] as const)('does not carry a yes over to another question: %o', other => {
    expect(says([answer(other)])).toBe('not-asked')
  })

  it('stops, whatever was confirmed, when contact is lost with whoever asked for that', () => {
    const grant = answer({
      decision: 'given_with_conditions',
      conditions: [{ kind: 'stop_if_contact_lost', after: null, note: '' }],
    })
    const met = { consentId: grant.id, kind: 'stop_if_contact_lost', note: 'Spoke today.' } as const
    expect(says([grant], line(), { conditionsMet: [met] })).toBe('may leave')
    expect(says([grant], line(), { conditionsMet: [met], lostContact: [p1] })).toBe('condition-not-met')
    expect(says([grant], line(), { conditionsMet: [met], lostContact: [p2] })).toBe('may leave')
  })

  it('shows no more of a person than the level says', () => {
    expect(says([answer()], name)).toBe('other-identity-level-only')
    expect(says([answer({ identityLevel: 'initials' })], line({ element: 'region' }))).toBe(
      'other-identity-level-only',
    )
    for (const identityLevel of ['none', 'aggregate_only'] as const)
      expect(says([answer({ identityLevel })])).toBe('other-identity-level-only')
  })

  it('tells no other content than was agreed', () => {
    expect(says([onlyFacts(['wishes'])])).toBe('other-content-only')
    expect(says([answer({ scope: 'one_document', document: 'certificate' })])).toBe('other-content-only')
    expect(says([answer({ scope: 'outcome_only' })])).toBe('other-content-only')
  })

  it('ends a yes after its last day', () => {
    expect(says([answer({ validUntil: yesterday })])).toBe('expired')
    expect(says([answer({ validUntil: asked([]).today })])).toBe('may leave')
  })

  it('takes the last answer to the same question', () => {
    expect(says([answer({ decision: 'refused' }), answer()])).toBe('may leave')
    expect(says([answer(), answer({ decision: 'refused' })])).toBe('refused')
    expect(says([answer(), answer({ decision: 'withdrawn' })])).toBe('withdrawn')
    expect(says([answer(), answer({ decision: 'not_asked' })])).toBe('not-asked')
  })
})

describe('when a yes and a no meet', () => {
  const no = { decision: 'refused' } as const
  const gone = { decision: 'withdrawn' } as const

  it('lets a specific no beat a general yes', () => {
    expect(says([onlyFacts(['acts'], no), answer()])).toBe('refused')
    expect(says([onlyFacts(['acts'], no), answer()], line({ fact: 'wishes' }))).toBe('may leave')
  })

  it('lets a specific yes beat a general no', () => {
    expect(says([answer(no), onlyFacts(['acts'])])).toBe('may leave')
    expect(says([onlyFacts(['acts', 'who'], no), onlyFacts(['acts'])])).toBe('may leave')
  })

  it('lets the no win between equals', () => {
    expect(says([answer({ ...no, identityLevel: 'group_only' }), answer()])).toBe('refused')
    expect(says([onlyFacts(['acts', 'who'], no), onlyFacts(['acts', 'wishes'])])).toBe('refused')
  })

  it('reaches every yes that shows as much or more, and none that shows less', () => {
    const log = [answer({ identityLevel: 'full_name' }), answer({ ...no, identityLevel: 'role_and_region' })]
    for (const element of ['name', 'region', 'role', 'group'] as const)
      expect(says(log, line({ element }))).toBe('refused')
    const less = [...log, answer({ identityLevel: 'role_only' })]
    expect(says(less, line({ element: 'role' }))).toBe('may leave')
    expect(says(less, line({ element: 'region' }))).toBe('refused')
  })

  it.each(['none', 'aggregate_only', 'group_only'] as const)(
    'closes everything on a no to %s',
    identityLevel => {
      expect(says([answer(), answer({ ...no, identityLevel })])).toBe('refused')
    },
  )

  it('closes what documents say on a no to one document, and everything on a no to the outcome', () => {
    const document = answer({ ...no, scope: 'one_document', document: 'certificate' })
    expect(says([answer(), document], line({ fact: 'documents' }))).toBe('refused')
    expect(says([answer(), document])).toBe('may leave')
    expect(says([answer(), answer({ ...no, scope: 'outcome_only' })])).toBe('refused')
  })

  it('stops earlier yeses to a part when a yes to the whole is taken back', () => {
    expect(says([onlyFacts(['acts']), answer(), answer(gone)])).toBe('withdrawn')
    expect(says([onlyFacts(['acts']), answer(), answer(no)])).toBe('refused')
    expect(says([answer(), answer(gone), onlyFacts(['acts'])])).toBe('may leave')
  })

  it('does not revive what was stopped, whatever is recorded for the whole afterwards', () => {
    const stopped = [onlyFacts(['acts'], { identityLevel: 'full_name' }), answer(), answer(gone)]
    const named = line({ element: 'name' })
    for (const later of [answer(), answer(no), answer({ decision: 'not_asked' })])
      expect(says([...stopped, later], named)).toBe('withdrawn')
  })

  it('does not let "not asked" lift a no', () => {
    const notAsked = { decision: 'not_asked' } as const
    expect(says([answer(), onlyFacts(['acts'], no), onlyFacts(['acts'], notAsked)])).toBe('refused')
  })

  it('says that a yes was withdrawn when nothing else was ever given', () => {
    const log = [answer({ identityLevel: 'full_name' }), answer({ ...gone, identityLevel: 'full_name' })]
    expect(says(log)).toBe('withdrawn')
  })
})

describe('a yes with conditions', () => {
  const iff = (kind: 'show_me_text_first' | 'no_family_mention', over: Partial<ConsentDecision> = {}) =>
    answer({ decision: 'given_with_conditions', conditions: [{ kind, after: null, note: '' }], ...over })

  it('is closed until somebody confirms the condition, for this very answer', () => {
    const yes = iff('show_me_text_first')
    const met = { consentId: yes.id, kind: 'show_me_text_first', note: 'Read to them' } as const
    expect(says([yes])).toBe('condition-not-met')
    expect(says([yes], line(), { conditionsMet: [met] })).toBe('may leave')
    expect(says([yes], line(), { conditionsMet: [{ ...met, kind: 'no_family_mention' }] })).toBe(
      'condition-not-met',
    )
    expect(says([yes], line(), { conditionsMet: [{ ...met, consentId: answer().id }] })).toBe(
      'condition-not-met',
    )
  })

  it('needs as many confirmations as there are conditions', () => {
    const one = { kind: 'other', after: null, note: '' } as const
    const yes = answer({ decision: 'given_with_conditions', conditions: [one, one] })
    const met = { consentId: yes.id, kind: 'other', note: 'Done' } as const
    expect(says([yes], line(), { conditionsMet: [met] })).toBe('condition-not-met')
    expect(says([yes], line(), { conditionsMet: [met, met] })).toBe('may leave')
  })

  it('waits until the day is over, and no confirmation opens it sooner', () => {
    const after = (day: typeof yesterday | null) =>
      answer({
        decision: 'given_with_conditions',
        conditions: [{ kind: 'only_after_date', after: day, note: '' }],
      })
    expect(says([after(yesterday)])).toBe('may leave')
    expect(says([after(asked([]).today)])).toBe('condition-not-yet')
    expect(says([after(null)])).toBe('condition-not-yet')
    const yes = after(tomorrow)
    const met = { consentId: yes.id, kind: 'only_after_date', note: 'Sure' } as const
    expect(says([yes], line(), { conditionsMet: [met] })).toBe('condition-not-yet')
  })

  it('limits a yes to the whole by the condition on a part', () => {
    const part = iff('show_me_text_first', { scope: 'selected_facts', facts: ['acts'] })
    expect(says([part, answer()])).toBe('condition-not-met')
    expect(says([part, answer()], line({ fact: 'wishes' }))).toBe('may leave')
    expect(says([iff('show_me_text_first'), onlyFacts(['acts'])])).toBe('may leave')
  })

  it('limits a yes to the whole by the end of a later yes to a part', () => {
    const part = onlyFacts(['acts'], { validUntil: yesterday })
    expect(says([answer(), part])).toBe('expired')
    expect(says([part, answer()])).toBe('may leave')
  })
})

describe('why nothing may leave', () => {
  it('does not call a role refused when only the name was', () => {
    const log = [answer({ decision: 'refused', identityLevel: 'full_name' })]
    expect(verdict(log, line({ element: 'role' }))).toMatchObject({ finding: { reason: 'not-asked' } })
    expect(verdict(log, line({ element: 'name' }))).toMatchObject({ finding: { reason: 'refused' } })
  })
})

describe('whatever was ever answered', () => {
  const check = <T>(property: fc.IProperty<T>) => {
    fc.assert(property, { numRuns: 1500 })
  }

  it('rests every line on a current yes that covers it', () => {
    check(
      fc.property(anyLog, anyLine, (log, what) => {
        const result = verdict(log, what)
        if (!result.ok) return
        const grant = latest(log).find(row => row.id === result.consentId)
        expect(grant && isYes(grant) && !isPast(grant, asked([]).today)).toBe(true)
        expect(grant).toMatchObject({ personId: p1, channel: 'encrypted_message' })
        expect(grant && reveals[grant.identityLevel]).toContain(what.element)
        expect(grant?.scope === 'whole_case' || grant?.facts.includes(what.fact)).toBe(true)
        expect(grant?.conditions).toEqual([])
      }),
    )
  })

  it('never opens because of a further no, a withdrawal or "not asked"', () => {
    check(
      fc.property(anyLog, anyAnswer, anyLine, (log, further, what) => {
        fc.pre(!isYes(further) && !verdict(log, what).ok)
        expect(verdict([...log, further], what).ok).toBe(false)
      }),
    )
  })

  it('leaves standing, after a withdrawal, only what shows strictly less', () => {
    const levels = fc.constantFrom(...codesOf('identityLevel'))
    check(
      fc.property(anyLog, anyLine, levels, fc.boolean(), (log, what, identityLevel, whole) => {
        const over = { decision: 'withdrawn', identityLevel } as const
        const result = verdict([...log, whole ? answer(over) : onlyFacts([what.fact], over)], what)
        if (!result.ok) return
        const grant = log.find(row => row.id === result.consentId)
        expect(most(grant?.identityLevel ?? 'full_name')).toBeLessThan(most(identityLevel))
      }),
    )
  })

  it('closes on a refusal of the very fact', () => {
    check(
      fc.property(anyLog, anyLine, (log, what) => {
        const no = onlyFacts([what.fact], { decision: 'refused', identityLevel: 'none' })
        expect(verdict([...log, no], what).ok).toBe(false)
      }),
    )
  })

  it('does not depend on the order of answers to unrelated questions', () => {
    check(
      fc.property(anyLog, anyLine, (log, what) => {
        const ours = (row: ConsentDecision) => row.personId === p1 && row.channel === 'encrypted_message'
        const apart = [...log.filter(row => !ours(row)).toReversed(), ...log.filter(ours)]
        expect(verdict(apart, what)).toEqual(verdict(log, what))
      }),
    )
  })

  it('never shows more when more is shown beside it', () => {
    check(
      fc.property(anyLog, anyLine, anyLine, (log, what, other) => {
        fc.pre(!verdict(log, what).ok && reveals.full_name.indexOf(other.element) >= 0)
        expect(consentFor(what, p1, asked(log), [other.element]).ok).toBe(false)
      }),
    )
  })
})
