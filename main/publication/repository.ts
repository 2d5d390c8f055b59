import type { PublicationCheck } from '../../shared/gate/model.ts'
import type { CaseId, ItemId } from '../../shared/model.ts'
import type { IdentityCheck, SecondReading } from '../../shared/publication/model.ts'
import { combinationIn, publicationOf as standingOf } from '../../shared/publication/rules.ts'
import { readingStands } from '../approval/repository.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** Checks whether anybody can be recognised. Never changed. */
export const checks = table<IdentityCheck>('publication_check', {
  id: 'plain',
  caseId: 'plain',
  itemId: 'plain',
  code: 'plain',
  of: 'plain',
  answers: 'json',
  by: 'plain',
  checkedOn: 'plain',
  at: 'plain',
})

/** That somebody else read it. Never changed. */
export const readings = table<SecondReading>('publication_reading', {
  id: 'plain',
  caseId: 'plain',
  itemId: 'plain',
  of: 'plain',
  words: 'plain',
  by: 'plain',
  briefId: 'plain',
  at: 'plain',
})

interface OfItem {
  readonly itemId: ItemId
  readonly caseId: CaseId
}

/** The checks and the readings of one item, in the order of recording. */
export const readOf = (db: ReadDb, { itemId, caseId }: OfItem) => ({
  checks: checks.ofCase(db, caseId).filter(one => one.itemId === itemId),
  readings: readings.ofCase(db, caseId).filter(one => one.itemId === itemId),
})

/** What the gate is told of one item; `null` until somebody looked. */
export function publicationOf(db: ReadDb, item: OfItem): PublicationCheck | null {
  const read = readOf(db, item)
  return standingOf(
    read.checks,
    read.readings.filter(reading => readingStands(db, reading)),
  )
}

/** No value, for a filter that lets everything through: `''` among the values stands for what is not known, which may be many things. */
const known = (values: readonly string[]) =>
  values.includes('') ? null : JSON.stringify([...new Set(values)])

const alikeSql = `
  SELECT DISTINCT p.case_id FROM person AS p
   WHERE ifnull(p.region ->> 'value', '') = @region
     AND (@roles IS NULL OR EXISTS (SELECT 1 FROM json_each(p.roles) WHERE value IN (SELECT value FROM json_each(@roles))))
     AND (@entities IS NULL OR EXISTS (SELECT 1 FROM engagement AS e WHERE e.case_id = p.case_id
                                        AND e.entity IN (SELECT value FROM json_each(@entities))))
     AND (@years IS NULL OR EXISTS (SELECT 1 FROM act AS a WHERE a.case_id = p.case_id
                                     AND substr(a."when" ->> 'from', 1, 4) IN (SELECT value FROM json_each(@years))))`

/**
 * The cases of the vault in which somebody may share a combination with one person: all that do, and some that do not.
 *
 * @param mine the combinations of that person, which are all of one region.
 */
export function casesWithAnyLike(db: ReadDb, mine: readonly string[]): CaseId[] {
  const all = mine.map(combinationIn)
  const [first] = all
  if (!first) return []
  const of = (place: 1 | 2 | 3) => known(all.map(combination => combination[place]))
  return prepare<[Record<string, string | null>], CaseId>(db, alikeSql)
    .pluck()
    .all({ region: first[0], roles: of(1), entities: of(2), years: of(3) })
}
