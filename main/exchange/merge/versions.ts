import { createHash } from 'node:crypto'
import type { HandedKind } from '../../../shared/exchange/caseDocument.ts'
import type { Head, Json, Version } from '../../../shared/exchange/version.ts'
import type { CaseId } from '../../../shared/model.ts'
import { prepare } from '../../db/handles.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { toldIn } from '../../db/said.ts'
import { table } from '../../db/table.ts'
import { sharedTables } from './tables.ts'

/**
 * How far a field was written up to one entry of this record; what the record says after it was written here. No heads: the
 * field was withheld, and what stands there is nobody's writing.
 */
export interface KeptVersion {
  /** `table:id:field` */
  readonly id: string
  readonly caseId: CaseId
  readonly heads: readonly Head[]
  readonly seen: readonly string[]
  readonly atEntry: number
}

const keptVersions = table<KeptVersion>('exchange_field', {
  id: 'plain',
  caseId: 'plain',
  heads: 'json',
  seen: 'json',
  atEntry: 'plain',
})

/** The name of a field of a row. */
export const fieldKey = (name: string, id: string, field: string): string => `${name}:${id}:${field}`

/** One row as far as it was written: every shared field, in the order of the table. */
export interface VersionedRow {
  readonly table: HandedKind
  readonly id: string
  readonly fields: ReadonlyMap<string, Version>
}

/** A row that was taken off the case. */
export interface GoneRow {
  readonly table: HandedKind
  readonly id: string
  /** Every writing of its fields there was. */
  readonly known: readonly string[]
}

/** A case as far as it was written, here and elsewhere. */
export interface VersionedCase {
  readonly rows: readonly VersionedRow[]
  readonly gone: readonly GoneRow[]
  /** The writings of each identity, by person; the value is read where it is needed. */
  readonly identities: ReadonlyMap<
    string,
    Omit<Version, 'heads'> & { readonly heads: readonly { readonly write: string }[] }
  >
}

interface Write {
  readonly entry: number
  readonly tbl: string
  readonly row: string
  readonly col: string
  readonly old: string | null
  readonly new: string | null
  readonly hash: string
}

const names = new Set<string>(sharedTables.map(({ name }) => name))
const written = [...names, 'identity']
const camel = (col: string) => col.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The id of one writing: of an entry that is unlike any other, and the field it wrote. */
const writeId = (hash: string, key: string) =>
  createHash('sha256').update(`${hash}|${key}`).digest('hex').slice(0, 16)

/**
 * Everything that was ever written to the fields of a case here, oldest first; what was undone was never written. Of an entry that
 * took over many cases only what it wrote to this one is read.
 */
const writesOf = (db: ReadDb, caseId: CaseId): Write[] =>
  prepare<[{ caseId: string }], Omit<Write, 'col' | 'old' | 'new'> & { said: Uint8Array | null }>(
    db,
    `SELECT c.entry, c.tbl, c.row, c.said, lower(hex(e.hash)) AS hash FROM change c JOIN entry e ON e.seq = c.entry
     WHERE c.tbl IN (${written.map(name => `'${name}'`).join(', ')})
       AND (c.about = @caseId OR (c.about IS NULL AND c.entry IN (SELECT seq FROM entry WHERE case_id = @caseId)))
       AND e.seq NOT IN (SELECT entry FROM exchange_merge WHERE case_id = @caseId AND json_type(undone) <> 'null')
       AND e.seq NOT IN (SELECT undone ->> 'entry' FROM exchange_merge
                         WHERE case_id = @caseId AND json_type(undone) <> 'null')
     ORDER BY c.id`,
  )
    .all({ caseId })
    .flatMap(({ said, ...write }) =>
      toldIn(said).map(([col, old, now]) => ({ ...write, col, old, new: now })),
    )

/** The versions that were kept for a case, by field. */
export const keptOf = (db: ReadDb, caseId: CaseId): Map<string, KeptVersion> =>
  new Map(keptVersions.ofCase(db, caseId).map(one => [one.id, one]))

/** What was kept of one field, or `null`. */
export const keptVersion = (db: ReadDb, id: string): KeptVersion | null => keptVersions.byId(db, id)

/** Keeps how far a field was written up to this entry. */
export function keepVersion(db: WriteDb, value: KeptVersion): void {
  if (keptVersions.byId(db, value.id)) keptVersions.update(db, value)
  else keptVersions.insert(db, value)
}

/** The same for many fields of one case. */
export function keepVersions(db: WriteDb, caseId: CaseId, values: readonly KeptVersion[]): void {
  const known = keptOf(db, caseId)
  for (const value of values)
    if (known.has(value.id)) keptVersions.update(db, value)
    else keptVersions.insert(db, value)
}

