import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gate, type GateInput } from '../../shared/gate/rules.ts'
import { OutwardGate, type GrantedOverride } from '../../shared/gate/model.ts'
import { isPublic, publicPurposes } from '../../shared/gate/needs.ts'
import { lifeSaving, mayAskOverride, mayGrantOverride } from '../../shared/gate/override.ts'
import { OverrideId } from '../../shared/model.ts'
import { Duty } from '../../shared/vault/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { answer, address, line, openInput } from './support.ts'

const granted = (over: Partial<GrantedOverride> = {}): GrantedOverride => ({
  id: OverrideId.parse('00000000-0000-4000-8000-0000000000aa'),
  gate: 'G3',
  of: 'made of',
  keys: ['line'],
  ...over,
})

const shut = (over: Partial<GateInput> = {}) => openInput({ log: [], overrides: [granted()], ...over })

const focalPoint = { role: 'FP-1', duties: ['focal_point'] } as const
const head = { role: 'HP-1', duties: ['head_of_presence'] } as const
const respondent = { role: 'FR-1', duties: ['first_respondent'] } as const

describe('an override of two', () => {
  it('lets the line through that it was granted for, and says so', () => {
    const result = gate(shut())
    expect(result.open).toBe(true)
    expect(result.lines).toMatchObject([
      { verdict: 'said', consentIds: [], overrideId: granted().id, findings: [{ reason: 'not-asked' }] },
    ])
  })

  it('opens no other line', () => {
    const lines = [line(), line({ key: 'other', fact: 'wishes' })]
    expect(gate(shut({ lines })).lines.map(one => one.verdict)).toEqual(['said', 'blocked'])
  })

  it('counts no more once anything was changed', () => {
    expect(gate(shut({ content: 'made of something else' })).open).toBe(false)
  })

  it('stands in for the approval, and for proof', () => {
    const naming = {
      purpose: 'letter_to_state_named',
      approval: null,
      proof: { link: 'none', acts: [] },
    } as const
    expect(gate(shut(naming)).open).toBe(true)
  })

  it('never stands in for our own thinking: danger and do no harm', () => {
    expect(gate(shut({ harmCheck: null })).findings).toMatchObject([{ reason: 'harm-none' }])
    expect(gate(shut({ risks: [] })).findings).toMatchObject([{ reason: 'risk-none' }])
  })

  it('never opens a case on hold', () => {
    expect(gate(shut({ held: true })).open).toBe(false)
  })

  it('never opens publication, whatever it was granted for', () => {
    const anyAddress = fc.record({
      purpose: fc.constantFrom(...codesOf('purpose')),
      recipient: fc.constantFrom(...codesOf('recipientClass')),
      channel: fc.constantFrom(...codesOf('channel')),
    })
    fc.assert(
      fc.property(anyAddress, fc.constantFrom(...OutwardGate.options), (to, name) => {
        fc.pre(isPublic(to) || name === 'G4')
        const overrides = OutwardGate.options.map(one => granted({ gate: one }))
        expect(gate(shut({ ...to, gate: name, overrides })).open).toBe(false)
      }),
    )
  })
})

describe('an override for a file', () => {
  const file = (over: Partial<GateInput> = {}) =>
    shut({ gate: 'G5', overrides: [granted({ gate: 'G5' })], ...over })

  it('stands in for a missing answer, and still needs the approval of somebody else', () => {
    expect(gate(file()).open).toBe(true)
    expect(gate(file({ approval: null })).findings).toMatchObject([{ reason: 'approval-none' }])
  })

  it('never goes against a no', () => {
    for (const decision of ['refused', 'withdrawn'] as const) {
      const log = [answer(), answer({ decision })]
      expect(gate(file({ log })).open).toBe(false)
    }
  })
})

describe('asking for an override', () => {
  const forAction = {
    ...address,
    gate: 'G3',
    kind: 'emergency_relocation',
    findings: [{ reason: 'not-asked' }],
  } as const

  it('is for the focal point and the head of presence, to save a life', () => {
    expect(mayAskOverride(focalPoint, forAction)).toBeNull()
    expect(mayAskOverride(head, forAction)).toBeNull()
    expect(mayAskOverride(respondent, forAction)).toBe('override/not-your-duty')
    expect(mayAskOverride(focalPoint, { ...forAction, kind: 'allegation_letter' })).toBe(
      'override/only-life-saving',
    )
  })

  it('is refused for publication, before anything else', () => {
    expect(mayAskOverride(respondent, { ...forAction, gate: 'G4' })).toBe('override/never-publication')
    expect(mayAskOverride(focalPoint, { ...forAction, purpose: 'sg_report_named' })).toBe(
      'override/never-publication',
    )
  })

  it('is refused for a file against a no, and where there is nothing it could stand in for', () => {
    const file = { ...forAction, gate: 'G5', kind: null } as const
    expect(mayAskOverride(focalPoint, file)).toBeNull()
    expect(mayAskOverride(head, file)).toBe('override/not-your-duty')
    expect(mayAskOverride(focalPoint, { ...file, findings: [{ reason: 'refused' }] })).toBe(
      'override/person-said-no',
    )
    expect(mayAskOverride(focalPoint, { ...file, findings: [{ reason: 'risk-none' }] })).toBe(
      'override/nothing-to-lift',
    )
  })

  it('names as life-saving nothing that publishes', () => {
    expect(lifeSaving).not.toContain('public_advocacy')
    expect(lifeSaving).not.toContain('press_statement')
  })
})

describe('granting an override', () => {
  it('takes the focal point and the head of presence, who are two', () => {
    expect(mayGrantOverride(head, focalPoint)).toBeNull()
    expect(mayGrantOverride(focalPoint, head)).toBeNull()
    expect(mayGrantOverride(focalPoint, { ...focalPoint, role: 'FP-2' })).toBe('override/not-your-duty')
  })

  it('is never possible for one person, whatever duties they hold', () => {
    fc.assert(
      fc.property(fc.subarray([...Duty.options]), fc.subarray([...Duty.options]), (mine, theirs) => {
        const both = (duties: readonly Duty[]) => ({ role: 'FP-1', duties })
        expect(mayGrantOverride(both(mine), both(theirs))).toBe('override/needs-two')
      }),
    )
  })
})

describe('a yes that others gave in the best interest of a person', () => {
  const log = [answer({ givenBy: { value: 'best_interest_decision' } })]

  it('opens a step that saves a life, and nothing else', () => {
    expect(gate(openInput({ log, lifeSaving: true })).open).toBe(true)
    expect(gate(openInput({ log })).lines).toMatchObject([
      { verdict: 'blocked', findings: [{ reason: 'best-interest-only-life-saving' }] },
    ])
  })

  it('never opens publication, whatever the step is called', () => {
    for (const purpose of publicPurposes)
      expect(
        gate(openInput({ log: [{ ...answer(), ...log[0], purpose }], purpose, gate: 'G4', lifeSaving: true }))
          .lines,
      ).toMatchObject([{ verdict: 'blocked', findings: [{ reason: 'best-interest-only-life-saving' }] }])
  })
})

describe('two overrides of one item', () => {
  it('each stand in for their own lines', () => {
    const lines = [line(), line({ key: 'other', fact: 'wishes' })]
    const id = OverrideId.parse('00000000-0000-4000-8000-0000000000bb')
    const overrides = [granted(), granted({ id, keys: ['other'] })]
    const result = gate(shut({ lines, overrides }))
    expect(result.open).toBe(true)
    expect(result.lines.map(one => one.overrideId)).toEqual([granted().id, id])
  })
})
