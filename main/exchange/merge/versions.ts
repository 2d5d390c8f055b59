import { hash as digestOf } from 'node:crypto'
import type { HandedKind } from '../../../shared/exchange/caseDocument.ts'
import type { Head, Json, Version } from '../../../shared/exchange/version.ts'
import type { CaseId } from '../../../shared/model.ts'
import { prepare } from '../../db/handles.ts'
import type { ReadDb } from '../../db/handles.ts'
import { toldIn } from '../../db/said.ts'
import { keptOf } from './keptVersions.ts'
import type { Kept, KeptVersion } from './keptVersions.ts'
import { sharedTables } from './tables.ts'

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
const writeId = (hash: string, key: string) => digestOf('sha256', `${hash}|${key}`, 'hex').slice(0, 16)

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

interface Trail {
  /** The hash of the entry that first wrote the row here. */
  readonly born: string
  /** For each field, the hashes of the entries that wrote it since it was last merged, in order. */
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
      const known = knownOf({ name: shared.name, id: row.id, trails, kept })
      const version = (field: string) => versionOf(known, field, row[field] ?? null)
      return {
        table: shared.name,
        id: row.id,
        fields: new Map(shared.fields.map(field => [field, version(field)])),
      }
    }),
  )
  return { rows, gone: goneOf(trails, kept), identities: identitiesOf(rows, { trails, kept }) }
}

/** Nothing was ever written to it: a case that this vault has never heard of. */
export const unheardOf: VersionedCase = { rows: [], gone: [], identities: new Map() }

/** An entry that took over a caseload wrote to many cases; rows it took off others are none of this one. */
function trailsOf(caseId: CaseId, writes: readonly Write[], kept: Kept): Map<string, Trail> {
  const trails = new Map<string, Trail>()
  for (const write of writes) {
    const tbl = write.tbl === 'identity' ? 'person' : write.tbl
    if (!names.has(tbl) || isOfAnother(write, caseId)) continue
    const name = `${tbl}:${write.row}`
    const trail = trails.get(name) ?? { born: write.hash, edits: new Map<string, string[]>(), gone: false }
    trails.set(name, trail)
    note(trail, write, kept.get(name))
  }
  return trails
}

const isOfAnother = ({ col, old, new: now }: Write, caseId: CaseId): boolean =>
  col === 'case_id' && now === null && old !== caseId

function note(trail: Trail, write: Write, kept: ReadonlyMap<string, KeptVersion> | undefined): void {
  const { tbl, col, hash, entry } = write
  if (col === 'case_id' && tbl !== 'identity') trail.gone = write.new === null
  if (write.new === null && trail.gone) return
  const field = tbl === 'identity' ? 'identity' : camel(col)
  if (entry <= (kept?.get(field)?.atEntry ?? 0)) return
  const edits = trail.edits.get(field)
  if (!edits) trail.edits.set(field, [hash])
  else if (edits.at(-1) !== hash) edits.push(hash)
}

/** What is known of how far one row was written. */
interface Known {
  readonly name: string
  readonly id: string
  readonly kept: ReadonlyMap<string, KeptVersion> | undefined
  readonly trail: Trail | undefined
}

interface Tracks {
  readonly trails: ReadonlyMap<string, Trail>
  readonly kept: Kept
}

const knownOf = ({ name, id, trails, kept }: Tracks & Pick<Known, 'name' | 'id'>): Known => {
  const row = `${name}:${id}`
  return { name, id, kept: kept.get(row), trail: trails.get(row) }
}

/** @param value what stands in the field. */
function versionOf({ name, id, kept, trail }: Known, field: string, value: Json): Version {
  const base = kept?.get(field)
  const edits = trail?.edits.get(field) ?? []
  if (edits.length === 0 && base) return { heads: headsOf(base, value), seen: [...base.seen] }
  const key = fieldKey(name, id, field)
  const hashes = base ? edits : [...new Set([trail?.born ?? '', ...edits])]
  const ids = hashes.map(hash => writeId(hash, key))
  const write = ids.at(-1) ?? ''
  const heads: Head[] = [{ write, value: value as Head['value'] }]
  if (!base && ids.length === 1) return { heads, seen: [] }
  const before = [...(base?.seen ?? []), ...(base?.heads ?? []).map(head => head.write), ...ids]
  return { heads, seen: [...new Set(before)].filter(one => one !== write).toSorted() }
}

/** A writing that was kept without its value is the one that stands. */
const headsOf = ({ heads }: KeptVersion, value: Json): Head[] =>
  heads.map(head => ({
    write: head.write,
    value: (head.value === undefined ? value : head.value) as Head['value'],
  }))

function goneOf(trails: ReadonlyMap<string, Trail>, kept: Kept): GoneRow[] {
  return [...trails].flatMap(([row, trail]) => {
    if (!trail.gone) return []
    const [name = '', id = ''] = row.split(':')
    const shared = sharedTables.find(one => one.name === name)
    if (!shared) return []
    const known = shared.fields.flatMap(field => {
      const { heads, seen } = versionOf(knownOf({ name, id, trails, kept }), field, null)
      return [...heads.map(({ write }) => write), ...seen]
    })
    return [{ table: shared.name, id, known: [...new Set(known)].toSorted() }]
  })
}

function identitiesOf(rows: readonly VersionedRow[], tracks: Tracks): VersionedCase['identities'] {
  const persons = rows.filter(({ table: name }) => name === 'person')
  return new Map(
    persons.flatMap(({ id }) => {
      const known = knownOf({ name: 'person', id, ...tracks })
      if (!known.kept?.has('identity') && !known.trail?.edits.has('identity')) return []
      return [[id, versionOf(known, 'identity', null)] as const]
    }),
  )
}
