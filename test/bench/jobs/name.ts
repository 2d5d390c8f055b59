import { forReading, prepare } from '../../../main/db/handles.ts'
import type { Identity } from '../../../shared/person/model.ts'
import { howFound, soughtOf } from '../../../shared/name/match.ts'
import { foundOf, type Found, type Job } from '../job.ts'
import { compare } from '../measure.ts'
import { fewRounds, type Office } from '../office.ts'
import { rowsOf } from '../vault/rows.ts'

/** Somebody who is on no case. */
const newcomer: Identity = { name: 'Ольга Жмарозкина', otherNames: '', contact: '', documents: '' }

/** The same identities in the clear, one row each. */
function inTheClear(office: Office) {
  const connection = office.plain()
  connection.exec(`CREATE TABLE IF NOT EXISTS bench_identity
    (id TEXT PRIMARY KEY, name TEXT, otherNames TEXT, contact TEXT, documents TEXT) STRICT`)
  const add = connection.prepare<[object]>(
    `INSERT OR IGNORE INTO bench_identity VALUES (@id, @name, @otherNames, @contact, @documents)`,
  )
  connection.transaction(() => {
    for (let n = 0; n < office.count; n++) {
      const { file, identity } = rowsOf(n, office.count)
      add.run({ id: file.id, ...identity })
    }
  })()
  const db = forReading(connection)
  return () => {
    const sought = soughtOf(newcomer)
    let found = 0
    const all = prepare<[], Identity>(db, `SELECT name, otherNames, contact, documents FROM bench_identity`)
    for (const one of all.iterate()) if (howFound(sought, one) !== null) found++
    return found
  }
}

async function duplicateCheck(office: Office): Promise<Found> {
  const { get } = await office.desk()
  const { caseId } = office.known[0] ?? {}
  const personId = caseId && (await get('case.view', { caseId })).persons[0]?.id
  if (!personId) throw new Error('it is there')
  const ours = () => get('name.compare', { personId, identity: newcomer })
  const pair = await compare({ ours, reference: inTheClear(office) }, { rounds: fewRounds(office, 5) })
  return foundOf(pair, { 'identities compared': (await ours()).compared })
}

export const nameJobs: readonly Job[] = [
  {
    name: 'duplicate check',
    beside: 'plain SQLite, the same names in the clear and the same comparer',
    unit: 'ms',
    goal: null,
    grows: true,
    why: 'every identity is opened under its own key, because no index of names may stand outside them. Whoever saves waits for all, or goes on at once.',
    run: duplicateCheck,
  },
]
