import { describe, expect, it } from 'vitest'
import type { Hypothetical } from '../../shared/consent/whatIf.ts'
import type { PersonId } from '../../shared/model.ts'
import { draftFor } from '../action/support.ts'
import { briefDraft, desk, row, talkWith } from './support.ts'

const imagined = (personId: PersonId, change: Partial<Hypothetical> = {}): Hypothetical => {
  const { purpose, recipient, channel, identityLevel, scope, facts, document } = row()
  const asked = { purpose, recipient, channel, identityLevel, scope, facts, document }
  return { personId, decision: 'given', ...asked, ...change }
}

async function prepared() {
  const app = await desk()
  await app.get('brief.start', { caseId: app.caseId, draft: briefDraft() })
  const ask = async (change?: Partial<Hypothetical>) => {
    const { items } = await app.get('consent.whatIf', imagined(app.personId, change))
    return items.find(({ kind }) => kind === 'brief')
  }
  return { ...app, ask }
}

describe('what if', () => {
  it('says which lines of an open brief a yes would open, and which would stay shut and why', async () => {
    const { ask } = await prepared()
    const brief = await ask()
    const wishes = brief?.lines.find(({ fact }) => fact === 'wishes')
    expect(wishes).toMatchObject({ now: 'blocked', would: 'said', findings: [] })
    const facts = await ask({ scope: 'selected_facts', facts: ['who'] })
    expect(facts?.lines.find(({ fact }) => fact === 'wishes')).toMatchObject({
      would: 'blocked',
      findings: [{ reason: 'other-content-only' }],
    })
  })

  it('says what a no would shut', async () => {
    const { ask, get, personId } = await prepared()
    await get('consent.recordTalk', talkWith(personId))
    const brief = await ask({ decision: 'refused' })
    expect(brief?.lines.find(({ fact }) => fact === 'wishes')).toMatchObject({
      now: 'said',
      would: 'blocked',
    })
  })

  it('is right: a yes that is really given opens exactly what it said', async () => {
    const { ask, get, personId } = await prepared()
    const before = await ask({ scope: 'selected_facts', facts: ['wishes'] })
    await get(
      'consent.recordTalk',
      talkWith(personId, {}, [row({ scope: 'selected_facts', facts: ['wishes'] })]),
    )
    const after = await ask({ scope: 'selected_facts', facts: ['wishes'] })
    expect(after?.lines.map(({ now }) => now)).toEqual(before?.lines.map(({ would }) => would))
  })

  it('changes nothing for another address, and records nothing', async () => {
    const { ask, get, caseId } = await prepared()
    const brief = await ask({ channel: 'phone' })
    expect(brief?.sameAddress).toBe(false)
    expect(brief?.lines.every(({ now, would }) => now === would)).toBe(true)
    expect((await get('case.view', { caseId })).consents).toEqual([])
  })
})

describe('what if, for planned actions', () => {
  const toState = {
    purpose: 'bilateral_with_state_without_name',
    recipient: 'member_state_concerned',
    channel: 'in_person',
    identityLevel: 'group_only',
  } as const

  it('says which of them this consent would open, before the briefs, by their codes', async () => {
    const app = await desk()
    const { get, caseId, personId } = app
    const draft = draftFor([personId], { facts: ['who'] })
    const { actionId } = await get('action.plan', { caseId, draft })
    await get('brief.start', { caseId, draft: briefDraft() })
    const { items } = await get('consent.whatIf', imagined(personId, toState))
    expect(items.map(({ kind, code }) => [kind, code])).toMatchObject([
      ['action', 'M1'],
      ['brief', expect.any(String)],
    ])
    expect(items[0]).toMatchObject({ itemId: actionId, toRole: draft.to, sameAddress: true })
    expect(items[0]?.lines).toMatchObject([{ fact: 'who', now: 'blocked', would: 'said' }])
    expect(items[1]).toMatchObject({ sameAddress: false })
  })

  it('is right: the action tells exactly what was said once the yes is really given', async () => {
    const { get, caseId, personId } = await desk()
    const { actionId } = await get('action.plan', {
      caseId,
      draft: draftFor([personId], { facts: ['who', 'wishes'] }),
    })
    const { items } = await get('consent.whatIf', imagined(personId, toState))
    await get('consent.recordTalk', talkWith(personId, {}, [row(toState)]))
    const { result } = await get('action.view', { actionId })
    expect(result.lines.map(({ verdict }) => verdict)).toEqual(items[0]?.lines.map(({ would }) => would))
  })

  it('leaves out what was sent or given up: nothing can be opened there any more', async () => {
    const { get, caseId, personId } = await desk()
    const { actionId } = await get('action.plan', { caseId, draft: draftFor([personId]) })
    const event = { what: 'ended', on: '2026-03-02', how: 'cancelled', why: 'Not wanted.' } as const
    await get('action.record', { actionId, event })
    expect((await get('consent.whatIf', imagined(personId, toState))).items).toEqual([])
  })
})
