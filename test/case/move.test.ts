import { describe, expect, it } from 'vitest'
import { Day } from '../../shared/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { noScopeAnswers } from '../../shared/scope/rules.ts'
import type { ScopeAnswers } from '../../shared/scope/model.ts'
import { intake, person, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

const started = async (app: TestApp, change: Parameters<typeof intake>[0] = {}) => {
  await app.create()
  return (await app.get('case.start', { intake: intake(change), fileId: null })).caseId
}

const blocks = async ({ get }: TestApp, caseId: CaseId, to: string) =>
  (await get('case.view', { caseId })).moves.find(move => move.to === to)?.blockedBy

const inScope: ScopeAnswers = {
  ...noScopeAnswers,
  engagement: 'yes',
  harmed: ['self'],
  remunerated: 'no',
  act: 'happened',
  indicators: ['timing'],
  linkGrade: 'weak',
}

describe('moving a case on', () => {
  it('waits for an answer about safe contact, even "none"', async () => {
    const app = testApp()
    const caseId = await started(app, { safeContact: { none: 'not-asked' } })
    expect(await blocks(app, caseId, 'intake')).toEqual(['safe-contact'])
    expect(await app.call('case.move', { caseId, to: 'intake', reason: 'go' })).toMatchObject({
      code: 'case/move-blocked',
    })
    await app.get('case.change', { caseId, intake: intake({ safeContact: { value: 'none' } }) })
    await app.get('case.move', { caseId, to: 'intake', reason: 'the person answered' })
    expect((await app.get('case.view', { caseId })).case.state).toBe('intake')
  })

  it('opens only after the scope test and with a person on it', async () => {
    const app = testApp()
    const caseId = await started(app)
    await app.get('case.move', { caseId, to: 'intake', reason: 'ready' })
    await app.get('case.move', { caseId, to: 'triage', reason: 'ready' })
    expect(await blocks(app, caseId, 'open')).toEqual(['scope-test', 'no-person'])
    await app.get('scope.answer', { caseId, answers: inScope })
    await app.get('person.add', { caseId, person: person() })
    await app.get('case.move', { caseId, to: 'open', reason: 'in scope' })
    const [entry] = await app.get('record.list', { caseId, before: null })
    expect(entry).toMatchObject({ operation: 'case.move', reason: 'in scope' })
  })

  it('leaves the scope only with a result that says so', async () => {
    const app = testApp()
    const caseId = await started(app)
    await app.get('case.move', { caseId, to: 'intake', reason: 'ready' })
    await app.get('case.move', { caseId, to: 'triage', reason: 'ready' })
    await app.get('scope.answer', { caseId, answers: inScope })
    expect(await blocks(app, caseId, 'out_of_scope')).toEqual(['scope-not-out'])
    await app.get('scope.answer', { caseId, answers: { ...inScope, engagement: 'no' } })
    expect(await blocks(app, caseId, 'out_of_scope')).toEqual([])
    expect(await blocks(app, caseId, 'open')).toEqual(['out-of-scope', 'no-person'])
  })

  it('can be put on hold for safety from every open state', async () => {
    const app = testApp()
    const caseId = await started(app)
    const held = { asks: 'hold', why: 'person_asks', reviewOn: Day.parse('2026-03-16') } as const
    const hold = { caseId, to: 'on_hold', reason: 'the person asked us to stop' } as const
    expect(await app.call('case.move', hold)).toMatchObject({ code: 'case/details-missing' })
    await app.get('case.move', { ...hold, details: held })
    expect((await app.get('case.view', { caseId })).case.state).toBe('on_hold')
  })

  it('says what is next, most pressing first, and what each part waits for', async () => {
    const app = testApp()
    const caseId = await started(app, { danger: 'imminent' })
    const view = await app.get('case.view', { caseId })
    expect(view.next[0]).toEqual({ step: 'add-person', part: 'persons', urgent: true })
    expect(view.next.filter(({ part }) => part === 'risk')).toEqual([])
    expect(view.parts.find(part => part.part === 'consent')).toEqual({
      part: 'consent',
      status: 'blocked',
      blockedBy: 'no-person',
    })
    const onward = async () =>
      (await app.get('case.view', { caseId })).next
        .filter(({ part }) => part === null)
        .map(({ step }) => step)
    expect(await onward()).toEqual(['move-intake'])
    await app.get('case.move', { caseId, to: 'intake', reason: 'the least is there' })
    expect(await onward()).toEqual(['move-triage'])
    await app.get('person.add', { caseId, person: person() })
    const after = await app.get('case.view', { caseId })
    expect(after.next[0]).toEqual({ step: 'assess-danger', part: 'risk', urgent: true })
    expect(after.parts.find(part => part.part === 'consent')?.status).toBe('not-started')
  })
})
