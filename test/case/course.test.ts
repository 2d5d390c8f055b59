import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needed, notMet } from '../../shared/case/closing.ts'
import { CaseState, ClosureReason, Criterion, CriterionAnswer, noCourse } from '../../shared/case/course.ts'
import type { CaseCourse, ClosureDraft, MoveDetails } from '../../shared/case/course.ts'
import { mayMove, moves } from '../../shared/case/moves.ts'
import { courseAfter } from '../../shared/case/moving.ts'
import type { CaseContent } from '../../shared/case/rules.ts'
import { CaseId, Day, Instant } from '../../shared/model.ts'
import { CaseCode } from '../../shared/case/model.ts'
import { Duty } from '../../shared/vault/model.ts'
import { intake } from '../support.ts'

const now = Instant.parse('2026-03-02T12:00:00.000Z')

/** As much of a case as its moves look at. */
function content(state: CaseState, change: Partial<CaseContent> = {}): CaseContent {
  const file = {
    ...intake(),
    id: CaseId.parse('0198c0de-0000-7000-8000-000000000001'),
    code: CaseCode.parse('AAA-222'),
    state,
    startedAt: now,
    changedAt: now,
  }
  const nothing = {
    course: noCourse,
    persons: [],
    acts: [],
    consents: [],
    briefs: [],
    actions: [],
    scope: null,
  }
  return { case: file, ...nothing, now, today: Day.parse('2026-03-02'), ...change } as unknown as CaseContent
}

const held = (before: CaseState): Partial<CaseContent> => ({
  course: {
    ...noCourse,
    hold: { why: 'person_asks', reviewOn: Day.parse('2026-03-16'), since: now, before },
  },
})

/** Every edge: from, to, who, and what it asks for. The hold and the way back from it are told apart below. */
const edges: readonly (readonly [CaseState, CaseState, string, string | null])[] = [
  ['draft', 'intake', 'first_respondent', null],
  ['intake', 'triage', 'first_respondent focal_point', null],
  ['triage', 'open', 'focal_point', null],
  ['triage', 'out_of_scope', 'focal_point', 'referral'],
  ['open', 'follow_up', 'focal_point', 'no-action'],
  ['follow_up', 'closure_proposed', 'owner focal_point', 'closure'],
  ['follow_up', 'open', 'focal_point', null],
  ['closure_proposed', 'closed', 'focal_point head_of_presence', null],
  ['closure_proposed', 'follow_up', 'focal_point head_of_presence', null],
  ['closed', 'open', 'focal_point', 'reopen'],
  ['out_of_scope', 'referred', 'focal_point', null],
  ['out_of_scope', 'triage', 'focal_point', null],
  ['referred', 'closed', 'focal_point', 'closure'],
  ['referred', 'triage', 'focal_point', null],
]

const anyState = fc.constantFrom(...CaseState.options)

describe('the states of a case', () => {
  it.each(CaseState.options)('from %s: exactly these steps, and by whom', state => {
    const found = moves(content(state)).filter(({ to }) => to !== 'on_hold' && state !== 'on_hold')
    expect(found.map(({ to, who, asks }) => [state, to, who.join(' '), asks])).toEqual(
      edges.filter(([from]) => from === state),
    )
  })

  it('can be held for safety from everywhere but a hold and a closed case, by anybody who handles cases', () => {
    for (const state of CaseState.options) {
      const hold = moves(content(state)).find(({ to }) => to === 'on_hold')
      expect(hold !== undefined).toBe(state !== 'on_hold' && state !== 'closed')
      if (hold)
        expect(hold).toMatchObject({
          asks: 'hold',
          blockedBy: [],
          who: ['owner', 'first_respondent', 'focal_point', 'head_of_presence'],
        })
    }
  })

  it('go back from a hold to where they stood, whatever that was, by the focal point alone', () => {
    fc.assert(
      fc.property(anyState, before => {
        expect(moves(content('on_hold', held(before)))).toMatchObject([{ to: before, who: ['focal_point'] }])
      }),
    )
    expect(moves(content('on_hold'))).toMatchObject([{ to: 'intake' }])
  })

  it('keep the hold, and a proposal to close, through a hold and lose them when it ends or work goes on', () => {
    const details: MoveDetails = { asks: 'hold', why: 'other', reviewOn: Day.parse('2026-04-01') }
    fc.assert(
      fc.property(anyState, state => {
        const from = content(state)
        const course = courseAfter(from, { to: 'on_hold', details, now, by: 'FP-1' })
        expect(course.hold).toEqual({ why: 'other', reviewOn: '2026-04-01', since: now, before: state })
        const back = courseAfter(content('on_hold', { course }), {
          to: state,
          details: null,
          now,
          by: 'FP-1',
        })
        expect(back).toMatchObject({ hold: null, closure: from.course.closure })
      }),
    )
  })

  it('are moved by nobody whose duty it is not, and a proposal is never approved by who made it unless alone', () => {
    const people = fc.record({
      role: fc.constantFrom('FP-1', 'HOP-1', 'R-3'),
      duties: fc.uniqueArray(fc.constantFrom(...Duty.options)),
      sole: fc.boolean(),
      owner: fc.constantFrom('FP-1', 'R-3'),
    })
    const proposed: Partial<CaseContent> = { course: { ...noCourse, closure: closure('FP-1') } }
    fc.assert(
      fc.property(anyState, people, (state, mover) => {
        for (const move of moves(content(state, proposed))) {
          const refusal = mayMove(move, mover)
          const own = move.who.includes('owner') && mover.role === mover.owner
          const dutiful = mover.duties.some(duty => move.who.includes(duty))
          expect(refusal === 'case/not-your-duty').toBe(!own && !dutiful)
          if (state === 'closure_proposed' && move.to === 'closed' && mover.role === 'FP-1' && !mover.sole)
            expect(refusal).not.toBeNull()
        }
      }),
    )
  })
})

