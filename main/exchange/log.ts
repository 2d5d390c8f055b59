import type { ExchangedPackage } from '../../shared/exchange/packages.ts'
import type { CaseId, PackageId } from '../../shared/model.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { prepare } from '../db/handles.ts'
import { table } from '../db/table.ts'

const packages = table<ExchangedPackage>('exchange_package', {
  id: 'plain',
  direction: 'plain',
  packageId: 'plain',
  kind: 'plain',
  colleagueId: 'plain',
  caseId: 'plain',
  manifestSha256: 'plain',
  sha256: 'plain',
  about: 'plain',
  origin: 'plain',
  entries: 'plain',
  head: 'plain',
  sentAt: 'plain',
  by: 'plain',
  at: 'plain',
})

/** Every package that was sent or taken in, oldest first. */
export const exchanged = (db: ReadDb): ExchangedPackage[] => packages.all(db)

/** The packages that tell of one case, oldest first. */
export const exchangedOf = (db: ReadDb, caseId: CaseId): ExchangedPackage[] => packages.ofCase(db, caseId)

const aroundSql = `
  WITH shown AS (
    SELECT id FROM exchange_package WHERE case_id = @caseId
    UNION SELECT package_row FROM exchange_merge WHERE case_id = @caseId
  ), of AS (SELECT package_id, about FROM exchange_package WHERE id IN (SELECT id FROM shown))
  SELECT id FROM exchange_package
  WHERE id IN (SELECT id FROM shown) OR package_id IN (SELECT about FROM of) OR about IN (SELECT package_id FROM of)
  ORDER BY rowid`

/** The packages that tell of one case or went into it, with those they take the place of and that take theirs, oldest first. */
export const logAround = (db: ReadDb, caseId: CaseId): ExchangedPackage[] =>
  prepare<[{ readonly caseId: CaseId }], { readonly id: string }>(db, aroundSql)
    .all({ caseId })
    .flatMap(({ id }) => packages.byId(db, id) ?? [])

/** The packages that came under a number a colleague called back, oldest first. */
export const underRecall = (db: ReadDb): ExchangedPackage[] =>
  packages.where(
    db,
    `direction = 'received' AND package_id IN
      (SELECT about FROM exchange_notice WHERE kind = 'recall' AND direction = 'received')`,
  )

/** One row of the log, or `null`. */
export const exchangedById = (db: ReadDb, id: string): ExchangedPackage | null => packages.byId(db, id)

/** What was sent under this number: one row for each colleague it was sealed for. */
export const sentUnder = (db: ReadDb, packageId: PackageId): ExchangedPackage[] =>
  prepare<[PackageId], { id: string }>(
    db,
    `SELECT id FROM exchange_package WHERE package_id = ? AND direction = 'sent' ORDER BY rowid`,
  )
    .all(packageId)
    .flatMap(({ id }) => packages.byId(db, id) ?? [])

/** Whether what this row of the log brought was undone. */
export function isUndone(db: ReadDb, id: string): boolean {
  const sql = `SELECT 1 FROM exchange_merge WHERE package_row = ? AND json_type(undone) <> 'null'`
  return prepare<[string]>(db, sql).get(id) !== undefined
}

/** The rows of the log of a package that was taken in, also where that was undone since. */
export const takenIn = (db: ReadDb, packageId: PackageId): ExchangedPackage[] =>
  prepare<[PackageId], { id: string }>(
    db,
    `SELECT id FROM exchange_package WHERE package_id = ? AND direction = 'received'`,
  )
    .all(packageId)
    .flatMap(({ id }) => packages.byId(db, id) ?? [])

/** Whether this package was taken in from this colleague before, and not undone since. Another may use the same number. */
export const isTakenIn = (
  db: ReadDb,
  { packageId, colleagueId }: Pick<ExchangedPackage, 'packageId' | 'colleagueId'>,
): boolean => takenIn(db, packageId).some(one => one.colleagueId === colleagueId && !isUndone(db, one.id))

/** What came from a vault when its record was as long as now, or longer. */
export const laterFrom = (
  db: ReadDb,
  { origin, entries }: Pick<ExchangedPackage, 'origin' | 'entries'>,
): Pick<ExchangedPackage, 'origin' | 'entries' | 'head' | 'sentAt'>[] =>
  prepare<[string, number], Pick<ExchangedPackage, 'origin' | 'entries' | 'head' | 'sentAt'>>(
    db,
    `SELECT origin, entries, head, sent_at AS sentAt FROM exchange_package
     WHERE direction = 'received' AND origin = ? AND entries >= ?`,
  ).all(origin, entries)

/** Adds a row. There is no update and no delete. */
export const keepExchanged = (db: WriteDb, row: ExchangedPackage): void => packages.insert(db, row)
