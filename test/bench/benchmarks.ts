import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { hashRaw } from '@node-rs/argon2'
import { cases } from '../../main/case/repository.ts'
import { forReading, forWriting, prepare } from '../../main/db/handles.ts'
import type { ReadDb } from '../../main/db/handles.ts'
import { caseList } from '../../main/views/caseList.ts'
import { caseView } from '../../main/views/caseView.ts'
import { Instant } from '../../shared/model.ts'
import { intakeOf, inDays } from './drafts.ts'
import { newAppDesk, passphraseOf, quickKdf } from './desk.ts'
import type { AppDesk } from './desk.ts'
import { timesOfGate } from './gate.ts'
import { compare, p99, timed } from './measure.ts'
import type { Comparison } from './measure.ts'
import { memory } from './memory.ts'
import { leastKdf } from './office.ts'
import type { Office } from './office.ts'
import { openingAge, sealingAge } from './age.ts'
import { openPlain, queriesOf } from './plain.ts'

/** One thing a person waits for, beside something that does the same without Vigil, or beside a limit. */
export interface Benchmark {
  readonly name: string
  /** What it is compared with. */
  readonly beside: string
  readonly unit: 'ms' | 'MB'
  /** The largest good ratio. */
  readonly goal: number
  /** `null` when what it is compared with is not on this machine. */
  run(office: Office): Promise<Comparison | null>
}

const when = () => ({ now: Instant.parse(new Date().toISOString()), today: inDays(0) })
const at = <T>(values: readonly T[], i: number): T => {
  const value = values[i % values.length]
  if (value === undefined) throw new Error('there are no cases')
  return value
}

/** Opens a closed vault, does something and locks it. Only what comes before the lock is timed. */
async function opened(
  { folder, passphrase }: { readonly folder: string; readonly passphrase: 0 | 1 },
  doThere: (desk: AppDesk) => unknown,
): Promise<number> {
  const desk = newAppDesk({ folder, kdf: quickKdf })
  const took = await timed(async () => {
    await desk.get('vault.unlock', { passphrase: passphraseOf(passphrase) })
    await doThere(desk)
  })
  await desk.get('vault.lock', {})
  return took
}

/** Medians of things that time themselves. */
async function compareTimes(
  { ours, beside }: { readonly ours: () => Promise<number>; readonly beside: () => Promise<number> },
  rounds: number,
): Promise<Comparison> {
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    mine.push(await ours())
    theirs.push(await beside())
  }
  const middle = (values: number[]) => values.slice(1).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  return { ours: middle(mine), beside: middle(theirs) }
}

const argon = () =>
  hashRaw(passphraseOf(0), {
    memoryCost: leastKdf.m,
    timeCost: leastKdf.t,
    parallelism: leastKdf.p,
    salt: Buffer.alloc(16),
    outputLen: 32,
    algorithm: 2,
    version: 1,
  })

/** One page of a list, from an index, as a program without secrets would. */
const pageSql = `SELECT id, code, state, danger, started_at, changed_at,
  (SELECT count(*) FROM person WHERE case_id = case_file.id) AS persons FROM case_file ORDER BY id DESC LIMIT 50`

interface Again {
  readonly sql: string
  readonly takes: number
}

/** The same SQL once more on the plain database, every row fetched. */
function repeat({ plain }: Office, queries: readonly Again[], parameter: string): void {
  for (const { sql, takes } of queries)
    prepare<string[]>(forReading(plain), sql).all(...Array.from({ length: takes }, () => parameter))
}

const withPlaces = (queries: readonly string[]): Again[] =>
  queries.map(sql => ({ sql, takes: sql.split('?').length - 1 }))

const queriesOfCase = ({ plain, filled }: Office) =>
  withPlaces(queriesOf(plain, spy => caseView(spy, { caseId: at(filled, 0).caseId, ...when() })))

const readingOf = ({ db }: Office): ReadDb => forReading(db)