function closure(by: string): NonNullable<CaseCourse['closure']> {
  const answers = Object.fromEntries(Criterion.options.map(one => [one, 'met'])) as ClosureDraft['answers']
  const approval = { approvedBy: null, approvedAt: null, sole: false }
  return { reason: 'resolved_safe', answers, proposedBy: by, proposedAt: now, ...approval }
}

describe('closing', () => {
  const answers = fc
    .tuple(...Criterion.options.map(() => fc.constantFrom(...CriterionAnswer.options)))
    .map(
      all =>
        Object.fromEntries(Criterion.options.map((one, at) => [one, all[at]])) as ClosureDraft['answers'],
    )

  it('never lacks what its reason needs: finished work and a decided file are always among it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ClosureReason.options), answers, (reason, said) => {
        const missing = notMet(content('follow_up'), { reason, answers: said })
        expect(missing).toEqual(
          Criterion.options.filter(
            one => needed[reason].includes(one) && one !== 'retention_decided' && said[one] !== 'met',
          ),
        )
        expect(needed[reason]).toEqual(expect.arrayContaining(['actions_finished', 'retention_decided']))
      }),
    )
  })

  it('believes the case before the officer: an open brief, a recent act, a question nobody asked', () => {
    const restless = content('follow_up', {
      acts: [{ when: { to: '2026-02-01' } }],
      briefs: [{ state: 'sent', asked: 'decision', answerBy: null, sentAt: now }],
      persons: [{ id: 'p', parts: ['victim'] }],
    } as unknown as Partial<CaseContent>)
    const { reason, answers: all } = closure('FP-1')
    expect(notMet(restless, { reason, answers: all })).toEqual([
      'quiet',
      'actions_finished',
      'retention_decided',
    ])
    expect(moves(restless).find(({ to }) => to === 'closure_proposed')?.blockedBy).toEqual([
      'closing-actions_finished',
      'closing-retention_decided',
    ])
  })

  it('waits for an answer until its day, or sixty days, and no longer; a brief that never left is no promise', () => {
    const brief = (change: object) =>
      content('follow_up', {
        briefs: [{ state: 'sent', asked: 'decision', answerBy: null, sentAt: now, ...change }],
      } as unknown as Partial<CaseContent>)
    const waits = (change: object) => notMet(brief(change), closure('FP-1')).includes('actions_finished')
    expect(waits({ sentAt: '2026-01-01T08:00:00.000Z' })).toBe(true)
    expect(waits({ sentAt: '2025-12-31T08:00:00.000Z' })).toBe(false)
    expect(waits({ answerBy: '2026-03-02' })).toBe(true)
    expect(waits({ answerBy: '2026-03-01' })).toBe(false)
    for (const change of [{ state: 'draft' }, { state: 'decided' }, { asked: 'no_action' }])
      expect(waits(change)).toBe(false)
  })

  it('counts six months back from today', () => {
    const act = (to: string) =>
      content('follow_up', { acts: [{ when: { to } }] } as unknown as Partial<CaseContent>)
    const draft = closure('FP-1')
    expect(notMet(act('2025-09-02'), draft)).toEqual([])
    expect(notMet(act('2025-09-03'), draft)).toEqual(['quiet'])
  })

  it('says for ever when one person proposed and approved', () => {
    const approve = (by: string) =>
      courseAfter(content('closure_proposed', { course: { ...noCourse, closure: closure('FP-1') } }), {
        to: 'closed',
        details: null,
        now,
        by,
      }).closure
    expect(approve('FP-1')).toMatchObject({ approvedBy: 'FP-1', sole: true })
    expect(approve('HOP-1')).toMatchObject({ approvedBy: 'HOP-1', sole: false })
  })
})
