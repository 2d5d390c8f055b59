import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Instant } from '../../shared/model.ts'
import { addOther, answer, assess, checkHarm, draftFor, handOver, planned, sentToday } from './support.ts'
import type { Planned } from './support.ts'

/** Things anybody might do to an action, in any order. */
const steps: Readonly<Record<string, (app: Planned) => Promise<unknown>>> = {
  agree: app => answer(app, app.personId),
  refuse: app => answer(app, app.personId, 'refused'),
  takeBack: app => answer(app, app.personId, 'withdrawn').catch(() => null),
  assess: app => assess(app, app.personId),
  check: app => checkHarm(app, app),
  showMore: app =>
    app.call('action.change', {
      actionId: app.actionId,
      draft: draftFor([app.personId], { identityLevel: 'role_only' }),
    }),
  showLess: app =>
    app.call('action.change', {
      actionId: app.actionId,
      draft: draftFor([app.personId], { facts: ['who'] }),
    }),
  withholdAll: async app => {
    const { lines, draft } = await app.get('action.view', { actionId: app.actionId })
    const withheld = lines.map(({ key }) => key)
    return app.call('action.change', { actionId: app.actionId, draft: { ...draft, withheld } })
  },
  approve: app => app.call('action.approve', { actionId: app.actionId, sole: false, statement: 'now' }),
  approveAlone: app => app.call('action.approve', { actionId: app.actionId, sole: true, statement: 'now' }),
  toOther: app => handOver(app, 'other'),
  toAuthor: app => handOver(app, 'author'),
  hold: app =>
    app.call('case.move', {
      caseId: app.caseId,
      to: 'on_hold',
      reason: 'a phone was searched',
      details: { asks: 'hold', why: 'exposure_suspected', reviewOn: sentToday.on },
    }),
}

/** Records it as sent, and says what the gate said a moment before. */
async function send(app: Planned) {
  const before = await app.get('action.view', { actionId: app.actionId })
  const reply = await app.call('action.record', { actionId: app.actionId, event: sentToday })
  return { before, reply }
}

it('nothing is ever sent unless the gate was open at that moment, whoever did what before', async () => {
  const anything = fc.constantFrom(...Object.keys(steps), 'send', 'send')
  const usual = ['agree', 'assess', 'check', 'toOther', 'approve', 'send']
  const story = fc
    .tuple(fc.array(anything, { maxLength: 7 }), fc.shuffledSubarray(usual), fc.boolean())
    .map(([others, some, inOrder]) =>
      inOrder ? [...usual.filter(one => some.includes(one)), ...others, 'send'] : [...others, ...some],
    )
  let went = 0
  await fc.assert(
    fc.asyncProperty(story, async names => {
      const app = await planned()
      await addOther(app)
      let minute = 0
      let isSent = false
      for (const name of names) {
        app.moveTo(Instant.parse(`2026-03-02T12:${String(++minute).padStart(2, '0')}:00.000Z`))
        if (name !== 'send') {
          await steps[name]?.(app)
          continue
        }
        const { before, reply } = await send(app)
        expect(reply.ok).toBe(before.result.open && !isSent)
        isSent ||= reply.ok
      }
      const { disclosures, actions } = await app.get('case.view', { caseId: app.caseId })
      expect(disclosures).toHaveLength(isSent ? 1 : 0)
      expect(actions[0]?.stage).toBe(isSent ? 'sent' : 'planned')
      went += Number(isSent)
    }),
    { numRuns: 30, examples: [[usual]] },
  )
  expect(went).toBeGreaterThan(0)
}, 120_000)
