import { actions } from '../../../main/action/repository.ts'
import { acts, perpetrators } from '../../../main/act/repository.ts'
import { courses } from '../../../main/case/courseRepository.ts'
import { cases } from '../../../main/case/repository.ts'
import { consents } from '../../../main/consent/repository.ts'
import { forWriting } from '../../../main/db/handles.ts'
import type { Connection, WriteDb } from '../../../main/db/handles.ts'
import { engagements } from '../../../main/engagement/repository.ts'
import { sealIdentity } from '../../../main/person/identity.ts'
import { keepIdentity, persons } from '../../../main/person/repository.ts'
import { openEntry, sealEntry } from '../../../main/record/entry.ts'
import { risks } from '../../../main/risk/repository.ts'
import { scopeTests } from '../../../main/scope/repository.ts'
import type { Instant } from '../../../shared/model.ts'
import { officer } from './drawing.ts'
import { rowsOf, type CaseRows } from './rows.ts'
import { chance } from './seed.ts'

/** A vault being filled: its database and the key that wraps the keys of identities. */
export interface Filling {
  readonly db: Connection
  readonly identityKey: Uint8Array
}

/** How many cases are written in one transaction. Each of their rows has an entry of its own all the same. */
const atOnce = 1000

/** One row and the operation that would have written it. */
type Step = readonly [operation: string, put: (db: WriteDb) => void]

function stepsOf(rows: CaseRows, random: (size: number) => Uint8Array, vaultKey: Uint8Array): Step[] {
  const [first] = rows.persons
  if (!first) throw new Error('every case has somebody')
  const sealed = () => sealIdentity(rows.identity, { personId: first.id, vaultKey, random })
  const { course } = rows
  return [
    ['case.start', db => cases.insert(db, rows.file)],
    ...rows.persons.map((person): Step => ['person.add', db => persons.insert(db, person)]),
    ['person.identify', db => keepIdentity(db, { personId: first.id, ...sealed() })],
    ['engagement.add', db => engagements.insert(db, rows.engagement)],
    ['act.addPerpetrator', db => perpetrators.insert(db, rows.perpetrator)],
    ...rows.acts.map((act): Step => ['act.add', db => acts.insert(db, act)]),
    ['scope.answer', db => scopeTests.insert(db, rows.scope)],
    ['consent.record', db => consents.insert(db, rows.consent)],
    ['risk.assess', db => risks.insert(db, rows.risk)],
    ['action.plan', db => actions.insert(db, rows.action)],
    ...(course ? [['case.move', db => courses.insert(db, course)] satisfies Step] : []),
  ]
}

function addCase(
  db: WriteDb,
  rows: CaseRows,
  { seed, vaultKey }: { seed: number; vaultKey: Uint8Array },
): void {
  const { bytes } = chance(-1 - seed)
  for (const [place, [operation, put]] of stepsOf(rows, bytes, vaultKey).entries()) {
    const seq = openEntry(db)
    put(db)
    sealEntry(db, seq, {
      at: new Date(rows.at + place * 1000).toISOString() as Instant,
      actor: officer,
      operation,
      caseId: rows.file.id,
      subject: null,
      reason: null,
      salt: bytes(16),
    })
  }
}

/**
 * Fills a vault with so many invented cases: the same words in the same order for the same number. Every row is written by
 * its own repository, under the real triggers, with one sealed entry each, so that the record verifies; only the door's
 * questions are left out, and a thousand cases share a transaction.
 *
 * @param told called with how many there are so far.
 */
export function fillWith(
  { db, identityKey }: Filling,
  count: number,
  told: (done: number) => void = () => undefined,
): void {
  const writing = forWriting(db)
  db.pragma('cache_size = -262144')
  for (let from = 0; from < count; from += atOnce) {
    const to = Math.min(count, from + atOnce)
    db.transaction(() => {
      for (let n = from; n < to; n++) addCase(writing, rowsOf(n, count), { seed: n, vaultKey: identityKey })
    }).immediate()
    told(to)
  }
  db.pragma('cache_size = -2000')
}
