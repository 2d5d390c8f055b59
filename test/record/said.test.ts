import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesOfCase } from '../../main/db/apartRecord.ts'
import { forWriting } from '../../main/db/handles.ts'
import {
  bytesToldIn,
  caseSaidIn,
  packed,
  saying,
  sayingBytes,
  toldIn,
  type Told,
} from '../../main/db/said.ts'
import { saidVersion, saidWords } from '../../main/db/saidWords.ts'
import { settle } from '../../main/record/changes.ts'
import { openEntry, sealEntry } from '../../main/record/entry.ts'
import type { CaseId } from '../../shared/model.ts'
import { openWithoutVigil } from '../../main/vault/openWithoutVigil.ts'
import { freshFolder, intake, person, testApp, type TestApp } from '../support.ts'

const value = fc.option(fc.string({ unit: 'grapheme', maxLength: 300 }), { nil: null })
const tells: fc.Arbitrary<Told[]> = fc.array(
  fc.tuple(fc.constantFrom('account', 'state', 'note', 'case_id'), value, value),
  { minLength: 1, maxLength: 12 },
)

describe('what a row of the record says', () => {
  it('is read as it was written, packed or not, in every script', () =>
    fc.assert(
      fc.property(tells, told => {
        expect(toldIn(packed(saying(told)))).toEqual(told)
        expect(toldIn(saying(told))).toEqual(told)
      }),
    ))

  it('keeps every byte of a value that is no text', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const told: Told[] = [['sealed', null, Buffer.from(bytes).toString('latin1')]]
        expect(bytesToldIn(packed(sayingBytes(told)))).toEqual(told)
      }),
    ))

  it('never takes more room than it did, and less when it is long', () =>
    fc.assert(
      fc.property(tells, told => {
        const said = saying(told)
        expect(packed(said).length).toBeLessThanOrEqual(said.length)
        const long = saying([...told, ['account', null, 'They came to the office again. '.repeat(9)]])
        expect(packed(long).length).toBeLessThan(long.length)
      }),
    ))

  it('names the case of its row, never one that somebody wrote of', () => {
    expect(caseSaidIn(saying([['case_id', null, 'a']]))).toBe('a')
    expect(caseSaidIn(saying([['case_id', 'a', null]]))).toBe('a')
    expect(caseSaidIn(saying([['note', null, '["case_id",null,"b"]']]))).toBeNull()
    expect(caseSaidIn(null)).toBeNull()
  })

  it('is nothing where it is not there, or was packed by somebody else', () => {
    for (const said of [
      null,
      Buffer.of(),
      Buffer.of(2, 3),
      Buffer.of(saidVersion, 255),
      Buffer.from('[[1]]'),
    ])
      expect(toldIn(said)).toEqual([])
  })

  it('is packed with words that never change', () => {
    const sum = createHash('sha256').update(saidWords).digest('hex')
    expect([saidVersion, sum]).toEqual([
      1,
      'a0540dea3d6ed6d95a573c0637cab304be24096f5536f408d5c50bf303e7fc1d',
    ])
  })

  it('is one row for each row that was written', async () => {
    const app = testApp()
    await app.create()
    const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
    const { personId } = await app.get('person.add', { caseId, person: person() })
    const { db } = app.app.desk.vault!
    const rows = db.prepare('SELECT tbl, row FROM change WHERE entry = 3 ORDER BY id').all()
    expect(rows).toContainEqual({ tbl: 'person', row: personId })
    expect(rows.length).toBe(new Set(rows.map(row => JSON.stringify(row))).size)
    const [entry] = await app.get('record.list', { caseId: null, before: null })
    expect(entry?.changes).toBe(rows.length)
    const columns = await app.get('record.changes', { seq: 3 })
    expect(columns.filter(({ tbl }) => tbl === 'person').length).toBeGreaterThan(10)
  })

  it('has a case of its own only where its entry is about another', async () => {
    const app = testApp()
    await app.create()
    const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
    await app.get('person.add', { caseId, person: person() })
    const about = app.app.desk.vault!.db.prepare('SELECT about FROM change WHERE about IS NOT NULL').all()
    expect(about).toEqual([])
  })
})

describe('a row that an entry about another case wrote', () => {
  it('is found with its own case and with no other, and the chain holds', async () => {
    const app = testApp()
    await app.create()
    const start = async () => {
      const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
      const { personId } = await app.get('person.add', { caseId, person: person() })
      return { caseId, personId }
    }
    const [first, second] = [await start(), await start()]
    const connection = app.app.desk.vault!.db
    const db = forWriting(connection)
    const seq = connection.transaction(() => {
      const open = openEntry(db)
      connection.exec(`UPDATE person SET note = 'seen'`)
      const said = {
        at: app.app.clock(),
        actor: 'FP-1',
        operation: 'person.change',
        subject: null,
        reason: null,
      }
      sealEntry(db, open, { ...said, caseId: first.caseId, salt: new Uint8Array(16).fill(3) })
      return open
    })()
    const found = (caseId: CaseId) =>
      changesOfCase(db, caseId)
        .filter(({ entry }) => entry === seq)
        .map(({ row }) => row)
    expect(found(first.caseId)).toEqual([first.personId])
    expect(found(second.caseId)).toEqual([second.personId])
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: null })
  })
})

