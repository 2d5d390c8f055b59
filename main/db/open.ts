import { closeSync, openSync, statSync } from 'node:fs'
// oxlint-disable-next-line import/default -- CommonJS: `module.exports` is the class
import Driver from 'better-sqlite3-multiple-ciphers'
import { Refused, type RefusalCode } from '../../shared/refusal.ts'
import { refusalForRead, refusalForWrite, systemCode } from '../file/refusalFor.ts'

/** The one connection to the vault's database. Only `main/db` and the vault hold it unbranded. */
export type Database = Driver.Database

/** Bytes of a page, and so of the smallest database there is. */
export const pageBytes = 4096

/** "VIGL", so that a key that opens some other database does not pass for a vault. */
const applicationId = 0x5649474c

/** What every connection must answer after the opening, in the order it is asked for (ADR 0002). */
const settings: readonly (readonly [name: string, value: string, answer: string | number])[] = [
  ['temp_store', 'MEMORY', 2],
  ['journal_mode', 'TRUNCATE', 'truncate'],
  ['synchronous', 'EXTRA', 3],
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['mmap_size', '0', 0],
  // In KiB: 32 MiB. With SQLite's own 2 MiB a large change writes to the disk, durably, again and again before it is whole.
  ['cache_size', '-32768', -32768],
]

const sqliteRefusals: readonly (readonly [prefix: string, code: RefusalCode])[] = [
  ['SQLITE_NOTADB', 'vault/damaged'],
  ['SQLITE_CORRUPT', 'vault/damaged'],
  ['SQLITE_BUSY', 'vault/in-use'],
  ['SQLITE_FULL', 'file/disk-full'],
  ['SQLITE_READONLY', 'file/cannot-write'],
  ['SQLITE_IOERR_WRITE', 'file/cannot-write'],
  ['SQLITE_IOERR_FSYNC', 'file/cannot-write'],
  ['SQLITE_IOERR_DIR_FSYNC', 'file/cannot-write'],
  ['SQLITE_IOERR_TRUNCATE', 'file/cannot-write'],
  ['SQLITE_IOERR_DELETE', 'file/cannot-write'],
  ['SQLITE_IOERR', 'file/cannot-read'],
  ['SQLITE_CANTOPEN', 'file/cannot-read'],
]

/** The refusal that an error of the database stands for, or `null` when it stands for a fault of the program. */
export function refusalForDatabase(error: unknown): Refused | null {
  if (error instanceof Refused) return error
  const code = systemCode(error)
  const known = sqliteRefusals.find(([prefix]) => code.startsWith(prefix))
  return known ? new Refused(known[1]) : null
}

/** `x'…'` as bytes: no text ever holds the key, and these bytes can be wiped. */
function rawKey(key: Uint8Array): Buffer {
  const digits = Buffer.from('0123456789abcdef')
  const raw = Buffer.alloc(3 + 2 * key.length)
  raw.write("x'")
  key.forEach((byte, i) => {
    raw[2 + 2 * i] = digits[byte >> 4] ?? 0
    raw[3 + 2 * i] = digits[byte & 15] ?? 0
  })
  raw.write("'", raw.length - 1)
  return raw
}

function expectAnswer(db: Database, name: string, answer: string | number): void {
  const given = db.pragma(name, { simple: true })
  if (given !== answer) throw new Error(`PRAGMA ${name} was not accepted`)
}

function unlock(db: Database, key: Uint8Array): void {
  db.pragma(`cipher='sqlcipher'`)
  expectAnswer(db, 'cipher', 'sqlcipher')
  db.pragma('legacy=4')
  expectAnswer(db, 'legacy', '4')
  const raw = rawKey(key)
  db.key(raw)
  raw.fill(0)
}

/** EXCLUSIVE keeps the lock that a first exclusive transaction takes: from here on nobody else can open the file. */
function takeForOneself(db: Database, create: boolean): void {
  db.exec('BEGIN EXCLUSIVE')
  if (create) db.pragma(`application_id = ${applicationId}`)
  db.exec('COMMIT')
  if (db.pragma('application_id', { simple: true }) !== applicationId) throw new Refused('vault/damaged')
}

/** An empty file would open as a new, empty vault: the file must be whole before, or made by us. */
function expectFile(path: string, create: boolean): void {
  if (create) return closeSync(openSync(path, 'wx', 0o600))
  const found = statSync(path)
  if (!found.isFile() || found.size < pageBytes) throw new Refused('vault/damaged')
}

/**
 * A database that ends inside a page lost its end. Asked only once SQLite has rolled back: a power cut may leave a new page
 * half written, and the journal takes that away.
 */
function expectWholePages(path: string): void {
  if (statSync(path).size % pageBytes !== 0) throw new Refused('vault/damaged')
}

function prepared(db: Database, key: Uint8Array, create: boolean): Database {
  unlock(db, key)
  for (const [name, value, answer] of settings) {
    db.pragma(`${name} = ${value}`)
    expectAnswer(db, name, answer)
  }
  takeForOneself(db, create)
  expectWholePages(db.name)
  expectAnswer(db, 'page_size', pageBytes)
  return db
}

/**
 * Opens, or makes, the SQLCipher 4 database at `path` and keeps it for this process alone (ADR 0002).
 *
 * Every setting is read back. While it is open nobody may open and close the same file in this process: on POSIX systems
 * that would drop the lock.
 *
 * @param key 32 bytes, already derived; the caller wipes them.
 * @throws Refused `vault/damaged` (the caller's key is known to be right), `vault/in-use`, `vault/already-there` for
 *   `create`, `file/gone`, `file/cannot-read`, `file/cannot-write`, `file/disk-full`.
 */
export function openDatabase(
  path: string,
  key: Uint8Array,
  { create }: { readonly create: boolean },
): Database {
  if (key.length !== 32) throw new Error('a database key has 32 bytes')
  try {
    expectFile(path, create)
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw new Refused('vault/already-there')
    throw create ? refusalForWrite(error) : refusalForRead(error)
  }
  let db: Database | undefined
  try {
    db = new Driver(path, { fileMustExist: true, timeout: 250 })
    return prepared(db, key, create)
  } catch (error) {
    db?.close()
    const refused = refusalForDatabase(error)
    throw create && refused?.code === 'file/cannot-read'
      ? new Refused('file/cannot-write')
      : (refused ?? error)
  }
}

/**
 * Reads every table and index once; about 5 ms per megabyte.
 *
 * @throws Refused `vault/damaged` when a page was changed or the structure does not hold.
 */
export function checkDatabase(db: Database): void {
  try {
    if (db.pragma('integrity_check(1)', { simple: true }) === 'ok') return
  } catch (error) {
    throw refusalForDatabase(error) ?? error
  }
  throw new Refused('vault/damaged')
}
