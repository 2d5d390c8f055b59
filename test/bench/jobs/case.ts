import { cases } from '../../../main/case/repository.ts'
import { briefs } from '../../../main/brief/repository.ts'
import { forReading, forWriting, prepare } from '../../../main/db/handles.ts'
import { standingFor } from '../../../main/gate/standing.ts'
import { bringUpAtRest } from '../../../main/upToDate.ts'
import { caseView } from '../../../main/views/caseView.ts'
import { linesOf } from '../../../shared/brief/lines.ts'
import { gate } from '../../../shared/gate/rules.ts'
import { Day, Instant } from '../../../shared/model.ts'
import { foundOf, type Found, type Job } from '../job.ts'
import { alone, compare, given, sampleOf, timed } from '../measure.ts'
import { databaseOf, nth, type Office } from '../office.ts'
import { queriesOf } from '../vault/plain.ts'
import { today } from '../vault/drawing.ts'

const at = { now: Instant.parse(new Date(today).toISOString()), today: Day.parse('2025-06-02') }

/** Opens case after case, and sends the same SQL to the plain database. */
async function openCase(office: Office): Promise<Found> {
  const { get } = await office.desk()
  const { known, rounds } = office
  const plain = office.plain()
  const queries = queriesOf(plain, spy => caseView(spy, { caseId: nth(known, 0).caseId, ...at }))
  const repeat = (caseId: string) => {
    for (const { sql, takes, names } of queries) {
      const given: unknown[] = Array.from({ length: takes }, () => caseId)
      if (names.length > 0) given.push(Object.fromEntries(names.map(name => [name, caseId])))
      prepare<unknown[]>(forReading(plain), sql).all(...given)
    }
  }
  let [i, j] = [0, 0]
  const ours = () => get('case.view', { caseId: nth(known, i++).caseId })
  return foundOf(
    await compare({ ours, reference: () => repeat(nth(known, j++).caseId) }, { rounds, times: 60 }),
  )
}

type Row = Readonly<Record<string, unknown>>

/** Changes the words of a case, and writes the same row by hand, with a line about it and its words of before. */
async function saveChange(office: Office): Promise<Found> {
  const desk = await office.desk()
  const { known, rounds } = office
  const plain = forWriting(office.plain())
  const connection = office.plain()
  connection.exec(`CREATE TABLE IF NOT EXISTS bench_audit
    (id INTEGER PRIMARY KEY, at TEXT, actor TEXT, operation TEXT, case_id TEXT, col TEXT, old TEXT, new TEXT, hash TEXT) STRICT`)
  const audit = connection.prepare<
    [Row]
  >(`INSERT INTO bench_audit (at, actor, operation, case_id, col, old, new, hash)
    VALUES (@at, 'FP-1', 'case.change', @id, 'account', @old, @new, @hash)`)
  const ours = async (n: number) => {
    const { caseId } = nth(known, n)
    const file = cases.byId(forReading(databaseOf(desk)), caseId)
    if (!file) throw new Error('it is there')
    const { id, code: _c, state: _s, startedAt: _a, changedAt: _b, ...intake } = file
    const changed = { ...intake, account: `${file.account} ${n}` }
    return timed(() => desk.get('case.change', { caseId: id, intake: changed }))
  }
  const reference = (n: number) => {
    const before = cases.byId(plain, nth(known, n).caseId)
    if (!before) throw new Error('it is there')
    const account = `${before.account} ${n}`
    return timed(() =>
      connection
        .transaction(() => {
          cases.update(plain, { ...before, account, changedAt: at.now })
          audit.run({ at: at.now, id: before.id, old: before.account, new: account, hash: '0'.repeat(64) })
        })
        .immediate(),
    )
  }
  const [mine, theirs, rests]: [number[], number[], number[]] = [[], [], []]
  for (let n = 0; n < 10 * rounds; n++) {
    mine.push(await ours(n))
    rests.push(await timed(() => bringUpAtRest(desk.app)))
    theirs.push(await reference(n))
  }
  return {
    ours: sampleOf(mine.slice(5)),
    reference: sampleOf(theirs.slice(5)),
    also: { 'ms for the list and the search afterwards, when nobody asks': sampleOf(rests.slice(5)).median },
  }
}

/** The gate over every line of a brief, asked once for each of them. */
async function gateOverBriefs(office: Office): Promise<Found> {
  const db = forReading(databaseOf(await office.desk()))
  const ready = office.briefs.map(({ caseId, briefId }) => {
    const content = caseView(db, { caseId, ...at })
    const brief = briefs.byId(db, briefId)
    if (!brief) throw new Error('it is there')
    const lines = linesOf(content)
    const item = {
      id: brief.id,
      personIds: content.persons.map(({ id }) => id),
      keys: lines.map(({ key }) => key),
      hasSafetyReason: false,
    }
    const { approval, author, draft } = brief
    const decided = { gate: 'G5', approval, author, fingerprint: '', content: '' } as const
    return { ...draft, ...standingFor(db, { content, item }), ...decided, lines }
  })
  return { ours: await alone(i => gate(nth(ready, i)), 1000), reference: given(5) }
}

export const caseJobs: readonly Job[] = [
  {
    name: 'open a case',
    beside: 'the same queries on plain SQLite',
    unit: 'ms',
    goal: 2.5,
    most: 16,
    grows: true,
    why: 'beside the queries there are the rules of the case: what blocks, what is due, what comes next.',
    run: openCase,
  },
  {
    name: 'save a change, with its entry and its history',
    beside: 'plain SQLite, the same row and a line about it, the same durability',
    unit: 'ms',
    goal: 2,
    grows: true,
    why: 'beside the row there are its history with what it said before, the chain, and marks of what list and search have to read; every page of it is enciphered twice, in the journal and in the file.',
    run: saveChange,
  },
  {
    name: 'gate over every line of a case',
    beside: 'what nobody feels',
    unit: 'ms',
    goal: 1,
    of: 'p99',
    grows: true,
    run: gateOverBriefs,
  },
  {
    name: 'gates of everything planned on a case, through the door',
    beside: 'what nobody feels',
    unit: 'ms',
    goal: 1,
    of: 'p99',
    grows: true,
    async run({ desk, known }) {
      const { get } = await desk()
      return {
        ours: await alone(i => get('case.gates', { caseId: nth(known, i).caseId }), 500),
        reference: given(5),
      }
    },
  },
  {
    name: 'look at a brief',
    beside: 'one frame',
    unit: 'ms',
    goal: 1,
    of: 'p99',
    grows: true,
    async run({ desk, briefs: all }) {
      const { get } = await desk()
      return {
        ours: await alone(i => get('brief.view', { briefId: nth(all, i).briefId }), 200),
        reference: given(16),
      }
    },
  },
]
