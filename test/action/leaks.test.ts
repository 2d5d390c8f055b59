import { describe, expect, it } from 'vitest'
import type { ActionDraft } from '../../shared/action/model.ts'
import { desk, row, talkWith } from '../consent/support.ts'
import { relocation } from '../override/support.ts'
import { person } from '../support.ts'

const address = {
  purpose: 'share_UN_security',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
} as const

/** A letter about P1 that tells, in P1's own words, somebody's name; P1's own is withheld. */
async function letter(wishes: string) {
  const app = await desk()
  const { get, caseId, personId } = app
  await get('person.identify', {
    personId,
    identity: { name: 'Samira Haddadin', otherNames: '', contact: '', documents: '' },
    basis: 'They asked for it.',
  })
  await get('consent.recordTalk', talkWith(personId, {}, [row({ ...address, identityLevel: 'role_only' })]))
  await get('person.change', { personId, person: person({ wishes: { value: wishes } }) })
  const draft = relocation({ personIds: [personId], facts: ['who', 'wishes'] })
  const { actionId } = await get('action.plan', { caseId, draft })
  await get('risk.assess', {
    personId,
    about: 'situation',
    likelihood: 2,
    impact: 2,
    residualLikelihood: 2,
    residualImpact: 2,
    threats: [],
    vulnerabilities: [],
    capacities: [],
    uncertainties: [],
    confidence: 'medium',
    why: '',
    ownView: { none: 'not-asked' },
  })
  await get('risk.checkHarm', {
    caseId,
    itemId: actionId,
    answers: Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' })),
    decidedBy: '',
    decisionReason: '',
    validUntil: '2026-03-20',
  })
  const view = () => get('action.view', { actionId })
  const rewrite = async (part: Partial<ActionDraft>) =>
    get('action.change', { actionId, draft: { ...(await view()).draft, ...part } })
  const withhold = async () => {
    const blocked = (await view()).result.lines.flatMap(one => (one.verdict === 'blocked' ? [one.key] : []))
    await rewrite({ withheld: [...(await view()).draft.withheld, ...blocked] })
  }
  await withhold()
  const approve = () => app.call('action.approve', { actionId, sole: true, statement: 'Needed today.' })
  return {
    ...app,
    actionId,
    view,
    rewrite,
    approve,
    key: `identity:${personId}`,
    where: `person:${personId}:wishes`,
  }
}

describe('what an action tells', () => {
  it('is not approved while its words give away a name as it is written', async () => {
    const { view, approve, rewrite, key, where } = await letter('Take Samira Haddadin to her sister.')
    expect((await view()).leaks).toEqual([{ key, where }])
    await rewrite({ notMeant: [{ key, found: 'Samira Haddadin', reason: 'Somebody else.' }] })
    expect(await approve()).toMatchObject({ code: 'action/leak' })
    await rewrite({ withheld: [...(await view()).draft.withheld, where] })
    expect(await approve()).toMatchObject({ ok: true })
  })

  it('is not approved while its words sound like a name, until its author says who it is', async () => {
    const { view, approve, rewrite, call, actionId, key, where, app } = await letter(
      'خذوا سميرة حدادين إلى أختها',
    )
    const [alike] = (await view()).alike
    expect(alike).toMatchObject({ key, where, found: 'سميرة حدادين', reason: null })
    expect(await approve()).toMatchObject({ code: 'action/sounds-like' })
    await rewrite({ notMeant: [{ key, found: 'سميرة حدادين', reason: 'Her aunt, of the same name.' }] })
    expect(await approve()).toMatchObject({ ok: true })
    const event = { what: 'sent', on: app.today(), note: '' } as const
    expect(await call('action.record', { actionId, event })).toMatchObject({ ok: true })
    expect(await view()).toMatchObject({ leaks: [], alike: [] })
  })
})
