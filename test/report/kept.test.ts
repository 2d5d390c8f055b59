import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forReading } from '../../main/db/handles.ts'
import type { QueryContext } from '../../main/handler.ts'
import { standings } from '../../main/report/cases.ts'
import { compile } from '../../main/report/compile.ts'
import { annexOf } from '../../main/report/lines.ts'
import { timeFor } from '../../main/ruleTime.ts'
import { currentWindows } from '../../main/settings/repository.ts'
import { whole } from '../../main/working.ts'
import { Day, Instant } from '../../shared/model.ts'
import { usualWindows } from '../../shared/settings/windows.ts'
import { limits, sits, withCase } from '../access/support.ts'
import { talkWith } from '../consent/support.ts'
import { delivered, looksAt, written } from '../notice/support.ts'
import { intake, person, testApp, type TestApp } from '../support.ts'
import { aCase, assessed, forReport, namedYes, ordinal, trendYes, writes, type Told } from './support.ts'

const dbOf = ({ app }: TestApp) => app.desk.vault!.db

/** What a handler would be given now. */
function contextOf({ app }: TestApp): QueryContext {
  const vault = app.desk.vault!
  const db = forReading(vault.db)
  return {
    db,
    ...timeFor(app, db),
    actor: 'FP-1',
    officerId: app.desk.officerId,
    duties: [],
    sole: true,
    key: name => vault.subkey(name),
    ownKey: name => vault.ownKey(name),
  }
}

const byCase = <T extends { readonly caseId: string }>(all: readonly T[]) =>
  all.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))

/** What the pages of one report say, and what looking at every case would. */
async function both(desk: TestApp, of = ordinal) {
  const { lines, behind, levels, counts, total } = await desk.get('report.overview', {
    ordinal: of,
    limit: 200,
  })
  const context = contextOf(desk)
  const window = currentWindows(context.db).find(one => one.ordinal === of)!
  const { inside, outside } = whole(standings(context, window))
  const fresh = [
    ...inside.map(one => {
      const { level, why } = one.now
      const isTold = level === 'named' || level === 'anonymised'
      return { caseId: one.file.id, level, why, annex: annexOf(one), written: isTold && one.action !== null }
    }),
    ...outside.map(({ id, why }) => ({
      caseId: id,
      level: 'omitted' as const,
      why,
      annex: 'annex1' as const,
      written: false,
    })),
  ]
  const ready = await desk.get('report.ready', { ordinal: of })
  const count = (level: string) => fresh.filter(one => one.level === level).length
  return [
    {
      behind,
      total,
      lines: byCase(
        lines.map(({ caseId, level, why, annex, entry }) => ({
          caseId,
          level,
          why,
          annex,
          written: entry !== null && entry !== 'none',
        })),
      ),
      levels: levels.map(({ cases }) => cases),
      ofFilters: counts.slice(0, 4).map(one => one.count),
      document: ready.document,
      left: ready.behind,
    },
    {
      behind: 0,
      total: fresh.length,
      lines: byCase(fresh),
      levels: ['named', 'anonymised', 'trend_only', 'omitted'].map(count),
      ofFilters: ['named', 'anonymised', 'trend_only', 'omitted'].map(count),
      document: whole(compile(context, window)).document,
      left: 0,
    },
  ] as const
}

const hour = 3_600_000
const day = 24 * hour

