import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledgerOf, nextOf, wantedBy } from '../../shared/action/ledger.ts'
import { ActionDraft, ActionEvent, ActionStage } from '../../shared/action/model.ts'
import { lineOf, linesTold, mayRecord, stageOf, statusOf } from '../../shared/action/rules.ts'
import { usualAddress } from '../../shared/action/usual.ts'
import type { BriefLine } from '../../shared/brief/model.ts'
import { Fact } from '../../shared/consent/model.ts'
import { reveals } from '../../shared/gate/consent.ts'
import { Element, GatePlace, GateReason } from '../../shared/gate/model.ts'
import type { GateResult } from '../../shared/gate/model.ts'
import { gateOfAction } from '../../shared/gate/needs.ts'
import { ActionId, CaseId, Instant, PersonId } from '../../shared/model.ts'
import { urgentActions } from '../../shared/plan/measure.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { day, draftFor } from './support.ts'

const id = '0198c0de-0000-7000-8000-00000000000'
const people = [1, 2, 3].map(number => PersonId.parse(`${id}${number}`))
const now = Instant.parse('2026-03-02T12:00:00.000Z')

const finding = fc.record({
  reason: fc.constantFrom(...GateReason.options),
  place: fc.constantFrom(...GatePlace.options),
  personId: fc.constant(null),
  consentId: fc.constant(null),
})

const verdict: fc.Arbitrary<GateResult['lines'][number]> = fc
  .constantFrom<('said' | 'withheld' | 'blocked')[]>('said', 'withheld', 'blocked')
  .map(said => ({ key: 'line', verdict: said, findings: [], consentIds: [], overrideId: null }))

const result: fc.Arbitrary<GateResult> = fc
  .record({
    lines: fc.array(verdict, { maxLength: 4 }),
    findings: fc.array(finding, { maxLength: 4 }),
  })
  .map(({ lines, findings }) => ({
    lines,
    findings,
    overrideId: null,
    open: findings.length === 0 && lines.every(({ verdict }) => verdict !== 'blocked'),
  }))

const ended = fc.constantFrom(null, 'completed', 'cancelled', 'failed')

describe('the status of an action', () => {
  it('is always one of the list, and says approved only when nothing at all stands in the way', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ActionStage.options), ended, result, (stage, how, gate) => {
        const status = statusOf({ stage, ended: how }, gate)
        expect(codesOf('actionStatus')).toContain(status)
        if (status === 'approved') expect(gate.open).toBe(true)
        if (how !== null) expect(status).toBe(how)
        if (status === 'sent' || status === 'answered') expect(stage).toBe(status)
      }),
    )
  })

  it('names the answer of the person before anything else that is missing', () => {
    fc.assert(
      fc.property(result, gate => {
        const isBlocked = gate.lines.some(({ verdict }) => verdict === 'blocked')
        const status = statusOf({ stage: 'planned', ended: null }, gate)
        expect(isBlocked && status !== 'blocked_consent').toBe(false)
      }),
    )
  })
})

const on = day('2026-03-02')
const event: fc.Arbitrary<ActionEvent> = fc.constantFrom<ActionEvent[]>(
  { what: 'sent', on, note: '' },
  { what: 'reminder', on, note: '' },
  { what: 'reply', on, response: 'acknowledged_only', language: { none: 'unknown' }, text: 'Received.' },
  { what: 'adequacy', on, adequacy: 'none', reason: 'Nothing is answered.' },
  { what: 'effect', on, effect: 'unknown', note: '', ownWords: { none: 'not-asked' } },
  { what: 'development', on, text: 'A new date.' },
  { what: 'ended', on, how: 'completed', why: 'Done.' },
  { what: 'ended', on, how: 'cancelled', why: 'Too late.' },
)

/** What of many attempts is recorded, one after the other. */
function entriesOf(attempts: readonly ActionEvent[]) {
  const entries: Parameters<typeof stageOf>[0][number][] = []
  for (const one of attempts) {
    const sentAt = entries.some(({ event: { what } }) => what === 'sent') ? now : null
    if (mayRecord({ stage: stageOf(entries), sentAt }, one) !== null) continue
    const ids = {
      id: crypto.randomUUID(),
      caseId: CaseId.parse(`${id}8`),
      actionId: ActionId.parse(`${id}9`),
    }
    entries.push({ ...ids, event: one, by: 'FP-1', recordedAt: now })
  }
  return entries
}

