import { describe, expect, it } from 'vitest'
import { row, talkWith } from '../consent/support.ts'
import { BriefId, OverrideId } from '../../shared/model.ts'
import {
  another,
  askFor,
  briefing,
  handOver,
  reason,
  relocating,
  relocation,
  shutIn,
  thought,
} from './support.ts'

const stateOf = async ({ get, actionId }: Awaited<ReturnType<typeof relocating>>) =>
  (await get('action.view', { actionId })).result

describe('an override of two people', () => {
  it('is asked for by one, granted by another, and opens the lines it names', async () => {
    const app = await relocating()
    await another(app)
    const { actionId, keys } = app
    expect((await stateOf(app)).open).toBe(false)
    const { overrideId, code } = await app.get('override.ask', askFor(actionId, keys))
    expect(code).toMatch(/^OV-/)
    expect((await stateOf(app)).open).toBe(false)
    expect(await app.get('override.waiting', {})).toEqual([])

    await handOver(app, 'other')
    expect(await app.get('override.waiting', {})).toMatchObject([
      { overrideId, itemId: actionId, kind: 'action', label: 'M1', by: 'FP-1', reason },
    ])
    await app.get('override.answer', { overrideId, grants: true, words: 'There is no time to wait.' })
    expect(await app.get('override.waiting', {})).toEqual([])

    const result = await stateOf(app)
    expect(result.open).toBe(true)
    for (const line of result.lines)
      expect(line).toMatchObject({ verdict: 'said', overrideId, findings: [{ reason: 'not-asked' }] })
  })

  it('is shown on the case for ever: who, when, why, and what stood in the way', async () => {
    const app = await relocating()
    await another(app)
    const { overrideId } = await app.get('override.ask', askFor(app.actionId, app.keys))
    await handOver(app, 'other')
    await app.get('override.answer', { overrideId, grants: true, words: 'No time.' })
    const { overrides } = await app.get('case.view', { caseId: app.caseId })
    expect(overrides).toMatchObject([
      {
        id: overrideId,
        by: 'FP-1',
        reason,
        danger: 'killing',
        findings: expect.arrayContaining([expect.objectContaining({ reason: 'not-asked' })]),
        answer: { by: 'HOP-1', grants: true, words: 'No time.', briefId: null },
      },
    ])
    const entries = await app.get('record.list', { caseId: app.caseId, before: null })
    expect(entries.slice(0, 2)).toMatchObject([
      { operation: 'override.answer', actor: 'HOP-1', reason: 'No time.' },
      { operation: 'override.ask', actor: 'FP-1', reason },
    ])
  })

  it('stands on what was handed over when the action is recorded as sent', async () => {
    const app = await relocating()
    await another(app)
    const { overrideId } = await app.get('override.ask', askFor(app.actionId, app.keys))
    await handOver(app, 'other')
    await app.get('override.answer', { overrideId, grants: true, words: 'No time.' })
    const event = { what: 'sent', on: '2026-03-02', note: '' } as const
    await app.get('action.record', { actionId: app.actionId, event })
    const { disclosures } = await app.get('case.view', { caseId: app.caseId })
    expect(disclosures).toMatchObject([{ overrideId, consentIds: [] }])
    expect(await app.call('override.ask', askFor(app.actionId, []))).toMatchObject({
      code: 'override/item-left',
    })
  })

  it('stands on what was handed over also when it replaced nothing but an approval', async () => {
    const app = await relocating()
    const yes = row({ purpose: 'share_UN_security' })
    await app.get('consent.recordTalk', talkWith(app.personId, {}, [yes]))
    await another(app)
    const { overrideId } = await app.get('override.ask', askFor(app.actionId, []))
    await handOver(app, 'other')
    await app.get('override.answer', { overrideId, grants: true, words: 'No time.' })
    expect(await stateOf(app)).toMatchObject({ open: true, overrideId })
    const event = { what: 'sent', on: '2026-03-02', note: '' } as const
    await app.get('action.record', { actionId: app.actionId, event })
    const { disclosures } = await app.get('case.view', { caseId: app.caseId })
    expect(disclosures).toMatchObject([{ overrideId }])
  })

  it('does not pass off an approval of something else as one of what went out', async () => {
    const app = await relocating()
    const { actionId, personId } = app
    const yes = row({ purpose: 'share_UN_security' })
    await app.get('consent.recordTalk', talkWith(personId, {}, [yes]))
    await another(app)
    await handOver(app, 'other')
    await app.get('action.approve', { actionId, sole: false, statement: 'to the next town' })
    await handOver(app, 'author')
    const draft = relocation({ personIds: [personId], detail: 'To the capital.' })
    await app.get('action.change', { actionId, draft })
    const { overrideId } = await app.get('override.ask', askFor(actionId, []))
    await handOver(app, 'other')
    await app.get('override.answer', { overrideId, grants: true, words: 'No time.' })
    const event = { what: 'sent', on: '2026-03-02', note: '' } as const
    await app.get('action.record', { actionId, event })
    const { disclosures } = await app.get('case.view', { caseId: app.caseId })
    expect(disclosures).toMatchObject([{ overrideId, approvedBy: '' }])
  })

  it('opens nothing when it is declined, and cannot be answered twice', async () => {
    const app = await relocating()
    await another(app)
    const { overrideId } = await app.get('override.ask', askFor(app.actionId, app.keys))
    await handOver(app, 'other')
    await app.get('override.answer', { overrideId, grants: false, words: 'The lawyer can be reached.' })
    expect((await stateOf(app)).open).toBe(false)
    expect(await app.call('override.answer', { overrideId, grants: true, words: 'after all' })).toMatchObject(
      { code: 'override/answered' },
    )
    const gone = OverrideId.parse('00000000-0000-4000-8000-000000000001')
    expect(await app.call('override.answer', { overrideId: gone, grants: true, words: 'yes' })).toMatchObject(
      { code: 'override/gone' },
    )
  })

  it('can be taken back by whoever asked', async () => {
    const app = await relocating()
    await another(app)
    const { overrideId } = await app.get('override.ask', askFor(app.actionId, app.keys))
    await app.get('override.answer', { overrideId, grants: false, words: 'P1 has called.' })
    await handOver(app, 'other')
    expect(await app.get('override.waiting', {})).toEqual([])
  })

  it('is not granted by somebody who has neither of the two duties', async () => {
    const app = await relocating()
    await another(app, ['first_respondent'])
    const { overrideId } = await app.get('override.ask', askFor(app.actionId, app.keys))
    await handOver(app, 'other')
    expect(await app.get('override.waiting', {})).toEqual([])
    expect(await app.call('override.answer', { overrideId, grants: true, words: 'yes' })).toMatchObject({
      code: 'override/not-your-duty',
    })
  })

  it('counts no more once what it was for is changed, and must be asked for again', async () => {
    const app = await relocating()
    await another(app)
    const { actionId, keys, get } = app
    const { overrideId } = await get('override.ask', askFor(actionId, keys))
    const { draft } = await get('action.view', { actionId })
    await get('action.change', { actionId, draft: { ...draft, to: 'Somebody else' } })
    await handOver(app, 'other')
    expect(await get('override.waiting', {})).toEqual([])
    expect(await app.call('override.answer', { overrideId, grants: true, words: 'yes' })).toMatchObject({
      code: 'override/changed-since',
    })
  })

  it('ends when the person speaks for themself and says no', async () => {
    const app = await relocating()
    await another(app)
    const { overrideId } = await app.get('override.ask', askFor(app.actionId, app.keys))
    await handOver(app, 'other')
    await app.get('override.answer', { overrideId, grants: true, words: 'No time.' })
    expect((await stateOf(app)).open).toBe(true)
    app.moveTo('2026-03-02T14:00:00.000Z')
    const no = row({ purpose: 'share_UN_security', decision: 'refused' })
    await app.get('consent.recordTalk', talkWith(app.personId, {}, [no]))
    expect(await stateOf(app)).toMatchObject({
      open: false,
      lines: expect.arrayContaining([
        expect.objectContaining({
          verdict: 'blocked',
          findings: [expect.objectContaining({ reason: 'refused' })],
        }),
      ]),
    })
  })

  it('ends on a no recorded after the asking, also when the clock of the machine was set back', async () => {
    const app = await relocating()
    await another(app)
    const { overrideId } = await app.get('override.ask', askFor(app.actionId, app.keys))
    await handOver(app, 'other')
    await app.get('override.answer', { overrideId, grants: true, words: 'No time.' })
    app.moveTo('2026-03-02T11:00:00.000Z')
    const no = row({ purpose: 'share_UN_security', decision: 'refused' })
    await app.get('consent.recordTalk', talkWith(app.personId, {}, [no]))
    expect((await stateOf(app)).open).toBe(false)
  })

  it('cannot be granted any more once the person said no after the asking', async () => {
    const app = await relocating()
    await another(app)
    const { overrideId } = await app.get('override.ask', askFor(app.actionId, app.keys))
    const no = row({ purpose: 'share_UN_security', decision: 'refused' })
    await app.get('consent.recordTalk', talkWith(app.personId, {}, [no]))
    await handOver(app, 'other')
    expect(await app.get('override.waiting', {})).toEqual([])
    expect(await app.call('override.answer', { overrideId, grants: true, words: 'No time.' })).toMatchObject({
      code: 'override/changed-since',
    })
  })

  it('shows a no that was said before beside what it opens', async () => {
    const app = await relocating()
    const no = row({ purpose: 'share_UN_security', decision: 'refused' })
    await app.get('consent.recordTalk', talkWith(app.personId, {}, [no]))
    await another(app)
    app.moveTo('2026-03-02T14:00:00.000Z')
    const keys = await shutIn(app, app.actionId)
    const said = {
      could: 'said_no',
      tried: 'Said no on Sunday, before the threats; cannot be reached since.',
    } as const
    const { overrideId } = await app.get('override.ask', askFor(app.actionId, keys, { reach: said }))
    await handOver(app, 'other')
    await app.get('override.answer', { overrideId, grants: true, words: 'No time.' })
    const result = await stateOf(app)
    expect(result.open).toBe(true)
    expect(result.lines[0]).toMatchObject({ verdict: 'said', findings: [{ reason: 'refused' }] })
  })
})

