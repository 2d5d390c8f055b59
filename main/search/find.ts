import type { CaseState } from '../../shared/case/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { soundKeys, soundsLike } from '../../shared/search/alike.ts'
import { excerptOf, standsIn } from '../../shared/search/excerpt.ts'
import { SearchKind, type Found, type Hit, type Search } from '../../shared/search/model.ts'
import { piecesOf, type Piece } from '../../shared/search/query.ts'
import { soughtIn, startLengths, startMark } from '../../shared/search/words.ts'
import type { ReadDb } from '../db/handles.ts'
import type { IndexPlace } from '../db/migrations/0024-search.ts'
import { behind, indexVersion, kindOf, kindWord, stateWord } from './keep.ts'
import * as index from './repository.ts'
import type { ShownItem } from './repository.ts'
import { sourceOf } from './sources.ts'

/** The most that is shown at once. */
const page = 50

/** So many of the newest are counted. */
const counted = 1000

/** So many of the newest are read through where only the words themselves tell whether they stand together. */
const read = 400

/** Beginnings of more words than this are looked for by their first signs, and then read. */
const mostWords = 200

/** What is asked of one index. */
interface Asking {
  readonly match: string
  /** Words in other scripts that may be what was typed. */
  readonly alike: readonly Piece[]
  /** What the index cannot tell: that words stand one after the other. */
  readonly toRead: readonly Piece[]
}

/** The words that begin so; `null` when they are too many. */
function beginning(db: ReadDb, at: IndexPlace, start: string): number[] | null {
  const signs = [...start]
  if (startLengths.some(length => length === signs.length))
    return one(index.wordNumber(db, at, startMark + start))
  const numbers = index.numbersOfBeginning(db, at, start, mostWords + 1)
  return numbers.length > mostWords ? null : numbers
}

const one = (number: number | null) => (number === null ? [] : [number])

const longestStart = Math.max(...startLengths)

const anyOf = (numbers: readonly number[]) => `(${numbers.map(number => number.toString(36)).join(' OR ')})`

/** The most words that are compared by their sound. */
const mostHeard = 200

/** Words in other scripts that may be the same name as a word that was typed. */
function alikeTo(db: ReadDb, at: IndexPlace, word: string): string[] {
  const near = soundKeys(word).flatMap(key => index.wordsUnder(db, at, key, mostHeard))
  return [...new Set(near)].filter(other => soundsLike(word, other))
}

const asPiece = (text: string): Piece => ({ runs: [{ text, unspaced: false }], begins: false })

/** The last word of a piece: whole, begun, or the first sign of a pair. `null`: the words that begin so are too many. */
function lastWords(
  db: ReadDb,
  at: IndexPlace,
  { last, piece }: { readonly last: string; readonly piece: Piece },
) {
  const isShort = [...last].length < 2
  const inPairs = piece.runs.at(-1)?.unspaced === true
  if (inPairs && isShort) return one(index.wordNumber(db, at, startMark + last))
  return !inPairs && !isShort && piece.begins ? beginning(db, at, last) : one(index.wordNumber(db, at, last))
}

/** What must be there for a piece; `null` when nothing has it. */
function askFor(db: ReadDb, at: IndexPlace, piece: Piece): Asking | null {
  const tokens = piece.runs.flatMap(soughtIn)
  const last = tokens.pop() ?? ''
  const alike = piece.runs.length === 1 ? alikeTo(db, at, last) : []
  const words = lastWords(db, at, { last, piece })
  const start = startMark + [...last].slice(0, longestStart).join('')
  const sounding = alike.flatMap(word => one(index.wordNumber(db, at, word)))
  const numbers = [...(words ?? one(index.wordNumber(db, at, start))), ...sounding]
  const groups = [...tokens.map(token => one(index.wordNumber(db, at, token))), numbers]
  if (groups.some(group => group.length === 0)) return null
  return {
    match: groups.map(anyOf).join(' AND '),
    alike: alike.map(asPiece),
    toRead: tokens.length > 0 || words === null ? [piece] : [],
  }
}

function askAll(db: ReadDb, at: IndexPlace, { pieces, search }: Sought): Asking | null {
  const asked = pieces.map(piece => askFor(db, at, piece))
  const states = search.states.flatMap(state => one(index.wordNumber(db, at, stateWord(state))))
  if (asked.includes(null) || (search.states.length > 0 && states.length === 0)) return null
  const some = asked.filter(one => one !== null)
  return {
    match: [...some.map(({ match }) => match), ...(states.length > 0 ? [anyOf(states)] : [])].join(' AND '),
    alike: some.flatMap(({ alike }) => alike),
    toRead: some.flatMap(({ toRead }) => toRead),
  }
}

