import { fstatSync } from 'node:fs'
import { Refused } from '../../shared/refusal.ts'
import type { Database } from '../db/open.ts'
import { lockPageAt, readFully } from './pageTags.ts'
import { pageBytes } from '../db/open.ts'

/** The file of an open database, as it stands between two transactions. */
export interface Pages {
  /** Bytes. Each of the three refuses with `vault/locked` once the vault is closed. */
  size(): number
  /** Fills `into` with the bytes from `at` on. The page SQLite locks on reads as zeros: nothing is ever written there. */
  read(into: Buffer, at: number): void
  /** A number that is another one after every write. */
  changes(): number
}

/** `fd` is the handle the vault holds: opening and closing another would drop the lock (see `openDatabase`). */
export function pagesOf({ db, fd }: { readonly db: Database; readonly fd: number }): Pages {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck()
  const mustBeOpen = () => {
    if (!db.open) throw new Refused('vault/locked')
  }
  return {
    size() {
      mustBeOpen()
      return fstatSync(fd).size
    },
    read(into, at) {
      mustBeOpen()
      if (db.inTransaction) throw new Error('a database is not copied inside a transaction')
      const lockAt = lockPageAt - at
      if (lockAt < 0 || lockAt >= into.length) return readFully(fd, into, at)
      into.fill(0, lockAt, lockAt + pageBytes)
      readFully(fd, into.subarray(0, lockAt), at)
      readFully(fd, into.subarray(lockAt + pageBytes), lockPageAt + pageBytes)
    },
    changes() {
      mustBeOpen()
      return changes.get() ?? 0
    },
  }
}
