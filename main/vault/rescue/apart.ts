import type { Row, Value } from './cells.ts'

/** A row that was read and cannot stand where it belongs; it is kept in the record of the rescue. */
export interface ApartRow {
  readonly table: string
  readonly row: string
  /** JSON. */
  readonly text: string
}

/**
 * Keys, and what was typed and never said: they stand outside the record so that they can be destroyed, and in the record
 * nothing ever is. Whose they were is kept, and no more.
 */
const untold: ReadonlySet<string> = new Set([
  'access_key',
  'brief_package',
  'draft',
  'escrow',
  'identity_key',
  'officer_secret',
  'protection_key',
])

/** What becomes of a row of this table that cannot stand: it is kept in the record of the rescue, or it is lost. */
export const endOf = (table: string): 'apart' | 'lost' => (untold.has(table) ? 'lost' : 'apart')

/** As much of a row as may stand in the record. @param values in the order of its columns */
export const tellable = <T>(table: string, values: readonly T[]): readonly T[] =>
  untold.has(table) ? values.slice(0, 1) : values

/** Rows apart, up to so many characters; what is more is counted only. */
export interface Apart {
  readonly rows: readonly ApartRow[]
  add(row: ApartRow): void
}

const most = 16_000_000

/** Nothing is apart yet. */
export function nothingApart(): Apart {
  const rows: ApartRow[] = []
  let size = 0
  return {
    rows,
    add(row) {
      if (size + row.text.length > most) return
      size += row.text.length
      rows.push(row)
    },
  }
}

function plain(value: Value): unknown {
  if (value.kind === 'null') return null
  if (value.kind === 'integer') return String(value.integer)
  if (value.kind === 'real') return value.real
  return value.kind === 'text' ? value.bytes.toString('utf8') : { hex: value.bytes.toString('hex') }
}

/** A row as text, in the order of its columns. */
export const textOfRow = (table: string, { values }: Row): string =>
  JSON.stringify(tellable(table, values).map(plain))
