import { forReading, prepare } from '../../../main/db/handles.ts'
import { foundOf, type Found, type Job } from '../job.ts'
import { compare } from '../measure.ts'
import type { Office } from '../office.ts'

/** The window of the annual report with a whole year of made cases. */
const ordinal = 16

const trendSql = `SELECT form, region, count(DISTINCT case_id) AS cases FROM act INDEXED BY bench_act_in_time
  WHERE first <= '2025-04-30' AND last >= '2024-05-01' GROUP BY form, region`

/** What a program would do that counts acts of a window by form and region, out of an index. */
function counting(office: Office): () => unknown {
  office.plain().exec(`
    ALTER TABLE act ADD COLUMN first TEXT GENERATED ALWAYS AS ("when" ->> 'from') VIRTUAL;
    ALTER TABLE act ADD COLUMN last TEXT GENERATED ALWAYS AS ("when" ->> 'to') VIRTUAL;
    CREATE INDEX bench_act_in_time ON act (form, region, case_id, first, last);`)
  const db = forReading(office.plain())
  return () => prepare<[]>(db, trendSql).all()
}

async function asking(office: Office, name: 'report.ready' | 'report.overview'): Promise<Found> {
  const { get } = await office.desk()
  const rounds = Math.min(office.count > 20_000 ? 1 : 3, office.rounds)
  const has = office.plain().prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'bench_act_in_time'`).get()
  const reference = has ? () => prepare<[]>(forReading(office.plain()), trendSql).all() : counting(office)
  return foundOf(await compare({ ours: () => get(name, { ordinal }), reference }, { rounds }))
}

const beside = 'plain SQLite, the acts of the window counted by form and region out of a covering index'

export const reportJobs: readonly Job[] = [
  {
    name: 'trend query over everything: what would be handed in to the annual report',
    beside,
    unit: 'ms',
    goal: 2,
    grows: true,
    why: 'Vigil has no trends of its own. It counts nobody without asking their answers and the gate case by case, and what would be handed in is searched for the name of everybody in the vault; that is done when the page is opened, a few times a year.',
    run: office => asking(office, 'report.ready'),
  },
  {
    name: 'the cases of one annual report, as a list',
    beside,
    unit: 'ms',
    goal: null,
    grows: true,
    run: office => asking(office, 'report.overview'),
  },
]
