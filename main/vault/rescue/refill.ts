import type { Connection } from '../../db/handles.ts'
import { bytesToldIn } from '../../db/said.ts'
import { isSealed } from './sealed.ts'
import { columnsOf, isConstraint, type Shelf } from './shelf.ts'
import { prepared } from './prepared.ts'

/** One field as the record tells it. `now` is text, with one character for every byte. */
interface Told {
  readonly entry: number
  readonly col: string
  readonly now: string | null
  /** Whether nothing stood there before. */
  readonly isFirst: boolean
}

/** One change of a row. */
interface Kept {
  readonly entry: number
  readonly said: Uint8Array | null
  /** Whether something stands for what was sealed or destroyed since: 0 or 1. */
  readonly isGone: number
  /** Whether it was destroyed, as all of a disposed case is: 0 or 1. */
  readonly isDestroyed: number
}

/** What the record gave back of one table. */
export interface Refilled {
  readonly rebuilt: number
  /** Of the rebuilt: rows of which a later change may be missing. */
  readonly perhapsOlder: number
  readonly lost: number
}

/**
 * Entries of which something is missing: those that are not there, and those with fewer changes than they say.
 *
 * @returns numbers, ascending; one past the last entry when nothing says that it was the last.
 */
export function holesIn(db: Connection, head: string | null): readonly number[] {
  const last = prepared<[], { seq: number | null }>(db, `SELECT max(seq) AS seq FROM entry`).get()?.seq ?? 0
  const sql = `SELECT seq FROM entry WHERE changes <> (SELECT count(*) FROM change WHERE entry = seq)`
  const holes = new Set(
    prepared<[], { seq: number }>(db, sql)
      .all()
      .map(({ seq }) => seq),
  )
  const there = new Set(
    prepared<[], { seq: number }>(db, `SELECT seq FROM entry`)
      .all()
      .map(({ seq }) => seq),
  )
  for (let seq = 1; seq <= last; seq += 1) if (!there.has(seq)) holes.add(seq)
  for (const { entry } of prepared<[], { entry: number }>(
    db,
    `SELECT DISTINCT entry FROM change WHERE entry NOT IN (SELECT seq FROM entry)`,
  ).all())
    holes.add(entry)
  const isLast =
    head !== null &&
    prepared(db, `SELECT 1 FROM entry WHERE seq = ? AND lower(hex(hash)) = ?`).get(last, head)
  if (!isLast) holes.add(last + 1)
  return [...holes].toSorted((a, b) => a - b)
}

/** `DELETE` leaves no value in any field. */
function isGone(told: readonly Told[], needed: ReadonlySet<string>): boolean {
  const last = new Map(told.map(change => [change.col, change]))
  return [...needed].some(col => last.get(col)?.now === null)
}

/**
 * The changes of one row up to where the record has its first hole since the row was made; `null` when it was made in one,
 * or the making itself is not told whole.
 */
function certain(
  told: readonly Told[],
  holes: readonly number[],
  needed: ReadonlySet<string>,
): readonly Told[] | null {
  const made = told[0]?.entry ?? 0
  const making = told.filter(({ entry }) => entry === made)
  const isMaking = [...needed].every(col => making.some(change => change.col === col && change.isFirst))
  if (!isMaking || holes.includes(made)) return null
  const end = holes.find(hole => hole > made) ?? Infinity
  return told.filter(({ entry }) => entry < end)
}

const bytesOf = (value: string | null | undefined): Buffer | null =>
  value === null || value === undefined ? null : Buffer.from(value, 'latin1')

const cast = ({ type }: { readonly type: string }) => `CAST(? AS ${type})`

interface Refilling {
  readonly db: Connection
  readonly holes: readonly number[]
}

/** Whether what is no longer there was sealed for named people. Vaults from before that know nothing of it. */
const openIn = (db: Connection) =>
  columnsOf(db, 'change').some(({ name }) => name === 'sealed') ? 'sealed IS NULL' : 'TRUE'

interface Missing {
  readonly id: string
  /** The number of the row written before it that is there; 0 when none is. */
  readonly after: number
}

/** Puts one row back as the record last tells it for certain. */
function putBack(
  { db, holes }: Refilling,
  shelf: Shelf,
  { id, after }: Missing,
): 'rebuilt' | 'older' | 'lost' | 'gone' {
  const sql = `SELECT entry, said, leaf IS NOT NULL AS isGone, leaf IS NOT NULL AND ${openIn(db)} AS isDestroyed
    FROM change WHERE tbl = ? AND row = ? ORDER BY id`
  const kept = prepared<[string, string], Kept>(db, sql).all(shelf.name, id)
  const told = kept.flatMap(({ entry, said }) =>
    bytesToldIn(said).map(([col, old, now]): Told => ({ entry, col, now, isFirst: old === null })),
  )
  const needed = new Set(
    shelf.columns.filter(({ name, notnull }) => notnull === 1 && name !== 'id').map(({ name }) => name),
  )
  if (isGone(told, needed) || kept.every(({ isDestroyed }) => isDestroyed === 1)) return 'gone'
  const known = certain(told, holes, needed)
  if (!known || kept.some(change => change.isGone === 1)) return 'lost'
  const last = new Map(known.map(({ col, now }) => [col, now]))
  const values = shelf.columns.map(({ name }) => (name === 'id' ? Buffer.from(id) : bytesOf(last.get(name))))
  if (!insert(db, shelf, { values, after })) return 'lost'
  const made = kept[0]?.entry ?? 0
  return holes.some(hole => hole > made) ? 'older' : 'rebuilt'
}

/** Right behind the row it was written behind, where that place is free. `false` when it cannot stand. */
function insert(
  db: Connection,
  { name: table, columns }: Shelf,
  { values, after }: { readonly values: readonly (Buffer | null)[]; readonly after: number },
): boolean {
  const isFree = prepared(db, `SELECT 1 FROM "${table}" WHERE rowid = ?`).get(after + 1) === undefined
  const names = ['rowid', ...columns.map(({ name }) => `"${name}"`)].join(', ')
  const places = ['?', ...columns.map(cast)].join(', ')
  try {
    prepared(db, `INSERT INTO "${table}" (${names}) VALUES (${places})`).run(
      isFree ? after + 1 : null,
      ...values,
    )
    return true
  } catch (error) {
    if (isConstraint(error)) return false
    throw error
  }
}

/**
 * Builds every row of one table that the record knows and no page holds, between the rows it was written between. Needs
 * every change to be in its place.
 */
export function refill(refilling: Refilling, shelf: Shelf): Refilled {
  const { db } = refilling
  const inOrder = `SELECT row, min(id) AS first FROM change WHERE tbl = ? GROUP BY row ORDER BY first`
  const known = prepared<[string], { row: string }>(db, inOrder).all(shelf.name)
  const number = prepared<[string], { number: number }>(
    db,
    `SELECT rowid AS number FROM "${shelf.name}" WHERE id = ?`,
  )
  const ends: string[] = []
  let last = 0
  for (const { row } of known) {
    const isThere = number.get(row) !== undefined
    if (!isThere && !isSealed(db, shelf.name, row))
      ends.push(putBack(refilling, shelf, { id: row, after: last }))
    last = number.get(row)?.number ?? last
  }
  const count = (...kinds: readonly string[]) => ends.filter(end => kinds.includes(end)).length
  return { rebuilt: count('rebuilt', 'older'), perhapsOlder: count('older'), lost: count('lost') }
}
