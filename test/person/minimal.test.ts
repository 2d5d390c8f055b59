import * as fc from 'fast-check'
import { everyDue } from '../support.ts'
import { describe, expect, it } from 'vitest'
import { minimalRecord, refusalForIdentity } from '../../shared/case/minimal.ts'
import { isNo } from '../../shared/consent/rules.ts'
import { Day } from '../../shared/model.ts'
import { anyLog, p1, today } from '../gate/support.ts'
import { talkWith } from '../consent/support.ts'
import { addSecond, answer, ask, identified, identity, keep, oneKnown, sit } from './support.ts'

const basis = 'Danger is imminent; only the family can be called.'
type App = Awaited<ReturnType<typeof oneKnown>>
const identify = ({ call, personId }: App, why = '') =>
  call('person.identify', { personId, identity, basis: why })
const viewOf = ({ get, caseId }: App) => get('case.view', { caseId })
const standing = async (app: App) => minimalRecord(await viewOf(app), app.personId)

describe('no more than the minimum without a "yes"', () => {
  it('writes down who somebody is once they agreed to it, and asks for no basis', async () => {
    const app = await oneKnown()
    await app.get('consent.record', keep(app.personId))
    expect(await identify(app)).toMatchObject({ ok: true })
    expect((await viewOf(app)).bases).toEqual([])
  })

  it('takes the "yes" of a representative', async () => {
    const app = await oneKnown()
    await app.get('consent.record', keep(app.personId, { givenBy: { value: 'representative' } }))
    expect(await identify(app)).toMatchObject({ ok: true })
  })

  it('asks for a basis when nobody was asked, and keeps it for ever with who wrote it', async () => {
    const app = await oneKnown()
    expect(await identify(app)).toMatchObject({ code: 'person/basis-missing' })
    expect(await identify(app, basis)).toMatchObject({ ok: true })
    expect((await viewOf(app)).bases).toMatchObject([{ basis, by: 'FP-1', consent: 'not-asked' }])
    const [entry] = await app.get('record.list', { caseId: app.caseId, before: null })
    expect(entry).toMatchObject({ operation: 'person.identify', reason: basis })
    expect(() => app.app.desk.vault?.db.prepare(`DELETE FROM identity_basis`).run()).toThrow('append-only')
  })

  it('lets nobody but the focal point write a basis', async () => {
    const app = await oneKnown()
    await addSecond(app, ['first_respondent', 'head_of_presence'])
    await sit(app, 'HOP-1')
    expect(await identify(app, basis)).toMatchObject({ code: 'person/basis-not-your-duty' })
    await app.get('consent.record', keep(app.personId))
    expect(await identify(app)).toMatchObject({ ok: true })
  })

  it('lets others correct what is kept on a basis that stands', async () => {
    const app = await oneKnown()
    await identify(app, basis)
    await addSecond(app, ['first_respondent'])
    await sit(app, 'HOP-1')
    expect(await identify(app)).toMatchObject({ ok: true })
  })

  it('asks for a basis again after a "no", though there was one before', async () => {
    const app = await oneKnown()
    await identify(app, basis)
    await app.get('consent.record', keep(app.personId, { decision: 'refused' }))
    expect(await standing(app)).toMatchObject({ more: false, consent: 'refused', basis: null })
    expect(await identify(app)).toMatchObject({ code: 'person/basis-missing' })
    expect(await identify(app, basis)).toMatchObject({ ok: true })
    expect(await standing(app)).toMatchObject({ more: true, basis: { consent: 'refused' } })
  })

  it('asks for a basis when the "yes" was taken back, has ended, is not by name, or hangs on a condition', async () => {
    const later = { kind: 'show_me_text_first', after: null, note: '' } as const
    const others = [
      ['not-by-name', { identityLevel: 'role_only' }],
      ['not-by-name', { scope: 'outcome_only' }],
      ['ended', { validUntil: Day.parse('2026-03-01') }],
      ['conditional', { decision: 'given_with_conditions', conditions: [later] }],
    ] as const
    for (const [consent, over] of others) {
      const app = await oneKnown()
      await app.get(
        'consent.record',
        keep(app.personId, { ...over, conditions: [...('conditions' in over ? over.conditions : [])] }),
      )
      expect(await standing(app)).toMatchObject({ more: false, consent })
      expect(await identify(app)).toMatchObject({ code: 'person/basis-missing' })
    }
    const app = await oneKnown()
    await app.get('consent.record', keep(app.personId))
    await app.get('consent.record', keep(app.personId, { decision: 'withdrawn' }))
    expect(await standing(app)).toMatchObject({ more: false, consent: 'withdrawn' })
  })

  it('does not rest on a talk that lacked what nobody can agree without', async () => {
    const app = await oneKnown()
    const { recipient, channel, purpose, identityLevel } = keep(app.personId)
    const row = {
      purpose,
      recipient,
      channel,
      identityLevel,
      scope: 'whole_case',
      facts: [],
      document: '',
      decision: 'given',
      conditions: [],
      validUntil: null,
      reviewOn: null,
      reviewWhen: [],
    } as const
    const bare = { ...row, facts: [], conditions: [], reviewWhen: [] }
    await app.get('consent.recordTalk', talkWith(app.personId, { told: [] }, [bare]))
    expect(await standing(app)).toMatchObject({ more: false, consent: 'talk-incomplete' })
  })

  it('lets the focal point write down why what is kept goes on being kept after a "no"', async () => {
    const app = await oneKnown()
    const { personId } = app
    await app.get('consent.record', keep(personId))
    await identify(app)
    await app.get('consent.record', keep(personId, { decision: 'withdrawn' }))
    await addSecond(app, ['first_respondent'])
    await sit(app, 'HOP-1')
    expect(await app.call('person.writeBasis', { personId, basis })).toMatchObject({
      code: 'person/basis-not-your-duty',
    })
    await sit(app, 'FP-1')
    await app.get('person.writeBasis', { personId, basis })
    expect(await standing(app)).toMatchObject({ more: true, basis: { consent: 'withdrawn', by: 'FP-1' } })
  })

  it('asks for a basis anew after the identity was destroyed', async () => {
    const app = await identified()
    await ask(app)
    await answer(app, true)
    expect(await identify(app)).toMatchObject({ code: 'person/basis-missing' })
  })

  it('counts a basis as the look at what is kept without consent', async () => {
    const app = await oneKnown()
    const due = async () => (await everyDue(app)).some(({ kind }) => kind === 'minimal-review')
    expect(await due()).toBe(true)
    await identify(app, basis)
    expect(await due()).toBe(false)
    expect((await viewOf(app)).marks).toMatchObject([{ what: 'basis-written', note: basis }])
    app.moveTo('2026-03-03T12:00:00.000Z')
    await app.get('consent.record', keep(app.personId, { decision: 'refused' }))
    expect(await due()).toBe(true)
  })
})

describe('whatever a person answered', () => {
  it('a "no" that stands is never read as a "yes", and without one nobody goes without a basis', () => {
    fc.assert(
      fc.property(anyLog, log => {
        const consents = log.map(row => ({ ...row, purpose: 'keep_record' as const, personId: p1 }))
        const kept = minimalRecord({ consents, talks: [], bases: [], forgettings: [], today }, p1)
        expect(kept.more).toBe(kept.consent === 'agreed')
        if (consents.length > 0 && isNo(consents.at(-1)!)) expect(kept.more).toBe(false)
        const refusal = refusalForIdentity(kept, { basis: '', duties: ['focal_point'] })
        expect(refusal).toBe(kept.more ? null : 'person/basis-missing')
      }),
    )
  })
})
