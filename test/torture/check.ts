import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../../main/db/handles.ts'
import { toldIn } from '../../main/db/said.ts'
import { openIdentity } from '../../main/person/identity.ts'
import { verifyChain } from '../../main/record/verify.ts'
import { forReading } from '../../main/db/handles.ts'
import { PersonId } from '../../shared/model.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import type { AppDesk } from '../bench/desk.ts'
import { quickStateOf, stateOf, tablesOf } from './state.ts'
import type { State } from './state.ts'

/** What must never be said of a brief. */
export const recordedAndGone = 'a brief is recorded as sent and its file is not there'

/** What was found in the folder of a vault. */
export interface Found {
  /** `null` when it does not open, or is not there. */
  readonly state: State | null
  /** Which of the offered passphrases opened it: its number, or `null`. */
  readonly passphrase: number | null
  /** Everything that must never be, in words. Empty: all is well. */
  readonly problems: readonly string[]
  /** Operations of the record, by number. */
  readonly operations: readonly string[]
  /** How often a right passphrase was called wrong. */
  readonly calledWrong: number
  /** How many packages lie in the outbox that no record knows. */
  readonly unrecorded: number
}

const nothing: Found = {
  state: null,
  passphrase: null,
  problems: [],
  operations: [],
  calledWrong: 0,
  unrecorded: 0,
}

export interface CheckAsk {
  readonly folder: string
  /** Where briefs were written to. */
  readonly outbox: string
  /** Numbers of the passphrases that may open it. Exactly one must. */
  readonly passphrases: readonly number[]
  /** Tell its state as a quick worker does. */
  readonly isQuick?: boolean
}

/**
 * Opens a vault as a person would, and holds it to everything a vault promises. It is closed again.
 *
 * @param wasChecked whether a vault of this content was held to it before: then only its files are looked at again.
 *   (Opening itself reads every page and index.)
 */
export async function checkVault(
  asked: CheckAsk,
  wasChecked: (digest: string) => boolean = () => false,
): Promise<Found> {
  const opened = await openWithOne(asked)
  if ('problem' in opened) return { ...nothing, ...opened, problems: [opened.problem] }
  const { desk, passphrase } = opened
  const { vault } = desk.app.desk
  if (!vault) throw new Error('an open vault has a connection')
  try {
    const state = asked.isQuick ? quickStateOf(vault.db) : stateOf(vault.db)
    const found = { state, passphrase, calledWrong: 0, unrecorded: unrecorded(vault.db, asked.outbox) }
    if (wasChecked(state.digest))
      return { ...found, problems: briefs(vault.db, asked.outbox), operations: [] }
    const problems = [
      ...structure(vault.db),
      ...record(vault.db),
      ...history(vault.db),
      ...evidence(vault.db),
      ...identities(vault.db, vault.subkey('identity')),
      ...briefs(vault.db, asked.outbox),
      ...(desk.app.desk.officer === null ? ['half done: a vault without an officer'] : []),
    ]
    return { ...found, problems, operations: operationsOf(vault.db) }
  } catch (error) {
    return { ...nothing, passphrase, problems: [`cannot be read: ${String(error)}`] }
  } finally {
    await desk.get('vault.lock', {})
  }
}

type Opened =
  | { readonly desk: AppDesk; readonly passphrase: number }
  | { readonly problem: string; readonly calledWrong: number }

async function openWithOne({ folder, passphrases }: CheckAsk): Promise<Opened> {
  const codes: string[] = []
  const opening: number[] = []
  for (const number of passphrases) {
    const desk = newAppDesk({ folder, kdf: quickKdf })
    const reply = await desk.call('vault.unlock', { passphrase: passphraseOf(number) })
    if (!reply.ok) codes.push(`${reply.code} ${desk.faults.join('; ')}`)
    else opening.push(number)
    if (reply.ok && number === passphrases.at(-1) && opening.length === 1) return { desk, passphrase: number }
    if (reply.ok) await desk.get('vault.lock', {})
  }
  const [passphrase, ...others] = opening
  if (passphrase === undefined) {
    const calledWrong = codes.filter(code => code.startsWith('vault/wrong-passphrase')).length
    return { problem: `does not open: ${codes.join(', ')}`, calledWrong: calledWrong > 0 ? 1 : 0 }
  }
  if (others.length > 0) return { problem: 'two passphrases open it', calledWrong: 0 }
  const desk = newAppDesk({ folder, kdf: quickKdf })
  await desk.get('vault.unlock', { passphrase: passphraseOf(passphrase) })
  return { desk, passphrase }
}

const rowsOf = <R>(db: Connection, sql: string) => db.prepare<[], R>(sql).all()
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function structure(db: Connection): string[] {
  const integrity = db.pragma('integrity_check', { simple: true })
  return [
    ...(integrity === 'ok' ? [] : [`integrity: ${String(integrity)}`]),
    ...((db.pragma('foreign_key_check') as unknown[]).length === 0 ? [] : ['a row refers to nothing']),
  ]
}

