import { createHash } from 'node:crypto'
import type { CaseId } from '../../shared/model.ts'
import type { Tombstone } from '../../shared/retention/model.ts'
import { dropBoxes, limits } from '../access/repository.ts'
import { moving, removeRowsOfCase, rowsOfCase } from '../db/apartMove.ts'
import { asMade, changesOfCase, placeOf, type CaseChange } from '../db/apartRecord.ts'
import { drawn } from '../db/chance.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { bytesOf, leafOf, reasonLeaf, saltBytes, saltOf } from '../db/leaf.ts'
import { forgetRefs } from '../exchange/merge/refs.ts'
import { dropDraftsAbout } from '../vault/repository.ts'

/** What was destroyed, in numbers, and what the record can still prove of it. */
export type Destroyed = Pick<Tombstone, 'rows' | 'changes' | 'reasons' | 'files' | 'digest'>

interface Told {
  readonly seq: number
  readonly reason: string | null
  readonly reasonSalt: string | null
  readonly reasonLeaf: string | null
}

function changeById(db: ReadDb, id: number): CaseChange | undefined {
  const { where, at } = placeOf(id)
  return prepare<[number], CaseChange>(
    db,
    `SELECT id, entry, tbl, row, said, nullif(lower(hex(salt)), '') AS salt, nullif(lower(hex(leaf)), '') AS leaf
     FROM ${where} WHERE id = ?`,
  ).get(at)
}

/** Changes of the case that stand sealed for named people. */
const sealedChanges = (db: ReadDb, caseId: CaseId): { readonly id: number }[] =>
  prepare<[CaseId, CaseId], { id: number }>(
    db,
    `SELECT id FROM main.change WHERE apart = ? UNION ALL SELECT -id AS id FROM main.change_open WHERE apart = ?`,
  ).all(caseId, caseId)

/** Entries that say why something was done in the case. */
const reasonsOf = (db: ReadDb, caseId: CaseId): Told[] =>
  prepare<[CaseId, CaseId], Told>(
    db,
    `SELECT seq, reason, nullif(lower(hex(reason_salt)), '') AS reasonSalt,
            nullif(lower(hex(reason_leaf)), '') AS reasonLeaf FROM main.entry
      WHERE (case_id = ? OR apart = ?) AND (reason IS NOT NULL OR sealed IS NOT NULL) ORDER BY seq`,
  ).all(caseId, caseId)

/** Destroys what one change says and leaves what stands for them. @returns the leaf */
function destroyChange(db: WriteDb, id: number): string {
  const change = changeById(db, id)
  if (!change) throw new Error('a change that is gone already')
  const { said } = change
  const leaf = change.leaf ?? (said && leafOf({ ...change, said }, change.salt ?? saltOf(drawn(saltBytes))))
  if (leaf === null) throw new Error('a change that says nothing')
  const { where, at } = placeOf(id)
  prepare<[Uint8Array, number]>(
    db,
    `UPDATE ${where} SET said = NULL, salt = NULL, apart = NULL, sealed = NULL, leaf = ? WHERE id = ?`,
  ).run(bytesOf(leaf), at)
  return leaf
}

function destroyReason(db: WriteDb, { seq, reason, reasonSalt, reasonLeaf: kept }: Told): string {
  const leaf = kept ?? reasonLeaf(reason ?? '', reasonSalt ?? '')
  prepare<[Uint8Array, number]>(
    db,
    `UPDATE main.entry SET reason = NULL, reason_salt = NULL, apart = NULL, sealed = NULL, reason_leaf = ? WHERE seq = ?`,
  ).run(bytesOf(leaf), seq)
  return leaf
}

/** Takes away what the record says of the case; every leaf stays, and the chain holds. @returns the leaves of each kind */
function destroyRecord(
  db: WriteDb,
  caseId: CaseId,
): { readonly changes: readonly string[]; readonly reasons: readonly string[] } {
  const changes = [...changesOfCase(db, caseId), ...sealedChanges(db, caseId)].toSorted(asMade)
  return {
    changes: changes.map(({ id }) => destroyChange(db, id)),
    reasons: reasonsOf(db, caseId).map(told => destroyReason(db, told)),
  }
}

/** Keys that open something of the case, for whomever they are locked. */
function destroyKeys(db: WriteDb, caseId: CaseId): void {
  for (const limit of limits.ofCase(db, caseId)) {
    dropBoxes(db, limit.id)
    limits.remove(db, limit.id)
  }
}

/**
 * Destroys a case: every row, file and key, what was typed and not recorded, what colleagues’ packages call its rows, and
 * every value and reason of the record. What the chain needs stays. Inside the transaction of one entry.
 */
export function destroyCase(db: WriteDb, caseId: CaseId): Destroyed {
  const rows = rowsOfCase(db, caseId)
  const ids = new Set([caseId, ...rows.map(({ id }) => id)])
  destroyKeys(db, caseId)
  removeRowsOfCase(db, caseId)
  forgetRefs(db, ids, caseId)
  dropDraftsAbout(db, ids)
  const { changes, reasons } = moving(db, () => destroyRecord(db, caseId))
  return {
    rows: rows.length,
    files: rows.filter(({ table }) => table === 'original').length,
    changes: changes.length,
    reasons: reasons.length,
    digest: createHash('sha256')
      .update([...changes, ...reasons].join(''))
      .digest('hex'),
  }
}
