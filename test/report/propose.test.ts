import { describe, expect, it } from 'vitest'
import { row, talkWith } from '../consent/support.ts'
import { person, testApp } from '../support.ts'
import { aCase, assessed, forReport, lineOf, namedYes, ordinal, trendYes } from './support.ts'

const vault = async () => {
  const app = testApp()
  await app.create()
  return app
}

describe('how openly a case is proposed for the annual report', () => {
  it.each([
    ['by name, when the person agreed to be named', [namedYes], 'named', 'open'],
    ['without a name, when they agreed to that alone', [forReport()], 'anonymised', 'level_consent'],
    ['as a number, when they agreed to be counted', [trendYes], 'trend_only', 'level_consent'],
    ['not at all, when nobody asked', [], 'omitted', 'consent_missing'],
    ['not at all, when they said no', [forReport({ decision: 'refused' })], 'omitted', 'consent_refused'],
    ['not at all, when they agreed to something else', [row()], 'omitted', 'consent_missing'],
  ] as const)('%s', async (_, rows, level, why) => {
    const app = await vault()
    const told = await aCase(app, { rows })
    expect(await lineOf(app, told)).toMatchObject({ level, why })
  })

  it('not at all, once the answer was taken back', async () => {
    const app = await vault()
    const told = await aCase(app)
    await app.get('consent.recordTalk', talkWith(told.personId, {}, [forReport({ decision: 'withdrawn' })]))
    expect(await lineOf(app, told)).toMatchObject({ level: 'omitted', why: 'consent_withdrawn' })
  })

  it('no more openly than the least that anybody concerned agreed to', async () => {
    const app = await vault()
    const told = await aCase(app, { rows: [namedYes, forReport()] })
    expect(await lineOf(app, told)).toMatchObject({ level: 'named' })
    const { personId } = await app.get('person.add', { caseId: told.caseId, person: person() })
    await assessed(app, personId)
    expect(await lineOf(app, told)).toMatchObject({ level: 'omitted', why: 'consent_missing' })
    await app.get('consent.recordTalk', talkWith(personId, {}, [forReport()]))
    expect(await lineOf(app, told)).toMatchObject({ level: 'anonymised' })
  })

  it('never by name in high danger, and not at all in critical danger', async () => {
    const app = await vault()
    const told = await aCase(app, { rows: [namedYes, forReport()] })
    await assessed(app, told.personId, [2, 5])
    expect(await lineOf(app, told)).toMatchObject({ level: 'anonymised', why: 'level_danger' })
    await assessed(app, told.personId, [5, 5])
    expect(await lineOf(app, told)).toMatchObject({ level: 'omitted', why: 'dangerous' })
  })

  it('not at all, when the act lies outside the window', async () => {
    const app = await vault()
    const told = await aCase(app, { when: '2024-11-03' })
    expect(await lineOf(app, told)).toMatchObject({ level: 'omitted', why: 'window' })
    const { lines } = await app.get('report.overview', { ordinal: ordinal - 1 })
    expect(lines).toMatchObject([{ level: 'anonymised' }])
  })

  it('is lowered by an officer with a reason, and never raised', async () => {
    const app = await vault()
    const told = await aCase(app)
    const { caseId } = told
    const raise = await app.call('report.decide', { caseId, ordinal, level: 'anonymised', reason: 'why not' })
    expect(raise).toMatchObject({ code: 'report/never-raised' })
    await app.get('report.decide', { caseId, ordinal, level: 'omitted', reason: 'They are too well known.' })
    expect(await lineOf(app, told)).toMatchObject({ level: 'omitted', why: 'decided' })
    await app.get('report.decide', { caseId, ordinal, level: 'as_proposed', reason: 'They moved.' })
    expect(await lineOf(app, told)).toMatchObject({ level: 'anonymised' })
  })

  it('stays at what consent covers, whatever was decided when it covered more', async () => {
    const app = await vault()
    const told = await aCase(app, { rows: [namedYes, forReport(), trendYes] })
    const { caseId } = told
    await app.get('report.decide', { caseId, ordinal, level: 'anonymised', reason: 'The trial is on.' })
    const no = forReport({ decision: 'withdrawn' })
    await app.get('consent.recordTalk', talkWith(told.personId, {}, [no]))
    expect(await lineOf(app, told)).toMatchObject({ level: 'trend_only', why: 'decided' })
  })
})
