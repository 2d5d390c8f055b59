import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesOfCase } from '../../main/db/apartRecord.ts'
import { forReading } from '../../main/db/handles.ts'
import { toldIn } from '../../main/db/said.ts'
import { tampers } from '../record/support.ts'
import { intake, person, testApp } from '../support.ts'
import { identity, words } from '../person/support.ts'
import { everyRow, joined, limits, load, officerIdOf, sits, withCase, wordsIn } from './support.ts'
import type { Loaded } from './support.ts'

const view = ({ get, caseId }: Loaded) => get('case.view', { caseId })
/** Everything a case says, but for when it last changed. */
const said = async (app: Loaded) => {
  const { case: file, ...rest } = await view(app)
  return { ...rest, case: { ...file, changedAt: null } }
}
const verify = async ({ get }: Loaded) => (await get('record.verify', {})).brokenAt
const whole = (app: Loaded) => ({ caseId: app.caseId, personId: null })

describe('a case for named people', () => {
  it('is the same for them as before, today and whenever they come back', async () => {
    const app = await withCase()
    const before = await said(app)
    expect(await limits(app)).toMatchObject({ ok: true })
    expect(await said(app)).toEqual(before)
    for (const who of ['HOP-1', 'FP-1'] as const) {
      await sits(app, who)
      expect(await said(app)).toEqual(before)
      expect(await verify(app)).toBeNull()
    }
  })

  it('is not there for anybody else, who is told who reads it and nothing more', async () => {
    const app = await withCase()
    const { case: file, persons } = await view(app)
    await limits(app)
    await sits(app, 'FR-1')
    const { caseId } = app
    expect(await app.call('case.view', { caseId })).toEqual({ ok: false, code: 'access/not-named' })
    expect((await app.get('case.list', {})).lines).toEqual([])
    expect(await app.call('person.change', { personId: persons[0]!.id, person: person() })).toMatchObject({
      code: 'person/gone',
    })
    expect(await app.call('person.add', { caseId, person: person() })).toMatchObject({
      code: 'access/not-named',
    })
    expect(await app.get('access.overview', {})).toEqual({ yours: [], hidden: [file.code] })
    const { people, waiting } = await app.get('access.of', whole(app))
    expect(people.filter(({ named }) => named).map(({ role }) => role)).toEqual(['FP-1', 'HOP-1'])
    expect(waiting).toEqual([])
    expect(await verify(app)).toBeNull()
  })

  it('leaves no word of itself in clear in the file, not even in the record', async () => {
    const app = await withCase()
    const { persons } = await view(app)
    await app.get('person.identify', { personId: persons[0]!.id, identity, basis: 'To call back today.' })
    await app.get('plan.keepWords', { personId: persons[0]!.id, words })
    const about = wordsIn(await view(app))
    const told = changesOfCase(forReading(app.app.desk.vault!.db), app.caseId).map(({ said }) => toldIn(said))
    const record = wordsIn(told)
    const all = [...new Set([...about, ...record, 'To call back today.'])]
    expect(all.length).toBeGreaterThan(20)
    const clear = everyRow(app)
    expect(all.filter(one => clear.some(({ text }) => text.includes(one))).length).toBeGreaterThan(15)
    await limits(app)
    await app.get('case.setUrgent', { caseId: app.caseId, urgent: true, reason: 'The quillwort is in bloom' })
    const after = everyRow(app)
    const found = [...all, 'The quillwort is in bloom', 'Somebody inside the ministry'].filter(one =>
      after.some(({ text }) => text.includes(one)),
    )
    expect(found).toEqual([])
    expect(await verify(app)).toBeNull()
  })

  it('keeps its whole history for the named, and shows others neither words nor entries', async () => {
    const app = await withCase()
    const entries = async () =>
      (await app.get('record.list', { caseId: app.caseId, before: null })).map(({ seq, reason }) => ({
        seq,
        reason,
      }))
    const before = await entries()
    const seq = before.at(-1)!.seq
    const changes = await app.get('record.changes', { seq })
    await limits(app)
    expect((await entries()).slice(1)).toEqual(before)
    expect(await app.get('record.changes', { seq })).toEqual(changes)
    await sits(app, 'FR-1')
    expect(await app.call('record.list', { caseId: app.caseId, before: null })).toMatchObject({
      code: 'access/not-named',
    })
    const seen = await app.get('record.list', { caseId: null, before: null })
    expect(seen.some(({ caseId }) => caseId === app.caseId)).toBe(false)
    expect(await app.get('record.changes', { seq })).toEqual([])
  })

  it('stays in use when somebody altered what the record says of it: only that is gone', async () => {
    const app = await withCase()
    await app.get('case.setUrgent', { caseId: app.caseId, urgent: true, reason: 'he was followed home' })
    await limits(app)
    const last = `(SELECT max(id) FROM main.change WHERE apart IS NOT NULL)`
    tampers(app, `UPDATE main.change SET sealed = zeroblob(60) WHERE id = ${last}`)
    tampers(app, `UPDATE main.entry SET sealed = zeroblob(60) WHERE apart IS NOT NULL`)
    const entries = await app.get('record.list', { caseId: app.caseId, before: null })
    expect(entries.some(({ reason }) => reason === 'he was followed home')).toBe(false)
    for (const { seq } of entries) await app.get('record.changes', { seq })
    const officerId = await officerIdOf(app, 'HOP-1')
    const asked = { subject: whole(app), officerId, reason: 'They changed their post' }
    expect(await app.call('access.remove', asked)).toMatchObject({ ok: true })
    expect(await verify(app)).toBeNull()
  })

  it('is worked on as any other, and what is written then is sealed too', async () => {
    const app = await withCase()
    await limits(app)
    const { personId } = await app.get('person.add', {
      caseId: app.caseId,
      person: person({ note: 'A marker nobody else reads' }),
    })
    await app.get('person.change', { personId, person: person({ note: 'A second marker for them' }) })
    expect(everyRow(app).some(({ text }) => text.includes('marker'))).toBe(false)
    await sits(app, 'HOP-1')
    expect((await view(app)).persons.at(-1)).toMatchObject({ id: personId, note: 'A second marker for them' })
    const [entry] = await app.get('record.list', { caseId: app.caseId, before: null })
    expect(await app.get('record.changes', { seq: entry!.seq })).toContainEqual({
      tbl: 'person',
      row: personId,
      col: 'note',
      old: 'A marker nobody else reads',
      new: 'A second marker for them',
    })
    expect(await verify(app)).toBeNull()
  })

  it('is read by everybody again once two of the named agreed, as if nothing had been', async () => {
    const app = await withCase()
    const before = await said(app)
    await limits(app)
    await app.get('access.ask', {
      subject: whole(app),
      what: 'lift',
      officerId: null,
      words: 'The danger is over',
    })
    await sits(app, 'HOP-1')
    const [asked] = await app.get('access.waiting', {})
    expect(asked).toMatchObject({ what: 'lift', by: 'FP-1', isYours: false, mayAgree: true })
    await app.get('access.answer', { request: asked!.id, agree: true, words: 'I think so too' })
    await sits(app, 'FR-1')
    expect(await said(app)).toEqual(before)
    expect(await verify(app)).toBeNull()
    expect(await app.get('access.overview', {})).toEqual({ yours: [], hidden: [] })
  })

  it('keeps words that are neither lost nor mixed up, whatever is limited, written and opened again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('limit', 'lift', 'write', 'other', 'sit'), { minLength: 3, maxLength: 6 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
        async (steps, drawn) => {
          const note = [...drawn]
            .filter(one => one.isWellFormed() && one !== '\0')
            .join('')
            .trim()
          const app = testApp()
          await app.create()
          const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
          const other = await app.get('case.start', { intake: intake(), fileId: null })
          await joined(app)
          const loaded = { ...app, caseId }
          const wrote: string[] = []
          for (const [index, step] of steps.entries()) {
            if (step === 'limit') await limits(loaded)
            if (step === 'lift') await opensAgain(loaded)
            if (step === 'sit') await sits(app, index % 2 === 0 ? 'HOP-1' : 'FP-1')
            if (step === 'other') await app.get('person.add', { caseId: other.caseId, person: person() })
            if (step !== 'write') continue
            await app.get('person.add', { caseId, person: person({ note: `${note}${index}` }) })
            wrote.push(`${note}${index}`)
          }
          expect((await view(loaded)).persons.map(one => one.note)).toEqual(wrote)
          expect(await verify(loaded)).toBeNull()
          await sits(app, 'FR-1')
          const { hidden } = await app.get('access.overview', {})
          expect((await app.call('case.view', { caseId })).ok).toBe(hidden.length === 0)
          expect(await verify(loaded)).toBeNull()
        },
      ),
      { numRuns: 3, examples: [[['limit', 'lift', 'limit', 'write', 'lift', 'limit'], 'again']] },
    )
  }, 120_000)

  it('leaves another case where it is', async () => {
    const app = testApp()
    await app.create()
    const [caseId, other] = [await load(app, 'P14'), await load(app, 'P05')]
    await joined(app)
    const untouched = await app.get('case.view', { caseId: other })
    await limits({ ...app, caseId })
    await sits(app, 'FR-1')
    expect(await app.get('case.view', { caseId: other })).toEqual(untouched)
  })
})

/** Both of the named agree that everybody may read. Nothing happens when everybody may. */
async function opensAgain(app: Loaded): Promise<void> {
  const { since } = await app.get('access.of', whole(app))
  if (since === null) return
  await sits(app, 'FP-1')
  await app.get('access.ask', {
    subject: whole(app),
    what: 'lift',
    officerId: null,
    words: 'No longer needed',
  })
  await sits(app, 'HOP-1')
  const [asked] = await app.get('access.waiting', {})
  await app.get('access.answer', { request: asked!.id, agree: true, words: 'Agreed' })
  await officerIdOf(app, 'FP-1')
}
