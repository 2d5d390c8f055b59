import type { Input, Name } from '../shared/contract.ts'
import { Refused } from '../shared/refusal.ts'
import type { App } from './app.ts'
import { forReading, forWriting } from './db/handles.ts'
import { refusalForDatabase } from './db/open.ts'
import { bringUpToDate, isBehind } from './lines/keep.ts'
import { timeFor } from './ruleTime.ts'
import { usualOrdinal } from './report/window.ts'
import { isLittleBehind, readOn } from './search/keep.ts'

/*
 * What is made of the rows of cases, for lists and for the search, is brought up to date before a question is answered from
 * it, and once nobody asked anything for a moment (ADR 0037, 0038). Nothing of this is in the record: it says nothing that
 * the cases do not.
 */

/** Lines are brought up to date for so many milliseconds, of so many cases at least and at most; whoever asks is told what is left. */
const bounds = { ms: 20, least: 25, most: 200 }

/** Of an annual report every case is to be looked at when it is asked for the first time: for longer, and of many more. */
const forReport = { ms: 60, least: 25, most: 2_000 }

interface Made {
  readonly lines: boolean
  /** The annual report that is asked for; `null`: those that are kept. Without it lines alone. */
  readonly report?: number | null | undefined
  readonly index: boolean
}

const madeFor: Partial<Record<Name, Made>> = {
  'case.list': { lines: true, index: false },
  'case.dues': { lines: true, index: false },
  'case.moreDues': { lines: true, index: false },
  'report.overview': { lines: true, index: false },
  'report.ready': { lines: true, index: false },
  'search.find': { lines: false, index: true },
}

/** Which annual report is asked for, when one is. */
function reportIn(app: App, name: Name, input: unknown): number | null | undefined {
  if (!app.desk.vault || (name !== 'report.overview' && name !== 'report.ready')) return undefined
  const { ordinal } = input as Input<'report.overview' | 'report.ready'>
  return ordinal ?? usualOrdinal(forReading(app.desk.vault.db), app.today())
}

/** Which questions were answered from what is behind, because every page of the vault is still to be looked at. */
const answered = new WeakMap<object, Set<Name>>()

/**
 * Brings up to date what a question is answered from. A medium that takes nothing leaves it as it is. Nothing is written before
 * every page was held against the seal: the first who asks is told what is behind, and does not wait.
 *
 * @returns what whoever asks once more waits for; mostly `null`.
 */
export function bringUpFor(app: App, name: Name, input: unknown): Promise<void> | null {
  const bare = madeFor[name]
  const { vault } = app.desk
  if (!bare || !vault) return null
  const made = { ...bare, report: reportIn(app, name, input) }
  if (bringUp(app, made)) return null
  const names = answered.get(vault) ?? new Set()
  answered.set(vault, names)
  if (!names.has(name)) return (names.add(name), null)
  return vault.watch.seen.then(() => void bringUp(app, made))
}

/** Brings up to date what the last changes left, while nobody waits for an answer. Never throws. */
export function bringUpAtRest(app: App): void {
  if (!app.desk.vault || app.desk.lookFirst || app.desk.working?.held) return
  try {
    bringUp(app, { lines: true, report: null, index: true })
  } catch (error) {
    app.logFault('at rest', error)
  }
}

/** @returns whether it is up to date now, as far as there was time. */
function bringUp(app: App, made: Made): boolean {
  const { vault } = app.desk
  if (!vault) throw new Refused('vault/locked')
  const db = forReading(vault.db)
  const time = timeFor(app, db)
  const lines = made.lines && isBehind(db, time, made.report)
  const index = made.index && isLittleBehind(db)
  if (!lines && !index) return true
  if (!vault.watch.isSeen()) return false
  try {
    vault.mustBeInPlace()
    vault.db
      .transaction(() => {
        const writing = forWriting(vault.db)
        if (lines) bringUpToDate(writing, time, { goesOn: within(app, made), report: made.report })
        if (index) readOn(writing)
      })
      .immediate()
  } catch (error) {
    const refused = error instanceof Refused ? error : refusalForDatabase(error)
    if (refused === null || refused.code === 'vault/damaged') throw error
  }
  return true
}

/** Whether there is time for one more line, after so many. */
function within(app: App, { report }: Made): (done: number) => boolean {
  const { ms, least, most } = typeof report === 'number' ? forReport : bounds
  const end = Date.parse(app.clock()) + ms
  return done => done < least || (done < most && Date.parse(app.clock()) < end)
}