async function openCase(office: Office): Promise<Comparison> {
  const { desk, filled, rounds } = office
  const queries = queriesOfCase(office)
  let [i, j] = [0, 0]
  return compare(
    {
      ours: () => desk.get('case.view', { caseId: at(filled, i++).caseId }),
      beside: () => repeat(office, queries, at(filled, j++).caseId),
    },
    { rounds, times: 100 },
  )
}

/** p99 of so many runs beside a limit in milliseconds. */
async function within(limit: number, times: number, run: (i: number) => unknown): Promise<Comparison> {
  const took: number[] = []
  for (let i = 0; i < times + 20; i++) took.push(await timed(() => run(i)))
  return { ours: p99(took.slice(20)), beside: limit }
}

type Row = Readonly<Record<string, unknown>>

/** The rows that one entry added. */
function rowsOfLastEntry({ db }: Office): { entry: Row; changes: readonly Row[] } {
  const entry = db.prepare<[], Row>('SELECT * FROM entry ORDER BY seq DESC LIMIT 1').get() ?? {}
  const sql = 'SELECT entry, tbl, row, col, old, new FROM change WHERE entry = ?'
  return { entry, changes: db.prepare<[unknown], Row>(sql).all(entry['seq']) }
}

/** The same change written by hand: the row, what changed, one line about it. */
function saveOnPlain(
  { plain, filled }: Office,
  n: number,
  { entry, changes }: ReturnType<typeof rowsOfLastEntry>,
): void {
  const db = forWriting(plain)
  const { caseId } = at(filled, n)
  plain
    .transaction(() => {
      const before = cases.byId(db, caseId)
      if (before) cases.update(db, { ...before, ...intakeOf(n + 7), changedAt: when().now })
      const insert = prepare<Row>(
        db,
        'INSERT INTO change (entry, tbl, row, col, old, new) VALUES (@entry, @tbl, @row, @col, @old, @new)',
      )
      for (const change of changes) insert.run(change)
      prepare<Row>(
        db,
        `INSERT INTO entry (at, actor, operation, case_id, subject, reason, changes, changes_hash, before, hash, salt)
         VALUES (@at, @actor, @operation, @case_id, @subject, @reason, @changes, @changes_hash, @before, @hash || random(), @salt)`,
      ).run(entry)
    })
    .immediate()
}

async function saveChange(office: Office): Promise<Comparison> {
  const { desk, filled, rounds } = office
  let [i, j] = [0, 0]
  const ours = () => desk.get('case.change', { caseId: at(filled, i).caseId, intake: intakeOf(7 + i++) })
  await ours()
  const rows = rowsOfLastEntry(office)
  return compare({ ours, beside: () => saveOnPlain(office, j++, rows) }, { rounds, times: 10 })
}

