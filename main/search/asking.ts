import type { CaseState } from '../../shared/case/model.ts'
import { soundingLike, soundKeys } from '../../shared/search/alike.ts'
import type { SearchKind } from '../../shared/search/model.ts'
import type { Piece } from '../../shared/search/query.ts'
import { soughtIn, startLengths, startMark } from '../../shared/search/words.ts'
import type { ReadDb } from '../db/handles.ts'
import type { IndexPlace } from '../db/migrations/0024-search.ts'
import { kindWord, stateWord } from './keep.ts'
import * as index from './repository.ts'

/** What one index is asked. */
export interface Asking {
  /** Numbers of words, as FTS5 is asked for them. */
  readonly match: string
  /** What the index cannot tell and only the texts can: of each, one way of writing it must stand there. */
  readonly toRead: readonly (readonly Piece[])[]
  /** Where all of this stands, it was found before. Empty where `match` itself leaves that out. */
  readonly besides: readonly Piece[]
}

/** Everything that is looked for in one index. */
export interface Questions {
  /** As it was typed; `null` when some word of it stands nowhere. */
  readonly typed: Asking | null
  /** What has a word of another script that may be the same name, and not all that was typed. */
  readonly alike: () => Asking | null
  /** Words of other scripts that were found for what was typed, once somebody asked. */
  readonly others: () => readonly Piece[]
}

/** Beginnings of more words than this are looked for by their first signs, and then read. */
const mostWords = 200

/** The most words under one key that are compared by their sound. */
const mostHeard = 500

const one = (number: number | null) => (number === null ? [] : [number])

const anyOf = (numbers: readonly number[]) => `(${numbers.map(number => number.toString(36)).join(' OR ')})`

const wordsOfStart = startLengths.toReversed()

/** A beginning whose words are too many to be asked for: by the longest of its own beginnings that is a word, and read. */
const byFirstSigns = (db: ReadDb, at: IndexPlace, signs: readonly string[]) => {
  const length = wordsOfStart.find(most => most <= signs.length) ?? 0
  return one(index.wordNumber(db, at, startMark + signs.slice(0, length).join('')))
}

/** What a piece asks for in one place of the text: numbers of words, any of which must be there. */
interface Group {
  readonly numbers: readonly number[]
  /** Whether these say enough. */
  readonly isSure: boolean
}

const sure = (numbers: readonly number[]): Group => ({ numbers, isSure: true })

/** The words that begin so. */
function beginning(db: ReadDb, at: IndexPlace, start: string): Group {
  const signs = [...start]
  if (startLengths.some(length => length === signs.length))
    return sure(one(index.wordNumber(db, at, startMark + start)))
  const longer = startLengths.some(length => length > signs.length)
  if (longer) {
    const begun = index.numbersOneLonger(db, at, startMark + start)
    return sure([...one(index.wordNumber(db, at, start)), ...begun])
  }
  const numbers = index.numbersOfBeginning(db, at, start, mostWords + 1)
  return numbers.length > mostWords ? { numbers: byFirstSigns(db, at, signs), isSure: false } : sure(numbers)
}

/** The last word of a piece: whole, begun, or the first sign of a pair. */
function lastWords(
  db: ReadDb,
  at: IndexPlace,
  { last, piece }: { readonly last: string; readonly piece: Piece },
): Group {
  const isShort = [...last].length < 2
  const inPairs = piece.runs.at(-1)?.unspaced === true
  if (inPairs && isShort) return sure(one(index.wordNumber(db, at, startMark + last)))
  return !inPairs && !isShort && piece.begins
    ? beginning(db, at, last)
    : sure(one(index.wordNumber(db, at, last)))
}

interface PieceAsking {
  readonly piece: Piece
  readonly groups: readonly (readonly number[])[]
  readonly isSure: boolean
}

function askFor(db: ReadDb, at: IndexPlace, piece: Piece): PieceAsking {
  const tokens = piece.runs.flatMap(soughtIn)
  const last = tokens.pop() ?? ''
  const { numbers, isSure } = lastWords(db, at, { last, piece })
  return {
    piece,
    groups: [...tokens.map(token => one(index.wordNumber(db, at, token))), numbers],
    isSure: isSure && tokens.length === 0,
  }
}

/** Words of one script are no news to each other: in the order of signs those in Latin letters come first. */
const latin = /^[a-z]+$/
const lastLatin = '\u024f'

const asPiece = (text: string): Piece => ({ runs: [{ text, unspaced: false }], begins: false })

/** Words in other scripts that may be the same name as a piece of one word. */
function othersOf(db: ReadDb, at: IndexPlace, { runs }: Piece): Piece[] {
  const [run] = runs
  if (!run || runs.length > 1) return []
  const above = latin.test(run.text) ? lastLatin : ''
  const near = soundKeys(run.text).flatMap(sound =>
    index.wordsUnder(db, at, { sound, above, limit: mostHeard }),
  )
  return soundingLike(run.text, [...new Set(near)]).map(asPiece)
}

interface Narrowed {
  readonly kinds: readonly SearchKind[]
  readonly states: readonly CaseState[]
}

const oneOf = (words: readonly string[]) => (words.length === 0 ? [] : [`(${words.join(' OR ')})`])

/** The same asking, of some kinds and in cases of some states alone. */
export function narrowed(asking: Asking, { kinds, states }: Narrowed): Asking {
  const all = [`(${asking.match})`, ...oneOf(kinds.map(kindWord)), ...oneOf(states.map(stateWord))]
  return { ...asking, match: all.join(' AND ') }
}

const matchOf = (asked: readonly PieceAsking[]) =>
  asked.flatMap(({ groups }) => groups.map(anyOf)).join(' AND ')

const isNowhere = ({ groups }: PieceAsking) => groups.some(group => group.length === 0)

/** With the words of other scripts beside the only word of a piece. */
function withOthers(db: ReadDb, at: IndexPlace, asked: PieceAsking, others: readonly Piece[]): PieceAsking {
  const numbers = others.flatMap(({ runs: [run] }) => (run ? one(index.wordNumber(db, at, run.text)) : []))
  const groups = asked.groups.map(group => (others.length > 0 ? [...group, ...numbers] : group))
  return { ...asked, groups }
}

/** What one index has to be asked for some pieces; the words of other scripts are only looked up when somebody asks. */
export function questionsFor(db: ReadDb, at: IndexPlace, pieces: readonly Piece[]): Questions {
  const asked = pieces.map(piece => askFor(db, at, piece))
  const typed = asked.some(isNowhere)
    ? null
    : {
        match: matchOf(asked),
        toRead: asked.flatMap(({ isSure, piece }) => (isSure ? [] : [[piece]])),
        besides: [],
      }
  let known: readonly (readonly Piece[])[] | null = null
  const others = () => (known ??= pieces.map(piece => othersOf(db, at, piece)))
  const alike = () => {
    const found = others()
    const loose = asked.map((one, place) => withOthers(db, at, one, found[place] ?? []))
    if (found.every(some => some.length === 0) || loose.some(isNowhere)) return null
    const match = matchOf(loose)
    const toRead = loose.flatMap(({ piece, isSure }, place) =>
      isSure ? [] : [[piece, ...(found[place] ?? [])]],
    )
    if (!typed) return { match, toRead, besides: [] }
    return typed.toRead.length > 0
      ? { match, toRead, besides: pieces }
      : { match: `(${match}) NOT (${typed.match})`, toRead, besides: [] }
  }
  return { typed, alike, others: () => (known ?? []).flat() }
}
