import type { Connection } from '../../db/handles.ts'
import { systemCode } from '../../file/refusalFor.ts'
import type { Row, Value } from './cells.ts'
import { prepared } from './prepared.ts'

interface Column {
  readonly name: string
  readonly type: string
  readonly pk: number
  readonly notnull: number
}

/** One table of the new vault, taking rows of the old one as they were. */
export interface Shelf {
  readonly name: string
  readonly columns: readonly Column[]
  /** Whether every change of it stands in the record. */
  readonly hasHistory: boolean
  /** The text its key holds in a row; `null` when it has no such key. */
  idOf(row: Row): string | null
  /** Puts a row in its place. `false` when it cannot stand there. */
  put(row: Row): boolean
}

/** Rows that are there only in the middle of a transaction, and those that are made anew of others (ADR 0037, 0038). */
export const passing: ReadonlySet<string> = new Set([
  'entry_open',
  'change_open',
  'entry_undoing',
  'entry_moving',
  'case_line',
  'due_line',
  'due_tally',
  'line_stale',
  'line_tally',
  'line_time',
  'code_part',
  'code_tally',
  'action_planned',
  'report_window',
  'report_line',
  'report_tally',
  'report_codes',
  'contribution_told',
  'search_item',
  'search_word',
  'search_sound',
  'search_stale',
  'search_begun',
  'search_fts',
  'search_fts_config',
  'search_fts_data',
  'search_fts_docsize',
  'search_fts_idx',
])

const quoted = (name: string) => `"${name}"`

const fitting: Readonly<Record<string, Value['kind']>> = { TEXT: 'text', INTEGER: 'integer', BLOB: 'blob' }

const fits = (value: Value, { type }: Column) => value.kind === 'null' || value.kind === fitting[type]

function bound(value: Value): null | bigint | number | Buffer {
  if (value.kind === 'null') return null
  if (value.kind === 'integer') return value.integer
  return value.kind === 'real' ? value.real : value.bytes
}

/** Text goes in as its bytes: what was cast from bytes once would not survive being decoded. */
const place = ({ type }: Column) => (type === 'TEXT' ? 'CAST(? AS TEXT)' : '?')

/** A constraint that a row does not keep is the row's fault; anything else is not. */
export const isConstraint = (error: unknown): boolean => systemCode(error).startsWith('SQLITE_CONSTRAINT')

/** The columns of a table, in its order. */
export const columnsOf = (db: Connection, table: string): Column[] =>
  prepared<[string], Column>(db, `SELECT name, type, pk, "notnull" FROM pragma_table_info(?)`).all(table)

/** The one column that stands for the number of a row, so that nothing is kept of it in the row itself. */
const numberColumn = (columns: readonly Column[]) =>
  columns.findIndex(
    ({ type, pk }, _, all) => type === 'INTEGER' && pk > 0 && all.filter(one => one.pk > 0).length === 1,
  )

function shelfFor(db: Connection, name: string, hasHistory: boolean): Shelf {
  const columns = columnsOf(db, name)
  const numberAt = numberColumn(columns)
  const keyAt = columns.findIndex(({ type, pk }) => type === 'TEXT' && pk > 0)
  const insert = (count: number) => {
    const used = columns.slice(0, count).filter((_, at) => at !== numberAt)
    const names = ['rowid', ...used.map(column => quoted(column.name))]
    return prepared(
      db,
      `INSERT INTO ${quoted(name)} (${names.join(', ')}) VALUES (${['?', ...used.map(place)].join(', ')})`,
    )
  }
  return {
    name,
    columns,
    hasHistory,
    idOf({ values }) {
      const key = values[keyAt]
      return key?.kind === 'text' ? key.bytes.toString('utf8') : null
    },
    put({ rowid, values }) {
      const isOurs =
        values.length > 0 &&
        values.length <= columns.length &&
        columns.every((column, at) => at === numberAt || fits(values[at] ?? { kind: 'null' }, column))
      if (!isOurs) return false
      try {
        insert(values.length).run(rowid, ...values.filter((_, at) => at !== numberAt).map(bound))
        return true
      } catch (error) {
        if (isConstraint(error)) return false
        throw error
      }
    },
  }
}

/** Every table of an empty vault, ready to be filled. Its triggers must be away meanwhile. */
export function shelvesOf(db: Connection): ReadonlyMap<string, Shelf> {
  const named = (type: string) =>
    prepared<[string], { name: string }>(db, `SELECT name FROM sqlite_schema WHERE type = ?`)
      .all(type)
      .map(({ name }) => name)
  const triggers = new Set(named('trigger'))
  return new Map(
    named('table')
      .filter(name => !passing.has(name) && !name.startsWith('sqlite_'))
      .map(name => [name, shelfFor(db, name, triggers.has(`${name}_insert_is_history`))]),
  )
}
