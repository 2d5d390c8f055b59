import type { PublicationCheck } from '../../shared/gate/model.ts'
import type { CaseId, ItemId } from '../../shared/model.ts'
import type { IdentityCheck, SecondReading } from '../../shared/publication/model.ts'
import { publicationOf as standingOf } from '../../shared/publication/rules.ts'
import { readingStands } from '../approval/repository.ts'
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
