import { describe, expect, it } from 'vitest'
import { Day } from '../../shared/model.ts'
import { saidIn } from '../record/support.ts'
import { person } from '../support.ts'
import { card, checkIns, measure, oneVictim, plan } from './support.ts'

const agree = {
  to: 'agreed',
  on: Day.parse('2026-03-02'),
  how: 'Read back, agreed by word of mouth',
  reviewOn: null,
} as const
const words = {
  coverName: '',
  safePlaces: 'Room above the Zyxw bakery',
  route: '',
  signalWords: '',
  allClear: 'Marigold',
  distress: 'Tangerine',
}

describe('a protection plan', () => {
  it('goes from draft to agreed, in effect and reviewed, and the case says how far it is', async () => {
    const { get, personId, view } = await oneVictim()
    const track = async () => (await view()).tracks.plan
    expect(await track()).toBe('none')
    await get('plan.write', { personId, plan: plan() })
    expect(await track()).toBe('drafted')
    await get('plan.move', { personId, ...agree })
    expect((await view()).protection.plans[0]).toMatchObject({ state: 'agreed', agreedOn: '2026-03-02' })
    await get('plan.move', { personId, ...agree, to: 'active', how: '' })
    const reviewOn = Day.parse('2026-04-01')
    await get('plan.move', { personId, ...agree, to: 'reviewed', how: '', reviewOn })
    expect(await track()).toBe('reviewed')
    expect((await view()).protection.plans[0]).toMatchObject({ reviewOn, reviewedOn: '2026-03-02' })
  })

  it('is a draft again when what the person agreed to is changed, not when a measure moves on', async () => {
    const { get, personId, view } = await oneVictim()
    const state = async () => (await view()).protection.plans[0]?.state
    await get('plan.write', { personId, plan: plan() })
    await get('plan.move', { personId, ...agree })
    const done = [measure({ status: 'done', owner: 'P2', due: Day.parse('2026-03-03') })]
    await get('plan.write', { personId, plan: plan({ measures: done }) })
    expect(await state()).toBe('agreed')
    await get('plan.write', { personId, plan: plan({ mustNot: { value: 'No journey' } }) })
    expect(await state()).toBe('drafted')
  })

  it('is not agreed while something is missing, on a day ahead, out of turn, or without saying how', async () => {
    const { call, get, personId } = await oneVictim()
    expect(await call('plan.move', { personId, ...agree })).toMatchObject({ code: 'plan/none' })
    await get('plan.write', { personId, plan: plan({ measures: [] }) })
    expect(await call('plan.move', { personId, ...agree })).toMatchObject({ code: 'plan/blocked' })
    await get('plan.write', { personId, plan: plan() })
    const tomorrow = Day.parse('2026-03-03')
    expect(await call('plan.move', { personId, ...agree, on: tomorrow })).toMatchObject({
      code: 'plan/in-future',
    })
    expect(await call('plan.move', { personId, ...agree, to: 'active' })).toMatchObject({
      code: 'plan/no-such-move',
    })
    expect(await call('plan.move', { personId, ...agree, how: ' ' })).toMatchObject({
      code: 'invalid-input',
      field: 'how',
    })
    expect(await call('plan.move', { personId, ...agree, reviewOn: Day.parse('2026-03-02') })).toMatchObject({
      code: 'plan/review-in-past',
    })
  })

  it('names only persons of the same case', async () => {
    const { call, get, personId } = await oneVictim()
    const other = await oneVictim()
    expect(await call('plan.write', { personId, plan: plan({ trusted: [other.personId] }) })).toMatchObject({
      code: 'plan/not-of-this-case',
    })
    const contact = card({ alternative: { value: other.personId } })
    expect(await call('plan.keepContact', { personId, contact })).toMatchObject({
      code: 'plan/not-of-this-case',
    })
    const { caseId } = (await get('case.list', {})).lines.map(({ id }) => ({ caseId: id }))[0]!
    const friend = await get('person.add', { caseId, person: person({ parts: ['relative'] }) })
    await get('plan.write', { personId, plan: plan({ trusted: [friend.personId] }) })
  })

  it('asks for itself: urgent when danger is imminent, overdue when its review is past', async () => {
    const { get, personId, view, moveTo } = await oneVictim({ danger: 'imminent' })
    expect((await view()).next).toContainEqual({ step: 'protect-now', part: 'protection', urgent: true })
    await get('plan.write', { personId, plan: plan() })
    expect((await view()).next.map(({ step }) => step)).not.toContain('protect-now')
    moveTo('2026-03-17T12:00:00.000Z')
    const late = await view()
    expect(late.parts.find(({ part }) => part === 'protection')?.status).toBe('overdue')
    expect(late.next.map(({ step }) => step)).toContain('review-plan')
  })
})

describe('the safe-contact card', () => {
  it('is kept, one a person, and written over', async () => {
    const { get, personId, view } = await oneVictim()
    await get('plan.keepContact', { personId, contact: card() })
    await get('plan.keepContact', { personId, contact: card({ mayLeaveMessage: { value: 'yes' } }) })
    const { contacts } = (await view()).protection
    expect(contacts).toHaveLength(1)
    expect(contacts[0]).toMatchObject({ id: personId, mayLeaveMessage: { value: 'yes' } })
  })

  it('is asked for when safe contact is said to be possible', async () => {
    const { get, personId, view } = await oneVictim({ safeContact: { value: 'usable' } })
    expect((await view()).next.map(({ step }) => step)).toContain('safe-card')
    await get('plan.keepContact', { personId, contact: card() })
    expect((await view()).next.map(({ step }) => step)).not.toContain('safe-card')
  })

  it('makes protection done, together with a plan in effect', async () => {
    const { get, personId, view } = await oneVictim()
    const status = async () => (await view()).parts.find(({ part }) => part === 'protection')?.status
    expect(await status()).toBe('not-started')
    await get('plan.keepContact', { personId, contact: card() })
    await get('plan.write', { personId, plan: plan() })
    expect(await status()).toBe('in-progress')
    await get('plan.move', { personId, ...agree })
    await get('plan.move', { personId, ...agree, to: 'active', how: '' })
    expect(await status()).toBe('done')
  })
})

