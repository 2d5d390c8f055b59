import type { Database, Statement } from 'better-sqlite3-multiple-ciphers'

declare const readable: unique symbol
declare const writable: unique symbol

/** A connection that a query may use: reading only. */
export type ReadDb = Pick<Database, 'prepare'> & { readonly [readable]: true }

/** A connection inside the door's transaction. Only commands and the door's own writing ever get one. */
export type WriteDb = ReadDb & { readonly [writable]: true }

/** The connection itself. Stays inside `main/db`, `main/vault`, `main/record` and the door. */
export type Connection = Database

const compiled = new WeakMap<object, Map<string, Statement>>()

/**
 * A compiled statement, compiled once per connection. The SQL is a constant; values are parameters.
 *
 * @typeParam P the parameters. @typeParam R one row.
 */
export function prepare<P extends unknown[] | object, R = unknown>(
  db: ReadDb,
  sql: string,
): Statement<P extends unknown[] ? P : [P], R> {
  const known = compiled.get(db) ?? new Map<string, Statement>()
  compiled.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.set(sql, statement)
  return statement as Statement<P extends unknown[] ? P : [P], R>
}

/** Reading only: what a query handler gets. */
export const forReading = (connection: Connection) => connection as unknown as ReadDb

const gates = new WeakMap<object, () => void>()

/** From now on this is called whenever somebody is about to write with a connection; what it throws keeps them from it. */
export function beforeWriting(connection: Connection, gate: () => void): void {
  gates.set(connection, gate)
}

/**
 * Inside a transaction: what a command handler gets. Asked for only where something will be written.
 *
 * @throws Refused `vault/damaged`, `file/…` when the vault may not be written.
 */
export function forWriting(connection: Connection): WriteDb {
  gates.get(connection)?.()
  return connection as unknown as WriteDb
}
