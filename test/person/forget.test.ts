import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forgetFindings, mayAnswerForget } from '../../shared/person/forget.ts'
import { Duty } from '../../shared/vault/model.ts'
import { openApart } from '../../main/vault/ownKey.ts'
import { addSecond, answer, ask, conditions, identified, keys, lastAsked, oneKnown, sit } from './support.ts'

const both = { identities: 1, words: 1 }
const neither = { identities: 0, words: 0 }
const stepsOf = async (app: Awaited<ReturnType<typeof identified>>) =>
  (await app.get('case.view', { caseId: app.caseId })).forgettings

describe('destroying an identity takes two', () => {
  it('destroys nothing when it is asked for', async () => {
    const app = await identified()
    await addSecond(app, ['head_of_presence'])
    expect(await ask(app)).toMatchObject({ ok: true })
    expect(keys(app)).toEqual(both)
  })

  it('does not let whoever asked agree, and waits for somebody else', async () => {
    const app = await identified()
    await addSecond(app, ['head_of_presence'])
    await ask(app)
    expect(await answer(app, true)).toMatchObject({ code: 'person/forget-needs-another' })
    expect(await app.get('person.forgetsWaiting', {})).toEqual([])
    expect(keys(app)).toEqual(both)
    await sit(app, 'HOP-1')
    expect(await app.get('person.forgetsWaiting', {})).toMatchObject([
      { personId: app.personId, label: 'P1', by: 'FP-1', words: 'the person asked us to' },
    ])
  })

  it('destroys the identity and the sealed words together when another person agrees', async () => {
    const app = await identified()
    await addSecond(app, ['head_of_presence'])
    await ask(app)
    await sit(app, 'HOP-1')
    expect(await answer(app, true)).toMatchObject({ ok: true })
    expect(keys(app)).toEqual(neither)
    expect(await stepsOf(app)).toMatchObject([
      { kind: 'asked', by: 'FP-1', destroyed: [] },
      { kind: 'agreed', by: 'HOP-1', destroyed: ['identity', 'words'], sole: false },
    ])
    expect(await app.get('person.forgetsWaiting', {})).toEqual([])
    const { personId } = app
    expect(await app.call('plan.revealWords', { personId, reason: 'to be sure' })).toMatchObject({
      code: 'plan/no-words',
    })
    expect((await app.get('case.view', { caseId: app.caseId })).persons[0]).toMatchObject({
      label: 'P1',
      hasIdentity: false,
    })
  })

  it('leaves sealed bytes that nothing in the vault opens any more', async () => {
    const app = await identified()
    const { personId } = app
    const db = app.app.desk.vault!.db
    const vaultKey = app.app.desk.vault!.subkey('identity')
    const sealed = (from: string) =>
      (db.prepare(`SELECT sealed FROM ${from}`).get() as { sealed: string }).sealed
    const tables = db
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .all()
    const blobs = () =>
      tables
        .flatMap(({ name }) => db.prepare(`SELECT * FROM "${name}"`).raw().all() as unknown[][])
        .flat()
        .filter(value => Buffer.isBuffer(value))
    const opens = (from: string, bound: string) =>
      blobs().some(wrapped => {
        try {
          return openApart({ sealed: sealed(from), wrapped }, { bound, vaultKey }) !== null
        } catch {
          return false
        }
      })
    expect(opens('identity', personId)).toBe(true)
    expect(opens('protection_words', `words:${personId}`)).toBe(true)
    await ask(app)
    await answer(app, true)
    expect(opens('identity', personId)).toBe(false)
    expect(opens('protection_words', `words:${personId}`)).toBe(false)
  })

  it('destroys what was typed of the identity and not yet recorded', async () => {
    const app = await identified()
    const { personId } = app
    const drafts = [`identity:${personId}`, `plan:words:${personId}`]
    for (const key of drafts) await app.get('vault.keepDraft', { key, value: '"Zyxw"' })
    await ask(app)
    await answer(app, true)
    for (const key of drafts) expect(await app.get('vault.draft', { key })).toBeNull()
    expect((await stepsOf(app)).at(-1)?.destroyed).toEqual(['identity', 'words', 'drafts'])
  })

  it('keeps everything when another person says no, and can be asked for again', async () => {
    const app = await identified()
    await addSecond(app, ['focal_point'])
    await ask(app)
    await sit(app, 'HOP-1')
    expect(await answer(app, false)).toMatchObject({ ok: true })
    expect(keys(app)).toEqual(both)
    expect(await answer(app, true)).toMatchObject({ code: 'person/forget-answered' })
    await sit(app, 'FP-1')
    expect(await ask(app)).toMatchObject({ ok: true })
  })

  it('lets whoever asked take it back', async () => {
    const app = await identified()
    await addSecond(app, ['head_of_presence'])
    await ask(app)
    expect(await answer(app, false)).toMatchObject({ ok: true })
    await sit(app, 'HOP-1')
    expect(await answer(app, true)).toMatchObject({ code: 'person/forget-answered' })
    expect(keys(app)).toEqual(both)
  })

  it('is not for a first respondent to agree to', async () => {
    const app = await identified()
    await addSecond(app, ['first_respondent'])
    await ask(app)
    await sit(app, 'HOP-1')
    expect(await app.get('person.forgetsWaiting', {})).toEqual([])
    expect(await answer(app, true)).toMatchObject({ code: 'person/forget-not-your-duty' })
    expect(await answer(app, false)).toMatchObject({ code: 'person/forget-not-your-duty' })
  })

  it('lets a sole officer do both, and says so for ever', async () => {
    const app = await identified()
    await ask(app)
    expect(await app.get('person.forgetsWaiting', {})).toMatchObject([{ label: 'P1', by: 'FP-1' }])
    expect(await answer(app, true)).toMatchObject({ ok: true })
    expect(keys(app)).toEqual(neither)
    await addSecond(app, ['head_of_presence'])
    expect(await stepsOf(app)).toMatchObject([{ sole: false }, { kind: 'agreed', sole: true }])
    expect(() => app.app.desk.vault?.db.prepare(`UPDATE forgetting SET sole = 0`).run()).toThrow(
      'append-only',
    )
  })

  it('keeps the request and the answer in the record, with their reasons', async () => {
    const app = await identified()
    await ask(app)
    await answer(app, true)
    const entries = await app.get('record.list', { caseId: app.caseId, before: null })
    expect(entries.slice(0, 2)).toMatchObject([
      { operation: 'person.answerForget', reason: 'I looked at all of it.' },
      { operation: 'person.askForget', reason: 'the person asked us to' },
    ])
  })

  it('asks for nothing twice, and for nothing that is not there', async () => {
    const app = await identified()
    await ask(app)
    expect(await ask(app)).toMatchObject({ code: 'person/forget-already-asked' })
    expect(await ask(await oneKnown())).toMatchObject({ code: 'person/nothing-to-forget' })
  })

  it('stays shut while a condition is not met, and says which', async () => {
    const app = await identified()
    const held = { noHold: { answer: 'unknown', note: 'nobody asked' } } as const
    expect(await ask(app, held)).toMatchObject({ code: 'person/forget-shut' })
    expect(forgetFindings(conditions(held))).toEqual([
      { condition: 'noHold', reason: 'unknown', place: null },
    ])
    expect(await stepsOf(app)).toEqual([])
  })

  it('opens when telling the person is not safe, and only with the reason', () => {
    const informed = (note: string) => forgetFindings(conditions({ informed: { answer: 'not-safe', note } }))
    expect(informed('The telephone is watched.')).toEqual([])
    expect(informed('')).toEqual([{ condition: 'informed', reason: 'why-not-safe', place: 'protection' }])
  })
})

