import { SearchKind } from '../../shared/search/model.ts'
import { lostWords } from '../../shared/search/lost.ts'
import { startsOf, wordsOf } from '../../shared/search/words.ts'
import { isShown } from '../db/apartView.ts'
import { forWriting } from '../db/handles.ts'
import type { Connection, ReadDb, WriteDb } from '../db/handles.ts'
import { indexTables, marking, watched, type IndexPlace } from '../db/migrations/0024-search.ts'
import * as index from './repository.ts'
import type { Item, Place, Said } from './repository.ts'
import { sourceOf } from './sources.ts'

/*
 * The search index follows the rows of cases (ADR 0038). Triggers mark what was written. What is gone leaves the index
 * inside the transaction that took it away, so that the index holds no word the tables do not hold; what is new is read
 * before the next search is answered when it is little, and in slices otherwise.
 */

/** Another way of folding or of cutting into words makes every index anew. */
export const indexVersion = 1

/** How many new rows are read into the index before a search is answered; more wait for `search.keepUp`. */
const fewRows = 50

/** With so many waiting a command reads them itself, so that whoever writes on and on without searching leaves no more than few. */
const someRows = 25

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

/** What a row was found by and is found by no more. */
function lostBy(before: Item, now: Said | null): Set<string> {
  if (now === null) return wordsIn(before, before)
  const lost = lostWords(before.texts.join('\n'), now.texts.join('\n'))
  return before.state === now.state ? lost : lost.add(stateWord(before.state))
}

/** Takes out of the index what a row no longer says. What it says now is read later. */
function leave(work: Work, stale: index.Stale): void {
  const before = index.itemAt(work.db, work.at, stale)
  const now = index.saidBy(work.db, work.at, stale)
  const lost = before ? lostBy(before, now) : new Set<string>()
  if (before && (now === null || lost.size > 0 || before.label !== now.label)) drop(work, before)
  for (const word of lost) work.perhapsGone.add(word)
  if (now) index.readLater(work.db, work.at, stale)
  else index.dropStale(work.db, work.at, stale)
}

/** Makes the index say of one row what the row says now. */
function look(work: Work, place: Place): void {
  const before = index.itemAt(work.db, work.at, place)
  const now = index.saidBy(work.db, work.at, place)
  if (before) {
    drop(work, before)
    for (const word of lostBy(before, now)) work.perhapsGone.add(word)
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

/** Takes out whatever no longer stands, in one index. */
function leaveAll(work: Work): void {
  for (const row of index.owingRows(work.db, work.at)) leave(work, row)
}

/** Reads so many rows of what waits. */
function lookAt(work: Work, limit: number): void {
  for (const row of index.newRows(work.db, work.at, limit)) {
    look(work, row)
    index.dropStale(work.db, work.at, row)
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
 * What a command owes the index: every word that a text lost leaves it now, and so does what was removed. Part of the
 * transaction of the command, after its last write. What is new is left to whoever searches next, as long as it is little.
 */
export function keepIndex(db: WriteDb): void {
  for (const at of places(db)) {
    if (!isOurs(db, at)) {
      if (at === 'temp' || index.caseCount(db, fewCases + 1) > fewCases) continue
      beginIndex(db, at)
    }
    const work = workOn(db, at)
    leaveAll(work)
    if (fewWaiting(db, at) > someRows) lookAt(work, fewRows)
    forgetWords(work)
  }
}

/** How many rows wait in an index that was begun, when they are few enough to be read at once; 0 otherwise. */
function fewWaiting(db: ReadDb, at: IndexPlace): number {
  const count = index.begunBy(db, at) === indexVersion ? index.staleCount(db, at, fewRows + 1) : 0
  return count <= fewRows ? count : 0
}

/** Whether there is little to be read before a search is answered. */
export const isLittleBehind = (db: ReadDb): boolean => places(db).some(at => fewWaiting(db, at) > 0)

/** Reads what waits when it is little. Inside a transaction; outside the record. */
export function readOn(db: WriteDb): void {
  for (const at of places(db)) {
    if (fewWaiting(db, at) === 0) continue
    const work = workOn(db, at)
    leaveAll(work)
    lookAt(work, fewRows)
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
    leaveAll(work)
    lookAt(work, rows)
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
