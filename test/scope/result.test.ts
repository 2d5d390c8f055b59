import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScopeAnswers } from '../../shared/scope/model.ts'
import { ScopeOutcome } from '../../shared/scope/model.ts'
import { noScopeAnswers, scopeResult } from '../../shared/scope/rules.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import ar from '../../resources/text/ar.json' with { type: 'json' }
import en from '../../resources/text/en.json' with { type: 'json' }

const inScope: ScopeAnswers = {
  ...noScopeAnswers,
  engagement: 'yes',
  harmed: ['self'],
  remunerated: 'no',
  act: 'happened',
  indicators: ['timing'],
  linkGrade: 'plausible',
  perpetrator: 'unknown',
  timing: 'after',
  purpose: 'punish',
  humanRights: 'yes',
}

const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null })
const anyAnswers: fc.Arbitrary<ScopeAnswers> = fc.record({
  engagement: orNull(['yes', 'attempt', 'perceived', 'planned', 'no', 'unknown'] as const),
  harmed: fc.subarray([...codesOf('linkToCooperator')]),
  remunerated: orNull(['no', 'yes', 'unclear'] as const),
  remuneratedDecision: orNull(['treat_as_in', 'treat_as_staff'] as const),
  remuneratedReason: fc.constantFrom('', 'a stipend for travel only'),
  act: orNull(['happened', 'threatened', 'none'] as const),
  indicators: fc.subarray([...codesOf('linkIndicator')]),
  linkGrade: orNull(codesOf('linkGrade')),
  linkWhy: fc.constantFrom('', 'the next day'),
  perpetrator: orNull(codesOf('perpetratorClass')),
  timing: orNull(['before', 'during', 'after', 'several', 'unknown'] as const),
  purpose: orNull(['deter', 'punish', 'both', 'unclear'] as const),
  humanRights: orNull(['yes', 'no', 'unclear'] as const),
})

describe('the scope test', () => {
  it('is in scope when an unpaid person was harmed and something joins the act to the engagement', () => {
    expect(scopeResult(inScope)).toMatchObject({
      outcome: 'in_scope',
      reprisal: true,
      intimidation: false,
      inSystemwideScope: true,
      inSgReportScope: true,
    })
  })

  it.each(['attempt', 'perceived', 'planned'] as const)(
    'counts an engagement that was only %s',
    engagement => {
      expect(scopeResult({ ...inScope, engagement }).outcome).toBe('in_scope')
    },
  )

  it('holds and gathers while nobody knows of an engagement; it does not close', () => {
    expect(scopeResult({ ...inScope, engagement: 'unknown' }).outcome).toBe('hold')
  })

  it('routes remunerated staff elsewhere, and never discards them', () => {
    expect(scopeResult({ ...inScope, remunerated: 'yes' }).outcome).toBe('staff_route')
  })

  it('asks for a decision with a reason when it is unclear whether the person was paid', () => {
    const unclear = { ...inScope, remunerated: 'unclear' } as const
    expect(scopeResult(unclear).outcome).toBe('needs_decision')
    expect(scopeResult({ ...unclear, remuneratedDecision: 'treat_as_in' }).outcome).toBe('needs_decision')
    const reasoned = { ...unclear, remuneratedReason: 'a stipend for travel only' }
    expect(scopeResult({ ...reasoned, remuneratedDecision: 'treat_as_in' }).outcome).toBe('in_scope')
    expect(scopeResult({ ...reasoned, remuneratedDecision: 'treat_as_staff' }).outcome).toBe('staff_route')
  })

  it('gives advice when nothing happened and nothing is threatened', () => {
    expect(scopeResult({ ...inScope, act: 'none' }).outcome).toBe('preventive_advice')
  })

  it('keeps watching when nothing joins the act to the engagement', () => {
    expect(scopeResult({ ...inScope, indicators: [] }).outcome).toBe('link_not_established')
    expect(scopeResult({ ...inScope, linkGrade: 'none' }).outcome).toBe('link_not_established')
  })

  it('is not finished while nobody has said how strong the link is', () => {
    expect(scopeResult({ ...inScope, linkGrade: null }).outcome).toBe('incomplete')
  })

  it('never forces a perpetrator or a date', () => {
    expect(scopeResult({ ...inScope, perpetrator: null, timing: null }).outcome).toBe('in_scope')
  })

  it('keeps the two scopes apart: outside human rights is still in scope system-wide', () => {
    const result = scopeResult({ ...inScope, humanRights: 'no' })
    expect([result.inSystemwideScope, result.inSgReportScope]).toEqual([true, false])
  })

  it('is total, explains itself in both languages, and keeps its two pairs of facts apart', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const result = scopeResult(answers)
        expect(ScopeOutcome.options).toContain(result.outcome)
        expect(result.because.length).toBeGreaterThan(0)
        for (const reason of result.because)
          for (const texts of [en, ar] as Record<string, string>[])
            expect(texts[`scope.because.${reason}`], reason).toBeTruthy()
        expect(result.inSystemwideScope).toBe(result.outcome === 'in_scope')
        if (result.inSgReportScope) expect(result.inSystemwideScope).toBe(true)
        expect(result.intimidation).toBe(answers.purpose === 'deter' || answers.purpose === 'both')
        expect(result.reprisal).toBe(answers.purpose === 'punish' || answers.purpose === 'both')
      }),
      { numRuns: 2_000 },
    )
  })

  it('reaches every outcome', () => {
    const seen = new Set(
      fc.sample(anyAnswers, { numRuns: 20_000, seed: 1 }).map(answers => scopeResult(answers).outcome),
    )
    expect([...seen].toSorted()).toEqual([...ScopeOutcome.options].toSorted())
  })
})