/** What anybody may do with a case, or time by itself. */
const steps = {
  agrees: (desk, { personId }) => desk.call('consent.recordTalk', talkWith(personId, {}, [forReport()])),
  agreesToBeNamed: (desk, { personId }) =>
    desk.call('consent.recordTalk', talkWith(personId, {}, [namedYes])),
  agreesToBeCounted: (desk, { personId }) =>
    desk.call('consent.recordTalk', talkWith(personId, {}, [trendYes])),
  agreesForAWeek: (desk, { personId }) =>
    desk.call('consent.recordTalk', talkWith(personId, {}, [{ ...trendYes, validUntil: dayIn(desk, 7) }])),
  agreesFromNextWeekOn: (desk, { personId }) =>
    desk.call(
      'consent.recordTalk',
      talkWith(personId, {}, [
        {
          ...trendYes,
          decision: 'given_with_conditions',
          conditions: [
            {
              kind: 'only_after_date',
              note: '',
              after: dayIn(desk, 7),
            },
          ],
        },
      ]),
    ),
  agreesWhileInTouch: (desk, { personId }) =>
    desk.call(
      'consent.recordTalk',
      talkWith(personId, {}, [
        forReport({
          decision: 'given_with_conditions',
          conditions: [{ kind: 'stop_if_contact_lost', note: '', after: null }],
        }),
      ]),
    ),
  takesItBack: (desk, { personId }) =>
    desk.call('consent.recordTalk', talkWith(personId, {}, [forReport({ decision: 'withdrawn' })])),
  isInDanger: (desk, { personId }) => assessed(desk, personId, [5, 5]),
  isSafer: (desk, { personId }) => assessed(desk, personId, [1, 2]),
  hasOneMore: (desk, { caseId }) => desk.call('person.add', { caseId, person: person() }),
  isThreatenedByMore: (desk, { caseId }) =>
    desk.call('act.addPerpetrator', {
      caseId,
      perpetrator: {
        class: 'non_state',
        kind: { none: 'unknown' },
        involvement: { none: 'unknown' },
        description: '',
      },
    }),
  isLeftOut: (desk, { caseId }) =>
    desk.call('report.decide', { caseId, ordinal, level: 'omitted', reason: 'Too dangerous.' }),
  isLeftInAgain: (desk, { caseId }) =>
    desk.call('report.decide', { caseId, ordinal, level: 'as_proposed', reason: 'It is over.' }),
  isAtRisk: (desk, { caseId }) =>
    desk.call('case.change', { caseId, intake: intake({ danger: 'imminent' }) }),
  waits: (desk, { caseId }) =>
    desk.call('case.move', {
      caseId,
      to: 'on_hold',
      reason: 'They asked for it.',
      details: { asks: 'hold', why: 'person_asks', reviewOn: dayIn(desk, 30) },
    }),
  isSeldomCalled: (desk, { personId }) =>
    desk.call('plan.agreeCheckIns', {
      personId,
      checkIns: {
        everyHours: 24,
        graceHours: 1,
        nextDue: Instant.parse(new Date(nowOf(desk) + 2 * hour).toISOString()),
        first: 'call again',
        second: '',
        third: '',
      },
    }),
  isWritten: async (desk, told) => {
    const { draft } = await desk.get('report.case', { caseId: told.caseId, ordinal })
    if (draft) await writes(desk, told, 'A lawyer was reportedly threatened after a meeting.')
  },
  beginsAnother: desk => desk.call('case.start', { intake: intake(), fileId: null }),
  aDayGoesBy: async desk => desk.moveTo(new Date(nowOf(desk) + day).toISOString()),
  tenDaysGoBy: async desk => desk.moveTo(new Date(nowOf(desk) + 10 * day).toISOString()),
  theClockGoesBack: async desk => desk.moveTo(new Date(nowOf(desk) - 3 * day).toISOString()),
  theWindowEndsSooner: desk =>
    desk.call('settings.setWindow', { window: windowEnding('2025-10-31'), reason: 'it was said so' }),
  theWindowEndsLater: desk =>
    desk.call('settings.setWindow', { window: windowEnding('2026-04-30'), reason: 'it was said so' }),
} satisfies Record<string, (desk: TestApp, told: Told) => Promise<unknown>>

const dayIn = (desk: TestApp, days: number) =>
  Day.parse(new Date(nowOf(desk) + days * day).toISOString().slice(0, 10))

const nowOf = ({ app }: TestApp) => Date.parse(app.clock())

function windowEnding(to: string) {
  const { used: _used, ...window } = usualWindows.find(one => one.ordinal === ordinal)!
  return { ...window, to: Day.parse(to) }
}

type StepName = keyof typeof steps

