import { describe, expect, it } from 'vitest'
import { usualClocks } from '../../shared/case/clocks.ts'
import type { Sent } from '../../shared/contract.ts'
import { Day, type CaseId } from '../../shared/model.ts'
import { handedOver, row, talkWith } from '../consent/support.ts'
import { checkIns, oneVictim } from '../plan/support.ts'
import { everyDue, intake, person, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

const started = async ({ create, get }: TestApp) => {
  await create()
  return get('case.start', { intake: intake({ safeContact: { value: 'usable' } }), fileId: null })
}

const assessment: Omit<Sent<'risk.assess'>, 'personId'> = {
  about: 'situation',
  likelihood: 5,
  impact: 5,
  residualLikelihood: 5,
  residualImpact: 5,
  threats: [],
  vulnerabilities: [],
  capacities: [],
  uncertainties: [],
  confidence: 'high',
  why: '',
  ownView: { none: 'not-asked' },
}

const overdueOn = async ({ get }: TestApp) =>
  (await everyDue({ get })).filter(({ overdue }) => overdue).map(({ kind }) => kind)

const contacted = (caseId: CaseId) => ({
  caseId,
  what: 'contacted' as const,
  about: null,
  doneOn: Day.parse('2026-03-06'),
  note: 'through the agreed channel',
})

describe('what must be done today', () => {
  it('is told of every case by its code, with whom it is about and where it is done', async () => {
    const app = testApp()
    const { caseId } = await started(app)
    const other = await app.get('case.start', { intake: intake(), fileId: null })
    const { personId } = await app.get('person.add', { caseId, person: person() })
    await app.get('risk.assess', { personId, ...assessment })
    app.moveTo('2026-03-06T12:00:00.000Z')
    const dues = await everyDue(app)
    const { cases } = await app.get('case.dues', {})
    expect(cases).toBe(2)
    expect(new Set(dues.map(due => due.caseId))).toEqual(new Set([caseId, other.caseId]))
    expect(dues[0]).toMatchObject({ kind: 'risk-review', person: 'P1', part: 'risk', overdue: true })
    expect(JSON.stringify(dues)).not.toContain('FP-1')
  })

  it('is the same on the case itself', async () => {
    const app = testApp()
    const { caseId } = await started(app)
    app.moveTo('2026-03-06T12:00:00.000Z')
    const view = await app.get('case.view', { caseId })
    expect(view.parts.find(({ part }) => part === 'dues')?.status).toBe('overdue')
    expect(view.next.map(({ step }) => step)).toContain('do-overdue')
  })

  it('is nothing in a vault without cases', async () => {
    const app = testApp()
    await app.create()
    const nothing = { count: 0, dues: [], next: null }
    expect(await app.get('case.dues', {})).toEqual({
      overdue: nothing,
      today: nothing,
      week: nothing,
      later: 0,
      cases: 0,
      behind: 0,
    })
  })

  it('is due no more once somebody noted that it was done; what was noted stays', async () => {
    const app = testApp()
    const { caseId } = await started(app)
    app.moveTo('2026-03-06T12:00:00.000Z')
    expect(await overdueOn(app)).toContain('contact')
    await app.get('case.markDone', contacted(caseId))
    expect(await overdueOn(app)).not.toContain('contact')
    expect((await app.get('case.view', { caseId })).marks).toMatchObject([
      { note: 'through the agreed channel' },
    ])
    const db = app.app.desk.vault?.db
    expect(() => db?.exec(`UPDATE case_mark SET note = 'x'`)).toThrow('append-only')
  })

  it('takes no note of a day that has not come, or of a case that is not there', async () => {
    const app = testApp()
    const { caseId } = await started(app)
    expect(await app.call('case.markDone', contacted(caseId))).toMatchObject({ code: 'case/done-in-future' })
    const nowhere = '00000000-0000-4000-8000-000000000000' as CaseId
    app.moveTo('2026-03-06T12:00:00.000Z')
    expect(await app.call('case.markDone', contacted(nowhere))).toMatchObject({ code: 'case/gone' })
  })
})

describe('what somebody was asked to do after a withdrawal', () => {
  it('is due with its owner and its day until it is done, on the case and among all cases', async () => {
    const { get, personId, moveTo } = await handedOver()
    await get('consent.recordTalk', talkWith(personId, {}, [row({ decision: 'withdrawn' })]))
    const asks = async () => (await everyDue({ get })).filter(({ kind }) => kind === 'ask-to-stop')
    const [ask, ...more] = await asks()
    expect(more).toEqual([])
    expect(ask).toMatchObject({
      person: 'P1',
      part: 'consent',
      owner: 'FP-1',
      on: '2026-03-05',
      overdue: false,
    })
    expect((await get('case.list', {})).lines[0]?.overdue).toBe(0)

    moveTo('2026-03-06T12:00:00.000Z')
    expect(await asks()).toMatchObject([{ overdue: true }])
    expect((await get('case.list', {})).lines[0]?.overdue).toBeGreaterThan(0)
    const taskId = ask?.item.replace('task-', '') ?? ''
    await get('consent.finishTask', { taskId, note: 'Asked; the copy is destroyed.' })
    expect(await asks()).toEqual([])
  })
})

describe('a person of whom there is no word', () => {
  it('is found among what is overdue from the first missed check-in, and as lost after the last agreed step', async () => {
    const { get, personId, view, moveTo } = await oneVictim()
    const told = async () =>
      (await everyDue({ get })).find(due => due.kind.endsWith('lost') || due.kind === 'check-in-missed')
    await get('plan.agreeCheckIns', { personId, checkIns: checkIns() })
    expect(await told()).toBeUndefined()
    moveTo('2026-03-02T19:30:00.000Z')
    expect(await told()).toMatchObject({ kind: 'check-in-missed', person: 'P1', overdue: true })
    moveTo('2026-03-04T19:30:00.000Z')
    expect(await told()).toMatchObject({ kind: 'check-in-missed' })
    moveTo('2026-03-05T19:30:00.000Z')
    expect(await told()).toMatchObject({ kind: 'contact-lost', part: 'protection', overdue: true })
    expect((await view()).next[0]).toEqual({ step: 'contact-lost', part: 'protection', urgent: true })
    await get('plan.recordCheckIn', { personId, result: 'reached', note: '' })
    expect(await told()).toBeUndefined()
  })

  it('can have the case held for that reason; it is still told that nobody knows how they are', async () => {
    const { get, personId, caseId, view, moveTo } = await oneVictim()
    await get('plan.agreeCheckIns', { personId, checkIns: checkIns({ second: '', third: '' }) })
    moveTo('2026-03-03T19:30:00.000Z')
    const details = { asks: 'hold', why: 'contact_lost', reviewOn: Day.parse('2026-03-10') } as const
    await get('case.move', { caseId, to: 'on_hold', reason: 'no word since yesterday', details })
    const held = await view()
    expect(held.course.hold).toMatchObject({ why: 'contact_lost' })
    expect(held.next[0]?.step).toBe('contact-lost')
  })
})

describe('the clocks of a vault', () => {
  const tighter = { ...usualClocks, lengths: { ...usualClocks.lengths, riskCritical: 12 } }

  it('are the usual ones until somebody sets them, and every setting is kept with its reason', async () => {
    const app = testApp()
    await app.create()
    expect(await app.get('case.clocks', {})).toEqual({ clocks: usualClocks, versions: [] })
    await app.get('case.setClocks', { clocks: tighter, reason: 'elections are near' })
    await app.get('case.setClocks', { clocks: usualClocks, reason: 'elections are over' })
    const { clocks, versions } = await app.get('case.clocks', {})
    expect(clocks).toEqual(usualClocks)
    expect(versions.map(({ reason, setBy }) => [reason, setBy])).toEqual([
      ['elections are over', 'FP-1'],
      ['elections are near', 'FP-1'],
    ])
    const db = app.app.desk.vault?.db
    expect(() => db?.exec(`DELETE FROM clock_setting`)).toThrow('append-only')
  })

  it('are not set so that the graver waits longer than the lesser', async () => {
    const app = testApp()
    await app.create()
    const clocks = { ...usualClocks, lengths: { ...usualClocks.lengths, contactUrgent: 24, contact: 12 } }
    expect(await app.call('case.setClocks', { clocks, reason: 'a slip' })).toMatchObject({
      code: 'case/clocks-out-of-order',
    })
  })

  it('hold for the next assessment; the one made before keeps its time', async () => {
    const app = testApp()
    const { caseId } = await started(app)
    const { personId } = await app.get('person.add', { caseId, person: person() })
    await app.get('risk.assess', { personId, ...assessment })
    await app.get('case.setClocks', { clocks: tighter, reason: 'elections are near' })
    await app.get('risk.assess', { personId, ...assessment })
    const { risks } = await app.get('case.view', { caseId })
    expect(risks.map(({ validUntil }) => validUntil)).toEqual([
      '2026-03-03T12:00:00.000Z',
      '2026-03-03T00:00:00.000Z',
    ])
  })
})
