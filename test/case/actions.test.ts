import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActionLine } from '../../shared/action/model.ts'
import { actionDues, openActions } from '../../shared/case/actions.ts'
import { runsOut, usualClocks } from '../../shared/case/clocks.ts'
import { known, notMet } from '../../shared/case/closing.ts'
import { ActionId, Day, Instant } from '../../shared/model.ts'
import { emptyPlan } from '../../shared/plan/rules.ts'
import { noScopeAnswers } from '../../shared/scope/rules.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { everyDue, intake } from '../support.ts'
import { acting } from './actionSupport.ts'

const today = Day.parse('2026-03-02')
const reply = { what: 'reply', on: today, response: 'denies_facts', language: { none: 'unknown' } } as const
const adequacy = { what: 'adequacy', on: today, adequacy: 'inadequate', reason: 'It denies all.' } as const

type Desk = Awaited<ReturnType<typeof acting>>

/** What is due about actions, as the case tells it: kind, code and whether it is late. */
const dueOf = async ({ get }: Desk) =>
  (await everyDue({ get }))
    .filter(({ part }) => part === 'actions')
    .map(({ kind, label, overdue }) => `${label} ${kind}${overdue ? ' late' : ''}`)

const stepsOf = async ({ view }: Desk) => (await view()).next.map(({ step }) => step)

describe('what an action asks for by a time', () => {
  it('is to be done until its last day, and late after that', async () => {
    const app = await acting()
    await app.plan({ deadline: Day.parse('2026-03-04') })
    expect(await dueOf(app)).toEqual(['M1 action-deadline'])
    app.moveTo('2026-03-05T12:00:00.000Z')
    expect(await dueOf(app)).toEqual(['M1 action-deadline late'])
    expect(await stepsOf(app)).toContain('action-late')
  })

  it('is somebody at once when an urgent measure has nobody who sees to it', async () => {
    const app = await acting()
    const urgent = { kind: 'physical_protection', purpose: 'share_UN_security' } as const
    const actionId = await app.plan({ ...urgent, owner: '' })
    app.moveTo('2026-03-02T13:00:00.000Z')
    expect(await dueOf(app)).toEqual(['M1 action-owner late'])
    expect((await app.view()).next[0]).toMatchObject({ step: 'name-action-owner', urgent: true })
    await app.record(actionId, { what: 'ended', on: today, how: 'cancelled', why: 'Not wanted.' })
    expect(await dueOf(app)).toEqual([])
  })

  it('is an answer by the day that was wanted, then a reminder, then how it ended', async () => {
    const app = await acting()
    const actionId = await app.plan({ answerBy: Day.parse('2026-03-10') })
    await app.send(actionId)
    expect(await dueOf(app)).toContain('M1 action-answer')
    app.moveTo('2026-03-11T12:00:00.000Z')
    expect(await dueOf(app)).toContain('M1 action-answer late')
    expect(await stepsOf(app)).toContain('record-reply')
    await app.record(actionId, { what: 'reminder', on: Day.parse('2026-03-11'), note: '' })
    expect(await dueOf(app)).toContain('M1 action-reminded')
    await app.record(actionId, { what: 'ended', on: Day.parse('2026-03-11'), how: 'completed', why: 'None.' })
    expect((await dueOf(app)).join()).not.toContain('remind')
  })

  it('is an answer by the clock of the vault when no day was set', async () => {
    const app = await acting()
    await app.send(await app.plan())
    const due = (await everyDue(app)).find(({ kind }) => kind === 'action-answer')
    expect(due?.at).toBe(runsOut('noReply', Instant.parse('2026-03-02T12:00:00.000Z'), usualClocks))
  })

  it('is how far an answer goes, anew after every answer', async () => {
    const app = await acting()
    const actionId = await app.plan()
    await app.send(actionId)
    await app.record(actionId, { ...reply, text: 'Nothing happened.' })
    expect(await dueOf(app)).toContain('M1 action-adequacy')
    expect(await stepsOf(app)).toContain('assess-adequacy')
    await app.record(actionId, adequacy)
    expect((await dueOf(app)).join()).not.toContain('adequacy')
    await app.record(actionId, { ...reply, text: 'It was looked into.' })
    expect((await app.view()).actions[0]?.adequacy).toBeNull()
    expect(await dueOf(app)).toContain('M1 action-adequacy')
  })

  it('is what came of it for the person: after fourteen days, then after thirty, until it was told', async () => {
    const app = await acting()
    const actionId = await app.plan()
    await app.send(actionId)
    app.moveTo('2026-03-17T12:00:00.000Z')
    expect(await dueOf(app)).toContain('M1 action-follow-up late')
    expect(await stepsOf(app)).toContain('ask-what-came')
    const on = Day.parse('2026-03-17')
    await app.record(actionId, { what: 'development', on, text: 'She feels watched.' })
    expect(await dueOf(app)).toContain('M1 action-follow-up')
    app.moveTo('2026-04-02T12:00:00.000Z')
    expect(await dueOf(app)).toContain('M1 action-follow-up late')
    const ownWords = { none: 'declined' } as const
    await app.record(actionId, { what: 'effect', on, effect: 'none_visible', note: '', ownWords })
    expect((await dueOf(app)).join()).not.toContain('follow-up')
  })

  it('is told on the case as on the day, with its code and never with a person', async () => {
    const app = await acting()
    await app.plan({ deadline: Day.parse('2026-03-04') })
    app.moveTo('2026-03-05T12:00:00.000Z')
    const view = await app.view()
    expect(view.parts.find(({ part }) => part === 'actions')?.status).toBe('overdue')
    expect((await app.get('case.list', {})).lines[0]?.overdue).toBeGreaterThan(0)
    const due = (await everyDue(app)).find(({ part }) => part === 'actions')
    expect(due).toMatchObject({ label: 'M1', person: null, item: view.actions[0]?.id, owner: 'FP-1' })
  })
})