/** What time alone changes, and changes back when the clock does. */
const byTime: [StepName, number][][] = [
  [
    ['agreesWhileInTouch', 1],
    ['isSeldomCalled', 1],
    ['aDayGoesBy', 1],
    ['aDayGoesBy', 1],
    ['theClockGoesBack', 1],
  ],
  [
    ['agreesFromNextWeekOn', 0],
    ['tenDaysGoBy', 0],
    ['theClockGoesBack', 0],
  ],
  [
    ['agreesForAWeek', 0],
    ['tenDaysGoBy', 0],
    ['theClockGoesBack', 0],
  ],
]

const someSteps = fc.array(
  fc.tuple(fc.constantFrom(...(Object.keys(steps) as StepName[])), fc.nat({ max: 1 })),
  { minLength: 6, maxLength: 12 },
)

describe('how cases stand in a report, as it is kept', () => {
  it('is how they stand when every case is looked at, whatever was done and whenever', async () => {
    await fc.assert(
      fc.asyncProperty(someSteps, async some => {
        const desk = testApp()
        await desk.create()
        const cases = [
          await aCase(desk, { rows: [trendYes] }),
          await aCase(desk, { rows: [forReport()], name: 'Amina Testperson' }),
        ]
        for (const [step, at] of some) {
          await steps[step](desk, cases[at]!)
          if (at === 1) await desk.call('case.list', {})
          const [said, is] = await both(desk)
          expect(said, step).toEqual(is)
        }
        const [said, is] = await both(desk, ordinal + 1)
        expect(said).toEqual(is)
      }),
      { numRuns: 6, examples: byTime.map(some => [some]) },
    )
  })

  it('is made again when all of it was lost, and tells how many cases were not looked at yet', async () => {
    const desk = testApp()
    await desk.create()
    for (let n = 0; n < 60; n++) await desk.get('case.start', { intake: intake(), fileId: null })
    const behind: number[] = []
    for (let left = 60; left > 0; behind.push(left)) {
      const page = await desk.get('report.overview', { ordinal, limit: 200 })
      expect(page.lines).toHaveLength(60 - page.behind)
      left = page.behind
    }
    dbOf(desk).exec('DELETE FROM report_line; DELETE FROM report_window')
    expect(dbOf(desk).prepare('SELECT total(n) FROM report_tally').pluck().get()).toBe(0)
    await desk.get('report.overview', { ordinal })
    const [said, is] = await both(desk)
    expect(said).toEqual(is)
  })

  it('is no part of the record, and is read though nothing can be written', async () => {
    const desk = testApp()
    await desk.create()
    await aCase(desk)
    const entries = () => dbOf(desk).prepare('SELECT count(*), max(id) FROM change').raw().get()
    const before = entries()
    await both(desk)
    expect(entries()).toEqual(before)
    const db = dbOf(desk)
    db.exec('INSERT INTO line_stale (case_id, gone) SELECT id, 0 FROM case_file')
    db.pragma('query_only = ON')
    expect(await desk.get('report.overview', { ordinal })).toMatchObject({ total: 1, behind: 1 })
    expect(await desk.get('report.ready', { ordinal })).toMatchObject({ behind: 1 })
    expect(await desk.get('report.overview', { ordinal: 16 })).toMatchObject({ total: 0, behind: 1 })
    db.pragma('query_only = OFF')
    expect(await desk.get('report.overview', { ordinal })).toMatchObject({ total: 1, behind: 0 })
  })

  it('comes by page, forwards, backwards and from any place, narrowed as it was asked for', async () => {
    const desk = testApp()
    await desk.create()
    const told = await aCase(desk)
    const counted = await aCase(desk, { rows: [trendYes] })
    for (let n = 0; n < 5; n++) {
      desk.moveTo(`2026-03-02T12:0${n + 1}:00.000Z`)
      await desk.get('case.start', { intake: intake(), fileId: null })
    }
    const all = (await desk.get('report.overview', { ordinal })).lines.map(({ caseId }) => caseId)
    expect(all).toHaveLength(7)
    expect(new Set(all.slice(0, 2))).toEqual(new Set([told.caseId, counted.caseId]))
    const first = await desk.get('report.overview', { ordinal, limit: 3 })
    const page = { from: 'after', key: first.next! } as const
    const second = await desk.get('report.overview', { ordinal, limit: 3, page })
    expect([...first.lines, ...second.lines].map(({ caseId }) => caseId)).toEqual(all.slice(0, 6))
    const back = { from: 'before', key: second.before! } as const
    expect((await desk.get('report.overview', { ordinal, limit: 3, page: back })).lines).toEqual(first.lines)
    for (const position of [0, 2, 6]) {
      const jump = { from: 'at', position } as const
      const { lines } = await desk.get('report.overview', { ordinal, limit: 3, page: jump })
      expect(lines.map(({ caseId }) => caseId)).toEqual(all.slice(position, position + 3))
    }
    const narrow = async (...filters: ('anonymised' | 'trend_only' | 'unwritten')[]) =>
      (await desk.get('report.overview', { ordinal, filters })).lines.map(({ caseId }) => caseId)
    expect(await narrow('trend_only')).toEqual([counted.caseId])
    expect(await narrow('unwritten')).toEqual([told.caseId])
    expect(await narrow('trend_only', 'unwritten')).toEqual([])
    const filters = ['anonymised', 'trend_only', 'omitted'] as const
    const begin = await desk.get('report.overview', { ordinal, filters: [...filters], limit: 3 })
    const on = { from: 'after', key: begin.next! } as const
    const rest = await desk.get('report.overview', { ordinal, filters: [...filters], limit: 4, page: on })
    expect([...begin.lines, ...rest.lines].map(({ caseId }) => caseId)).toEqual(all)
    const off = { from: 'before', key: rest.before! } as const
    const again = await desk.get('report.overview', { ordinal, filters: [...filters], limit: 2, page: off })
    expect(again.lines).toEqual(begin.lines.slice(1))
    await writes(desk, told, 'A lawyer was reportedly threatened.')
    expect(await narrow('unwritten')).toEqual([])
    expect(await narrow('anonymised')).toEqual([told.caseId])
  })

  it('tells that a case was called back, and no longer when somebody settled that', async () => {
    const { here, there, thereAtHere, sent, caseId } = await delivered()
    const desk = there.app
    expect((await desk.get('report.overview', { ordinal })).behind).toBe(0)
    const recall = { reason: 'consent-withdrawn', wish: 'delete', tellBy: null, words: '' } as const
    const path = await written(here, () =>
      here.app.get('notice.writeRecall', {
        packageId: sent.packageId,
        to: [thereAtHere],
        draft: recall,
        note: 'Asked by file.',
      }),
    )
    const look = await looksAt(there, path)
    expect(look.ok).toBe(true)
    const { id } = await desk.get('notice.takeRecall', {})
    if (id === null) throw new Error('nothing was recalled')
    const isRecalled = async () => {
      expect((await desk.get('report.overview', { ordinal })).behind).toBe(0)
      return dbOf(desk).prepare('SELECT recalled FROM report_line WHERE case_id = ?').pluck().get(caseId)
    }
    expect(await isRecalled()).toBe(1)
    await desk.get('notice.decide', {
      id,
      caseId,
      decision: 'keep',
      why: 'They agreed with us too.',
    })
    expect(await isRecalled()).toBe(0)
  })

  it('has nothing of a case for named people in the file, and shows it to them alone', async () => {
    const app = await withCase()
    await aCase(app)
    expect((await app.get('report.overview', { ordinal })).total).toBe(2)
    const standing = () => JSON.stringify(dbOf(app).prepare('SELECT * FROM main.report_line').all())
    expect(standing()).toContain(app.caseId)
    await limits(app)
    expect(standing()).not.toContain(app.caseId)
    const [said, is] = await both(app)
    expect(said).toEqual(is)
    expect(said.lines.map(({ caseId }) => caseId)).toContain(app.caseId)
    for (const position of [0, 1]) {
      const page = { from: 'at', position } as const
      expect((await app.get('report.overview', { ordinal, limit: 1, page })).lines).toHaveLength(1)
    }
    await sits(app, 'FR-1')
    const theirs = await app.get('report.overview', { ordinal })
    expect(theirs).toMatchObject({ total: 1, behind: 0 })
    expect(theirs.lines.map(({ caseId }) => caseId)).not.toContain(app.caseId)
    expect(standing()).not.toContain(app.caseId)
  })
})
