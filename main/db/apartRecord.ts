import { changeBound, reasonBound, sealSaid, tryOpenSaid, type Lock } from './apartKeys.ts'
import { rescuedOfCase } from './apartRescued.ts'
import { apartTable, apartTables } from './apartTables.ts'
import { prepare } from './handles.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { bytesOf, leafOf, reasonLeaf } from './leaf.ts'
import { caseSaidIn } from './said.ts'

/*
 * What the record says of a case, sealed for those the case is for, opened again or taken from one key to another (ADR 0029).
 */

/** A case and the key of those it is for. */
export interface Keyed {
  readonly caseId: string
  readonly key: Uint8Array
}

/** A change as the record has it. Salt and leaf in hex. */
export interface CaseChange {
  /** Below zero while its entry is open. */
  readonly id: number
  readonly entry: number
  readonly tbl: string
  readonly row: string
  readonly said: Uint8Array | null
  readonly salt: string | null
  readonly leaf: string | null
}

const columns = `entry, tbl, row, said, nullif(lower(hex(salt)), '') AS salt, nullif(lower(hex(leaf)), '') AS leaf`

/** Where a change stands: what the open entry changed is apart until that is sealed. */
const standing = ['main.change', 'main.change_open'] as const

/** How its number is read there, which is below zero for the open entry. */
const idIn = (where: (typeof standing)[number]) => (where === 'main.change' ? 'id' : '-id AS id')

/** The table a change stands in, and its number there. */
export const placeOf = (id: number): { readonly where: string; readonly at: number } => ({
  where: standing[id < 0 ? 1 : 0],
  at: Math.abs(id),
})

const recorded = apartTables
  .filter(({ isRecorded }) => isRecorded)
  .map(({ name }) => `'${name}'`)
  .join(', ')

const openSeq = (db: ReadDb): number =>
  prepare<[], { seq: number }>(db, `SELECT seq FROM main.entry_open`).get()?.seq ?? 0

/** What sealed entries changed of a case: those about it, and what other entries wrote to its rows. */
const closedChanges = (db: ReadDb, caseId: string): CaseChange[] =>
  prepare<[{ caseId: string }], CaseChange>(
    db,
    `SELECT id, ${columns} FROM main.change WHERE apart IS NULL AND tbl IN (${recorded}) AND (
       about = @caseId OR (about IS NULL AND entry IN (SELECT seq FROM main.entry WHERE case_id = @caseId)))`,
  ).all({ caseId })

const keyOf = ({ tbl, row }: Pick<CaseChange, 'tbl' | 'row'>) => `${tbl} ${row}`

/** What the open entry changed of a case: it is not said yet what that entry is about. */
function openChanges(db: ReadDb, caseId: string, known: ReadonlySet<string>): CaseChange[] {
  const isOfCase = (change: CaseChange) =>
    known.has(keyOf(change)) ||
    (apartTable(change.tbl)?.caseColumn === 'id' && change.row === caseId) ||
    caseSaidIn(change.said) === caseId
  return prepare<[], CaseChange>(
    db,
    `SELECT -id AS id, ${columns} FROM main.change_open WHERE apart IS NULL AND tbl IN (${recorded})`,
  )
    .all()
    .filter(isOfCase)
}

/** The same where a rescue put it. */
function rescuedChanges(db: ReadDb, caseId: string, rows: readonly string[]): CaseChange[] {
  const ids = rescuedOfCase(db, { caseId, rows })
  if (ids.size === 0) return []
  return prepare<[], CaseChange>(
    db,
    `SELECT id, ${columns} FROM main.change WHERE apart IS NULL AND tbl = 'rescued'`,
  )
    .all()
    .filter(({ id }) => ids.has(id))
}

/** Orders changes as they were made; those of the open entry, whose numbers are below zero, after all others. */
export const asMade = (a: Pick<CaseChange, 'id'>, b: Pick<CaseChange, 'id'>): number =>
  Number(a.id < 0) - Number(b.id < 0) || Math.abs(a.id) - Math.abs(b.id)

/**
 * Everything in the record about rows a case has or had, also where a rescue put it, that everybody of the vault may read, in
 * the order of changing.
 */
export function changesOfCase(db: ReadDb, caseId: string): CaseChange[] {
  const closed = closedChanges(db, caseId)
  const known = new Set([...closed, ...sealedChanges(db, caseId)].map(keyOf))
  const said = [...closed, ...openChanges(db, caseId, known)]
  const rescued = rescuedChanges(
    db,
    caseId,
    said.map(({ row }) => row),
  )
  return [...said, ...rescued].toSorted(asMade)
}

interface EntrySaid {
  readonly seq: number
  readonly reason: string | null
  readonly reasonSalt: string | null
}

const entryOf = (db: ReadDb, seq: number): EntrySaid | undefined =>
  prepare<[number], EntrySaid>(
    db,
    `SELECT seq, reason, nullif(lower(hex(reason_salt)), '') AS reasonSalt FROM main.entry WHERE seq = ?`,
  ).get(seq)

