import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { caseKey } from '../../main/db/apartKeys.ts'
import { removeRowsOfCase, rowsOfCase } from '../../main/db/apartMove.ts'
import { apartTables } from '../../main/db/apartTables.ts'
import { forReading, forWriting } from '../../main/db/handles.ts'
import type { PersonId } from '../../shared/model.ts'
import { identity, words } from '../person/support.ts'
import { intake, person, testApp } from '../support.ts'
import { everyRow, joined, limits, officerIdOf, sits, type Loaded, type Who } from './support.ts'

/** A vault of three with one case of one person. The focal point is at the desk. */
async function withOne(): Promise<Loaded & { readonly personId: PersonId }> {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  await joined(app)
  return { ...app, caseId, personId }
}

const namedNow = async (app: Loaded, personId: PersonId | null = null) =>
  (await app.get('access.of', { caseId: app.caseId, personId })).people
    .filter(({ named }) => named)
    .map(({ role }) => role)

async function asks(app: Loaded, who: Who, personId: PersonId | null = null) {
  const officerId = await officerIdOf(app, who)
  const subject = { caseId: app.caseId, personId }
  return app.call('access.ask', { subject, what: 'admit', officerId, words: 'They speak the language' })
}

async function answers(app: Loaded, agree: boolean) {
  const [asked] = await app.get('access.waiting', {})
  return app.call('access.answer', { request: asked?.id ?? app.caseId, agree, words: 'I looked at it' })
}

async function removes(app: Loaded, who: Who, personId: PersonId | null = null) {
  const officerId = await officerIdOf(app, who)
  const subject = { caseId: app.caseId, personId }
  return app.call('access.remove', { subject, officerId, reason: 'They changed their post' })
}