/** Every byte the chain covers, hashed at one go. */
function hashEverything({ db }: Office): string {
  const hash = createHash('sha256')
  for (const sql of [
    'SELECT tbl, row, col, old, new FROM change ORDER BY id',
    'SELECT * FROM entry ORDER BY seq',
  ])
    for (const row of db.prepare(sql).raw().iterate()) hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

/** The bytes alone, read beforehand. */
function bytesOfRecord({ db }: Office): Buffer {
  const parts = ['SELECT tbl, row, col, old, new FROM change ORDER BY id', 'SELECT * FROM entry ORDER BY seq']
  return Buffer.from(
    parts
      .flatMap(sql =>
        db
          .prepare(sql)
          .raw()
          .all()
          .map(row => JSON.stringify(row)),
      )
      .join(''),
  )
}

const megabytes = (path: string) => statSync(path).size / 1_000_000

/** Everything that is measured, in the order it is told. */
export const benchmarks: readonly Benchmark[] = [
  {
    name: 'unlock, key derivation included',
    beside: 'Argon2id alone, 256 MiB, 3 passes, 4 lanes',
    unit: 'ms',
    goal: 1.15,
    run: ({ strong, rounds }) =>
      compareTimes(
        { ours: () => opened({ folder: strong, passphrase: 0 }, () => null), beside: () => timed(argon) },
        rounds,
      ),
  },
  {
    name: 'unlock to the list, derivation apart',
    beside: 'plain SQLite, opened, one page of 50',
    unit: 'ms',
    goal: 2,
    run: ({ quick, plainPath, rounds }) =>
      compareTimes(
        {
          ours: () => opened({ folder: quick, passphrase: 1 }, desk => desk.get('case.list', {})),
          beside: () =>
            timed(() => {
              const db = openPlain(plainPath)
              db.prepare(pageSql).all()
              db.close()
            }),
        },
        rounds,
      ),
  },
  {
    name: 'open a case',
    beside: 'the same queries on plain SQLite',
    unit: 'ms',
    goal: 2.5,
    run: openCase,
  },
  {
    name: 'open a case, p99',
    beside: 'one frame',
    unit: 'ms',
    goal: 1,
    run: ({ desk, filled }) => within(16, 1000, i => desk.get('case.view', { caseId: at(filled, i).caseId })),
  },
  {
    name: 'list of cases',
    beside: 'the same queries on plain SQLite',
    unit: 'ms',
    goal: 2.5,
    run: office => {
      const queries = withPlaces(queriesOf(office.plain, spy => caseList(spy, when())))
      const ours = () => office.desk.get('case.list', {})
      return compare({ ours, beside: () => repeat(office, queries, '') }, { rounds: office.rounds })
    },
  },
  {
    name: 'list of cases, whole',
    beside: 'plain SQLite, one page of 50',
    unit: 'ms',
    goal: 1.5,
    run: ({ desk, plain, rounds }) =>
      compare(
        {
          ours: () => desk.get('case.list', {}),
          beside: () => prepare<[]>(forReading(plain), pageSql).all(),
        },
        { rounds },
      ),
  },
  {
    name: 'save a change, with entry and history',
    beside: 'plain SQLite, the same rows, the same durability',
    unit: 'ms',
    goal: 2,
    run: saveChange,
  },
  {
    name: 'gate over every line of a case, p99',
    beside: 'limit',
    unit: 'ms',
    goal: 1,
    run: async office => ({ ours: p99(await timesOfGate(readingOf(office), office.filled)), beside: 5 }),
  },
  {
    name: 'look at a brief, p99',
    beside: 'one frame',
    unit: 'ms',
    goal: 1,
    run: ({ desk, filled }) =>
      within(16, 500, i => desk.get('brief.view', { briefId: at(filled, i).briefId })),
  },
  {
    name: 'verify the record',
    beside: 'SHA-256 of the same bytes, in memory',
    unit: 'ms',
    goal: 4,
    run: office => {
      const bytes = bytesOfRecord(office)
      const beside = () => createHash('sha256').update(bytes).digest('hex')
      return compare({ ours: () => office.desk.get('record.verify', {}), beside }, { rounds: office.rounds })
    },
  },
  {
    name: 'verify the record, reading apart',
    beside: 'reading the same rows and one SHA-256 over them',
    unit: 'ms',
    goal: 2,
    run: office =>
      compare(
        { ours: () => office.desk.get('record.verify', {}), beside: () => hashEverything(office) },
        { rounds: office.rounds },
      ),
  },
  { name: 'seal a brief of 1 MB, warm', beside: 'age', unit: 'ms', goal: 3, run: sealingAge },
  { name: 'open a brief of 1 MB, warm', beside: 'age', unit: 'ms', goal: 3, run: openingAge },
  {
    name: 'disk, with history',
    beside: 'plain SQLite of the same rows',
    unit: 'MB',
    goal: 1.35,
    run: ({ quick, plainPath }) =>
      Promise.resolve({ ours: megabytes(join(quick, 'case.db')), beside: megabytes(plainPath) }),
  },
  {
    name: 'memory of the vault process, unlocked and idle',
    beside: 'an empty Node process',
    unit: 'MB',
    goal: 1.5,
    run: memory,
  },
]
