import { describe, expect, it } from 'vitest'
import type { MoveDetails } from '../../shared/case/course.ts'
import type { CaseId } from '../../shared/model.ts'
import { Day } from '../../shared/model.ts'
import { noScopeAnswers } from '../../shared/scope/rules.ts'
import { intake, person, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')

const closing: MoveDetails = {
  asks: 'closure',
  reason: 'victim_request',
  answers: {
    quiet: 'unknown',
    person_agrees: 'met',
    actions_finished: 'met',
    state_response: 'unknown',
    report_disposition: 'unknown',
    retention_decided: 'unknown',
  },
}

/** A case in follow-up because the person wishes that nothing is done. */
async function followedUp() {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  await app.get('scope.answer', {
    caseId,
    answers: {
      ...noScopeAnswers,
      engagement: 'yes',
      harmed: ['self'],
      remunerated: 'no',
      act: 'happened',
      indicators: ['timing'],
      linkGrade: 'weak',
    },
  })
  for (const to of ['intake', 'triage', 'open'] as const)
    await app.get('case.move', { caseId, to, reason: 'goes on' })
  const details = { asks: 'no-action', wished: true } as const
  await app.get('case.move', { caseId, to: 'follow_up', reason: 'she wishes nothing', details })
  return { ...app, caseId, personId }
}

const askToKeep = ({ get, personId }: Awaited<ReturnType<typeof followedUp>>) =>
  get('consent.record', {
    personId,
    purpose: 'retention_after_closure',
    recipient: 'same_office',
    channel: 'in_person',
    identityLevel: 'role_and_region',
    scope: 'whole_case',
    facts: [],
    document: '',
    decision: 'refused',
    form: { value: 'oral_witnessed' },
    givenBy: { value: 'victim' },
    decidedOn: Day.parse('2026-03-01'),
    askedBy: 'FP-1',
    language: { value: 'ar' },
    interpreter: { value: false },
    risksExplained: { value: true },
    conditions: [],
    validUntil: null,
    reviewOn: null,
    evidence: '',
  })

const stateOf = async ({ get }: TestApp, caseId: CaseId) => (await get('case.view', { caseId })).case.state

describe('closing a case', () => {
  it('waits until it is decided whether the file is kept; a "no" decides it too', async () => {
    const app = await followedUp()
    const { caseId } = app
    const propose = { caseId, to: 'closure_proposed', reason: 'she asks', details: closing } as const
    expect(await app.call('case.move', propose)).toMatchObject({ code: 'case/move-blocked' })
    await askToKeep(app)
    await app.get('case.move', propose)
    expect(await stateOf(app, caseId)).toBe('closure_proposed')
  })

  it('keeps how many months without an act it was judged by, whatever counts later', async () => {
    const app = await followedUp()
    const { caseId } = app
    await askToKeep(app)
    await app.get('case.move', { caseId, to: 'closure_proposed', reason: 'she asks', details: closing })
    const { thresholds } = await app.get('settings.thresholds', {})
    await app.get('settings.setThresholds', {
      thresholds: { ...thresholds, quietMonths: 12 },
      reason: 'elections',
    })
    const view = await app.get('case.view', { caseId })
    expect([view.course.closure?.quietMonths, view.thresholds.quietMonths]).toEqual([6, 12])
  })

  it('is refused while what its reason needs is missing', async () => {
    const app = await followedUp()
    await askToKeep(app)
    const details = { ...closing, reason: 'resolved_safe' } as const
    const propose = { caseId: app.caseId, to: 'closure_proposed', reason: 'safe', details } as const
    expect(await app.call('case.move', propose)).toMatchObject({ code: 'case/closing-not-ready' })
  })

  it('is approved by somebody else, who may also send it back', async () => {
    const app = await followedUp()
    const { caseId } = app
    await askToKeep(app)
    await app.get('vault.addPerson', { role: 'HOP-1', duties: ['head_of_presence'], passphrase: theirs() })
    await app.get('case.move', { caseId, to: 'closure_proposed', reason: 'she asks', details: closing })
    expect(await app.call('case.move', { caseId, to: 'closed', reason: 'agreed' })).toMatchObject({
      code: 'case/closing-by-proposer',
    })
    await app.get('vault.lock', {})
    await app.get('vault.unlock', { passphrase: theirs() })
    await app.get('case.move', { caseId, to: 'closed', reason: 'agreed' })
    const view = await app.get('case.view', { caseId })
    expect(view.case.state).toBe('closed')
    expect(view.course.closure).toMatchObject({ proposedBy: 'FP-1', approvedBy: 'HOP-1', sole: false })
    const details = { asks: 'reopen', why: 'new_act' } as const
    expect(await app.call('case.move', { caseId, to: 'open', reason: 'a new act', details })).toMatchObject({
      code: 'case/not-your-duty',
    })
  })

  it('by one person alone is possible and marked; reopening leaves its own mark', async () => {
    const app = await followedUp()
    const { caseId } = app
    await askToKeep(app)
    await app.get('case.move', { caseId, to: 'closure_proposed', reason: 'she asks', details: closing })
    await app.get('case.move', { caseId, to: 'closed', reason: 'nobody else is here' })
    expect((await app.get('case.view', { caseId })).course.closure?.sole).toBe(true)
    const details = { asks: 'reopen', why: 'person_asks' } as const
    await app.get('case.move', { caseId, to: 'open', reason: 'she called', details })
    const view = await app.get('case.view', { caseId })
    expect(view).toMatchObject({
      case: { state: 'open' },
      course: { closure: null, reopened: { why: 'person_asks', by: 'FP-1' } },
    })
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
  })
})

describe('a case on its way', () => {
  it('needs the person to wish that nothing is done before it is followed up without an action', async () => {
    const app = await followedUp()
    await app.get('case.move', { caseId: app.caseId, to: 'open', reason: 'something new' })
    expect(
      await app.call('case.move', { caseId: app.caseId, to: 'follow_up', reason: 'done' }),
    ).toMatchObject({ code: 'case/details-missing' })
  })

  it('is looked at again on a day ahead when it is held, and goes back to where it stood', async () => {
    const app = await followedUp()
    const { caseId } = app
    const hold = { caseId, to: 'on_hold', reason: 'she asks to stop' } as const
    const on = (day: string) => ({ asks: 'hold', why: 'person_asks', reviewOn: Day.parse(day) }) as const
    expect(await app.call('case.move', { ...hold, details: on('2026-03-02') })).toMatchObject({
      code: 'case/hold-needs-a-day-ahead',
    })
    await app.get('case.move', { ...hold, details: on('2026-03-16') })
    await app.get('case.move', { caseId, to: 'follow_up', reason: 'she wants to go on' })
    expect(await app.get('case.view', { caseId })).toMatchObject({
      case: { state: 'follow_up' },
      course: { hold: null },
    })
  })

  it('is urgent or not, beside every state, with a reason everybody sees', async () => {
    const app = await followedUp()
    const { caseId } = app
    await app.get('case.setUrgent', { caseId, urgent: true, reason: 'men wait at the door' })
    expect((await app.get('case.list', {})).lines[0]).toMatchObject({ urgent: true, state: 'follow_up' })
    expect((await app.get('case.view', { caseId })).course.urgent).toMatchObject({
      why: 'men wait at the door',
      by: 'FP-1',
    })
    await app.get('case.setUrgent', { caseId, urgent: false, reason: 'she is abroad' })
    expect((await app.get('case.list', {})).lines[0]?.urgent).toBe(false)
  })

  it('out of scope says whom the person was shown the way to before it is closed', async () => {
    const app = testApp()
    await app.create()
    const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
    await app.get('scope.answer', { caseId, answers: { ...noScopeAnswers, engagement: 'no' } })
    for (const to of ['intake', 'triage'] as const) await app.get('case.move', { caseId, to, reason: 'on' })
    const details = {
      asks: 'referral',
      to: 'Lawyers’ network',
      answer: 'accepted',
      how: 'In person',
    } as const
    await app.get('case.move', { caseId, to: 'out_of_scope', reason: 'no cooperation', details })
    await app.get('case.move', { caseId, to: 'referred', reason: 'she went there' })
    await app.get('case.move', {
      caseId,
      to: 'closed',
      reason: 'done',
      details: { ...closing, reason: 'out_of_scope' },
    })
    const { course } = await app.get('case.view', { caseId })
    expect(course).toMatchObject({ referral: { to: 'Lawyers’ network' }, closure: { approvedBy: 'FP-1' } })
  })
})