describe('who may read a case', () => {
  it('is decided by a focal point or head of presence, who is one of at least two', async () => {
    const app = await withOne()
    expect(await limits(app, { named: ['HOP-1', 'FR-1'] })).toMatchObject({ code: 'access/name-yourself' })
    expect(await limits(app, { named: ['FP-1'] })).toMatchObject({ code: 'access/two-or-shares' })
    expect(await asks(app, 'FR-1')).toMatchObject({ code: 'access/not-limited' })
    await sits(app, 'FR-1')
    expect(await limits(app, { named: ['FP-1', 'FR-1'] })).toMatchObject({ code: 'access/not-your-duty' })
    await sits(app, 'FP-1')
    expect(await limits(app)).toMatchObject({ ok: true })
    expect(await limits(app)).toMatchObject({ code: 'access/already-limited' })
  })

  it('reads and seals on as before when a decision about another case could not be kept', async () => {
    const app = await withOne()
    const other = await app.get('case.start', {
      intake: intake({ account: 'A quillwort by the door' }),
      fileId: null,
    })
    await limits(app)
    const before = await app.get('case.view', { caseId: app.caseId })
    const db = app.app.desk.vault!.db
    db.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON main.entry BEGIN SELECT RAISE(ABORT, 'full'); END`)
    await expect(limits({ ...app, caseId: other.caseId })).rejects.toThrow(/full/)
    db.exec('DROP TRIGGER full')
    expect(await app.get('case.view', { caseId: app.caseId })).toEqual(before)
    const marked = person({ note: 'A marker for the named' })
    expect(await app.call('person.add', { caseId: app.caseId, person: marked })).toMatchObject({ ok: true })
    expect(everyRow(app).some(({ text }) => text.includes('A marker'))).toBe(false)
    expect(await app.call('case.view', { caseId: other.caseId })).toMatchObject({ ok: true })
    expect(await limits({ ...app, caseId: other.caseId })).toMatchObject({ ok: true })
    expect(everyRow(app).some(({ text }) => text.includes('quillwort'))).toBe(false)
  })

  it('tells whoever opens the vault that the lock in their name was exchanged, and puts theirs back', async () => {
    const app = await withOne()
    const { db } = app.app.desk.vault!
    const keys = () => db.prepare('SELECT role, box_key AS boxKey FROM main.officer ORDER BY role').all()
    const before = keys()
    db.exec(`INSERT INTO entry_moving (one) VALUES (1);
      UPDATE officer SET box_key = (SELECT box_key FROM officer WHERE role = 'FR-1') WHERE role = 'HOP-1';
      DELETE FROM entry_moving`)
    expect(keys()).not.toEqual(before)
    await sits(app, 'FR-1')
    expect((await app.get('vault.state', {})).warnings).toEqual([])
    await sits(app, 'HOP-1')
    expect((await app.get('vault.state', {})).warnings).toEqual(['lock-replaced'])
    const again = app.app.desk.vault!.db.prepare(
      'SELECT role, box_key AS boxKey FROM main.officer ORDER BY role',
    )
    expect(again.all()).toEqual(before)
    await sits(app, 'HOP-1')
    expect((await app.get('vault.state', {})).warnings).toEqual([])
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
  })

  it('names somebody more when one asked and another agreed', async () => {
    const app = await withOne()
    await limits(app)
    expect(await asks(app, 'HOP-1')).toMatchObject({ code: 'access/choose-somebody' })
    expect(await asks(app, 'FR-1')).toMatchObject({ ok: true })
    expect(await asks(app, 'FR-1')).toMatchObject({ code: 'access/already-asked' })
    expect(await answers(app, true)).toMatchObject({ code: 'access/needs-another' })
    expect(await namedNow(app)).toEqual(['FP-1', 'HOP-1'])
    await sits(app, 'FR-1')
    expect(await app.get('access.waiting', {})).toEqual([])
    expect((await app.call('case.view', { caseId: app.caseId })).ok).toBe(false)
    await sits(app, 'HOP-1')
    expect(await answers(app, true)).toMatchObject({ ok: true })
    expect(await answers(app, true)).toMatchObject({ code: 'access/answered' })
    await sits(app, 'FR-1')
    expect((await app.get('case.view', { caseId: app.caseId })).persons).toHaveLength(1)
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
  })

  it('lets whoever asked take it back', async () => {
    const app = await withOne()
    await limits(app)
    await asks(app, 'FR-1')
    expect(await answers(app, false)).toMatchObject({ ok: true })
    expect(await app.get('access.waiting', {})).toEqual([])
    expect(await namedNow(app)).toEqual(['FP-1', 'HOP-1'])
  })

  it('is told to one named alone, who agrees to what they asked', async () => {
    const app = await withOne()
    await limits(app)
    await removes(app, 'HOP-1')
    expect(await namedNow(app)).toEqual(['FP-1'])
    expect(await removes(app, 'HOP-1')).toMatchObject({ code: 'access/not-one-of-them' })
    expect(await removes(app, 'FP-1')).toMatchObject({ code: 'access/last-named' })
    await asks(app, 'FR-1')
    expect(await answers(app, true)).toMatchObject({ ok: true })
    expect(await namedNow(app)).toEqual(['FP-1', 'FR-1'])
  })

  it('shuts out whoever is removed with a new key: the old one opens nothing that is written or kept', async () => {
    const app = await withOne()
    await limits(app, { named: ['FP-1', 'HOP-1', 'FR-1'] })
    expect(await removes(app, 'FP-1')).toMatchObject({ code: 'access/not-yourself' })
    const db = forReading(app.app.desk.vault!.db)
    const before = caseKey(db, app.caseId)!.slice()
    await removes(app, 'FR-1')
    expect(caseKey(db, app.caseId)).not.toEqual(before)
    await sits(app, 'FR-1')
    expect(await app.call('case.view', { caseId: app.caseId })).toMatchObject({ code: 'access/not-named' })
    expect(await removes(app, 'HOP-1')).toMatchObject({ code: 'access/not-named' })
    await sits(app, 'HOP-1')
    expect((await app.get('case.view', { caseId: app.caseId })).persons).toHaveLength(1)
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
  })

  it('keeps the last of them in the vault until somebody else is named', async () => {
    const app = await withOne()
    await limits(app)
    await removes(app, 'HOP-1')
    await sits(app, 'HOP-1')
    const leaves = async (who: Who) =>
      app.call('vault.removePerson', { officerId: await officerIdOf(app, who), reason: 'moved on' })
    await app.get('vault.setDuties', {
      officerId: await officerIdOf(app, 'HOP-1'),
      duties: ['head_of_presence', 'records_officer', 'focal_point'],
    })
    expect(await leaves('FP-1')).toMatchObject({ code: 'access/last-named' })
    await sits(app, 'FP-1')
    await asks(app, 'FR-1')
    await answers(app, true)
    await sits(app, 'HOP-1')
    expect(await leaves('FP-1')).toMatchObject({ ok: true })
    expect(await namedNow(app)).toEqual(['FR-1'])
    await sits(app, 'FR-1')
    expect((await app.get('case.view', { caseId: app.caseId })).persons).toHaveLength(1)
  })

  it('is not lost for them when keys from before they came were put back and taken away again', async () => {
    const app = testApp()
    await app.create()
    const keys = join(app.folder, 'keys.vk')
    const before = readFileSync(keys)
    const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
    await joined(app)
    await sits(app, 'HOP-1')
    expect(await limits({ ...app, caseId }, { named: ['HOP-1', 'FR-1'] })).toMatchObject({ ok: true })
    await app.get('vault.lock', {})
    const since = readFileSync(keys)
    writeFileSync(keys, before)
    await sits(app, 'FP-1')
    await app.get('vault.lock', {})
    writeFileSync(keys, since)
    for (const who of ['HOP-1', 'FR-1'] as const) {
      await sits(app, who)
      expect((await app.get('case.view', { caseId })).case.id).toBe(caseId)
    }
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
  })

  it('names nobody for whom nothing can be locked yet', async () => {
    const app = await withOne()
    const db = app.app.desk.vault!.db
    db.exec(`INSERT INTO entry_moving (one) VALUES (1);
             UPDATE officer SET box_key = NULL WHERE role = 'HOP-1'; DELETE FROM entry_moving`)
    expect(await limits(app)).toMatchObject({ code: 'access/cannot-be-named' })
    await sits(app, 'HOP-1')
    await sits(app, 'FP-1')
    expect(await limits(app)).toMatchObject({ ok: true })
    await sits(app, 'HOP-1')
    expect((await app.get('case.view', { caseId: app.caseId })).persons).toHaveLength(1)
  })

  it('is as it was when the disk is full in the middle of limiting', async () => {
    const app = await withOne()
    const db = app.app.desk.vault!.db
    db.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON main.entry BEGIN SELECT RAISE(ABORT, 'full'); END`)
    await limits(app).catch(() => null)
    db.exec('DROP TRIGGER full')
    expect((await app.get('case.view', { caseId: app.caseId })).persons).toHaveLength(1)
    expect(await app.get('access.overview', {})).toEqual({ yours: [], hidden: [] })
    await app.get('person.add', { caseId: app.caseId, person: person() })
    expect(db.prepare('SELECT count(*) FROM sealed_row').pluck().get()).toBe(0)
    await sits(app, 'FR-1')
    expect((await app.get('case.view', { caseId: app.caseId })).persons).toHaveLength(2)
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
  })

  it('takes every row of the case, whatever stands in the schema', async () => {
    const app = await withOne()
    const db = app.app.desk.vault!.db
    const withCase = db
      .prepare(
        `SELECT DISTINCT m.name FROM main.sqlite_schema m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND c.name IN ('case_id', 'person_id', 'brief_id')`,
      )
      .pluck()
      .all() as string[]
    // What says only which case: packages by their hashes, entries by their number, the named themselves, and sealed rows.
    const stays = ['exchange_package', 'entry', 'access_limit', 'sealed_row', 'disposal', 'tombstone']
    // Lines have nothing of a case for named people: test/lines/named.test.ts.
    stays.push('case_line', 'line_stale', 'report_line')
    // Which case a contribution told of, as the log of contributions says it.
    stays.push('contribution_told')
    const known = new Set([...apartTables.map(({ name }) => name), ...stays])
    expect(withCase.filter(name => !known.has(name))).toEqual([])
  })

  it('can be listed and taken away whole, by whoever is at the desk', async () => {
    const app = await withOne()
    await limits(app)
    await sits(app, 'FR-1')
    const db = app.app.desk.vault!.db
    expect(rowsOfCase(forReading(db), app.caseId).map(({ table }) => table)).toContain('person')
    db.transaction(() => removeRowsOfCase(forWriting(db), app.caseId))()
    expect(rowsOfCase(forReading(db), app.caseId)).toEqual([])
  })
})

