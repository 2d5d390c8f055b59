import { describe, expect, it } from 'vitest'
import { actionQuestion } from '../../renderer/consent/begin.ts'
import type { Sent } from '../../shared/contract.ts'
import type { PersonId } from '../../shared/model.ts'
import { usualAddress } from '../../shared/action/usual.ts'
import { day, draftFor, planned } from './support.ts'

const threat = (personId: PersonId): Sent<'act.add'>['act'] => ({
  personIds: [personId],
  form: 'threat_other',
  status: 'carried_out',
  when: { said: '', precision: 'unknown', from: null, to: null },
  domain: { none: 'unknown' },
  region: { none: 'not-asked' },
  legalTools: [],
  perpetratorIds: [],
  account: 'Two officers told them not to travel again.',
})

const kinds = ['un_security_officials', 'allegation_letter', 'confidential_quiet_diplomacy'] as const

describe('asking the person for what an action needs', () => {
  it.each(kinds)('is enough for %s when they say yes, and tells no more than was asked', async kind => {
    const app = await planned()
    const { caseId, personId, get } = app
    await get('act.add', { caseId, act: threat(personId) })
    const usual = usualAddress(kind)!
    const draft = draftFor([personId], { ...usual, kind, facts: [...usual.facts] })
    const { actionId } = await get('action.plan', { caseId, draft })
    const { actions } = await get('case.view', { caseId })
    const { facts, ...question } = actionQuestion(actions.find(({ id }) => id === actionId)!)
    await get('consent.record', {
      ...question,
      facts: [...facts],
      personId,
      decision: 'given',
      form: { value: 'oral_witnessed' },
      givenBy: { value: 'victim' },
      decidedOn: day('2026-03-01'),
      askedBy: 'FP-1',
      language: { value: 'ar' },
      interpreter: { value: false },
      risksExplained: { value: true },
      conditions: [],
      validUntil: day('2026-09-01'),
      reviewOn: null,
      evidence: '',
    })
    const { result, lines } = await get('action.view', { actionId })
    expect(result.lines.length).toBeGreaterThan(0)
    expect(result.lines.every(({ verdict }) => verdict === 'said')).toBe(true)
    expect(lines.every(({ fact }) => facts.includes(fact))).toBe(true)
  })
})

it('an action keeps the words its kind was planned with, whatever the list says later', async () => {
  const { get, caseId, actionId } = await planned()
  const code = 'confidential_quiet_diplomacy'
  await get('settings.rewordCode', {
    list: 'action',
    code,
    label: { en: 'A quiet word', ar: 'كلمة هادئة' },
    reason: 'shorter',
  })
  const { wordings } = await get('case.view', { caseId })
  expect(wordings).toEqual([{ row: actionId, list: 'action', code, was: null }])
})
