import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Told, type ConsentTalk } from '../../shared/consent/talk.ts'
import { isComplete, lacksOf, restsOnIncomplete } from '../../shared/consent/talkRules.ts'
import { consentFor } from '../../shared/gate/consent.ts'
import { answer, asked, line, p1, talk } from '../gate/support.ts'
import { briefDraft, desk, row, talkWith } from './support.ts'

const lacks = (over: Partial<ConsentTalk>) => lacksOf(talk(over)).map(({ what }) => what)
const essential = (over: Partial<ConsentTalk>) =>
  lacksOf(talk(over))
    .filter(lack => lack.essential)
    .map(({ what }) => what)

describe('what a talk lacks', () => {
  it('is nothing when everything was said, understood and read back', () => {
    expect(lacks({})).toEqual([])
  })

  it.each(Told.options)('is noticed when not told: %s', left => {
    const told = Told.options.filter(one => one !== left)
    expect(lacks({ told })).toEqual([left])
    expect(isComplete(talk({ told }))).toBe(!['risks', 'right_to_refuse'].includes(left))
  })

  it.each([{ value: false }, { none: 'unknown' }, { none: 'not-asked' }, { none: 'declined' }] as const)(
    'is the language when it was not surely understood: %o',
    understood => expect(essential({ understood })).toEqual(['language']),
  )

  it('is the ability to decide when it is doubtful or unknown, until a note says why the answer counts', () => {
    for (const capacity of [{ value: 'doubtful' }, { none: 'unknown' }] as const) {
      expect(essential({ capacity })).toEqual(['capacity'])
      expect(essential({ capacity, capacityNote: 'Explained twice, in the same words.' })).toEqual([])
    }
    expect(essential({ capacity: { value: 'supported_decision' } })).toEqual([])
  })

  it('is a safe guardian for a child, unless a decision in the child’s best interests stands in', () => {
    const child = { capacity: { value: 'minor_with_guardian' } } as const
    expect(essential({ ...child, guardianMayHarm: { value: true } })).toEqual(['guardian'])
    expect(essential({ ...child, guardianMayHarm: { none: 'unknown' } })).toEqual(['guardian'])
    expect(essential({ ...child, guardianMayHarm: { value: false } })).toEqual([])
    expect(
      essential({
        ...child,
        guardianMayHarm: { value: true },
        givenBy: { value: 'best_interest_decision' },
      }),
    ).toEqual([])
    expect(essential({ guardianMayHarm: { value: true } })).toEqual([])
  })

  it('is a reason when nothing was written, and closes nothing', () => {
    const spoken = { form: { value: 'oral_witnessed' } } as const
    expect(lacks(spoken)).toEqual(['form'])
    expect(lacks({ ...spoken, whyNotWritten: 'A paper would be dangerous' })).toEqual([])
    expect(essential(spoken)).toEqual([])
  })
})

describe('a yes', () => {
  const poor = talk({ told: [] })

  it('rests on no talk when it was recorded apart from one', () => {
    expect(restsOnIncomplete(answer(), [])).toBe(false)
  })

  it('opens nothing when its talk left out something essential, or cannot be shown', () => {
    for (const talks of [[poor], []]) {
      const result = consentFor(line(), p1, asked([answer({ talkId: poor.id })], { talks }))
      expect(result).toMatchObject({ ok: false, finding: { reason: 'talk-incomplete', place: 'consent' } })
    }
  })

  it('opens what it covers exactly when its talk is complete', () => {
    const any = fc.record({
      understood: fc.constantFrom({ value: true }, { value: false }),
      told: fc.subarray([...Told.options]),
      capacityNote: fc.constantFrom('', 'a note'),
      capacity: fc.constantFrom(
        { value: 'adult' as const },
        { value: 'doubtful' as const },
        { none: 'unknown' as const },
      ),
    })
    fc.assert(
      fc.property(any, over => {
        const held = talk(over)
        const result = consentFor(line(), p1, asked([answer({ talkId: held.id })], { talks: [held] }))
        expect(result.ok).toBe(isComplete(held))
      }),
    )
  })

  it('is made good by another talk about the same question', () => {
    const good = talk()
    const log = [answer({ talkId: poor.id }), answer({ talkId: good.id })]
    expect(consentFor(line(), p1, asked(log, { talks: [poor, good] })).ok).toBe(true)
  })
})

describe('recording a talk', () => {
  it('records every answer given in it, with what the talk says of all of them', async () => {
    const { get, caseId, personId } = await desk()
    const rows = [
      row({ reviewWhen: ['trial'] }),
      row({ identityLevel: 'full_name', decision: 'refused' }),
      row({ purpose: 'statistics_only', decision: 'not_asked' }),
    ]
    const { talkId, consentIds } = await get('consent.recordTalk', talkWith(personId, {}, rows))
    const view = await get('case.view', { caseId })
    expect(view.talks).toHaveLength(1)
    expect(view.consents.map(({ id }) => id)).toEqual(consentIds)
    expect(view.consents).toMatchObject([
      { talkId, decidedOn: '2026-03-01', risksExplained: { value: true }, reviewWhen: ['trial'] },
      { talkId, decision: 'refused', form: { value: 'oral_witnessed' } },
      { talkId, decision: 'not_asked', form: { none: 'not-asked' }, givenBy: { none: 'not-asked' } },
    ])
  })

  it('records nothing when one of its answers cannot be recorded', async () => {
    const { get, call, caseId, personId } = await desk()
    const reply = await call(
      'consent.recordTalk',
      talkWith(personId, {}, [row(), row({ purpose: 'statistics_only', decision: 'withdrawn' })]),
    )
    expect(reply).toMatchObject({ ok: false, code: 'consent/nothing-to-withdraw' })
    const view = await get('case.view', { caseId })
    expect([view.talks, view.consents]).toEqual([[], []])
  })

  it('refuses a talk of tomorrow and one without an answer', async () => {
    const { call, personId } = await desk()
    const tomorrow = talkWith(personId, { heldOn: '2026-03-03' as never })
    expect(await call('consent.recordTalk', tomorrow)).toMatchObject({ code: 'consent/decided-in-future' })
    const empty = await call('consent.recordTalk', talkWith(personId, {}, []))
    expect(empty).toMatchObject({ code: 'invalid-input', field: 'rows' })
  })

  it('shows a yes that rests on too little as neither given nor done, and says what to do', async () => {
    const { get, caseId, personId } = await desk()
    await get('consent.recordTalk', talkWith(personId, { told: [] }))
    const view = await get('case.view', { caseId })
    expect(view.tracks.consent).toBe('sought')
    expect(view.next.map(({ step }) => step)).toContain('complete-talk')
  })

  it('keeps a brief shut that rests on too little, until the talk is held again', async () => {
    const { get, caseId, personId } = await desk()
    const { briefId } = await get('brief.start', { caseId, draft: briefDraft() })
    const said = async () => {
      const { gate } = await get('brief.view', { briefId })
      return gate.lines.filter(({ verdict }) => verdict === 'said').length
    }
    await get('consent.recordTalk', talkWith(personId, { understood: { value: false } }))
    expect(await said()).toBe(0)
    const { gate } = await get('brief.view', { briefId })
    expect(gate.lines.flatMap(({ findings }) => findings.map(({ reason }) => reason))).toContain(
      'talk-incomplete',
    )
    await get('consent.recordTalk', talkWith(personId))
    expect(await said()).toBeGreaterThan(0)
  })
})
