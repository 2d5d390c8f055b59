import type { Row, Value } from './cells.ts'

/** A row that was read and cannot stand where it belongs; it is kept in the record of the rescue. */
export interface ApartRow {
  readonly table: string
  readonly row: string
  /** JSON. */
  readonly text: string
}

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
export const textOfRow = ({ values }: Row): string => JSON.stringify(values.map(plain))
