import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { saltBytes } from '../db/leaf.ts'
import { hashedFields } from './entry.ts'

/*
 * A run of the record as it is checked: what is hashed comes out of the database as a few long strings of bytes and the
 * places of its pieces in them. Row by row it would take longer to bring into the program than to check (ADR 0039).
 */

/** How many entries are read at once, before others get their turn: a few milliseconds. */
export const atOnce = 200

/** What says more is read alone, in bytes, so that a run takes little room. */
const mostAtOnce = 65_536

/** Only what belongs to a case for named people is sealed. Whatever else says so was taken out. */
const isSealed = `(sealed IS NOT NULL AND ifnull(apart, '') IN (SELECT case_id FROM main.access_limit WHERE about = 'case'))`

/** What a piece of a change is; `alone` has none here: its row has to be looked at. */
export const changeKinds = { said: 0, sealed: 1, takenOut: 2, alone: 3 } as const

/** What stands for the reason of an entry; of one that is `unclear` nobody can say what was meant. */
export const reasonKinds = { none: 0, said: 1, sealed: 2, takenOut: 3, unclear: 4 } as const

const sized = (column: string) => `octet_length(${column}) || ':' || ${column}`

const changesSql = `
  SELECT CAST(group_concat(piece, '') AS BLOB) AS bytes,
         '[' || group_concat(entry || ',' || iif(piece IS NULL, ${changeKinds.alone} || ',' || id, kind || ',' || octet_length(piece))) || ']' AS places
    FROM (SELECT id, entry, iif(leaf IS NULL, ${changeKinds.said}, iif(${isSealed}, ${changeKinds.sealed}, ${changeKinds.takenOut})) AS kind,
                 CASE WHEN leaf IS NULL AND tbl <> 'tombstone' AND octet_length(salt) = ${saltBytes}
                       AND octet_length(said) <= ${mostAtOnce}
                      THEN salt || ${sized('tbl')} || ${sized('row')} || said
                      WHEN leaf IS NOT NULL AND said IS NULL THEN leaf END AS piece
            FROM main.change WHERE entry BETWEEN ? AND ? ORDER BY entry, id)`

const entriesSql = `
  SELECT CAST(group_concat(hash || before || changes_hash || fields || reason_bytes, '') AS BLOB) AS bytes,
         '[' || group_concat(seq || ',' || changes || ',' || octet_length(fields) || ',' || kind || ',' || octet_length(reason_bytes)) || ']' AS places
    FROM (SELECT seq, changes, hash, before, changes_hash,
                 ${hashedFields.map(name => `ifnull(${sized(name)}, '-')`).join(' || ')} AS fields,
                 ifnull(reason_leaf, ifnull(reason_salt || reason, x'')) AS reason_bytes,
                 CASE WHEN reason_leaf IS NULL AND reason IS NULL THEN ${reasonKinds.none}
                      WHEN reason_leaf IS NULL AND octet_length(reason_salt) = ${saltBytes} THEN ${reasonKinds.said}
                      WHEN reason IS NOT NULL THEN ${reasonKinds.unclear}
                      ELSE iif(${isSealed}, ${reasonKinds.sealed}, ${reasonKinds.takenOut}) END AS kind
            FROM main.entry WHERE seq BETWEEN ? AND ? ORDER BY seq)`

/** Pieces one after the other, and numbers that say which piece is what and how long it is. */
export interface Pieces {
  readonly bytes: Buffer
  readonly places: readonly number[]
}

function piecesOf(db: ReadDb, sql: string, first: number): Pieces {
  const found = prepare<[number, number], { bytes: Buffer | null; places: string | null }>(db, sql).get(
    first,
    first + atOnce - 1,
  )
  return {
    bytes: found?.bytes ?? Buffer.alloc(0),
    places: JSON.parse(found?.places ?? '[]') as readonly number[],
  }
}

/** Three numbers a change: the entry it is of; its kind; the bytes of its piece, or its id where it is to be read alone. */
export const changesFrom = (db: ReadDb, first: number): Pieces => piecesOf(db, changesSql, first)

/**
 * Five numbers an entry: its own; how many rows it says it wrote; the bytes of its fields, as they are hashed; the kind of its
 * reason; the bytes of that. A piece is the hash, how the one before and that of the leaves begin, the fields, and the salted
 * reason or what stands for it.
 */
export const entriesFrom = (db: ReadDb, first: number): Pieces => piecesOf(db, entriesSql, first)

/** Whether a rescue began the record anew somewhere: what it lost nobody can count. */
export const isRescued = (db: ReadDb): boolean =>
  prepare<[]>(db, `SELECT 1 FROM main.entry WHERE operation = 'rescue.start' LIMIT 1`).get() !== undefined