describe('asking for an override', () => {
  it('is not for a first respondent', async () => {
    const app = await relocating()
    await another(app, ['first_respondent'])
    await handOver(app, 'other')
    expect(await app.call('override.ask', askFor(app.actionId, app.keys))).toMatchObject({
      code: 'override/not-your-duty',
    })
  })

  it('is only for steps that save a life', async () => {
    const app = await relocating({ kind: 'allegation_letter', purpose: 'letter_to_state_unnamed' })
    expect(await app.call('override.ask', askFor(app.actionId, app.keys))).toMatchObject({
      code: 'override/only-life-saving',
    })
  })

  it('is refused for anything public', async () => {
    const app = await relocating({ recipient: 'media' })
    expect(app.keys).toEqual([])
    expect(await app.call('override.ask', askFor(app.actionId, []))).toMatchObject({
      code: 'override/never-publication',
    })
  })

  it('asks for the danger and for what was tried', async () => {
    const app = await relocating()
    for (const change of [{ danger: null }, { reach: null }])
      expect(await app.call('override.ask', askFor(app.actionId, app.keys, change))).toMatchObject({
        code: 'override/danger-missing',
      })
    expect(
      await app.call('override.ask', askFor(app.actionId, app.keys, { reason: 'urgent' })),
    ).toMatchObject({ code: 'invalid-input', field: 'reason' })
  })

  it('is refused where only our own thinking is missing', async () => {
    const app = await relocating()
    await app.get('consent.recordTalk', talkWith(app.personId, {}, [row({ purpose: 'share_UN_security' })]))
    await app.get('action.approve', { actionId: app.actionId, sole: true, statement: '' })
    expect(await app.call('override.ask', askFor(app.actionId, []))).toMatchObject({
      code: 'override/nothing-to-lift',
    })
  })

  it('names only lines that are shut', async () => {
    const app = await relocating()
    expect(await app.call('override.ask', askFor(app.actionId, ['no such line']))).toMatchObject({
      code: 'override/not-these-lines',
    })
  })

  it('is about something that is there', async () => {
    const app = await relocating()
    const gone = BriefId.parse('00000000-0000-4000-8000-000000000001')
    expect(await app.call('override.ask', askFor(gone, []))).toMatchObject({ code: 'item/gone' })
  })
})