describe('an entry that writes many rows', () => {
  it('has the same hash whether they are settled at the end or as they come, and leaves nothing open', async () => {
    const app = testApp()
    await app.create()
    for (const _ of [1, 2]) {
      const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
      for (const _ of [1, 2]) await app.get('person.add', { caseId, person: person() })
    }
    const connection = app.app.desk.vault!.db
    const db = forWriting(connection)
    const salt = new Uint8Array(16).fill(5)
    const said = {
      at: app.app.clock(),
      actor: 'FP-1',
      operation: 'person.change',
      subject: null,
      reason: null,
    }
    const sealed = (between: (seq: number, leaves: Uint8Array[]) => void) => {
      const seq = openEntry(db)
      const leaves: Uint8Array[] = []
      for (const label of ['P1', 'P2']) {
        connection.exec(`UPDATE person SET note = '${'seen '.repeat(40)}' WHERE label = '${label}'`)
        between(seq, leaves)
      }
      sealEntry(db, seq, { ...said, caseId: null, salt, leaves })
      expect(connection.prepare('SELECT count(*) FROM change_open').pluck().get()).toBe(0)
      return connection.prepare('SELECT hash, changes FROM entry WHERE seq = ?').raw().get(seq)
    }
    connection.exec('BEGIN')
    const atTheEnd = sealed(() => undefined)
    connection.exec('ROLLBACK; BEGIN')
    const asTheyCome = sealed((seq, leaves) => settle(db, { seq, caseId: undefined, salt, leaves }))
    connection.exec('COMMIT')
    expect(asTheyCome).toEqual(atTheEnd)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: null })
  })
})

/** What the shell of SQLCipher writes with `.dump said_words entry change`. */
function dumpOf({ app }: TestApp): string {
  const { db } = app.desk.vault!
  const literal = (value: unknown) =>
    db.prepare<[unknown], { q: string }>('SELECT quote(?) AS q').get(value)!.q
  const tables = ['said_words', 'entry', 'change']
  const made = db
    .prepare<[string], { sql: string }>(
      `SELECT sql FROM sqlite_schema WHERE tbl_name IN (SELECT value FROM json_each(?)) AND sql IS NOT NULL
       ORDER BY type = 'table' DESC`,
    )
    .all(JSON.stringify(tables))
    .map(({ sql }) => sql)
  const rows = tables.flatMap(table =>
    (db.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][]).map(
      row => `INSERT INTO ${table} VALUES(${row.map(literal).join(',')})`,
    ),
  )
  return [...made.slice(0, tables.length), ...rows, ...made.slice(tables.length)].join(';\n')
}

describe('what a row of the record says, read without Vigil', () => {
  it('is unpacked by zlib with the words that stand in the vault', async () => {
    const app = testApp()
    await app.create()
    await app.get('case.start', { intake: intake({ account: 'They came again. '.repeat(20) }), fileId: null })
    const { db } = app.app.desk.vault!
    const { words } = db
      .prepare<[number], { words: string }>('SELECT words FROM said_words WHERE version = ?')
      .get(saidVersion)!
    const { said } = db
      .prepare<[], { said: Buffer }>(`SELECT said FROM change WHERE entry = 2 AND tbl = 'case_file'`)
      .get()!
    expect(said[0]).toBe(saidVersion)
    const json = inflateRawSync(said.subarray(1), { dictionary: Buffer.from(words) })
    expect(JSON.parse(json.toString())).toEqual(toldIn(said))
  })

  it('is printed by the program that lies in the vault', async () => {
    const app = testApp()
    await app.create()
    await app.get('case.start', {
      intake: intake({ account: 'Они пришли снова. '.repeat(20) }),
      fileId: null,
    })
    const folder = freshFolder()
    writeFileSync(join(folder, 'record.sql'), dumpOf(app))
    const program = openWithoutVigil.split(/^-{70,}$/mu)[3]!
    writeFileSync(join(folder, 'said.py'), program)
    const run = spawnSync('python3', ['said.py'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PYTHONUTF8: '1' },
    })
    if (run.error) return console.log('Python is not here: its program was not run')
    expect(run.stderr).toBe('')
    expect(run.stdout).toContain('case.start')
    return expect(run.stdout).toContain('account [null, "Они пришли снова.')
  })
})
