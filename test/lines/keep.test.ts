import { describe, expect, it } from 'vitest'
import { clockDefaults } from '../../shared/case/clockDefaults.ts'
import { usualClocks } from '../../shared/case/clocks.ts'
import { dues } from '../../shared/case/dues.ts'
import { forReading } from '../../main/db/handles.ts'
import { freshLine, linesNow } from '../../main/lines/now.ts'
import { contentOf } from '../../main/lines/make.ts'
import { everyCase } from '../../main/lines/repository.ts'
import { currentClocks } from '../../main/case/clockRepository.ts'
import type { DueLine } from '../../shared/case/due.ts'
import { load } from '../access/support.ts'
import { everyDue, intake, person, testApp, type TestApp } from '../support.ts'

/** Makes the lines of all cases be made anew. */
const allStale = 'INSERT OR IGNORE INTO line_stale (case_id, gone) SELECT id, 0 FROM case_file'

const dbOf = ({ app }: TestApp) => app.desk.vault!.db

/** What the list and the page of the day would say if every case were looked at now. */
function fresh(desk: TestApp) {
  const db = forReading(dbOf(desk))
  const time = { now: desk.app.clock(), today: desk.app.today() }
  const making = { ...time, clocks: currentClocks(db) }
  const lines = everyCase(db).flatMap(id => freshLine(db, id, making) ?? [])
  const all = lines.flatMap(({ id, code }) =>
    dues(contentOf(db, id, time)!, currentClocks(db)).map(due => ({ ...due, caseId: id, code })),
  )
  return { lines, dues: all }
}

const words = (all: readonly object[]) =>
  all.map(one => JSON.stringify(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted()

/** The label of a person is read off the person on the case itself. */
function withoutLabel({ person, ...due }: DueLine): Omit<DueLine, 'person'> {
  expect(person === null).toBe(due.personId === null)
  return due
}

/** What the list and the page of the day say, and what looking at every case would. */
async function both(desk: TestApp): Promise<readonly [said: object, is: object]> {
  const db = forReading(dbOf(desk))
  const beforeIt = words(linesNow({ db, now: desk.app.clock(), today: desk.app.today() }))
  const { lines, behind } = await desk.get('case.list', { limit: 200 })
  const due = (await everyDue(desk)).map(withoutLabel)
  const now = fresh(desk)
  return [
    { behind, beforeIt, lines: words(lines), due: words(due) },
    { behind: 0, beforeIt: words(now.lines), lines: words(now.lines), due: words(now.dues) },
  ]
}

/** Whether both are the same; if not, the difference is shown. */
function agree([said, is]: Awaited<ReturnType<typeof both>>): boolean {
  expect(said).toEqual(is)
  return true
}

const withPractice = async () => {
  const desk = testApp()
  await desk.create()
  for (const id of ['P14', 'P02', 'P05']) await load(desk, id)
  return desk
}

describe('the list of cases and the page of the day', () => {
  it('say what every case says, when it was written to and as time goes by', async () => {
    const desk = await withPractice()
    expect(await both(desk)).toSatisfy(agree)
    const times = ['02T18:00', '04T12:00', '11T09:30', '20T12:00']
    for (const at of times) {
      desk.moveTo(`2026-03-${at}:00.000Z`)
      expect(await both(desk)).toSatisfy(agree)
    }
    const [{ id: caseId } = { id: null }] = (await desk.get('case.list', {})).lines
    await desk.get('person.add', { caseId: caseId!, person: person() })
    expect(await both(desk)).toSatisfy(agree)
    desk.moveTo('2027-09-01T12:00:00.000Z')
    expect(await both(desk)).toSatisfy(agree)
  })

  it('say so again when the clock of the machine goes back', async () => {
    const desk = await withPractice()
    const start = desk.app.clock()
    desk.moveTo('2026-09-01T12:00:00.000Z')
    expect(await both(desk)).toSatisfy(agree)
    desk.moveTo(start)
    expect(await both(desk)).toSatisfy(agree)
  })

  it('go by the clocks as they are set now, and are whole again after everything that is made of the cases was lost', async () => {
    const desk = await withPractice()
    const caseReview = clockDefaults.caseReview.choices[0]!
    expect(caseReview).not.toBe(usualClocks.lengths.caseReview)
    const lengths = { ...usualClocks.lengths, caseReview }
    await desk.get('case.setClocks', { clocks: { ...usualClocks, lengths }, reason: 'elections are near' })
    expect(await both(desk)).toSatisfy(agree)
    const db = dbOf(desk)
    db.exec(`DELETE FROM case_line; DELETE FROM line_time; ${allStale}`)
    expect(db.prepare('SELECT total(n) FROM line_tally').pluck().get()).toBe(0)
    expect(db.prepare('SELECT total(n) FROM due_tally').pluck().get()).toBe(0)
    expect(await both(desk)).toSatisfy(agree)
  })

  it('tell how many cases they do not tell of yet, and fewer each time they are asked', async () => {
    const desk = testApp()
    await desk.create()
    for (let n = 0; n < 60; n++) await desk.get('case.start', { intake: intake(), fileId: null })
    const db = dbOf(desk)
    db.exec(`DELETE FROM case_line; ${allStale}`)
    const seen: number[] = []
    for (let behind = 60; behind > 0;) {
      const page = await desk.get('case.list', { limit: 200 })
      expect(page.lines).toHaveLength(60 - page.behind)
      expect(page.behind).toBeLessThan(behind)
      seen.push((behind = page.behind))
    }
    expect(seen.length).toBeLessThan(4)
  })

  it('are read though nothing can be written, and say that they are behind', async () => {
    const desk = testApp()
    await desk.create()
    await desk.get('case.start', { intake: intake(), fileId: null })
    await desk.get('case.list', {})
    const db = dbOf(desk)
    db.exec(allStale)
    db.pragma('query_only = ON')
    expect(await desk.get('case.list', {})).toMatchObject({ total: 1, behind: 1 })
    expect(await desk.get('case.dues', {})).toMatchObject({ cases: 1, behind: 1 })
    db.pragma('query_only = OFF')
    expect(await desk.get('case.list', {})).toMatchObject({ total: 1, behind: 0 })
  })

  it('are no part of the record: asking for them leaves no trace in it', async () => {
    const desk = await withPractice()
    const entries = () => dbOf(desk).prepare('SELECT count(*), max(id) FROM change').raw().get()
    const before = entries()
    desk.moveTo('2026-06-01T12:00:00.000Z')
    expect(await both(desk)).toSatisfy(agree)
    expect(entries()).toEqual(before)
    expect((await desk.get('record.verify', {})).brokenAt).toBeNull()
  })

  it('give the codes of cases that are asked for by their number, and nothing else', async () => {
    const desk = testApp()
    await desk.create()
    const { caseId } = await desk.get('case.start', { intake: intake(), fileId: null })
    const [line] = (await desk.get('case.list', {})).lines
    const nowhere = '00000000-0000-4000-8000-000000000000' as typeof caseId
    expect(await desk.get('case.codes', { caseIds: [caseId, nowhere] })).toEqual([
      { id: caseId, code: line!.code },
    ])
  })
})
