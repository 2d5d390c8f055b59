import { describe, expect, it } from 'vitest'
import { asked, heeded, nextUnanswered } from '../../renderer/scope/questions.ts'
import { noScopeAnswers, scopeResult } from '../../shared/scope/rules.ts'
import type { ScopeAnswers } from '../../shared/scope/model.ts'

const all: ScopeAnswers = {
  ...noScopeAnswers,
  engagement: 'yes',
  harmed: ['self'],
  remunerated: 'no',
  act: 'happened',
  indicators: ['timing'],
  linkGrade: 'plausible',
  perpetrator: 'state',
  timing: 'after',
  purpose: 'both',
  humanRights: 'yes',
}

describe('the conversation of the scope test', () => {
  it('asks one question after the other', () => {
    expect(nextUnanswered(noScopeAnswers)).toBe('t1')
    expect(nextUnanswered({ ...noScopeAnswers, engagement: 'attempt' })).toBe('t2')
    expect(nextUnanswered({ ...all, purpose: null })).toBe('t8')
    expect(nextUnanswered(all)).toBeNull()
    expect(asked(all)).toHaveLength(9)
  })

  it('ends where an answer settles the matter', () => {
    expect(asked({ ...all, engagement: 'unknown' })).toEqual(['t1'])
    expect(asked({ ...all, remunerated: 'yes' })).toEqual(['t1', 't2', 't3'])
    expect(asked({ ...all, act: 'none' })).toEqual(['t1', 't2', 't3', 't4'])
  })

  it('goes on after an unclear payment only when it was decided, with a reason, to go on', () => {
    const unclear: ScopeAnswers = { ...all, remunerated: 'unclear', remuneratedDecision: 'treat_as_in' }
    expect(asked(unclear).at(-1)).toBe('t3')
    expect(asked({ ...unclear, remuneratedReason: 'a stipend for travel only' })).toHaveLength(9)
  })

  it('does not let the result rest on questions that are no longer asked', () => {
    const changed: ScopeAnswers = { ...all, engagement: 'no' }
    expect(heeded(changed)).toEqual({ ...noScopeAnswers, engagement: 'no' })
    expect(scopeResult(heeded(changed))).toMatchObject({ intimidation: false, reprisal: false })
  })

  it('keeps every answer while every question is asked', () => {
    expect(heeded(all)).toEqual(all)
  })
})