describe('what happened to an action', () => {
  it('is sent and ended at most once, answered only after it was sent, and completed never before', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), attempts => {
        const told = entriesOf(attempts).map(one => one.event)
        const whats = told.map(({ what }) => what)
        const sentAt = whats.indexOf('sent')
        expect(whats.filter(what => what === 'sent').length).toBeLessThanOrEqual(1)
        expect(whats.filter(what => what === 'ended').length).toBeLessThanOrEqual(1)
        for (const what of ['reply', 'reminder', 'adequacy', 'effect'] as const)
          if (whats.includes(what))
            expect(whats.indexOf(what)).toBeGreaterThan(sentAt === -1 ? Infinity : sentAt)
        const end = told.find(one => one.what === 'ended')
        if (end?.how === 'completed') expect(sentAt).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('what an action tells', () => {
  const line = fc.record({
    key: fc.string(),
    fact: fc.constantFrom(...Fact.options),
    element: fc.constantFrom(...Element.options),
    personIds: fc.subarray(people),
    label: fc.constant(''),
    about: fc.constant(''),
    pieces: fc.constant<BriefLine['pieces']>([]),
  })
  const asked = fc.record({
    personIds: fc.subarray(people, { minLength: 1 }),
    facts: fc.subarray([...Fact.options], { minLength: 1 }),
    identityLevel: fc.constantFrom(...codesOf('identityLevel')),
  })

  it('is only about its own people, only its own facts, and no more of who they are than its level', () => {
    fc.assert(
      fc.property(fc.array(line), asked, (lines, draft) => {
        for (const told of linesTold(lines, draft)) {
          expect(draft.facts).toContain(told.fact)
          expect(reveals[draft.identityLevel]).toContain(told.element)
          expect(told.personIds.some(one => draft.personIds.includes(one))).toBe(true)
        }
      }),
    )
  })
})

describe('the usual address of a kind of action', () => {
  it.each(codesOf('action'))('%s is a beginning that can be planned and goes through a gate', kind => {
    const usual = usualAddress(kind)
    if (usual === null) return expect(['engage_armed_group', 'other']).toContain(kind)
    const detail = 'x'
    const draft = draftFor([people[0]!], { ...usual, kind, detail, facts: [...usual.facts] })
    expect(ActionDraft.safeParse(draft).success).toBe(true)
    expect(['G2', 'G3', 'G4']).toContain(gateOfAction(usual))
    return expect(reveals[usual.identityLevel].length).toBeGreaterThan(0)
  })

  it('never tells a State a name unless the letter is one with a name', () => {
    const named = codesOf('action')
      .map(usualAddress)
      .filter(usual => usual?.recipient === 'member_state_concerned' && usual.identityLevel === 'full_name')
    expect(new Set(named.map(usual => usual?.purpose))).toEqual(new Set(['letter_to_state_named']))
  })
})

describe('the ledger', () => {
  const action = fc.record({
    kind: fc.constantFrom(...codesOf('action')),
    ended,
    stage: fc.constantFrom(...ActionStage.options),
    deadline: fc.constantFrom(null, day('2026-03-01'), day('2026-04-01')),
    answerBy: fc.constantFrom(null, day('2026-05-01'), day('2026-06-01')),
  })

  it('shows every action once: urgent measures first, what is open by its day, what is over last', () => {
    fc.assert(
      fc.property(fc.array(action), actions => {
        const { urgent, open, over } = ledgerOf(actions)
        expect([...urgent, ...open, ...over]).toHaveLength(actions.length)
        expect(urgent.every(({ kind }) => urgentActions.includes(kind))).toBe(true)
        expect(over.every(one => one.ended !== null)).toBe(true)
        for (const group of [urgent, open]) {
          const days = group.map(one => wantedBy(one) ?? '9999')
          expect(days).toEqual(days.toSorted())
        }
      }),
    )
  })

  it('always knows the next step of what is not over, and asks for no approval while something else is missing', () => {
    const lines = fc.record({
      stage: fc.constantFrom('planned' as const, 'sent' as const, 'answered' as const),
      recipient: fc.constantFrom(...codesOf('recipientClass')),
    })
    fc.assert(
      fc.property(lines, result, (line, gate) => {
        const bare = { sentAt: now, lastReply: null, adequacy: null, lastEffect: null }
        const next = nextOf({ ...line, ...bare }, gate)
        expect(next).not.toBeNull()
        if (next === 'approve') expect(gate.findings.every(({ place }) => place === 'approval')).toBe(true)
        if (next === 'sent') expect(gate.open).toBe(true)
      }),
    )
  })
})

it('an answer that only asks for time is assessed, and another one awaited before the end', () => {
  const open: GateResult = { open: true, lines: [], findings: [], overrideId: null }
  const line = { stage: 'answered', recipient: 'member_state_concerned', sentAt: now } as const
  const after = (response: 'requested_time' | 'reply_substantive') => ({ on, response, recordedAt: now })
  const assessed = { adequacy: 'partly_adequate', lastEffect: 'minor' } as const
  const fresh = { adequacy: null, lastEffect: null }
  expect(nextOf({ ...line, ...fresh, lastReply: after('requested_time') }, open)).toBe('adequacy')
  expect(nextOf({ ...line, ...assessed, lastReply: after('requested_time') }, open)).toBe('reply')
  expect(nextOf({ ...line, ...assessed, lastReply: after('reply_substantive') }, open)).toBe('ended')
})

it('an approval counts as given until the plan is changed after it', () => {
  const approval = { by: 'HOP-1', sole: false, statement: '', of: '', at: now }
  const action = {
    id: ActionId.parse(`${id}9`),
    caseId: CaseId.parse(`${id}8`),
    label: 'M1',
    author: 'FP-1',
    draft: draftFor([people[0]!]),
    approval,
    startedAt: now,
    changedAt: now,
  }
  expect(lineOf(action, []).approved).toBe(true)
  const later = Instant.parse('2026-03-02T12:30:00.000Z')
  expect(lineOf({ ...action, changedAt: later }, []).approved).toBe(false)
})
