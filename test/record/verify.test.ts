import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bytesOf, leafOf, reasonLeaf, type LeafChange } from '../../main/db/leaf.ts'
import { packed, saying, toldIn } from '../../main/db/said.ts'
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

/** The leaf of the reason of an entry, as anybody with the key can compute it. */
const reasonLeafIn = ({ app }: TestApp, seq: number, reason: string) =>
  bytesOf(
    reasonLeaf(
      reason,
      app.desk
        .vault!.db.prepare<[number], { salt: string }>(
          'SELECT lower(hex(reason_salt)) AS salt FROM entry WHERE seq = ?',
        )
        .get(seq)!.salt,
    ),
  )

/** The change of an entry that tells of a column, and its leaf, as anybody with the key can compute it. */
function changeIn(here: TestApp, seq: number, col: string) {
  const changes = here.app.desk
    .vault!.db.prepare<[number], LeafChange & { readonly id: number; readonly salt: string }>(
      'SELECT id, tbl, row, said, lower(hex(salt)) AS salt FROM change WHERE entry = ? ORDER BY id',
    )
    .all(seq)
  const change = changes.find(({ said }) => toldIn(said).some(([name]) => name === col))!
  return { ...change, leaf: bytesOf(leafOf(change, change.salt)) }
}

/** What a change says, with another value for one column; without it when there is none. */
const otherwise = (said: Uint8Array, col: string, value?: string) =>
  packed(
    saying(
      toldIn(said).flatMap(([name, old, now]) =>
        name !== col ? [[name, old, now] as const] : value === undefined ? [] : [[name, old, value] as const],
      ),
    ),
  )

/** Rewrites what entry 2 says of a column. */
function rewrites(here: TestApp, col: string, value?: string): void {
  const { id, said } = changeIn(here, 2, col)
  const put = here.app.desk.vault!.db.prepare('UPDATE change SET said = ? WHERE id = ?')
  put.run(otherwise(said, col, value), id)
}

interface Cell {
  readonly table: string
  readonly column: string
  readonly where: string
}

