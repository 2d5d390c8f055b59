import { recordDiffers } from '../../shared/exchange/packages.ts'
import type { ColleagueId, Instant } from '../../shared/model.ts'
import type { Sighting, WatchedLine, WitnessLine } from '../../shared/record/model.ts'
import { isAlarming, verdictOf } from '../../shared/record/witness.ts'
import type { ReadDb } from '../db/handles.ts'
import { allColleagues } from '../exchange/colleagues.ts'
import { entriesOf } from './entry.ts'
import { entryBetween, hashAt, restoredAt, seenByColleagues, seenOfColleagues } from './repository.ts'
import type { SeenBy, SeenOf } from './repository.ts'

/** What stands outside the database and knows something of the record, as it was found at opening. */
export interface Outside {
  readonly machine: Sighting | null
  /** The last entry of the last closing, and what the clock said then. */
  readonly seal: { readonly head: string; readonly at: Instant } | null
}

function witnessLine(db: ReadDb, sighting: Sighting): Omit<WitnessLine, 'kind' | 'who'> {
  const entries = entriesOf(db)
  const headThen = hashAt(db, sighting.entries)
  const verdict = verdictOf(sighting, { entries, headThen, restoredAt: restoredAt(db) })
  const missing = verdict === 'behind' ? sighting.entries - entries : 0
  return { entries: sighting.entries, at: sighting.at, verdict, missing }
}

/** The seal knows the last entry, not its number: either the record has it, or it is another record. */
function sealLine(db: ReadDb, { head, at }: NonNullable<Outside['seal']>): WitnessLine {
  const seq = entryBetween(db, { from: head, to: `${head}0` })?.seq ?? null
  const restored = restoredAt(db)
  const verdict = seq !== null ? 'fits' : restored !== null && at <= restored ? 'explained' : 'differs'
  return { kind: 'seal', who: null, entries: seq, at, verdict, missing: 0 }
}

const order = { differs: 0, behind: 1, explained: 2, fits: 3 } as const

/** What alarms first, then whoever saw the most. */
const tellingFirst = (a: WitnessLine, b: WitnessLine): number =>
  order[a.verdict] - order[b.verdict] || (b.entries ?? 0) - (a.entries ?? 0)

/** One line a colleague: the one that says most. Every sighting is looked at. */
function colleagueLines(db: ReadDb): WitnessLine[] {
  const byColleague = Map.groupBy(seenByColleagues(db), ({ colleagueId }) => colleagueId)
  return allColleagues(db).flatMap(({ id, role, office }) => {
    const seen: readonly SeenBy[] = byColleague.get(id) ?? []
    const who = { role, office }
    const lines = seen.map(one => ({ kind: 'colleague' as const, who, ...witnessLine(db, one) }))
    return lines.toSorted(tellingFirst).slice(0, 1)
  })
}

/** Everybody who has seen this record, what alarms first. */
export function witnessLines(db: ReadDb, { machine, seal }: Outside): WitnessLine[] {
  return [
    ...(machine ? [{ kind: 'machine' as const, who: null, ...witnessLine(db, machine) }] : []),
    ...(seal ? [sealLine(db, seal)] : []),
    ...colleagueLines(db),
  ].toSorted((a, b) => order[a.verdict] - order[b.verdict])
}

/** How many of them know another record. */
export const alarming = (lines: readonly WitnessLine[]): number =>
  lines.filter(({ verdict }) => isAlarming(verdict)).length

/** Whether two packages of one vault told of two records. */
const isTorn = (seen: readonly SeenOf[]): boolean =>
  seen.some(one =>
    recordDiffers(
      { ...one, sentAt: one.at },
      seen.map(other => ({ ...other, sentAt: other.at })),
    ),
  )

/** How far the records of colleagues were when they were last seen. */
export function watchedLines(db: ReadDb): WatchedLine[] {
  const byColleague = Map.groupBy<ColleagueId, SeenOf>(seenOfColleagues(db), one => one.colleagueId)
  return allColleagues(db).flatMap(({ id, role, office }) => {
    const seen = byColleague.get(id) ?? []
    const last = seen.at(-1)
    if (!last) return []
    const ofLast = seen.filter(({ origin }) => origin === last.origin)
    const most = ofLast.reduce((far, one) => (one.entries > far.entries ? one : far), last)
    return [{ who: { role, office }, entries: most.entries, at: most.at, differs: isTorn(ofLast) }]
  })
}
