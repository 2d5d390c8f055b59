import { SearchKind } from '../../shared/search/model.ts'
import { startsOf, wordsOf } from '../../shared/search/words.ts'
import { isShown } from '../db/apartView.ts'
import { forWriting } from '../db/handles.ts'
import type { Connection, ReadDb, WriteDb } from '../db/handles.ts'
import { indexTables, marking, watched, type IndexPlace } from '../db/migrations/0024-search.ts'
import * as index from './repository.ts'
import type { Item, Place, Said } from './repository.ts'
import { sourceOf } from './sources.ts'

/*
 * The search index follows the rows of cases (ADR 0038). Triggers mark what was written. What is gone or changed leaves the
 * index inside the transaction that changed it, so that the index holds no word the tables do not hold; what is new is read
 * then too when it is little, and in slices otherwise.
 */

/** Another way of folding or of cutting into words makes every index anew. */
export const indexVersion = 1

/** How many new rows one command reads into the index itself; more wait for `search.keepUp`. */
const fewRows = 50

/** With so many cases an index that was never begun waits for `search.keepUp`. */
const fewCases = 100

const places = (db: ReadDb): IndexPlace[] => (isShown(db) ? ['main', 'temp'] : ['main'])

/** Numbers of the four lowest bits say what kind an item is of. */
export const kindOf = (id: number): SearchKind => SearchKind.options[id % 16] ?? 'case'

/** How a kind and a state stand among the words. No word has such a sign. */
export const kindWord = (kind: SearchKind): string => `=${kind}`
export const stateWord = (state: string): string => `=${state}`

/** Everything an item is found by: its words, how they begin, its kind and the state of its case. */
function wordsIn({ tbl }: Place, { texts, state }: Pick<Said, 'texts' | 'state'>): Set<string> {
  const words = wordsOf(texts.join('\n'))
  return new Set([...words, ...startsOf(words), kindWord(sourceOf(tbl).kind), stateWord(state)])
}

/** One index being brought up to date, inside a transaction. */
interface Work {
  readonly db: WriteDb
  readonly at: IndexPlace
  /** Numbers of words that were asked for already. */
  readonly numbers: Map<string, string>
  /** Words that rows had and may no longer have. */
  readonly perhapsGone: Set<string>
}

const workOn = (db: WriteDb, at: IndexPlace): Work => ({
  db,
  at,
  numbers: new Map(),
  perhapsGone: new Set(),
})

/** The number of a word, which gets one when it has none. */
function numberOf({ db, at, numbers }: Work, word: string): string {
  const before = numbers.get(word)
  if (before !== undefined) return before
  const number = (index.wordNumber(db, at, word) ?? index.newNumber(db, at, word)).toString(36)
  numbers.set(word, number)
  return number
}

/** The next number for an item of a kind. */
function nextId({ db, at }: Work, kind: SearchKind): number {
  return (Math.floor(index.highestItem(db, at) / 16) + 1) * 16 + SearchKind.options.indexOf(kind)
}

function put(work: Work, item: Item): void {
  index.putItem(work.db, work.at, item)
  const numbers = [...wordsIn(item, item)].map(word => numberOf(work, word))
  index.putNumbers(work.db, work.at, { id: item.id, said: numbers.join(' ') })
}

function drop({ db, at }: Work, { id }: Item): void {
  index.dropNumbers(db, at, id)
  index.dropItem(db, at, id)
}

const saysTheSame = (a: Said, b: Said) => a.texts.join('\0') === b.texts.join('\0')

/** Makes the index say of one row what the row says now. */
function look(work: Work, place: Place): void {
  const before = index.itemAt(work.db, work.at, place)
  const now = index.saidBy(work.db, work.at, place)
  if (before) {
    drop(work, before)
    const still = now ? wordsIn(place, now) : new Set<string>()
    for (const word of wordsIn(before, before)) if (!still.has(word)) work.perhapsGone.add(word)
  }
  if (!now) return
  const { caseId, tbl, row } = place
  const isOld = before !== null && saysTheSame(before, now)
  put(work, { id: isOld ? before.id : nextId(work, sourceOf(tbl).kind), caseId, tbl, row, ...now })
}

/** Words that stand in nothing any more are gone from here on. */
function forgetWords({ db, at, perhapsGone }: Work): void {
  for (const word of perhapsGone) {
    const id = index.wordNumber(db, at, word)
    if (id === null) continue
    const match = id.toString(36)
    if (index.newest(db, at, { match, below: Number.MAX_SAFE_INTEGER, limit: 1 }).length === 0)
      index.dropWord(db, at, word)
  }
}

interface Amount {
  readonly stands: 0 | 1
  readonly limit: number
}

function lookAt(work: Work, amount: Amount): void {
  for (const row of index.staleRows(work.db, work.at, amount)) {
    look(work, row)
    index.dropStale(work.db, work.at, row.id)
  }
}

/** An index of another version says nothing we understand. @returns whether there is one to keep up. */
function isOurs(db: WriteDb, at: IndexPlace): boolean {
  const version = index.begunBy(db, at)
  if (version === indexVersion) return true
  if (version !== null) index.empty(db, at)
  return false
}

function beginIndex(db: WriteDb, at: IndexPlace): void {
  index.begin(db, at, indexVersion)
  index.markAll(db, at)
}

/**
 * What a command owes the index: everything that was changed or removed leaves it now. Part of the transaction of the
 * command, after its last write.
 */
export function keepIndex(db: WriteDb): void {
  for (const at of places(db)) {
    if (!isOurs(db, at)) {
      if (at === 'temp' || index.caseCount(db, fewCases + 1) > fewCases) continue
      beginIndex(db, at)
    }
    const work = workOn(db, at)
    lookAt(work, { stands: 1, limit: Number.MAX_SAFE_INTEGER })
    if (index.staleCount(db, at, fewRows + 1) <= fewRows) lookAt(work, { stands: 0, limit: fewRows })
    forgetWords(work)
  }
}

/**
 * Reads on some of what waits. Inside a transaction of its own.
 *
 * @param rows how many rows are read at most; a row takes about half a millisecond.
 * @returns how much still waits, up to a thousand.
 */
export function catchUp(connection: Connection, rows: number): number {
  const db = forWriting(connection)
  if (isShown(db) && !index.isThere(db)) makeApart(connection)
  for (const at of places(db)) {
    if (!isOurs(db, at)) beginIndex(db, at)
    const work = workOn(db, at)
    lookAt(work, { stands: 1, limit: Number.MAX_SAFE_INTEGER })
    lookAt(work, { stands: 0, limit: rows })
    forgetWords(work)
  }
  return behind(db)
}

/** The tables of the index in memory, and what marks its rows. They are gone with the process. */
function makeApart(connection: Connection): void {
  for (const sql of indexTables('temp')) connection.exec(sql)
  for (const one of watched) connection.exec(marking(one, 'temp'))
}

const most = 1000

/** How much waits to be read, up to a thousand; at least one while an index was not begun. */
export function behind(db: ReadDb): number {
  const waiting = places(db).map(at =>
    index.begunBy(db, at) === indexVersion ? index.staleCount(db, at, most) : 1,
  )
  return Math.min(
    most,
    waiting.reduce((sum, one) => sum + one, 0),
  )
}
