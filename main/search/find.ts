import { standsIn } from '../../shared/search/excerpt.ts'
import { SearchKind, type Found, type Search } from '../../shared/search/model.ts'
import { piecesOf, type Piece } from '../../shared/search/query.ts'
import type { ReadDb } from '../db/handles.ts'
import type { IndexPlace } from '../db/migrations/0024-search.ts'
import { narrowed, questionsFor, type Asking } from './asking.ts'
import { hitsOf } from './hits.ts'
import { kindOf, standings } from './keep.ts'
import * as index from './repository.ts'

/** The most that is shown at once. */
const page = 50

/** So many of the newest are counted. */
const counted = 1000

/** So many are read through at once where only the texts tell whether they are meant. */
const read = 400

/** How many are read in one go. */
const handful = 50

/** One way of looking through one index. What comes later is only looked for when what comes before is not enough. */
interface Pass {
  readonly at: IndexPlace
  readonly asking: () => Asking | null
  /** Looked up only where what comes before is less than a page: comparing how words sound takes long. */
  readonly isLater: boolean
}

/** From where on: the older items of a pass, and all later passes. */
interface From {
  readonly pass: number
  readonly below: number
}

interface Item {
  readonly pass: number
  readonly id: number
}

/** What was collected, in order. `next`: where there may be more, when it was not all looked at. */
interface Collected {
  readonly items: readonly Item[]
  readonly next: From | null
}

const newestOfAll = Number.MAX_SAFE_INTEGER
const fromTheNewest: From = { pass: 0, below: newestOfAll }

interface Range {
  readonly below: number
  readonly limit: number
}

/** Those of some items whose texts have what was asked. */
function standing(db: ReadDb, at: IndexPlace, { toRead, besides }: Asking) {
  return (place: number | undefined): boolean => {
    const texts = place === undefined ? null : index.saidBy(db, at, place)?.texts
    if (!texts) return false
    const has = (pieces: readonly Piece[]) => pieces.some(piece => standsIn(texts, [piece]))
    return toRead.every(has) && !(besides.length > 0 && standsIn(texts, besides))
  }
}

/** The items that have what is asked, the newest first. `isAll`: no older ones; otherwise all down to `last` were looked at. */
function itemsOf(db: ReadDb, at: IndexPlace, asking: Asking, { below, limit }: Range) {
  if (asking.toRead.length === 0 && asking.besides.length === 0) {
    const ids = index.newest(db, at, { match: asking.match, below, limit: limit + 1 })
    const kept = ids.slice(0, limit)
    return { ids: kept, isAll: ids.length <= limit, last: kept.at(-1) ?? below }
  }
  return readThrough(db, at, asking, { below, limit: Math.min(limit, page) })
}

function readThrough(db: ReadDb, at: IndexPlace, asking: Asking, { below, limit }: Range) {
  const stands = standing(db, at, asking)
  const ids: number[] = []
  let last = below
  for (let looked = 0; looked < read; looked += handful) {
    const some = index.newest(db, at, { match: asking.match, below: last, limit: handful })
    const places = index.placesOf(db, at, some)
    for (const id of some) {
      last = id
      if (stands(places.get(id))) ids.push(id)
      if (ids.length === limit) return { ids, isAll: false, last }
    }
    if (some.length < handful) return { ids, isAll: true, last }
  }
  return { ids, isAll: false, last }
}

interface Wanted {
  readonly from: From
  readonly limit: number
  readonly narrow: (asking: Asking) => Asking
}

/** Goes through the passes until there are enough. */
function collect(db: ReadDb, passes: readonly Pass[], { from, limit, narrow }: Wanted): Collected {
  const items: Item[] = []
  for (const [number, { at, asking, isLater }] of passes.entries()) {
    if (isLater && items.length >= page) return { items, next: { pass: number, below: newestOfAll } }
    const asked = number < from.pass ? null : asking()
    if (!asked) continue
    if (items.length === limit) return { items, next: { pass: number, below: newestOfAll } }
    const below = number === from.pass ? from.below : newestOfAll
    const { ids, isAll, last } = itemsOf(db, at, narrow(asked), { below, limit: limit - items.length })
    for (const id of ids) items.push({ pass: number, id })
    if (!isAll) return { items, next: { pass: number, below: last } }
  }
  return { items, next: null }
}

/** As much of it as is shown. */
function firstOf({ items, next }: Collected, most: number): Collected {
  const last = items[most - 1]
  return items.length > most && last
    ? { items: items.slice(0, most), next: { pass: last.pass, below: last.id } }
    : { items, next }
}

/** In one number where one looks on: the pass in its lowest bits. */
const passSlots = 4
const asPlace = ({ pass, below }: From): number => below * passSlots + pass
const fromPlace = (place: number | null): From =>
  place === null ? fromTheNewest : { pass: place % passSlots, below: Math.floor(place / passSlots) }

/** What is shown, and what is counted: the newest, whatever kinds were asked for. */
function lookThrough(db: ReadDb, passes: readonly Pass[], { kinds, states, after }: Search) {
  const newestOf = (some: readonly SearchKind[], { from, limit }: Omit<Wanted, 'narrow'>) =>
    collect(db, passes, {
      from,
      limit,
      narrow: asking => narrowed(asking, { kinds: some, states }),
    })
  const all = newestOf([], { from: fromTheNewest, limit: counted })
  const isFirst = kinds.length === 0 && after === null
  const shown = isFirst ? all : newestOf(kinds, { from: fromPlace(after), limit: page })
  return { shown: firstOf(shown, page), all }
}

/** Whether everything that has what was typed was looked at, and nothing yet that only sounds like it. */
const isUntouched = (passes: readonly Pass[], { pass, below }: From): boolean =>
  below === newestOfAll && passes[pass]?.isLater === true

function kindsIn(items: readonly Item[]): Found['kinds'] {
  const counts = new Map<SearchKind, number>()
  for (const { id } of items) counts.set(kindOf(id), (counts.get(kindOf(id)) ?? 0) + 1)
  return SearchKind.options.map(kind => ({ kind, count: counts.get(kind) ?? 0 }))
}

/**
 * Everything in cases that has all of this, the newest first: what has it as it was typed, what is for named people before
 * the rest; then what has a word of another script that may be the same name.
 */
export function find(db: ReadDb, search: Search): Found {
  const pieces = piecesOf(search.words)
  const indexes = standings(db)
  const asked = indexes.flatMap(({ at, isWhole }) =>
    isWhole && pieces.length > 0 ? [{ at, ...questionsFor(db, at, pieces) }] : [],
  )
  const passes = [
    ...asked.map(({ at, typed }) => ({ at, asking: () => typed, isLater: false })),
    ...asked.map(({ at, alike }) => ({ at, asking: alike, isLater: true })),
  ]
  const { shown, all } = lookThrough(db, passes, search)
  const others = asked.flatMap(one => one.others())
  const byPass = Map.groupBy(shown.items, ({ pass }) => pass)
  return {
    hits: [...byPass].flatMap(([pass, items]) => {
      const at = passes[pass]?.at ?? 'main'
      return hitsOf(db, at, { ids: items.map(({ id }) => id), pieces: [...pieces, ...others] })
    }),
    kinds: kindsIn(all.items),
    more: all.next !== null && !isUntouched(passes, all.next),
    next: shown.next && asPlace(shown.next),
    behind: Math.min(
      counted,
      indexes.reduce((sum, one) => sum + one.behind, 0),
    ),
  }
}
