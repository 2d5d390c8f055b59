import type { CaseState } from '../../shared/case/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { excerptOf } from '../../shared/search/excerpt.ts'
import type { Hit } from '../../shared/search/model.ts'
import type { Piece } from '../../shared/search/query.ts'
import type { ReadDb } from '../db/handles.ts'
import type { IndexPlace } from '../db/migrations/0024-search.ts'
import * as index from './repository.ts'
import type { ShownItem } from './repository.ts'
import { sourceOf } from './sources.ts'

interface Showing {
  /** Items, in the order they are shown. */
  readonly ids: readonly number[]
  /** What is marked in them. */
  readonly pieces: readonly Piece[]
}

/** Items as they are shown, in their order; one whose row is gone is left out. */
export const hitsOf = (db: ReadDb, at: IndexPlace, { ids, pieces }: Showing): Hit[] =>
  ids.flatMap(id => {
    const item = index.itemById(db, at, id)
    return item ? [hitOf(item, pieces)] : []
  })

function hitOf(item: ShownItem, pieces: readonly Piece[]): Hit {
  const { kind, part, prefix } = sourceOf(item.tbl)
  const { text, found, before, after } = excerptOf(item.texts, pieces)
  return {
    kind,
    caseId: item.caseId as CaseId,
    code: item.code,
    state: item.state as CaseState,
    label: item.label,
    part,
    item: prefix === null ? null : prefix + (item.item ?? item.row),
    excerpt: { text, found: found.map(([from, to]) => [from, to]), before, after },
  }
}