/** Flips one bit of every byte of a value, one after the other, and puts it back: no check may pass meanwhile. */
async function flips({ app, get }: TestApp, { table, column, where }: Cell): Promise<void> {
  const db = app.desk.vault!.db
  const { value, type } = db
    .prepare<[], { value: Buffer; type: string }>(
      `SELECT CAST(${column} AS BLOB) AS value, typeof(${column}) AS type FROM ${table} WHERE ${where}`,
    )
    .get()!
  const put = db.prepare(`UPDATE ${table} SET ${column} = CAST(? AS ${type}) WHERE ${where}`)
  for (let index = 0; index < value.length; index++) {
    const flipped = Buffer.from(value)
    flipped[index]! ^= 1
    put.run(flipped)
    expect((await get('record.verify', {})).brokenAt).not.toBeNull()
  }
  put.run(value)
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
    ['a removed row', `DELETE FROM change WHERE entry = 2 AND tbl = 'case_file'`, 2],
    ['an added row', `INSERT INTO change (entry, tbl, row, said) VALUES (2, 'x', 'x', x'5b5d')`, 2],
    ['another row', `UPDATE change SET row = 'x' WHERE entry = 2`, 2],
    ['another table', `UPDATE change SET tbl = 'person' WHERE entry = 2 AND tbl = 'case_file'`, 2],
    ['another officer', `UPDATE entry SET actor = 'FP-2' WHERE seq = 2`, 2],
    ['another time', `UPDATE entry SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3`, 3],
    ['another reason', `UPDATE entry SET reason = 'because' WHERE seq = 1`, 1],
    ['an entry cut out', `DELETE FROM entry WHERE seq = 2`, 2],
    ['a change that belongs to no entry', `INSERT INTO change (entry, tbl, row) VALUES (9, 'x', 'x')`, 4],
  ])('shows %s', async (_, sql, brokenAt) => {
    const app = testApp()
    await caseWithPerson(app)
    tamper(app, sql)
    expect((await app.get('record.verify', {})).brokenAt).toBe(brokenAt)
  })

  it.each([
    ['a changed field', 'none'],
    ['a removed field', undefined],
  ])('shows %s', async (_, value) => {
    const app = testApp()
    await caseWithPerson(app)
    tamper(app, '')
    rewrites(app, 'danger', value)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: 2, why: 'changes' })
  })

  it('does not believe what stands beside the leaf of something else', async () => {
    const app = testApp()
    await caseWithPerson(app)
    tamper(app, '')
    const { id, leaf, said } = changeIn(app, 2, 'danger')
    const put = app.app.desk.vault!.db.prepare(`UPDATE change SET said = ?, leaf = ? WHERE id = ?`)
    for (const other of [otherwise(said, 'danger', 'none'), Buffer.from('[]')]) {
      put.run(other, leaf, id)
      expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: 2, why: 'changes' })
    }
    put.run(null, leaf, id)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: 4, why: 'withheld' })
    put.run(said, null, id)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: null })
  })

  it('shows one row as one change, whatever it says, and nothing where nobody can read it any more', async () => {
    const app = testApp()
    await caseWithPerson(app)
    tamper(app, '')
    const { id, row } = changeIn(app, 2, 'danger')
    app.app.desk.vault!.db.prepare(`UPDATE change SET said = x'0100' WHERE id = ?`).run(id)
    const changes = await app.get('record.changes', { seq: 2 })
    expect(changes.filter(change => change.row === row && change.tbl === 'case_file')).toEqual([])
    app.app.desk.vault!.db.prepare(`UPDATE change SET said = NULL WHERE id = ?`).run(id)
    expect(await app.get('record.changes', { seq: 2 })).toContainEqual({
      tbl: 'case_file',
      row,
      col: null,
      old: null,
      new: null,
    })
  })

  it('does not believe a reason that stands beside the leaf of another, nor one that is only taken out', async () => {
    const app = testApp()
    const caseId = await caseWithPerson(app)
    await app.get('case.setUrgent', { caseId, urgent: true, reason: 'he was followed home' })
    tamper(app, '')
    const db = app.app.desk.vault!.db
    const leaf = reasonLeafIn(app, 4, 'he was followed home')
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
    const change = changeIn(app, 2, 'danger')
    const reason = reasonLeafIn(app, 4, 'he was followed home')
    db.exec('BEGIN')
    db.prepare(`UPDATE change SET said = NULL, leaf = ?, apart = ?, sealed = zeroblob(60) WHERE id = ?`).run(
      change.leaf,
      caseId,
      change.id,
    )
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

  it('does not believe a reason or a change into which its salt was moved', async () => {
    const app = testApp()
    const caseId = await caseWithPerson(app)
    await app.get('case.setUrgent', { caseId, urgent: true, reason: 'he was followed home' })
    tamper(app, '')
    const db = app.app.desk.vault!.db
    db.exec(`BEGIN;
      UPDATE entry SET reason = CAST(reason_salt || reason AS TEXT), reason_salt = NULL WHERE seq = 4`)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: 4, why: 'said' })
    db.exec(`ROLLBACK; BEGIN; UPDATE change SET salt = NULL WHERE entry = 2 AND tbl = 'case_file'`)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: 2, why: 'changes' })
    db.exec('ROLLBACK')
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: null })
  })

  it('checks what is too long to be read with others, and misses none of its bytes', async () => {
    const app = testApp()
    await app.create()
    const account = Array.from({ length: 2250 }, (_, at) => hash('sha256', String(at), 'base64')).join('')
    await app.get('case.start', { intake: intake({ account }), fileId: null })
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: null })
    tamper(app, '')
    const db = app.app.desk.vault!.db
    const { id, said } = changeIn(app, 2, 'account')
    expect(said.length).toBeGreaterThan(65_536)
    const long = saying([['account', null, 'x'.repeat(70_000)]])
    const put = db.prepare('UPDATE change SET said = ? WHERE id = ?')
    for (const other of [long, Buffer.concat([said, Buffer.of(0)])]) {
      put.run(other, id)
      expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: 2, why: 'changes' })
    }
    put.run(said, id)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: null })
  })

  it('keeps the changes of all entries in the order in which they were made', async () => {
    const app = testApp()
    const caseId = await caseWithPerson(app)
    await app.get('case.change', { caseId, intake: intake({ danger: 'imminent' }) })
    const kept = app.app.desk
      .vault!.db.prepare<[], { id: number; entry: number }>('SELECT id, entry FROM change ORDER BY id')
      .all()
    expect(kept.map(({ id }) => id)).toEqual(kept.map((_, at) => at + 1))
    expect(kept.map(({ entry }) => entry)).toEqual(kept.map(({ entry }) => entry).toSorted((a, b) => a - b))
  })

  it('notices every single flipped byte of an entry', async () => {
    const app = testApp()
    await caseWithPerson(app)
    tamper(app, '')
    for (const column of ['at', 'actor', 'operation', 'changes_hash', 'before', 'hash'])
      await flips(app, { table: 'entry', column, where: 'seq = 2' })
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
  })

  it('notices every single flipped byte of what an entry changed', async () => {
    const app = testApp()
    await caseWithPerson(app)
    tamper(app, '')
    const { id } = changeIn(app, 2, 'danger')
    for (const column of ['said', 'row', 'salt'])
      await flips(app, { table: 'change', column, where: `id = ${id}` })
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