function sealChange(db: WriteDb, { caseId, key }: Keyed, change: CaseChange): void {
  const { id, said, salt, leaf } = change
  if (!salt || !said || leaf !== null) return
  prepare<[Uint8Array, string, Uint8Array, number]>(
    db,
    `UPDATE main.change SET said = NULL, salt = NULL, leaf = ?, apart = ?, sealed = ? WHERE id = ?`,
  ).run(
    bytesOf(leafOf({ ...change, said }, salt)),
    caseId,
    sealSaid({ said, salt }, { key, bound: changeBound(change) }),
    id,
  )
}

function sealReason(db: WriteDb, { caseId, key }: Keyed, seq: number): void {
  const entry = entryOf(db, seq)
  if (!entry?.reasonSalt || entry.reason === null) return
  const said = { said: Buffer.from(entry.reason), salt: entry.reasonSalt }
  prepare<[Uint8Array, string, Uint8Array, number]>(
    db,
    `UPDATE main.entry SET reason = NULL, reason_salt = NULL, reason_leaf = ?, apart = ?, sealed = ? WHERE seq = ?`,
  ).run(
    bytesOf(reasonLeaf(entry.reason, entry.reasonSalt)),
    caseId,
    sealSaid(said, { key, bound: reasonBound(seq) }),
    seq,
  )
}

/** Seals what the record says of a case, as it is written now. Every leaf stays, and the chain holds. Part of `moving`. */
export function sealRecord(db: WriteDb, keyed: Keyed): void {
  const open = openSeq(db)
  const changes = changesOfCase(db, keyed.caseId).filter(({ leaf, entry }) => leaf === null && entry !== open)
  const about = prepare<[string], { seq: number }>(
    db,
    `SELECT seq FROM main.entry WHERE case_id = ? AND reason IS NOT NULL AND apart IS NULL`,
  ).all(keyed.caseId)
  for (const change of changes) sealChange(db, keyed, change)
  for (const { seq } of about) sealReason(db, keyed, seq)
}

interface SealedChange extends Omit<CaseChange, 'said'> {
  readonly sealed: Uint8Array
}

const sealedChanges = (db: ReadDb, caseId: string): SealedChange[] =>
  standing.flatMap(where =>
    prepare<[string], SealedChange>(
      db,
      `SELECT ${idIn(where)}, ${columns}, sealed FROM ${where} WHERE apart = ? ORDER BY ${where.slice(5)}.id`,
    ).all(caseId),
  )

const sealedReasons = (db: ReadDb, caseId: string) =>
  prepare<[string], { seq: number; sealed: Uint8Array }>(
    db,
    `SELECT seq, sealed FROM main.entry WHERE apart = ?`,
  ).all(caseId)

/** Opens again what the record says of a case, but for what somebody altered. Part of `moving`. */
export function openRecord(db: WriteDb, { caseId, key }: Keyed): void {
  for (const change of sealedChanges(db, caseId)) {
    const opened = tryOpenSaid(change.sealed, { key, bound: changeBound(change) })
    if (!opened) continue
    const { said, salt } = opened
    // What a rescue moved keeps the leaf of where it stood.
    const leaf = leafOf({ ...change, said }, salt) === change.leaf ? null : change.leaf
    const { where, at } = placeOf(change.id)
    prepare<[Uint8Array, Uint8Array, Uint8Array | null, number]>(
      db,
      `UPDATE ${where} SET said = ?, salt = ?, leaf = ?, apart = NULL, sealed = NULL WHERE id = ?`,
    ).run(said, bytesOf(salt), leaf === null ? null : bytesOf(leaf), at)
  }
  for (const { seq, sealed } of sealedReasons(db, caseId)) {
    const opened = tryOpenSaid(sealed, { key, bound: reasonBound(seq) })
    if (!opened) continue
    prepare<[string, Uint8Array, number]>(
      db,
      `UPDATE main.entry SET reason = ?, reason_salt = ?, reason_leaf = NULL, apart = NULL, sealed = NULL WHERE seq = ?`,
    ).run(Buffer.from(opened.said).toString('utf8'), bytesOf(opened.salt), seq)
  }
}

/** What the record says of a case goes from one key to another; what somebody altered opens for nobody, and stays. Part of `moving`. */
export function sealRecordAnew(db: WriteDb, { caseId, key }: Keyed, next: Uint8Array): void {
  const again = (sealed: Uint8Array, bound: Lock['bound']) => {
    const said = tryOpenSaid(sealed, { key, bound })
    return said ? sealSaid(said, { key: next, bound }) : sealed
  }
  for (const change of sealedChanges(db, caseId)) {
    const { where, at } = placeOf(change.id)
    prepare<[Uint8Array, number]>(db, `UPDATE ${where} SET sealed = ? WHERE id = ?`).run(
      again(change.sealed, changeBound(change)),
      at,
    )
  }
  for (const { seq, sealed } of sealedReasons(db, caseId))
    prepare<[Uint8Array, number]>(db, `UPDATE main.entry SET sealed = ? WHERE seq = ?`).run(
      again(sealed, reasonBound(seq)),
      seq,
    )
}