const id = '00000000-0000-4000-8000-0000000000a1'
const moment = fc
  .integer({ min: 0, max: 400 })
  .map(days => Instant.parse(new Date(Date.UTC(2026, 0, 1 + days)).toISOString()))
const day = moment.map(at => Day.parse(at.slice(0, 10)))
const anyAction: fc.Arbitrary<ActionLine> = fc.record({
  id: fc.constant(ActionId.parse(id)),
  caseId: fc.constant(id as ActionLine['caseId']),
  label: fc.constant('M1'),
  kind: fc.constantFrom(...codesOf('action')),
  detail: fc.constant(''),
  personIds: fc.constant([]),
  to: fc.constant('Somebody'),
  purpose: fc.constantFrom(...codesOf('purpose')),
  recipient: fc.constantFrom(...codesOf('recipientClass')),
  channel: fc.constantFrom(...codesOf('channel')),
  owner: fc.constantFrom('', 'FP-1'),
  deadline: fc.option(day),
  answerBy: fc.option(day),
  stage: fc.constantFrom('planned', 'sent', 'answered'),
  approved: fc.boolean(),
  startedAt: moment,
  sentAt: moment,
  sentOn: day,
  reminders: fc.array(day, { maxLength: 3 }).map(days => days.toSorted()),
  lastReply: fc.constant(null),
  adequacy: fc.constant(null),
  lastEffect: fc.constant(null),
  lookedAt: fc.array(moment, { maxLength: 3 }),
  ended: fc.constant(null),
  soleApproval: fc.boolean(),
})
const planned = (action: ActionLine): ActionLine =>
  action.stage === 'planned' ? { ...action, sentAt: null, sentOn: null, lookedAt: [] } : action

describe('any action', () => {
  it('asks for each thing once, each by a moment or a day and never both, and says which action', () => {
    fc.assert(
      fc.property(anyAction.map(planned), action => {
        const dues = actionDues([action], usualClocks)
        expect(new Set(dues.map(({ kind }) => kind)).size).toBe(dues.length)
        for (const due of dues) {
          expect((due.at === null) === (due.on === null)).toBe(false)
          expect(due).toMatchObject({ part: 'actions', item: id, label: 'M1' })
        }
      }),
    )
  })

  it('asks for nothing before it is sent but to be done, and for nothing once it was given up', () => {
    fc.assert(
      fc.property(anyAction.map(planned), action => {
        const kinds = actionDues([action], usualClocks).map(({ kind }) => kind)
        if (action.stage === 'planned')
          expect(['action-owner', 'action-deadline']).toEqual(expect.arrayContaining(kinds))
        const stopped = { ...action, stage: 'ended', ended: 'cancelled' } as const
        expect(actionDues([stopped], usualClocks)).toEqual([])
      }),
    )
  })

  it('is open exactly until somebody says how it ended', () => {
    fc.assert(
      fc.property(anyAction, fc.constantFrom(null, 'completed', 'cancelled', 'failed'), (action, ended) => {
        expect(openActions([{ ...action, ended }])).toHaveLength(ended === null ? 1 : 0)
      }),
    )
  })
})

