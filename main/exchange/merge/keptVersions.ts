import type { Json, Version } from '../../../shared/exchange/version.ts'
import type { CaseId } from '../../../shared/model.ts'
import { prepare } from '../../db/handles.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { table } from '../../db/table.ts'

/** One writing of a field. Without a value: the one that stands in the row. */
interface KeptHead {
  readonly write: string
  readonly value?: Json
}

/**
 * How far a field was written up to one entry of this record; what the record says after it was written here. No heads: the
 * field was withheld, and what stands there is nobody's writing.
 */
export interface KeptVersion {
  readonly heads: readonly KeptHead[]
  readonly seen: readonly string[]
  readonly atEntry: number
}

/** What was kept of a case: by row (`table:id`), then by field. */
export type Kept = ReadonlyMap<string, ReadonlyMap<string, KeptVersion>>

/** A version as a row has it: only the writing, where nothing came before it and its value stands. `null`: nothing is kept any more. */
type PackedVersion = string | Pick<KeptVersion, 'heads' | 'seen'> | null

/** What one entry kept of one case. `null` for a row: nothing is kept of it any more. */
type PackedRows = Readonly<Record<string, Readonly<Record<string, PackedVersion>> | null>>

/** Everything one entry kept of one case is one row, which is never changed: a later one takes its place, field by field. */
interface KeptRow {
  readonly id: string
  readonly caseId: CaseId
  readonly rows: PackedRows
  /** Whether several writings stand beside each other in any of it. */
  readonly several: boolean
  readonly atEntry: number
}

const keptRows = table<KeptRow>('exchange_field', {
  id: 'plain',
  caseId: 'plain',
  rows: 'json',
  several: 'flag',
  atEntry: 'plain',
})

/** The versions that were kept for a case. */
export function keptOf(db: ReadDb, caseId: CaseId): Kept {
  const kept = new Map<string, Map<string, KeptVersion>>()
  const byEntry = keptRows.ofCase(db, caseId).toSorted((a, b) => a.atEntry - b.atEntry)
  for (const { rows, atEntry } of byEntry)
    for (const [row, fields] of Object.entries(rows)) {
      if (fields === null) {
        kept.delete(row)
        continue
      }
      const of = kept.get(row) ?? new Map<string, KeptVersion>()
      kept.set(row, of)
      for (const [field, version] of Object.entries(fields))
        if (version === null) of.delete(field)
        else of.set(field, { ...unpacked(version), atEntry })
    }
  return kept
}

const unpacked = (version: NonNullable<PackedVersion>) =>
  typeof version === 'string' ? { heads: [{ write: version }], seen: [] } : version

/** The cases in which offices wrote beside each other at some time. */
export const casesWithSeveral = (db: ReadDb): CaseId[] =>
  prepare<[], { caseId: CaseId }>(
    db,
    `SELECT DISTINCT case_id AS caseId FROM exchange_field WHERE several = 1`,
  )
    .all()
    .map(({ caseId }) => caseId)

/** A field with how far it was written. `null`: nothing is kept of it any more. */
interface KeptField {
  /** `table:id:field` */
  readonly id: string
  readonly version: Version | null
}

/** What is to be kept of one case by one entry. */
interface Keeping {
  readonly caseId: CaseId
  readonly atEntry: number
  readonly fields: readonly KeptField[]
  /** Rows (`table:id`) of which nothing is kept any more. */
  readonly dropped?: readonly string[]
  /** What stands in a row (`table:id`) from now on. */
  readonly standing: (row: string) => Readonly<Record<string, Json>> | null
}

/** Keeps how far fields of a case were written up to this entry; once in an entry for each case. */
export function keepVersions(
  db: WriteDb,
  { caseId, atEntry, fields, dropped = [], standing }: Keeping,
): void {
  if (fields.length === 0 && dropped.length === 0) return
  const rows: Record<string, Record<string, PackedVersion> | null> = Object.fromEntries(
    dropped.map(row => [row, null]),
  )
  for (const [row, of] of Map.groupBy(fields, ({ id }) => id.slice(0, id.lastIndexOf(':')))) {
    const values = standing(row)
    rows[row] = Object.fromEntries(
      of.map(({ id, version }) => {
        const field = id.slice(row.length + 1)
        return [field, version && packed(version, values?.[field] ?? null)]
      }),
    )
  }
  const several = fields.some(({ version }) => (version?.heads.length ?? 0) > 1)
  keptRows.insert(db, { id: `${caseId}:${atEntry}`, caseId, rows, several, atEntry })
}

/** @param stands what stands in the field. */
function packed({ heads, seen }: Version, stands: Json): PackedVersion {
  const short = heads.map(({ write, value }): KeptHead =>
    isSame(value, stands) ? { write } : { write, value },
  )
  const [only, ...others] = short
  const isShort = only !== undefined && others.length === 0 && seen.length === 0 && only.value === undefined
  return isShort ? only.write : { heads: short, seen }
}

const isSame = (one: Json, other: Json): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))