describe('who may know who somebody is', () => {
  const identified = async () => {
    const app = await withOne()
    await app.get('person.identify', { personId: app.personId, identity, basis: 'To call back today.' })
    await app.get('plan.keepWords', { personId: app.personId, words })
    return app
  }
  const reveals = ({ call, personId }: Awaited<ReturnType<typeof identified>>) =>
    call('person.reveal', { personId, reason: 'To call them back' })

  it('can be limited while the case stays open to all', async () => {
    const app = await identified()
    expect(await limits(app, { personId: app.personId })).toMatchObject({ ok: true })
    expect(await reveals(app)).toMatchObject({ value: identity })
    await sits(app, 'FR-1')
    expect((await app.get('case.view', { caseId: app.caseId })).persons).toHaveLength(1)
    expect(await reveals(app)).toMatchObject({ code: 'access/identity-not-named' })
    const { personId } = app
    expect(await app.call('plan.revealWords', { personId, reason: 'To call them back' })).toMatchObject({
      code: 'access/identity-not-named',
    })
    expect(await app.call('person.identify', { personId, identity, basis: 'Again' })).toMatchObject({
      ok: false,
    })
    await sits(app, 'HOP-1')
    expect(await reveals(app)).toMatchObject({ value: identity })
  })

  it('names somebody more, and removes somebody, as for a case', async () => {
    const app = await identified()
    await limits(app, { personId: app.personId })
    await asks(app, 'FR-1', app.personId)
    await sits(app, 'HOP-1')
    expect(await answers(app, true)).toMatchObject({ ok: true })
    await sits(app, 'FR-1')
    expect(await reveals(app)).toMatchObject({ value: identity })
    expect(await removes(app, 'HOP-1', app.personId)).toMatchObject({ ok: true })
    await sits(app, 'HOP-1')
    expect(await reveals(app)).toMatchObject({ code: 'access/identity-not-named' })
    expect(everyRow(app).some(({ text }) => text.includes(identity.name))).toBe(false)
  })

  it('is open to all again when two agreed', async () => {
    const app = await identified()
    await limits(app, { personId: app.personId })
    const subject = { caseId: app.caseId, personId: app.personId }
    await app.get('access.ask', { subject, what: 'lift', officerId: null, words: 'No longer needed' })
    await sits(app, 'HOP-1')
    await answers(app, true)
    await sits(app, 'FR-1')
    expect(await reveals(app)).toMatchObject({ value: identity })
  })
})

describe('what one person typed', () => {
  it('is never shown to another, and is there again when they come back', async () => {
    const app = await withOne()
    await app.get('vault.keepDraft', { key: 'case:new', value: '"Half a quillwort"' })
    await sits(app, 'HOP-1')
    expect(await app.get('vault.draft', { key: 'case:new' })).toBeNull()
    await app.get('vault.keepDraft', { key: 'case:new', value: '"Another"' })
    expect(everyRow(app).some(({ text }) => text.includes('quillwort'))).toBe(false)
    await sits(app, 'FP-1')
    expect(await app.get('vault.draft', { key: 'case:new' })).toBe('"Half a quillwort"')
    await app.get('vault.dropDraft', { key: 'case:new' })
    await sits(app, 'HOP-1')
    expect(await app.get('vault.draft', { key: 'case:new' })).toBe('"Another"')
  })
})
