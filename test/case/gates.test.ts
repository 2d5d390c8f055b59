import { describe, expect, it } from 'vitest'
import type { GateLine } from '../../shared/case/gates.ts'
import { GateName } from '../../shared/gate/model.ts'
import ar from '../../resources/text/ar.json'
import en from '../../resources/text/en.json'
import { Day } from '../../shared/model.ts'
import type { Sent } from '../../shared/contract.ts'
import { intake, person, testApp } from '../support.ts'

const letter = (personId: string): Sent<'action.plan'>['draft'] => ({
  kind: 'letter_unnamed',
  detail: '',
  personIds: [personId],
  to: 'Permanent Mission',
  purpose: 'letter_to_state_unnamed',
  recipient: 'member_state_concerned',
  channel: 'diplomatic_note',
  identityLevel: 'group_only',
  facts: ['acts', 'who'],
  withheld: [],
  conditionsMet: [],
  expected: '',
  riskOfActing: '',
  riskOfNotActing: '',
  safetyReason: '',
  owner: 'FP-1',
  deadline: null,
  answerBy: null,
})

async function desk() {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', {
    intake: intake({ safeContact: { value: 'usable' } }),
    fileId: null,
  })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  const lines = (name: GateName) =>
    app.get('case.gates', { caseId }).then(all => all.filter(({ gate }) => gate === name))
  return { ...app, caseId, personId, lines }
}

const answerOf = (personId: string, over: Partial<Sent<'consent.record'>>): Sent<'consent.record'> => ({
  personId,
  purpose: 'keep_record',
  recipient: 'same_office',
  channel: 'in_person',
  identityLevel: 'full_name',
  scope: 'whole_case',
  facts: [],
  document: '',
  decision: 'given',
  form: { value: 'oral_witnessed' },
  givenBy: { value: 'victim' },
  decidedOn: Day.parse('2026-03-01'),
  askedBy: 'FP-1',
  language: { value: 'ar' },
  interpreter: { value: false },
  risksExplained: { value: true },
  conditions: [],
  validUntil: null,
  reviewOn: null,
  evidence: '',
  ...over,
})

describe('the gates of a case', () => {
  it('say of each person whether more than the least may be kept', async () => {
    const { get, personId, lines } = await desk()
    expect(await lines('G0')).toMatchObject([
      { about: 'P1', open: false, reasons: ['identity.keep.not-asked'], part: 'consent' },
    ])
    await get('consent.record', answerOf(personId, {}))
    expect(await lines('G0')).toMatchObject([{ open: true, reasons: [] }])
  })

  it('say whether there is a safe way to reach somebody', async () => {
    const { get, caseId, lines } = await desk()
    expect(await lines('G1')).toMatchObject([{ open: true }])
    await get('case.change', { caseId, intake: intake({ safeContact: { value: 'none' } }) })
    expect(await lines('G1')).toMatchObject([{ open: false, reasons: ['gate.contact-not-safe'] }])
  })

  it('name every planned action under the gate it goes out through, with what stands in its way', async () => {
    const { get, caseId, personId, lines } = await desk()
    const { actionId } = await get('action.plan', { caseId, draft: letter(personId) })
    const [line] = await lines('G3')
    expect(line).toMatchObject({ about: 'M1', open: false, part: 'actions', item: actionId })
    expect(line?.reasons).toEqual(
      expect.arrayContaining(['gate.not-asked', 'gate.risk-none', 'gate.harm-none', 'gate.approval-none']),
    )
    const press = { ...letter(personId), purpose: 'media_or_public_statement', recipient: 'public' } as const
    await get('action.change', { actionId, draft: press })
    expect(await lines('G3')).toEqual([])
    expect((await lines('G4'))[0]?.reasons).toContain('gate.second-reader-none')
  })

  it('name a paper for the person until it has left', async () => {
    const { get, personId, lines } = await desk()
    const { paperId } = await get('paper.start', {
      personId,
      draft: {
        kind: 'sheet',
        parts: ['held'],
        language: 'fr',
        channel: 'in_person',
        withCode: false,
        conditionsMet: [],
        safetyReason: '',
      },
    })
    const [line] = await lines('G5')
    expect(line).toMatchObject({ about: 'P1', open: false, part: 'paper', item: paperId })
    expect(line?.reasons).not.toContain('gate.approval-none')
  })

  it('keep the case from closing while an action is open', async () => {
    const { get, caseId, personId, lines } = await desk()
    await get('action.plan', { caseId, draft: letter(personId) })
    expect((await lines('G6'))[0]?.reasons).toContain('case.blocked.closing-actions_finished')
  })

  it('leave somebody in peace who took things back', async () => {
    const { get, personId, lines } = await desk()
    expect(await lines('G8')).toEqual([])
    await get('consent.record', answerOf(personId, {}))
    await get('consent.record', answerOf(personId, { decision: 'withdrawn' }))
    expect(await lines('G8')).toMatchObject([
      { about: 'P1', open: false, reasons: ['gate.contact-not-covered'] },
    ])
  })

  it('have words for everything they say, in every language', async () => {
    const { get, caseId, personId } = await desk()
    await get('action.plan', { caseId, draft: letter(personId) })
    const said = (await get('case.gates', { caseId })).flatMap(({ reasons }: GateLine) => reasons)
    const own = GateName.options.flatMap(name =>
      ['', '.lead', '.none', '.override'].map(of => `gates.${name}${of}`),
    )
    for (const texts of [en, ar] as readonly Readonly<Record<string, string>>[])
      for (const key of [...said, ...own]) expect(texts, key).toHaveProperty([key])
  })
})
