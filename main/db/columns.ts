import { historyOf } from './history.ts'

/** A column of JSON text. */
export const json = (column: string) => `${column} TEXT NOT NULL CHECK (json_valid(${column}))`

/** A column that is 0 or 1. */
export const flag = (column: string) => `${column} INTEGER NOT NULL CHECK (${column} IN (0, 1))`

/** The case a row belongs to. */
export const caseId = 'case_id TEXT NOT NULL REFERENCES case_file (id)'

/**
 * A table of case data with its history: STRICT, keyed by `id`, every other column followed by triggers.
 *
 * @param columns definitions that begin with the column's name, in order, without `id`.
 */
export function kept(table: string, columns: readonly string[]): string {
  const names = columns.map(column => column.split(' ')[0] ?? '')
  return `CREATE TABLE ${table} (\n  id TEXT PRIMARY KEY,\n  ${columns.join(',\n  ')}\n) STRICT;\n${historyOf(table, names)}`
}
