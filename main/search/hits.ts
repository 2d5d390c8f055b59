import type { CaseState } from '../../shared/case/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { excerptOf } from '../../shared/search/excerpt.ts'
import type { Hit } from '../../shared/search/model.ts'
import type { Piece } from '../../shared/search/query.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { tableSlots, type IndexPlace } from '../db/migrations/0024-search.ts'
import { placeSql, rowidAt, sourceAt } from './places.ts'
import { inTables, placesOf, rowsIn } from './repository.ts'
import type { Source } from './sources.ts'

/* What was found as it is shown, read from the rows themselves: the index keeps no text (ADR 0038). */

const shownSql = (source: Source, at: IndexPlace): string =>
  `SELECT ${placeSql(source).replace('rowid', 'one.rowid')}, its_id, its_code, its_state,
      ${inTables(at, source.label)}, ${source.item}, ${source.texts.join(', ')}
    FROM ${rowsIn(at)}${source.table} AS one
    JOIN (SELECT id AS its_id, code AS its_code, state AS its_state FROM ${rowsIn(at)}case_file)
      ON its_id = one.${source.caseColumn}
    WHERE one.rowid IN (SELECT value FROM json_each(?))`

const known = new Map<string, string>()

function sqlFor(source: Source, at: IndexPlace): string {
  const name = `${at} ${source.table}`
  const sql = known.get(name) ?? shownSql(source, at)
  known.set(name, sql)
  return sql
}

type ShownRow = readonly [
  place: number,
  caseId: CaseId,
  code: string,
  state: CaseState,
  label: string,
  item: string,
  ...texts: (string | null)[],
]

interface Showing {
  /** Items, in the order they are shown. */
  readonly ids: readonly number[]
  /** What is marked in them. */
  readonly pieces: readonly Piece[]
}

/** Items as they are shown, in their order; one whose row is gone is left out. */
export function hitsOf(db: ReadDb, at: IndexPlace, { ids, pieces }: Showing): Hit[] {
  const places = placesOf(db, at, ids)
  const hits = new Map<number, Hit>()
  for (const [, some] of Map.groupBy(places.values(), place => place % tableSlots)) {
    const source = sourceAt(some[0] ?? 0)
    const rowids = JSON.stringify(some.map(rowidAt))
    const rows = prepare<[string]>(db, sqlFor(source, at)).raw().all(rowids) as unknown as ShownRow[]
    for (const row of rows) hits.set(row[0], hitOf(source, { row, pieces }))
  }
  return ids.flatMap(id => hits.get(places.get(id) ?? 0) ?? [])
}

function hitOf(
  { kind, part, prefix }: Source,
  { row, pieces }: { readonly row: ShownRow; readonly pieces: readonly Piece[] },
): Hit {
  const [, caseId, code, state, label, item, ...texts] = row
  const { text, found, before, after } = excerptOf(
    texts.flatMap(one => (one === null || one === '' ? [] : [one])),
    pieces,
  )
  return {
    kind,
    caseId,
    code,
    state,
    label,
    part,
    item: prefix === null ? null : prefix + item,
    excerpt: { text, found: found.map(([from, to]) => [from, to]), before, after },
  }
}
