import { forReading, prepare } from '../../../main/db/handles.ts'
import type { AppDesk } from '../desk.ts'
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

/** Asks for the report until every case was looked at for it, as its page does. @returns how long that took, and how often it was asked */
async function lookedAt({ get }: AppDesk): Promise<Readonly<Record<string, number>>> {
  const start = performance.now()
  let times = 0
  let longest = 0
  for (let behind = 1; behind > 0; times += 1) {
    const asked = performance.now()
    behind = (await get('report.overview', { ordinal })).behind
    longest = Math.max(longest, performance.now() - asked)
  }
  const ms = performance.now() - start
  return { 'first time, ms': ms, 'first time, answers': times, 'first time, longest answer, ms': longest }
}

const asks = {
  ready: ({ get }: AppDesk) => get('report.ready', { ordinal }),
  page: ({ get }: AppDesk) => get('report.overview', { ordinal }),
  jump: async ({ get }: AppDesk) => {
    const { total } = await get('report.overview', { ordinal, limit: 1 })
    const page = { from: 'at', position: Math.floor(total / 2) } as const
    return () => get('report.overview', { ordinal, page })
  },
} as const

async function asking(office: Office, name: 'ready' | 'page' | 'jump'): Promise<Found> {
  const desk = await office.desk()
  const also = await lookedAt(desk)
  const has = office.plain().prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'bench_act_in_time'`).get()
  const reference = has ? () => prepare<[]>(forReading(office.plain()), trendSql).all() : counting(office)
  const ours = name === 'jump' ? await asks.jump(desk) : () => asks[name](desk)
  return { ...foundOf(await compare({ ours, reference }, { rounds: office.rounds })), also }
}

const beside = 'plain SQLite, the acts of the window counted by form and region out of a covering index'

export const reportJobs: readonly Job[] = [
  {
    name: 'trend query over everything: what would be handed in to the annual report',
    beside,
    unit: 'ms',
    goal: 2,
    grows: true,
    why: 'Counted off a row of every case, kept as the case stands; every entry that is written is put to the gate when it is asked for. The first time a report is asked for every case is looked at, in slices between which others are answered; when it is handed in, everything is looked at anew, in slices as well.',
    run: office => asking(office, 'ready'),
  },
  {
    name: 'the cases of one annual report, the first page of the list',
    beside,
    unit: 'ms',
    goal: null,
    grows: 3,
    why: 'a millisecond; what is behind, and what stands beside each filter, is counted before.',
    run: office => asking(office, 'page'),
  },
  {
    name: 'the cases of one annual report, from the middle of the list',
    beside,
    unit: 'ms',
    goal: null,
    grows: true,
    run: office => asking(office, 'jump'),
  },
]
