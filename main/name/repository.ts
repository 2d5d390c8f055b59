import type { Instant, PersonId } from '../../shared/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** That somebody looked for a name: how many were compared and found, and never what was sought. */
export interface NameLook {
  readonly id: string
  readonly compared: number
  readonly found: number
  readonly stopped: boolean
  /** Role code of the officer. */
  readonly by: string
  readonly at: Instant
}

export const looks = table<NameLook>('name_look', {
  id: 'plain',
  compared: 'plain',
  found: 'plain',
  stopped: 'flag',
  by: 'plain',
  at: 'plain',
})

/** How many persons have an identity, as far as whoever is at the desk reads their cases. */
export const identified = (db: ReadDb): number =>
  prepare<[], { n: number }>(db, `SELECT count(*) AS n FROM identity_key`).get()?.n ?? 0

/** The next of them by their ids. */
export const identifiedAfter = (db: ReadDb, after: string, most: number): PersonId[] =>
  prepare<[string, number], { id: PersonId }>(
    db,
    `SELECT person_id AS id FROM identity_key WHERE person_id > ? ORDER BY person_id LIMIT ?`,
  )
    .all(after, most)
    .map(({ id }) => id)

/** Everybody in these cases. */
export const personsOfCases = (db: ReadDb, caseIds: readonly string[]): ReadonlySet<string> =>
  new Set(
    prepare<[string], { id: string }>(
      db,
      `SELECT id FROM person WHERE case_id IN (SELECT value FROM json_each(?))`,
    )
      .all(JSON.stringify(caseIds))
      .map(({ id }) => id),
  )
