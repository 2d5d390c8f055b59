import type { ColleagueId, Instant } from '../../shared/model.ts'
import { clockFlag } from '../../shared/record/clock.ts'
import { RecordCheck } from '../../shared/record/model.ts'
import type { Entry, Sighting } from '../../shared/record/model.ts'
import { hiddenCases } from '../db/apartKeys.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** What a colleague said they had seen of this record. `seenAt` is the time of the package of ours that told them. */
export interface SightingRow {
  readonly id: string
  readonly colleagueId: ColleagueId
  readonly entries: number
  readonly head: string
  readonly seenAt: Instant
  readonly at: Instant
}

/** What colleagues said they had seen of this record. Never changed. */
export const sightings = table<SightingRow>('witness_sighting', {
  id: 'plain',
  colleagueId: 'plain',
  entries: 'plain',
  head: 'plain',
  seenAt: 'plain',
  at: 'plain',
})

/** A colleague, and what they have seen of this record. */
export interface SeenBy extends Sighting {
  readonly colleagueId: ColleagueId
}

/**
 * What colleagues have seen of this record: what they said of it, and every package of ours they answered. Such an answer
 * names the package, and the package names the head.
 */
export const seenByColleagues = (db: ReadDb): SeenBy[] =>
  prepare<[], SeenBy>(
    db,
    `SELECT colleague_id AS colleagueId, entries, head, seen_at AS at FROM witness_sighting
     UNION
     SELECT ours.colleague_id, ours.entries, ours.head, ours.sent_at FROM exchange_package AS theirs
       JOIN exchange_package AS ours ON ours.package_id = theirs.about AND ours.colleague_id = theirs.colleague_id
        AND ours.direction = 'sent'
      WHERE theirs.direction = 'received'`,
  ).all()

/** What this vault has seen of a colleague's record. */
export interface SeenOf extends SeenBy {
  readonly origin: string
}

/** What this vault has seen of the records of colleagues, oldest first. */
export const seenOfColleagues = (db: ReadDb): SeenOf[] =>
  prepare<[], SeenOf>(
    db,
    `SELECT colleague_id AS colleagueId, origin, entries, head, sent_at AS at FROM exchange_package
      WHERE direction = 'received' ORDER BY rowid`,
  ).all()

/** The longest record a colleague's vault was seen with, of the vault they sent from last; `null` when nothing came. */
export const farthestSeenOf = (db: ReadDb, colleagueId: ColleagueId): Omit<SeenOf, 'colleagueId'> | null =>
  prepare<[ColleagueId, ColleagueId], Omit<SeenOf, 'colleagueId'>>(
    db,
    `SELECT origin, entries, head, sent_at AS at FROM exchange_package
      WHERE direction = 'received' AND colleague_id = ? AND origin = (SELECT origin FROM exchange_package
        WHERE direction = 'received' AND colleague_id = ? ORDER BY rowid DESC LIMIT 1)
      ORDER BY entries DESC, rowid DESC LIMIT 1`,
  ).get(colleagueId, colleagueId) ?? null

/** The hash of one entry, or `null`. */
export const hashAt = (db: ReadDb, seq: number): string | null =>
  prepare<[number], { hash: string }>(
    db,
    `SELECT lower(hex(hash)) AS hash FROM main.entry WHERE seq = ?`,
  ).get(seq)?.hash ?? null

/**
 * The last entry with a hash between two; `null` when there is none. Both in hex; `to` is not among them. Looks from the end
 * of the record on, where almost everything that is asked for stands.
 */
export const entryBetween = (
  db: ReadDb,
  { from, to }: { readonly from: string; readonly to: string },
): { readonly seq: number; readonly at: Instant } | null =>
  prepare<[string, string], { seq: number; at: Instant }>(
    db,
    `SELECT seq, at FROM main.entry WHERE lower(hex(hash)) >= ? AND lower(hex(hash)) < ? ORDER BY seq DESC LIMIT 1`,
  ).get(from, to) ?? null

/** When it was last recorded that a copy was restored; `null` when it never was. */
export const restoredAt = (db: ReadDb): Instant | null =>
  prepare<[], { at: Instant }>(
    db,
    `SELECT at FROM main.entry WHERE operation IN ('record.declareRestore', 'vault.restored') ORDER BY seq DESC LIMIT 1`,
  ).get()?.at ?? null

/** The latest time in the record since the clock was last confirmed; empty when there is no entry. */
export const clockFloor = (db: ReadDb): string =>
  prepare<[], { at: string }>(
    db,
    `SELECT max(ifnull((SELECT at FROM main.clock_floor), ''),
       ifnull((SELECT at FROM main.entry ORDER BY seq DESC LIMIT 1), '')) AS at`,
  ).get()?.at ?? ''

/** The last check of the record, or `null`. */
export function lastCheck(db: ReadDb): RecordCheck | null {
  const kept = prepare<[], { checked: string }>(db, `SELECT checked FROM record_check`).get()
  return kept ? (RecordCheck.safeParse(JSON.parse(kept.checked)).data ?? null) : null
}

/** Keeps a check in place of the one before. Not part of the record. */
export function keepCheck(db: WriteDb, check: RecordCheck): void {
  prepare<[string]>(
    db,
    `INSERT INTO record_check (one, checked) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET checked = excluded.checked`,
  ).run(JSON.stringify(check))
}

interface Listed {
  readonly caseId: string | null
  readonly before: number | null
}

const listed = (which: string) => `
  SELECT seq, at, actor, operation, case_id AS caseId, reason, changes, lower(hex(hash)) AS hash,
         (SELECT one.at FROM main.entry AS one WHERE one.seq = entry.seq - 1) AS atBefore FROM entry
   WHERE ${which} AND seq < ifnull(@before, 9e15)
     AND (case_id IS NULL OR case_id NOT IN (SELECT value FROM json_each(@hidden)))
   ORDER BY seq DESC LIMIT 100`
const listedOfCase = listed('case_id = @caseId')
const listedOfAll = listed('@caseId IS NULL')

/** Up to 100 entries, newest first, of one case or of all that whoever is at the desk reads; each with what is odd about its time. */
export function entriesBefore(db: ReadDb, asked: Listed): Entry[] {
  const rows = prepare<
    [Listed & { readonly hidden: string }],
    Omit<Entry, 'clock'> & { readonly atBefore: Instant | null }
  >(db, asked.caseId === null ? listedOfAll : listedOfCase).all({ ...asked, hidden: hiddenCases(db) })
  return rows.map(({ atBefore, ...entry }) => ({ ...entry, clock: clockFlag(atBefore, entry.at) }))
}