function record(db: Connection): string[] {
  const { brokenAt } = verifyChain(forReading(db))
  return [
    ...(brokenAt === null ? [] : [`the record is broken at ${brokenAt}`]),
    ...(rowsOf(db, 'SELECT 1 FROM entry_open').length === 0 ? [] : ['half done: an entry is open']),
  ]
}

const operationsOf = (db: Connection) =>
  rowsOf<{ operation: string }>(db, 'SELECT operation FROM entry ORDER BY seq').map(
    ({ operation }) => operation,
  )

interface Change {
  readonly tbl: string
  readonly row: string
  readonly said: Uint8Array | null
}

/** Every field as the history tells it must be the field as it stands. */
function history(db: Connection): string[] {
  const told = new Map<string, string | null>()
  for (const { tbl, row, said } of rowsOf<Change>(db, 'SELECT tbl, row, said FROM change ORDER BY id'))
    for (const [col, , now] of toldIn(said)) told.set(`${tbl}\n${row}\n${col}`, now)
  const tables = new Set(rowsOf<{ tbl: string }>(db, 'SELECT DISTINCT tbl FROM change').map(({ tbl }) => tbl))
  return [...tables].flatMap(table => differences(db, table, told))
}

function differences(db: Connection, table: string, told: ReadonlyMap<string, string | null>): string[] {
  const columns = rowsOf<{ name: string }>(db, `SELECT name FROM pragma_table_info('${table}')`)
    .map(({ name }) => name)
    .filter(name => name !== 'id')
  const texts = columns.map(name => `CAST("${name}" AS TEXT) AS "${name}"`).join(', ')
  const rows = rowsOf<Record<string, string | null>>(db, `SELECT id, ${texts} FROM "${table}"`)
  const wrong = rows.flatMap(row =>
    columns.filter(name => (told.get(`${table}\n${row['id']}\n${name}`) ?? null) !== row[name]),
  )
  return wrong.length === 0 ? [] : [`the history of ${table} differs in ${wrong.join(', ')}`]
}

/** Every file that was taken in is there, and is what it was. */
function evidence(db: Connection): string[] {
  const sql = `SELECT sha256, bytes FROM attachment LEFT JOIN original USING (id) WHERE left_out IS NULL
    UNION ALL SELECT sha256, bytes FROM source_message LEFT JOIN original USING (id)`
  return rowsOf<{ sha256: string; bytes: Uint8Array | null }>(db, sql).flatMap(row => {
    if (!row.bytes) return ['half done: a message or attachment without its file']
    return sha256(row.bytes) === row.sha256 ? [] : ['a file is not what was taken in']
  })
}

interface IdentityRow {
  readonly id: string
  readonly has: number
  readonly sealed: string | null
  readonly wrapped: Uint8Array | null
}

function identities(db: Connection, vaultKey: Uint8Array): string[] {
  const sql = `SELECT person.id, has_identity AS has, sealed, wrapped FROM person
    LEFT JOIN identity ON identity.id = person.id LEFT JOIN identity_key ON person_id = person.id`
  return rowsOf<IdentityRow>(db, sql).flatMap(({ id, has, sealed, wrapped }) => {
    if ((has === 1) !== (wrapped !== null))
      return ['half done: an identity without its key, or a key without it']
    if (sealed === null || wrapped === null) return []
    openIdentity({ sealed, wrapped }, { personId: PersonId.parse(id), vaultKey })
    return []
  })
}

interface SentRow {
  readonly sha256: string
  readonly disclosed: number
  readonly packages: number
}

/** What is recorded as sent was disclosed once, may be answered, and lies whole where it was written to. */
function briefs(db: Connection, outbox: string): string[] {
  const files = new Set(filesIn(outbox))
  const sql = `SELECT sent ->> 'sha256' AS sha256,
      (SELECT count(*) FROM disclosure WHERE item_id = brief.id AND disclosure.sha256 = sent ->> 'sha256') AS disclosed,
      (SELECT count(*) FROM brief_package WHERE brief_id = brief.id) AS packages
    FROM brief WHERE sent <> 'null'`
  return rowsOf<SentRow>(db, sql).flatMap(row => [
    ...(row.disclosed === 1 ? [] : ['half done: a brief was sent and not disclosed']),
    ...(row.packages === 1 ? [] : ['half done: a brief was sent and cannot be answered']),
    ...(files.has(row.sha256) ? [] : [recordedAndGone]),
  ])
}

/** SHA-256 of every package in a folder. */
function filesIn(outbox: string): string[] {
  if (!existsSync(outbox)) return []
  return readdirSync(outbox)
    .filter(name => name.endsWith('.age'))
    .map(name => sha256(readFileSync(join(outbox, name))))
}

function unrecorded(db: Connection, outbox: string): number {
  if (!tablesOf(db).includes('disclosure')) return filesIn(outbox).length
  const known = new Set(
    rowsOf<{ sha256: string }>(db, 'SELECT sha256 FROM disclosure').map(row => row.sha256),
  )
  return filesIn(outbox).filter(hash => !known.has(hash)).length
}