describe('the next right steps', () => {
  it('ask for the consent a planned action lacks, at the consent; then for doing what is approved', async () => {
    const without = await acting({ agreed: false })
    await without.plan()
    const { next, parts } = await without.view()
    expect(next.find(({ step }) => step === 'ask-action-consent')).toMatchObject({ part: 'consent' })
    expect(parts.find(({ part }) => part === 'actions')).toMatchObject({ status: 'blocked' })

    const app = await acting()
    const actionId = await app.plan()
    expect(await stepsOf(app)).not.toContain('ask-action-consent')
    expect(await stepsOf(app)).not.toContain('do-approved-action')
    await app.approve(actionId)
    expect(await stepsOf(app)).toContain('do-approved-action')
  })

  it('say in imminent danger that an urgent measure is to be planned, once there is a plan and until there is one', async () => {
    const app = await acting()
    const { get, caseId, personId } = app
    await get('case.change', { caseId, intake: intake({ danger: 'imminent' }) })
    expect(await stepsOf(app)).not.toContain('plan-urgent-action')
    await get('plan.write', { personId, plan: emptyPlan })
    expect(await stepsOf(app)).toContain('plan-urgent-action')
    await app.plan({ kind: 'un_security_officials', purpose: 'share_UN_security' })
    expect(await stepsOf(app)).not.toContain('plan-urgent-action')
  })
})

describe('moving on', () => {
  it('to follow-up is by what was sent; before that the person must wish that nothing is done', async () => {
    const app = await acting()
    const { get, caseId, plan, send, view } = app
    await get('scope.answer', {
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
      await get('case.move', { caseId, to, reason: 'goes on' })
    const asks = async () => (await view()).moves.find(({ to }) => to === 'follow_up')?.asks
    const actionId = await plan()
    expect(await asks()).toBe('no-action')
    await send(actionId)
    expect(await asks()).toBeNull()
  })
})

describe('closing', () => {
  const closable = async (app: Desk) => {
    const { persons, acts, consents, briefs, actions, today: day } = await app.view()
    return { persons, acts, consents, briefs, actions, today: day }
  }

  it('waits until every action has ended: what is planned is given up with a reason, what is sent completed', async () => {
    const app = await acting()
    const [first, second] = [await app.plan(), await app.plan()]
    await app.send(second)
    expect(known(await closable(app)).actions_finished).toBe('not_met')
    await app.record(first, { what: 'ended', on: today, how: 'cancelled', why: 'No longer wanted.' })
    expect(known(await closable(app)).actions_finished).toBe('not_met')
    await app.record(second, { what: 'ended', on: today, how: 'completed', why: 'Nothing more to expect.' })
    expect(known(await closable(app)).actions_finished).toBeUndefined()
  })

  it('lets the answer of the State be assessed also after the action was completed', async () => {
    const app = await acting()
    const actionId = await app.plan()
    await app.send(actionId)
    await app.record(actionId, { ...reply, text: 'Nothing happened.' })
    await app.record(actionId, { what: 'ended', on: today, how: 'completed', why: 'Nothing more to expect.' })
    expect(known(await closable(app)).state_response).toBe('not_met')
    await app.record(actionId, adequacy)
    expect(known(await closable(app)).state_response).toBe('met')
  })

  it('knows whether the answer of the State was assessed, once something went to it', async () => {
    const app = await acting()
    expect(known(await closable(app)).state_response).toBeUndefined()
    const actionId = await app.plan()
    await app.send(actionId)
    expect(known(await closable(app)).state_response).toBe('not_met')
    const answers = {
      quiet: 'met',
      person_agrees: 'met',
      actions_finished: 'met',
      state_response: 'met',
      report_disposition: 'met',
      retention_decided: 'met',
    } as const
    expect(notMet(await closable(app), { reason: 'resolved_safe', answers })).toContain('state_response')
    await app.record(actionId, { ...adequacy, adequacy: 'none', reason: 'No answer came.' })
    expect(known(await closable(app)).state_response).toBe('met')
  })
})
