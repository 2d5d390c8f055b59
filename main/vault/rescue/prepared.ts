import { forReading, prepare, type Connection } from '../../db/handles.ts'

/** A statement on the database a rescue fills, compiled once. Names in it come from the schema alone. */
export const prepared = <P extends unknown[] = unknown[], R = unknown>(db: Connection, sql: string) =>
  prepare<P, R>(forReading(db), sql)
