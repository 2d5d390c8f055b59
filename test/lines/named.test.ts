import { describe, expect, it } from 'vitest'
import { limits, load, sits, withCase, type Loaded } from '../access/support.ts'
import { everyDue, intake, person } from '../support.ts'

const made = ['case_line', 'due_line', 'line_tally', 'due_tally', 'line_stale', 'code_part', 'code_tally']

/** Everything that stands in the tables the list is read from, as text. */
function standing({ app }: Loaded): string {
  const db = app.desk.vault!.db
  return made
    .flatMap(table => db.prepare(`SELECT * FROM main.${table}`).raw().all() as unknown[][])
    .map(row => row.join(' '))
    .join('\n')
}

/** Two cases, of which the first is for the focal point and the head of presence alone. */
async function twoCases() {
  const app = await withCase()
  await app.get('case.list', {})
  const codeOf = async () => (await app.get('case.codes', { caseIds: [app.caseId] }))[0]!.code
  const code = await codeOf()
  const open = await load(app, 'P02')
  return { ...app, code, open }
}

describe('the list of cases, where one of them is for named people', () => {
  it('has nothing of it in the file from the moment it is, and shows it to them alone', async () => {
    const app = await twoCases()
    expect(standing(app)).toContain(app.caseId)
    const before = await app.get('case.list', {})
    const due = (await everyDue(app)).filter(({ caseId }) => caseId === app.caseId)
    expect(due.length).toBeGreaterThan(0)
    await limits(app)
    const text = standing(app)
    expect(text).not.toContain(app.caseId)
    expect(text).not.toContain(app.code)
    const { personId, item } = due.find(one => one.personId !== null) ?? due[0]!
    for (const word of [personId, item]) if (word) expect(text).not.toContain(word)

    const after = await app.get('case.list', {})
    expect(after).toMatchObject({ total: 2, all: 2, behind: 0 })
    expect(after.counts).toEqual(before.counts)
    expect((await everyDue(app)).filter(({ caseId }) => caseId === app.caseId)).toHaveLength(due.length)

    await sits(app, 'FR-1')
    expect((await app.get('case.list', {})).lines.map(({ id }) => id)).toEqual([app.open])
    expect((await everyDue(app)).map(({ caseId }) => caseId)).not.toContain(app.caseId)
    expect(await app.get('case.codes', { caseIds: [app.caseId, app.open] })).toMatchObject([{ id: app.open }])

    await sits(app, 'HOP-1')
    expect((await app.get('case.list', {})).lines.map(({ id }) => id)).toContain(app.caseId)
    await app.get('person.add', { caseId: app.caseId, person: person() })
    const line = (await app.get('case.list', { code: app.code })).lines[0]
    expect(line?.persons).toBe((await app.get('case.view', { caseId: app.caseId })).persons.length)
    expect(standing(app)).not.toContain(app.caseId)
  })

  it('puts it in its place among the others, whichever way the pages are turned', async () => {
    const app = await twoCases()
    await limits(app)
    for (let n = 0; n < 4; n++) await app.get('case.start', { intake: intake(), fileId: null })
    for (const column of ['code', 'state', 'danger', 'changed', 'persons'] as const)
      for (const ascending of [true, false]) {
        const sort = { column, ascending }
        const all = (await app.get('case.list', { sort })).lines.map(({ id }) => id)
        expect(all).toHaveLength(6)
        expect(new Set(all)).toContain(app.caseId)
        const first = await app.get('case.list', { sort, limit: 3 })
        const second = await app.get('case.list', {
          sort,
          limit: 3,
          page: { from: 'after', key: first.next! },
        })
        expect([...first.lines, ...second.lines].map(({ id }) => id)).toEqual(all)
        const back = await app.get('case.list', {
          sort,
          limit: 3,
          page: { from: 'before', key: second.before! },
        })
        expect(back.lines).toEqual(first.lines)
        for (const position of [0, 2, 5]) {
          const jump = await app.get('case.list', { sort, limit: 3, page: { from: 'at', position } })
          expect(jump.lines.map(({ id }) => id)).toEqual(all.slice(position, position + 3))
        }
      }
  })

  it('tells them of it as time goes by, and everybody again once it is for everybody', async () => {
    const app = await twoCases()
    await limits(app, { named: ['FP-1', 'HOP-1'] })
    const line = async () => (await app.get('case.list', { code: app.code })).lines[0]
    const overdue = (await line())?.overdue ?? 0
    app.moveTo('2027-03-10T12:00:00.000Z')
    expect((await line())?.overdue).toBeGreaterThan(overdue)
    const subject = { caseId: app.caseId, personId: null }
    await app.get('access.ask', { subject, what: 'lift', officerId: null, words: 'The danger is over' })
    await sits(app, 'HOP-1')
    const [step] = await app.get('access.waiting', {})
    await app.get('access.answer', { request: step!.id, agree: true, words: 'So it is' })
    expect(standing(app)).toContain(app.caseId)
    await sits(app, 'FR-1')
    expect((await line())?.id).toBe(app.caseId)
    expect(await app.get('case.list', {})).toMatchObject({ total: 2, behind: 0 })
  })
})
