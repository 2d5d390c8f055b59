import { expect, it } from 'vitest'
import type { Sent } from '../../shared/contract.ts'
import type { PersonId } from '../../shared/model.ts'
import { draftFor, planned } from './support.ts'

const act = (personId: PersonId): Sent<'act.add'>['act'] => ({
  personIds: [personId],
  form: 'threat_other',
  status: 'carried_out',
  when: { said: '', precision: 'unknown', from: null, to: null },
  domain: { none: 'unknown' },
  region: { none: 'not-asked' },
  legalTools: [],
  perpetratorIds: [],
  account: '',
})

it('an act that is withheld is not asked how well it is verified', async () => {
  const { caseId, personId, actionId, get } = await planned()
  const { actId } = await get('act.add', { caseId, act: act(personId) })
  await get('act.add', { caseId, act: act(personId) })
  const claim = { statement: 'They were threatened.', about: { actId } }
  const { claimId } = await get('evidence.addClaim', { caseId, claim })
  const finding = { status: 'official_document_seen', reason: 'The summons was seen.', unknowns: '' } as const
  await get('evidence.assessClaim', { claimId, finding })
  const letter = draftFor([personId], { purpose: 'letter_to_state_named', facts: ['acts'] })
  await get('action.change', { actionId, draft: letter })
  const seen = async () => {
    const { lines, result } = await get('action.view', { actionId })
    return { lines, lacks: result.findings.map(({ reason }) => reason) }
  }
  const { lines, lacks } = await seen()
  expect(lacks).toContain('not-verified-enough')
  const withheld = lines.map(({ key }) => key).filter(key => key.startsWith('act:') && !key.includes(actId))
  await get('action.change', { actionId, draft: { ...letter, withheld } })
  expect((await seen()).lacks).not.toContain('not-verified-enough')
  await get('action.change', { actionId, draft: { ...letter, withheld: lines.map(({ key }) => key) } })
  expect((await seen()).lacks).toContain('not-verified-enough')
})
