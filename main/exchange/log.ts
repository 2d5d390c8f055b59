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

/** One row of the log, or `null`. */
export const exchangedById = (db: ReadDb, id: string): ExchangedPackage | null => packages.byId(db, id)

/** What was sent under this number: one row for each colleague it was sealed for. */
export const sentUnder = (db: ReadDb, packageId: PackageId): ExchangedPackage[] =>
  exchanged(db).filter(one => one.direction === 'sent' && one.packageId === packageId)

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
