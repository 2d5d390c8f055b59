import { forReading, prepare } from '../../../main/db/handles.ts'
import { foundOf, type Found, type Job } from '../job.ts'
import { alone, compare, given, sampleOf } from '../measure.ts'
import { databaseOf, type Office } from '../office.ts'
import { ofTheDay, questionsOf } from '../questions.ts'

/** So often at least, where the slowest of a hundred counts. */
const enough = ({ rounds }: Office) => ({ rounds, times: Math.max(20, Math.ceil(100 / rounds)) })

/** What a question costs that reads nothing of a case: the schema, the clock, whose duty it is, and the answer. */
async function door(office: Office): Promise<Found> {
  const { get } = await office.desk()
  const db = forReading(office.plain())
  const reference = () => prepare<[]>(db, `SELECT * FROM access_step`).all()
  return foundOf(await compare({ ours: () => get('access.waiting', {}), reference }, enough(office)))
}

/** What else the page of the day asks, one question after the other, as the page does. */
async function restOfHome(office: Office): Promise<Found> {
  const { get } = await office.desk()
  const db = forReading(office.plain())
  const asked = ofTheDay.filter(name => name !== 'case.dues')
  const ours = async () => {
    for (const name of asked) await get(name, {})
  }
  const sql = `SELECT * FROM due_line ORDER BY by_day, press, ends, id LIMIT 50`
  const reference = () => prepare<[]>(db, sql).all()
  return foundOf(await compare({ ours, reference }, enough(office)))
}

const partSql = `SELECT * FROM case_line NOT INDEXED
  WHERE n IN (SELECT n FROM code_part WHERE part >= @said AND part < @said || '~') ORDER BY changed DESC, n DESC LIMIT 50`
const partCountSql = `SELECT facet, count(*) AS n FROM case_line NOT INDEXED
  WHERE n IN (SELECT n FROM code_part WHERE part >= @said AND part < @said || '~') GROUP BY facet`

/** The same for one letter, which so many have that a page is found sooner along the order. */
const letterSql = `SELECT * FROM case_line WHERE instr(replace(code, '-', ''), @said) > 0 ORDER BY changed DESC, n DESC LIMIT 50`
const letterCountSql = `SELECT facet, n FROM code_tally WHERE letter = @said`

/** The list narrowed to a part of a code. */
async function partOfCode(office: Office, letters: 1 | 2): Promise<Found> {
  const { get } = await office.desk()
  const db = forReading(office.plain())
  const code = prepare<[], { code: string }>(db, `SELECT code FROM case_line ORDER BY n DESC LIMIT 1`).get()
    ?.code
  const said = (code ?? '').slice(1, 1 + letters)
  const sqls = letters === 1 ? [letterSql, letterCountSql] : [partSql, partCountSql]
  const reference = () => {
    for (const sql of sqls) prepare<[{ said: string }]>(db, sql).all({ said })
  }
  return foundOf(await compare({ ours: () => get('case.list', { code: said }), reference }, enough(office)))
}

/** Each question of every screen, and the one that takes longest. */
async function slowest(office: Office): Promise<Found> {
  const desk = await office.desk()
  const also: Record<string, number> = {}
  let worst = sampleOf([0])
  for (const { name, input } of questionsOf(databaseOf(desk))) {
    const sample = await alone(() => desk.get(name, input as never), 100)
    if (sample.median >= 1) also[`ms of ${name}`] = Math.max(also[`ms of ${name}`] ?? 0, sample.median)
    if (sample.median > worst.median) worst = sample
  }
  return { ours: worst, reference: given(16), also }
}

const partJob = (name: string, letters: 1 | 2): Job => ({
  name: `list: ${name} of a code`,
  beside: 'plain SQLite, the same lines looked up, and their counts',
  unit: 'ms',
  goal: 1.5,
  most: 16,
  grows: true,
  why: 'what is behind is asked about first, and each line is put into words.',
  run: office => partOfCode(office, letters),
})

export const screenJobs: readonly Job[] = [
  {
    name: 'the door alone: a question that finds nothing',
    beside: 'plain SQLite, the same empty table',
    unit: 'ms',
    goal: null,
    run: door,
  },
  {
    name: 'home screen: the nine other questions it asks',
    beside: 'plain SQLite, one indexed page',
    unit: 'ms',
    goal: 3,
    most: 16,
    grows: 2,
    why: 'nine questions, each through the door.',
    run: restOfHome,
  },
  partJob('one letter', 1),
  partJob('two letters', 2),
  {
    name: 'every question of the screens: the slowest of them',
    beside: 'one frame',
    unit: 'ms',
    goal: 1,
    of: 'p99',
    grows: 2,
    why: 'a report that was asked for a moment ago is gone through for twenty milliseconds before each answer, until every case was looked at for it (report.overview, report.ready); all others answer within seven.',
    run: slowest,
  },
]
