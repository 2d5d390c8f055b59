import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from '../../main/db/handles.ts'
import { openDatabase } from '../../main/db/open.ts'
import { toldIn } from '../../main/db/said.ts'
import { schemaOf } from '../../main/db/shape.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import { keysPath } from '../../main/vault/keysFile.ts'
import { openKeys, type Keys } from '../../main/vault/openKeys.ts'
import { databasePath, subkeyOf } from '../../main/vault/openVault.ts'
import { leafOf } from '../../main/vault/rescue/cells.ts'
import { pagesOf } from '../../main/vault/rescue/diagnose.ts'
import { makeRescued } from '../../main/vault/rescue/newVault.ts'
import { passing } from '../../main/vault/rescue/shelf.ts'
import { surveyOf } from '../../main/vault/rescue/survey.ts'
import { Instant } from '../../shared/model.ts'
import type { Rescued } from '../../shared/vault/rescue.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import { fill } from '../bench/fill.ts'

export const pageBytes = 4096

/** The passphrase of every vault here. */
export const passphrase = () => passphraseOf(0)

export const newFolder = () => mkdtempSync(join(tmpdir(), 'vigil-rescue-'))

export const keysOf = (folder: string): Promise<Keys> =>
  openKeys(readFileSync(keysPath(folder)), { passphrase: passphrase(), also: quickKdf })

/** A closed vault with so many cases, each from an e-mail to a brief, some of them changed since. */
export async function filledVault(parent: string, cases: number): Promise<string> {
  const folder = join(parent, 'whole.vigil')
  const desk = newAppDesk({ folder, kdf: quickKdf })
  await desk.get('vault.create', { passphrase: passphrase(), officer: 'FP-1' })
  const filled = await fill(desk, parent, cases)
  await desk.get('vault.lock', {})
  await desk.get('vault.unlock', { passphrase: passphrase() })
  await desk.get('vault.setIdle', { minutes: 7 })
  await desk.get('vault.keepDraft', { key: 'case:new', value: JSON.stringify({ said: filled.length }) })
  await desk.get('vault.lock', {})
  return folder
}

/** Opens the database of a closed vault without anything of the program around it. */
export async function withDatabase<T>(folder: string, work: (db: Connection) => T): Promise<T> {
  const keys = await keysOf(folder)
  const db = openDatabase(databasePath(folder), subkeyOf(keys, 'db'), { create: false })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** What a rescue is held to: not what is made anew of other tables. */
const tablesOf = (db: Connection) =>
  db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name)
    .filter(name => !passing.has(name))

/** A row as text: its values in order. */
const asText = (row: Record<string, unknown>) =>
  JSON.stringify(Object.values(row).map(value => (Buffer.isBuffer(value) ? value.toString('hex') : value)))

/** Every row, by table and number. */
export type Rows = ReadonlyMap<string, ReadonlyMap<number, string>>

export const rowsIn = (db: Connection): Rows =>
  new Map(
    tablesOf(db).map(table => {
      const rows = db.prepare<[], { number: number }>(`SELECT rowid AS number, * FROM "${table}"`).all()
      return [table, new Map(rows.map(({ number, ...row }) => [number, asText(row)]))]
    }),
  )

/** Every state a row with a history ever was in, as the record tells it; by table. */
export function statesIn(db: Connection): ReadonlyMap<string, ReadonlySet<string>> {
  const states = new Map<string, Set<string>>()
  const changes = db
    .prepare<[], { tbl: string; row: string; said: Uint8Array | null }>(
      `SELECT tbl, row, said FROM change ORDER BY id`,
    )
    .all()
  const tables = new Map(tablesOf(db).map(table => [table, columnsOf(db, table)]))
  const now = new Map<string, Map<string, string | null>>()
  const note = (tbl: string, row: string, fields: ReadonlyMap<string, string | null>) => {
    const values = (tables.get(tbl) ?? []).map(({ name, type }) => {
      const value = name === 'id' ? row : (fields.get(name) ?? null)
      return type === 'INTEGER' && value !== null ? Number(value) : value
    })
    states.set(tbl, (states.get(tbl) ?? new Set()).add(JSON.stringify(values)))
  }
  for (const { tbl, row, said } of changes) {
    const key = `${tbl}\n${row}`
    const fields = new Map([
      ...(now.get(key) ?? []),
      ...toldIn(said).map(([col, , value]) => [col, value] as const),
    ])
    now.set(key, fields)
    note(tbl, row, fields)
  }
  return states
}

const columnsOf = (db: Connection, table: string) =>
  db
    .prepare<[string], { name: string; type: string }>(`SELECT name, type FROM pragma_table_info(?)`)
    .all(table)

/** Which pages a row needs: its own, and those it goes on to. */
export type PagesOfRows = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>

export async function pagesOfRows(folder: string): Promise<PagesOfRows> {
  const pages = await pagesOf(folder, await keysOf(folder))
  if (!pages) throw new Error('a whole vault has pages')
  const names = new Set(
    schemaOf(migrations.length)
      .filter(({ type }) => type === 'table')
      .map(({ name }) => name),
  )
  const survey = await surveyOf(pages, { names, breathe: () => Promise.resolve() })
  const found = new Map<string, Map<number, readonly number[]>>()
  for (const leaf of survey.leaves) {
    const table = survey.tableAt.get(survey.topOf(leaf))
    const page = pages.read(leaf)
    if (table === undefined || !page) continue
    const rows = found.get(table) ?? new Map<number, readonly number[]>()
    for (const row of leafOf(page, leaf, number => pages.read(number)).rows) {
      const used = [leaf]
      // A second reading, one row at a time, to see where it goes on.
      const only = leafOf(page, leaf, number => (used.push(number), pages.read(number)))
      rows.set(Number(row.rowid), only.rows.length === 1 ? used : [leaf, ...new Set(used)])
    }
    found.set(table, rows)
  }
  pages.close()
  return found
}

/** A copy of a closed vault with something done to one of its files. */
export function damagedCopy(
  folder: string,
  { to, file = 'case.db', edit }: { to: string; file?: string; edit: (bytes: Buffer) => Uint8Array },
): string {
  cpSync(folder, to, { recursive: true })
  writeFileSync(join(to, file), edit(readFileSync(join(folder, file))))
  return to
}

export async function rescue(from: string, to: string): Promise<Rescued> {
  return makeRescued({
    from,
    to,
    keys: await keysOf(from),
    at: Instant.parse('2027-03-03T12:00:00.000Z'),
    salt: randomBytes(16),
    tell: () => undefined,
    isStopped: () => false,
  })
}
