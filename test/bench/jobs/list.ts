import { forReading, prepare } from '../../../main/db/handles.ts'
import { foundOf, type Job } from '../job.ts'
import { compare } from '../measure.ts'

/** One page of a list, from an index, as a program without secrets would. */
export const pageSql = `SELECT id, code, state, danger, started_at, changed_at,
  (SELECT count(*) FROM person WHERE case_id = case_file.id) AS persons FROM case_file ORDER BY changed_at DESC, id DESC LIMIT 50`

export const listJobs: readonly Job[] = [
  {
    name: 'home screen: what is due',
    beside: 'plain SQLite, one indexed page',
    unit: 'ms',
    goal: 3,
    grows: true,
    async run(office) {
      const { get } = await office.desk()
      const db = forReading(office.plain())
      const reference = () =>
        prepare<[]>(
          db,
          `SELECT case_id, band, valid_until FROM risk_assessment ORDER BY valid_until LIMIT 50`,
        ).all()
      return foundOf(await compare({ ours: () => get('case.dues', {}), reference }, office))
    },
  },
]