describe('an override for a brief', () => {
  it('is granted at once by the focal point, with a reason, and the brief says so to its reader', async () => {
    const app = await briefing()
    const { briefId, keys } = app
    const key = keys[0] ?? ''
    const { overrideId } = await app.get(
      'override.ask',
      askFor(briefId, [key], { danger: null, reach: null }),
    )
    const view = await app.get('brief.view', { briefId })
    expect(view.gate.lines.find(one => one.key === key)).toMatchObject({ verdict: 'said', overrideId })
    expect(view.gate.lines.filter(one => one.verdict === 'said')).toHaveLength(1)
    expect(view.document.overrides).toEqual([{ about: ['P1'], by: 'FP-1', grantedBy: 'FP-1', reason }])
  })

  it('is lost in what if, as in truth, when the person would say no', async () => {
    const app = await briefing()
    const { briefId, keys, personId } = app
    await app.get('override.ask', askFor(briefId, keys, { danger: null, reach: null }))
    app.moveTo('2026-03-02T14:00:00.000Z')
    const no = row({ decision: 'refused' })
    const { purpose, recipient, channel, identityLevel, scope, facts } = no
    const imagined = {
      personId,
      purpose,
      recipient,
      channel,
      identityLevel,
      scope,
      facts,
      decision: 'refused',
    } as const
    const { items } = await app.get('consent.whatIf', { ...imagined, document: '' })
    const lines = items.find(({ itemId }) => itemId === briefId)?.lines ?? []
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatchObject({ now: 'said', would: 'blocked' })
  })

  it('still needs the approval', async () => {
    const app = await briefing()
    await app.get('override.ask', askFor(app.briefId, app.keys, { danger: null, reach: null }))
    const { gate } = await app.get('brief.view', { briefId: app.briefId })
    expect(gate.findings).toMatchObject([{ reason: 'approval-none' }])
  })

  it('never goes against a no', async () => {
    const app = await briefing()
    await app.get('consent.recordTalk', talkWith(app.personId, {}, [row({ decision: 'refused' })]))
    const { gate, ...view } = await app.get('override.view', { itemId: app.briefId })
    expect(view.liftable).toEqual([])
    expect(view.refusal).toBe('override/person-said-no')
    expect(gate).toBe('G5')
    expect(
      await app.call('override.ask', askFor(app.briefId, app.keys, { danger: null, reach: null })),
    ).toMatchObject({ code: 'override/person-said-no' })
  })

  it('is not for a head of presence who is no focal point', async () => {
    const app = await briefing()
    await another(app)
    await handOver(app, 'other')
    expect(
      await app.call('override.ask', askFor(app.briefId, app.keys, { danger: null, reach: null })),
    ).toMatchObject({ code: 'override/not-your-duty' })
  })

  it('gives nothing of a person away in its reason', async () => {
    const app = await briefing()
    const { personId, briefId } = app
    const name = 'Qarolina Zyxwa'
    await app.get('person.identify', {
      personId,
      identity: { name, otherNames: '', contact: '', documents: '' },
      basis: 'The danger is imminent and the family asked us to keep it.',
    })
    const keys = await shutIn(app, briefId)
    const key = keys.find(one => one.endsWith(':unit')) ?? ''
    const told = `The family of ${name} fears for her life since this morning.`
    await app.get('override.ask', askFor(briefId, [key], { danger: null, reach: null, reason: told }))
    const { leaks } = await app.get('brief.view', { briefId })
    expect(leaks).toContainEqual(expect.objectContaining({ where: 'override' }))
    await thought(app, briefId)
  })
})

describe('a no after something was told by override', () => {
  it('asks the reader to stop using it, though there never was a yes to take back', async () => {
    const app = await relocating()
    await another(app)
    const { get, actionId, caseId, personId } = app
    const { overrideId } = await get('override.ask', askFor(actionId, app.keys))
    await handOver(app, 'other')
    await get('override.answer', { overrideId, grants: true, words: 'There is no time to wait.' })
    await handOver(app, 'author')
    await get('action.record', { actionId, event: { what: 'sent', on: '2026-03-02', note: '' } })
    const [told] = (await get('case.view', { caseId })).disclosures
    expect(told).toMatchObject({ overrideId, consentIds: [] })

    const { purpose, recipient, channel } = (await get('action.view', { actionId })).draft
    const no = row({ purpose, recipient, channel, decision: 'refused' })
    await get('consent.recordTalk', talkWith(personId, {}, [no]))
    expect((await get('case.view', { caseId })).followUps).toMatchObject([
      { disclosureId: told?.id, what: 'ask-to-stop-using' },
    ])
  })
})