/** Forgets what was kept of a field. */
export const dropVersion = (db: WriteDb, id: string): void => keptVersions.remove(db, id)

interface Trail {
  /** The entry that first wrote the row here. */
  readonly born: string
  readonly edits: Map<string, string[]>
  gone: boolean
}

/**
 * How far every field of a case was written, read from the record: the last entry that changed a field here is its
 * writing, and what was merged before is what that took the place of (ADR 0024).
 */
export function versionsOf(db: ReadDb, caseId: CaseId): VersionedCase {
  const kept = keptOf(db, caseId)
  const trails = trailsOf(caseId, writesOf(db, caseId), kept)
  const rows = sharedTables.flatMap(shared =>
    shared.rowsOf(db, caseId).map((row): VersionedRow => {
      const trail = trails.get(`${shared.name}:${row.id}`)
      const version = (field: string) =>
        versionOf({ key: fieldKey(shared.name, row.id, field), value: row[field] ?? null, kept, trail })
      return {
        table: shared.name,
        id: row.id,
        fields: new Map(shared.fields.map(field => [field, version(field)])),
      }
    }),
  )
  return { rows, gone: goneOf(trails, kept), identities: identitiesOf(rows, { trails, kept }) }
}

/** An entry that took over a caseload wrote to many cases; rows it took off others are none of this one. */
function trailsOf(
  caseId: CaseId,
  writes: readonly Write[],
  kept: ReadonlyMap<string, KeptVersion>,
): Map<string, Trail> {
  const trails = new Map<string, Trail>()
  for (const write of writes) {
    const tbl = write.tbl === 'identity' ? 'person' : write.tbl
    if (!names.has(tbl) || isOfAnother(write, caseId)) continue
    const name = `${tbl}:${write.row}`
    const trail = trails.get(name) ?? { born: write.hash, edits: new Map<string, string[]>(), gone: false }
    trails.set(name, trail)
    note(trail, write, kept)
  }
  return trails
}

const isOfAnother = ({ col, old, new: now }: Write, caseId: CaseId): boolean =>
  col === 'case_id' && now === null && old !== caseId

function note(trail: Trail, write: Write, kept: ReadonlyMap<string, KeptVersion>): void {
  const { tbl, row, col, hash, entry } = write
  if (col === 'case_id' && tbl !== 'identity') trail.gone = write.new === null
  if (write.new === null && trail.gone) return
  const key = tbl === 'identity' ? fieldKey('person', row, 'identity') : fieldKey(tbl, row, camel(col))
  if (entry <= (kept.get(key)?.atEntry ?? 0)) return
  trail.edits.set(key, [...(trail.edits.get(key) ?? []), writeId(hash, key)])
}

interface Reading {
  readonly key: string
  readonly value: Json
  readonly kept: ReadonlyMap<string, KeptVersion>
  readonly trail: Trail | undefined
}

function versionOf({ key, value, kept, trail }: Reading): Version {
  const base = kept.get(key)
  const edits = trail?.edits.get(key) ?? []
  const last = edits.at(-1)
  if (last === undefined && base) return { heads: [...base.heads], seen: [...base.seen] }
  const born = base ? [] : [writeId(trail?.born ?? '', key)]
  const write = last ?? born[0] ?? ''
  const before = [...born, ...(base?.seen ?? []), ...(base?.heads ?? []).map(head => head.write), ...edits]
  const seen = [...new Set(before)].filter(one => one !== write).toSorted()
  return { heads: [{ write, value: value as Head['value'] }], seen }
}

function goneOf(trails: ReadonlyMap<string, Trail>, kept: ReadonlyMap<string, KeptVersion>): GoneRow[] {
  return [...trails].flatMap(([name, trail]) => {
    if (!trail.gone) return []
    const [table = '', id = ''] = name.split(':')
    const shared = sharedTables.find(one => one.name === table)
    if (!shared) return []
    const known = shared.fields.flatMap(field => {
      const { heads, seen } = versionOf({ key: fieldKey(table, id, field), value: null, kept, trail })
      return [...heads.map(({ write }) => write), ...seen]
    })
    return [{ table: shared.name, id, known: [...new Set(known)].toSorted() }]
  })
}

function identitiesOf(
  rows: readonly VersionedRow[],
  {
    trails,
    kept,
  }: { readonly trails: ReadonlyMap<string, Trail>; readonly kept: ReadonlyMap<string, KeptVersion> },
): VersionedCase['identities'] {
  const persons = rows.filter(({ table: name }) => name === 'person')
  return new Map(
    persons.flatMap(({ id }) => {
      const key = fieldKey('person', id, 'identity')
      const trail = trails.get(`person:${id}`)
      if (!kept.has(key) && !trail?.edits.has(key)) return []
      return [[id, versionOf({ key, value: null, kept, trail })] as const]
    }),
  )
}
