import type { Connection } from '../../db/handles.ts'
import { prepared } from './prepared.ts'

const hasSealed = (db: Connection) =>
  prepared(db, `SELECT 1 FROM sqlite_schema WHERE name = 'sealed_row'`).get() !== undefined

/** Whether a row belongs to a case for named people: then it is sealed whole, and stands in no other table (ADR 0029). */
export const isSealed = (db: Connection, table: string, row: string): boolean =>
  hasSealed(db) &&
  prepared(db, `SELECT 1 FROM sealed_row WHERE tbl = ? AND row = ?`).get(table, row) !== undefined