const said = fc.record({ answer: fc.constantFrom('yes', 'no', 'unknown'), note: fc.constantFrom('', 'why') })

describe('whatever is said and done', () => {
  it('nothing but "yes" to the first three opens the gate', () => {
    fc.assert(
      fc.property(said, said, said, (retentionMet, noHold, notNeeded) => {
        const open = forgetFindings(conditions({ retentionMet, noHold, notNeeded })).length === 0
        expect(open).toBe([retentionMet, noHold, notNeeded].every(({ answer }) => answer === 'yes'))
      }),
    )
  })

  it('nobody agrees to their own asking unless they are alone, and nobody agrees without the duty', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('A', 'B'),
        fc.subarray([...Duty.options]),
        fc.boolean(),
        (role, duties, sole) => {
          const may = mayAnswerForget({ role, duties, sole }, { by: 'A', agree: true }) === null
          const dutiful = duties.includes('focal_point') || duties.includes('head_of_presence')
          expect(may).toBe(role === 'A' ? sole : dutiful)
        },
      ),
    )
  })

  it('no order of asking and answering by one of two persons ever destroys a key', async () => {
    const acts = fc.array(fc.constantFrom('ask', 'agree', 'decline', 'lock'), { maxLength: 7 })
    await fc.assert(
      fc.asyncProperty(acts, fc.subarray([...Duty.options], { minLength: 1 }), async (did, duties) => {
        const app = await identified()
        await addSecond(app, duties)
        const mine = {
          ask: () => ask(app),
          agree: () => answer(app, true),
          decline: () => answer(app, false),
        }
        for (const act of did) await (act === 'lock' ? sit(app, 'FP-1') : mine[act]())
        expect(keys(app)).toEqual(both)
        expect(await lastAsked(app)).toBeTypeOf('string')
      }),
      { numRuns: 12 },
    )
  })
})
