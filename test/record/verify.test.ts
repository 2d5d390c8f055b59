import { describe, expect, it } from 'vitest'
import { leafOf, reasonLeaf, reasonPlace, saltAt, type LeafChange } from '../../main/db/leaf.ts'
import type { CaseId } from '../../shared/model.ts'
import { intake, person, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

async function caseWithPerson({ get, create }: TestApp): Promise<CaseId> {
  await create()
  const { caseId } = await get('case.start', { intake: intake(), fileId: null })
  await get('person.add', { caseId, person: person() })
  return caseId
}

/** What somebody with the key and a database tool could do: the triggers that forbid it taken away first. */
function tamper({ app }: TestApp, sql: string): void {
  const db = app.desk.vault?.db
  for (const table of ['entry', 'change'])
    db?.exec(`DROP TRIGGER ${table}_is_never_changed; DROP TRIGGER ${table}_is_never_removed`)
  db?.exec(sql)
}

/** The leaf of one change of an entry, as anybody with the key can compute it. */
function leafIn({ app }: TestApp, seq: number, col: string) {
  const db = app.desk.vault!.db
  const { salt } = db.prepare('SELECT salt FROM entry WHERE seq = ?').get(seq) as { salt: Uint8Array }
  const changes = db
    .prepare('SELECT id, tbl, row, col, old, new FROM change WHERE entry = ? ORDER BY id')
    .all(seq) as (LeafChange & { id: number })[]
  const at = changes.findIndex(change => change.col === col)
  return { id: changes[at]!.id, leaf: leafOf(changes[at]!, saltAt(salt, at)) }
}

describe('the record', () => {
  it('holds one sealed entry for each command, in order, with who and what', async () => {
    const app = testApp()
    const caseId = await caseWithPerson(app)
    const entries = await app.get('record.list', { caseId: null, before: null })
    expect(entries.map(entry => [entry.seq, entry.operation, entry.actor])).toEqual([
      [3, 'person.add', 'FP-1'],
      [2, 'case.start', 'FP-1'],
      [1, 'vault.create', 'FP-1'],
    ])
    expect(entries[0]?.caseId).toBe(caseId)
    expect(await app.get('record.verify', {})).toMatchObject({ entries: 3, brokenAt: null, why: null })
  })

  it('keeps every changed field with its old and its new value', async () => {
    const app = testApp()
    const caseId = await caseWithPerson(app)
    await app.get('case.change', { caseId, intake: intake({ danger: 'imminent' }) })
    const changes = await app.get('record.changes', { seq: 4 })
    expect(changes).toContainEqual({
      tbl: 'case_file',
      row: caseId,
      col: 'danger',
      old: 'possible',
      new: 'imminent',
    })
  })

  it('writes nothing and makes no entry when a command is refused', async () => {
    const app = testApp()
    const caseId = await caseWithPerson(app)
    const refused = await app.call('case.move', { caseId, to: 'open', reason: 'too early' })
    expect(refused).toEqual({ ok: false, code: 'case/no-such-move' })
    expect(await app.get('record.verify', {})).toMatchObject({ entries: 3, brokenAt: null, why: null })
  })

  it.each([
    ['a changed field', `UPDATE change SET new = 'none' WHERE entry = 2 AND col = 'danger'`, 2],
    ['a removed field', `DELETE FROM change WHERE entry = 2 AND col = 'danger'`, 2],
    ['an added field', `INSERT INTO change (entry, tbl, row, col, new) VALUES (2, 'x', 'x', 'x', 'x')`, 2],
    ['another officer', `UPDATE entry SET actor = 'FP-2' WHERE seq = 2`, 2],
    ['another time', `UPDATE entry SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3`, 3],
    ['another reason', `UPDATE entry SET reason = 'because' WHERE seq = 1`, 1],
    ['an entry cut out', `DELETE FROM entry WHERE seq = 2`, 2],
    [
      'a change that belongs to no entry',
      `INSERT INTO change (entry, tbl, row, col) VALUES (9, 'x', 'x', 'x')`,
      4,
    ],
  ])('shows %s', async (_, sql, brokenAt) => {
    const app = testApp()
    await caseWithPerson(app)
    tamper(app, sql)
    expect((await app.get('record.verify', {})).brokenAt).toBe(brokenAt)
  })

  it('does not believe a value that stands beside the leaf of another', async () => {
    const app = testApp()
    await caseWithPerson(app)
    tamper(app, '')
    const { id, leaf } = leafIn(app, 2, 'danger')
    const db = app.app.desk.vault!.db
    for (const value of ['none', null]) {
      db.prepare(`UPDATE change SET old = NULL, new = ?, leaf = ? WHERE id = ?`).run(value, leaf, id)
      expect(await app.get('record.verify', {})).toMatchObject(
        value === null ? { brokenAt: 4, why: 'withheld' } : { brokenAt: 2, why: 'changes' },
      )
    }
  })

  it('does not believe a reason that stands beside the leaf of another, nor one that is only taken out', async () => {
    const app = testApp()
    const caseId = await caseWithPerson(app)
    await app.get('case.setUrgent', { caseId, urgent: true, reason: 'he was followed home' })
    tamper(app, '')
    const db = app.app.desk.vault!.db
    const { salt } = db.prepare('SELECT salt FROM entry WHERE seq = 4').get() as { salt: Uint8Array }
    const leaf = reasonLeaf('he was followed home', saltAt(salt, reasonPlace))
    const put = db.prepare('UPDATE entry SET reason = ?, reason_leaf = ? WHERE seq = 4')
    put.run('no reason at all', leaf)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: 4, why: 'said' })
    put.run(null, leaf)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: 5, why: 'withheld' })
  })

  it('does not believe that something was sealed for named people in a case that is for everybody', async () => {
    const app = testApp()
    const caseId = await caseWithPerson(app)
    await app.get('case.setUrgent', { caseId, urgent: true, reason: 'he was followed home' })
    tamper(app, '')
    const db = app.app.desk.vault!.db
    const change = leafIn(app, 2, 'danger')
    const { salt } = db.prepare('SELECT salt FROM entry WHERE seq = 4').get() as { salt: Uint8Array }
    const reason = reasonLeaf('he was followed home', saltAt(salt, reasonPlace))
    db.exec('BEGIN')
    db.prepare(
      `UPDATE change SET old = NULL, new = NULL, leaf = ?, apart = ?, sealed = zeroblob(60) WHERE id = ?`,
    ).run(change.leaf, caseId, change.id)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: 5, why: 'withheld' })
    db.prepare(`UPDATE change SET apart = NULL WHERE id = ?`).run(change.id)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: 5, why: 'withheld' })
    db.exec('ROLLBACK')
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: null })
    db.prepare(
      `UPDATE entry SET reason = NULL, reason_leaf = ?, apart = ?, sealed = zeroblob(60) WHERE seq = 4`,
    ).run(reason, caseId)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: 5, why: 'withheld' })
  })

  it('notices every single flipped byte of an entry', async () => {
    const app = testApp()
    await caseWithPerson(app)
    tamper(app, '')
    const db = app.app.desk.vault!.db
    for (const column of ['at', 'actor', 'operation', 'changes_hash', 'before', 'hash']) {
      const { value } = db.prepare(`SELECT ${column} AS value FROM entry WHERE seq = 2`).get() as {
        value: string
      }
      for (let index = 0; index < value.length; index++) {
        const flipped =
          value.slice(0, index) + String.fromCharCode(value.charCodeAt(index) ^ 1) + value.slice(index + 1)
        db.prepare(`UPDATE entry SET ${column} = ? WHERE seq = 2`).run(flipped)
        expect((await app.get('record.verify', {})).brokenAt).not.toBeNull()
      }
      db.prepare(`UPDATE entry SET ${column} = ? WHERE seq = 2`).run(value)
    }
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
  })

  it('cannot be changed or cut by a plain statement', async () => {
    const app = testApp()
    await caseWithPerson(app)
    const db = app.app.desk.vault?.db
    expect(() => db?.exec(`UPDATE entry SET actor = 'x'`)).toThrow(/append-only/)
    expect(() => db?.exec(`DELETE FROM change`)).toThrow(/append-only/)
  })

  it('refuses a write that no command made', async () => {
    const app = testApp()
    await caseWithPerson(app)
    expect(() => app.app.desk.vault?.db.exec(`UPDATE case_file SET danger = 'none'`)).toThrow(/NOT NULL/)
  })
})