interface Sought {
  readonly pieces: readonly Piece[]
  readonly search: Search
}

interface Range {
  readonly at: IndexPlace
  readonly below: number
  readonly limit: number
}

/** The items that have what is asked, the newest first. `isMore`: there are older ones that were not looked at. */
function itemsOf(db: ReadDb, { match, toRead }: Asking, { at, below, limit }: Range) {
  const most = toRead.length > 0 ? Math.min(read, limit * 4) : limit
  const ids = index.newest(db, at, { match, below, limit: most + 1 })
  const looked = ids.slice(0, most)
  const stand = (id: number) => {
    const item = index.itemById(db, at, id)
    return item !== null && standsIn(item.texts, toRead)
  }
  const kept = toRead.length > 0 ? looked.filter(stand) : looked
  return {
    ids: kept.slice(0, limit),
    isMore: ids.length > most || kept.length > limit,
    last: looked.at(-1) ?? null,
  }
}

interface Looked {
  readonly hits: readonly Hit[]
  readonly counts: ReadonlyMap<SearchKind, number>
  readonly more: boolean
  readonly next: number | null
}

const nothing: Looked = { hits: [], counts: new Map(), more: false, next: null }

const newestOfAll = Number.MAX_SAFE_INTEGER

/** Looks through one index. */
function lookIn(db: ReadDb, at: IndexPlace, sought: Sought): Looked {
  if (index.begunBy(db, at) !== indexVersion || index.isOwing(db, at)) return nothing
  const asking = askAll(db, at, sought)
  if (!asking) return nothing
  const { kinds, after } = sought.search
  const pieces = [...sought.pieces, ...asking.alike]
  const all = itemsOf(db, asking, { at, below: newestOfAll, limit: counted })
  const counts = new Map<SearchKind, number>()
  for (const id of all.ids) counts.set(kindOf(id), (counts.get(kindOf(id)) ?? 0) + 1)
  const ofKinds = kinds.flatMap(kind => one(index.wordNumber(db, at, kindWord(kind))))
  if (kinds.length > 0 && ofKinds.length === 0) return { ...nothing, counts, more: all.isMore }
  const narrowed = ofKinds.length > 0 ? { ...asking, match: `${asking.match} AND ${anyOf(ofKinds)}` } : asking
  const isFirst = kinds.length === 0 && after === null
  const shown = isFirst ? all : itemsOf(db, narrowed, { at, below: after ?? newestOfAll, limit: page })
  const ids = shown.ids.slice(0, page)
  const isMore = shown.isMore || shown.ids.length > page
  const last = shown.ids.length > page || asking.toRead.length === 0 ? ids.at(-1) : shown.last
  return {
    hits: ids.flatMap(id => hitOf({ item: index.itemById(db, at, id), pieces })),
    counts,
    more: all.isMore,
    next: isMore ? (last ?? null) : null,
  }
}

interface Showing {
  readonly item: ShownItem | null
  readonly pieces: readonly Piece[]
}

function hitOf({ item, pieces }: Showing): Hit[] {
  if (!item) return []
  const { kind, part, prefix } = sourceOf(item.tbl)
  const { text, found, before, after } = excerptOf(item.texts, pieces)
  return [
    {
      kind,
      caseId: item.caseId as CaseId,
      code: item.code,
      state: item.state as CaseState,
      label: item.label,
      part,
      item: prefix === null ? null : prefix + (item.item ?? item.row),
      excerpt: { text, found: found.map(([from, to]) => [from, to]), before, after },
    },
  ]
}

/** Everything in cases that has all of this, the newest first; what is for named people comes before the rest. */
export function find(db: ReadDb, search: Search): Found {
  const pieces = piecesOf(search.words)
  const waiting = behind(db)
  const kindsOf = (count: (kind: SearchKind) => number) =>
    SearchKind.options.map(kind => ({ kind, count: count(kind) }))
  if (pieces.length === 0)
    return { hits: [], kinds: kindsOf(() => 0), more: false, next: null, behind: waiting }
  const sought = { pieces, search }
  const main = lookIn(db, 'main', sought)
  const apart = lookIn(db, 'temp', sought)
  return {
    hits: [...(search.after === null ? apart.hits : []), ...main.hits],
    kinds: kindsOf(kind => (main.counts.get(kind) ?? 0) + (apart.counts.get(kind) ?? 0)),
    more: main.more || apart.more,
    next: main.next,
    behind: waiting,
  }
}
