// oxlint-disable-next-line import/default -- CommonJS: `module.exports` is the class
import Driver from 'better-sqlite3-multiple-ciphers'
import { Refused } from '../../shared/refusal.ts'
import type { Connection } from './handles.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

/** One thing of a schema: a table, an index, a trigger. `sql` is `null` for an index SQLite made by itself. */
export interface SchemaItem {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly sql: string | null
}

const readSchema = `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'
  ORDER BY type, name`

const known = new Map<number, readonly SchemaItem[]>()

/** An empty database in memory with the schema of one version. Whoever asked closes it. */
export function emptyOf(version: number): Connection {
  const db = new Driver(':memory:')
  migrate(db, migrations.slice(0, version))
  return db
}

/** Everything the schema of one version consists of, by kind and name. */
export function schemaOf(version: number): readonly SchemaItem[] {
  const before = known.get(version)
  if (before) return before
  const db = emptyOf(version)
  try {
    const items = db.prepare<[], SchemaItem>(readSchema).all()
    known.set(version, items)
    return items
  } finally {
    db.close()
  }
}

/**
 * Makes ready what the next vault is held against: a tenth of a second, which is taken while nobody waits for it.
 */
export const readyShape = (): void => void schemaOf(migrations.length)

const isSame = (one: SchemaItem, other: SchemaItem | undefined): boolean =>
  one.type === other?.type &&
  one.name === other.name &&
  one.tbl_name === other.tbl_name &&
  one.sql === other.sql

/**
 * A vault that was handed over may bring tables, views and triggers of somebody else, which would run as soon as anything
 * is read or written. Only exactly what this program made at the version the vault says is worked with.
 *
 * @throws Refused `vault/foreign`.
 */
export function mustBeOurs(db: Connection): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version < 0) throw new Refused('vault/foreign')
  if (version > migrations.length) return
  const [found, made] = [db.prepare<[], SchemaItem>(readSchema).all(), schemaOf(version)]
  if (found.length !== made.length || !found.every((item, at) => isSame(item, made[at])))
    throw new Refused('vault/foreign')
}