describe('safe places and agreed words', () => {
  it('are in no view, and shown for a reason that the record keeps', async () => {
    const { get, call, caseId, personId, view } = await oneVictim()
    await get('plan.keepWords', { personId, words })
    const seen = await view()
    expect(seen.protection.wordsOf).toEqual([personId])
    expect(JSON.stringify(seen)).not.toMatch(/Zyxw|Marigold|Tangerine/)
    expect(await call('plan.revealWords', { personId, reason: ' ' })).toMatchObject({ code: 'invalid-input' })
    expect(await get('plan.revealWords', { personId, reason: 'a call is due' })).toEqual(words)
    const [entry] = await get('record.list', { caseId, before: null })
    expect(entry).toMatchObject({ operation: 'plan.revealWords', reason: 'a call is due', changes: 0 })
  })

  it('cannot be read again once their key is destroyed, in the history neither', async () => {
    const { app, get, call, personId, view } = await oneVictim()
    await get('plan.keepWords', { personId, words })
    await get('plan.forgetWords', { personId, reason: 'the person asked us to' })
    expect((await view()).protection.wordsOf).toEqual([])
    for (const name of ['plan.revealWords', 'plan.forgetWords'] as const)
      expect(await call(name, { personId, reason: 'a call is due' })).toMatchObject({ code: 'plan/no-words' })
    const all = saidIn(app.desk.vault!.db)
    expect(all).toContain('sealed')
    expect(all).not.toMatch(/Zyxw|Marigold|Tangerine/)
  })

  it('do not open with the words of another person', async () => {
    const { app, get, call, caseId, personId } = await oneVictim()
    const other = await get('person.add', { caseId, person: person() })
    await get('plan.keepWords', { personId, words })
    await get('plan.keepWords', { personId: other.personId, words: { ...words, allClear: 'Other' } })
    const db = app.desk.vault?.db
    db?.exec(
      `UPDATE protection_key SET wrapped = (SELECT wrapped FROM protection_key AS k WHERE k.person_id = '${other.personId}')`,
    )
    await expect(call('plan.revealWords', { personId, reason: 'a call is due' })).rejects.toThrow('fault')
  })
})

describe('check-ins', () => {
  it('become urgent on the case when one is missed, until the person was reached', async () => {
    const { get, personId, view, moveTo } = await oneVictim()
    await get('plan.agreeCheckIns', { personId, checkIns: checkIns() })
    moveTo('2026-03-02T18:30:00.000Z')
    expect((await view()).next).toContainEqual({ step: 'check-in-due', part: 'protection', urgent: false })
    moveTo('2026-03-02T19:30:00.000Z')
    const missed = await view()
    expect(missed.next[0]).toEqual({ step: 'check-in-missed', part: 'protection', urgent: true })
    expect(missed.parts.find(({ part }) => part === 'protection')?.status).toBe('overdue')
    await get('plan.recordCheckIn', { personId, result: 'missed', note: 'First step taken' })
    expect((await view()).next[0]?.step).toBe('check-in-missed')
    await get('plan.recordCheckIn', { personId, result: 'reached', note: '' })
    const well = await view()
    expect(well.next.map(({ step }) => step)).not.toContain('check-in-missed')
    expect(well.protection.checkInPlans[0]?.nextDue).toBe('2026-03-03T19:30:00.000Z')
    expect(well.protection.checkIns.map(({ result }) => result)).toEqual(['missed', 'reached'])
  })

  it('cannot be agreed anew over a missed one, nor recorded when none are agreed', async () => {
    const { get, call, personId, moveTo } = await oneVictim()
    const none = await call('plan.recordCheckIn', { personId, result: 'reached', note: '' })
    expect(none).toMatchObject({ code: 'plan/no-check-ins' })
    await get('plan.agreeCheckIns', { personId, checkIns: checkIns() })
    moveTo('2026-03-03T08:00:00.000Z')
    const later = checkIns({ nextDue: checkIns().nextDue.replace('02T', '04T') as never })
    expect(await call('plan.agreeCheckIns', { personId, checkIns: later })).toMatchObject({
      code: 'plan/check-in-missed',
    })
    await get('plan.stopCheckIns', { personId, reason: 'the person is abroad with us' })
    await get('plan.agreeCheckIns', { personId, checkIns: later })
  })

  it('keeps every result as it was recorded', async () => {
    const { app, get, personId } = await oneVictim()
    await get('plan.agreeCheckIns', { personId, checkIns: checkIns() })
    await get('plan.recordCheckIn', { personId, result: 'distress', note: '' })
    const db = app.desk.vault?.db
    expect(() => db?.exec(`UPDATE check_in SET result = 'reached'`)).toThrow(/append-only/)
    expect(() => db?.exec(`DELETE FROM check_in`)).toThrow(/append-only/)
  })
})
