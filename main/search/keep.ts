import { CaseState } from '../../shared/case/model.ts'
import { SearchKind } from '../../shared/search/model.ts'
import { lostWords } from '../../shared/search/lost.ts'
import { startsOf, wordsOf } from '../../shared/search/words.ts'
import { isShown } from '../db/apartView.ts'
import { forWriting } from '../db/handles.ts'
import type { Connection, ReadDb, WriteDb } from '../db/handles.ts'
import { indexTables, marking, watched, type IndexPlace } from '../db/migrations/0024-search.ts'
import * as index from './repository.ts'
import { sourceAt } from './places.ts'
import type { Place, Said } from './repository.ts'
import * as waiting from './waiting.ts'
import type { Stale } from './waiting.ts'

/*
 * The search index follows the rows of cases (ADR 0038). Triggers mark what was written. What is gone leaves the index
 * inside the transaction that took it away, so that the index holds no word the tables do not hold; what is new is read
 * before the next search is answered when it is little, and in slices otherwise.
 */

/** Another way of folding or of cutting into words makes every index anew. */
export const indexVersion = 3

/** How many new rows are read into the index before a search is answered; more wait for `search.keepUp`. */
const fewRows = 50

/** With so many waiting a command reads them itself, so that whoever writes on and on without searching leaves no more than few. */
const someRows = 25

/** With so many cases an index that was never begun waits for `search.keepUp`. */
const fewCases = 100

const places = (db: ReadDb): IndexPlace[] => (isShown(db) ? ['main', 'temp'] : ['main'])

/** How many numbers stand between one item and the next: in between there is room for every kind. */
const slots = SearchKind.options.length

/** The number of an item says what kind it is of. */
export const kindOf = (id: number): SearchKind => SearchKind.options[id % slots] ?? 'case'

/** How a kind and a state stand among the numbers of words, none of which begins with 0. */
export const kindWord = (kind: SearchKind): string => `0k${SearchKind.options.indexOf(kind)}`
export const stateWord = (state: CaseState): string => `0s${CaseState.options.indexOf(state)}`

/** Everything texts are found by: their words and how they begin. */
function wordsIn(texts: readonly string[]): Set<string> {
  const words = wordsOf(texts.join('\n'))
  return new Set([...words, ...startsOf(words)])
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
  return (Math.floor(index.highestItem(db, at) / slots) + 1) * slots + SearchKind.options.indexOf(kind)
}

interface Row extends Said {
  readonly id: number
  readonly place: number
}

function put(work: Work, { id, place, caseNo, state, texts }: Row): void {
  index.putItem(work.db, work.at, { id, place, caseNo })
  const numbers = [...wordsIn(texts)].map(word => numberOf(work, word))
  const said = [...numbers, kindWord(kindOf(id)), stateWord(state)].join(' ')
  index.putNumbers(work.db, work.at, { id, said })
}

function drop({ db, at }: Work, id: number): void {
  index.dropNumbers(db, at, id)
  index.dropItem(db, at, id)
}

/** Takes out of the index what a row no longer says. What it says now is read later. */
function leave(work: Work, stale: Stale): void {
  const { db, at, perhapsGone } = work
  const { place, was } = stale
  const before = index.itemAt(db, at, place)
  const now = index.saidBy(db, at, place)
  const old = before === null || was === null ? null : index.saidBefore(db, { place, was })
  const lost = old ? lostWords(old.texts.join('\n'), now?.texts.join('\n') ?? '') : new Set<string>()
  for (const word of lost) perhapsGone.add(word)
  const isMoved = was === null || (old !== null && old.state !== null && old.state !== now?.state)
  if (before !== null && now === null) drop(work, before)
  else if (before !== null && (lost.size > 0 || isMoved)) index.dropNumbers(db, at, before)
  if (now) waiting.readLater(db, at, stale)
  else waiting.dropStale(db, at, stale)
}

/** Makes the index say of one row what the row says now. It stays as new as it was when it was first read. */
function look(work: Work, { place }: Place): void {
  const { db, at } = work
  const before = index.itemAt(db, at, place)
  const now = index.saidBy(db, at, place)
  if (before !== null) index.dropNumbers(db, at, before)
  if (now) put(work, { id: before ?? nextId(work, sourceAt(place).kind), place, ...now })
  else if (before !== null) index.dropItem(db, at, before)
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
  for (const row of waiting.owingRows(work.db, work.at)) leave(work, row)
}

/** Reads so many rows of what waits. */
function lookAt(work: Work, limit: number): void {
  for (const row of waiting.newRows(work.db, work.at, limit)) {
    look(work, row)
    waiting.dropStale(work.db, work.at, row)
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

/** The first half of that, in the middle of a long command: what it took away so far leaves an index that was begun. */
export function leaveIndex(db: WriteDb): void {
  for (const at of places(db)) {
    if (index.begunBy(db, at) !== indexVersion) continue
    const work = workOn(db, at)
    leaveAll(work)
    forgetWords(work)
  }
}

/** How many rows wait in an index that was begun, when they are few enough to be read at once; 0 otherwise. */
function fewWaiting(db: ReadDb, at: IndexPlace): number {
  const count = index.begunBy(db, at) === indexVersion ? waiting.staleCount(db, at, fewRows + 1) : 0
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

/** How an index stands for whoever looks: `null` when there is none. */
export interface Standing {
  /** Whether it may be looked through. */
  readonly isWhole: boolean
  /** How much waits to be read, up to a thousand; at least one while it was not begun. */
  readonly behind: number
}

const most = 1000

function standingOf(db: ReadDb, at: IndexPlace): Standing {
  const begun = index.begunAs(db, at, most)
  const isOurs = begun?.version === indexVersion
  // Nobody is shown what a row no longer says.
  return { isWhole: isOurs && begun.owing === 0, behind: isOurs ? begun.waiting : 1 }
}

/** How each index stands: what is for named people first. */
export const standings = (db: ReadDb): (Standing & { readonly at: IndexPlace })[] =>
  places(db)
    .toReversed()
    .map(at => ({ at, ...standingOf(db, at) }))

/** How much waits to be read, up to a thousand; at least one while an index was not begun. */
export const behind = (db: ReadDb): number =>
  Math.min(
    most,
    standings(db).reduce((sum, one) => sum + one.behind, 0),
  )
