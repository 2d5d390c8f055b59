import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Day } from '../../shared/model.ts'
import { Measure, protectiveActions } from '../../shared/plan/measure.ts'
import { PlanState } from '../../shared/plan/model.ts'
import {
  capacityOnly,
  clearThreat,
  inOrder,
  isUrgent,
  planBlocks,
  planMove,
  reviewIsPast,
  stateAfter,
  worksOn,
} from '../../shared/plan/rules.ts'
import { vocabularies } from '../../shared/vocabulary/index.ts'
import { risk } from '../gate/support.ts'
import { anyMeasure, measure, plan } from './support.ts'

const measures = fc.array(anyMeasure, { maxLength: 6 })
const wishes = { value: 'To work in safety' }

describe('the measures of a plan', () => {
  it('are the urgent and the other protective ones, and each says what it works on', () => {
    const groups = vocabularies.action.groups.filter(({ group }) =>
      ['urgent_protective', 'protection_menu'].includes(group),
    )
    expect([...protectiveActions]).toEqual([...groups.flatMap(({ codes }) => codes), 'other'])
    expect(Object.keys(worksOn).toSorted()).toEqual([...protectiveActions].toSorted())
  })

  it('leave nothing to a letter or a report: those are no protection', () => {
    expect(Measure.safeParse(measure({ action: 'allegation_letter' })).success).toBe(false)
  })

  it('say in words what they are when they are none of the list', () => {
    expect(Measure.safeParse(measure({ action: 'other' })).success).toBe(false)
    expect(Measure.safeParse(measure({ action: 'other', detail: 'A neighbour sleeps there' })).success).toBe(
      true,
    )
  })

  it('come urgent first when danger is imminent, what is over last, none lost and each with its place', () => {
    fc.assert(
      fc.property(measures, fc.constantFrom('imminent', 'possible', 'none', 'unknown'), (all, danger) => {
        const shown = inOrder(all, danger)
        expect(shown.map(({ place }) => place).toSorted((a, b) => a - b)).toEqual(
          all.map((_, index) => index),
        )
        for (const { measure, place } of shown) expect(all[place]).toBe(measure)
        const open = shown.filter(({ measure: { status } }) => status !== 'done' && status !== 'stopped')
        expect(shown.slice(0, open.length)).toEqual(open)
        const urgent = open.filter(({ measure }) => isUrgent(measure))
        if (danger === 'imminent') expect(open.slice(0, urgent.length)).toEqual(urgent)
        else
          expect(open.map(({ place }) => place)).toEqual(
            open.map(({ place }) => place).toSorted((a, b) => a - b),
          )
      }),
    )
  })
})

describe('a clear threat', () => {
  it.each([
    ['an explicit threat', { danger: 'possible', risk: risk({ threats: ['explicit_threat'] }) }, true],
    ['an event about to happen', { danger: 'none', risk: risk({ threats: ['imminent_event'] }) }, true],
    ['danger said to be imminent', { danger: 'imminent', risk: null }, true],
    ['impunity alone', { danger: 'possible', risk: risk({ threats: ['impunity'] }) }, false],
    ['nothing assessed', { danger: 'unknown', risk: null }, false],
  ] as const)('is there or not: %s', (_, danger, clear) => expect(clearThreat(danger)).toBe(clear))

  it('is not met by capacity alone; one measure that acts on the threat or lowers exposure is enough', () => {
    fc.assert(
      fc.property(measures, all => {
        const running = all.filter(({ status }) => status !== 'stopped')
        const other = running.some(({ action }) => worksOn[action] !== 'capacity')
        expect(capacityOnly(all)).toBe(running.length > 0 && !other)
        expect(capacityOnly([...all, measure({ action: 'diplomatic_intervention' })])).toBe(false)
        expect(capacityOnly([...all, measure({ action: 'relocation' })])).toBe(false)
      }),
    )
  })

  it('is not met by a measure that was given up', () => {
    const given = measure({ action: 'diplomatic_intervention', status: 'stopped' })
    expect(capacityOnly([given, measure({ action: 'financial_support' })])).toBe(true)
  })
})

describe('the state of a plan', () => {
  it('moves one step at a time: drafted, agreed, in effect, reviewed, reviewed again', () => {
    expect(PlanState.options.map(planMove)).toEqual(['agreed', 'active', 'reviewed', 'reviewed'])
  })

  it.each([
    ['no-wishes', plan(), { none: 'not-asked' }],
    ['no-objective', plan({ objective: { none: 'unknown' } }), wishes],
    ['no-must-not', plan({ mustNot: { none: 'not-asked' } }), wishes],
    ['no-measure', plan({ measures: [measure({ status: 'stopped' })] }), wishes],
    ['no-review', plan({ reviewOn: null }), wishes],
  ] as const)('is held back by %s', (block, draft, wishes) => {
    expect(planBlocks(draft, { wishes, to: 'agreed' })).toEqual([block])
  })

  it('respects a person who was asked and would rather not say', () => {
    const quiet = plan({ mustNot: { none: 'declined' } })
    expect(planBlocks(quiet, { wishes: { none: 'declined' }, to: 'agreed' })).toEqual([])
  })

  it('needs somebody for every measure before it is put into effect, not before it is agreed', () => {
    const open = plan({ measures: [measure({ owner: '' })] })
    expect(planBlocks(open, { wishes, to: 'agreed' })).toEqual([])
    expect(planBlocks(open, { wishes, to: 'active' })).toEqual(['no-owner'])
  })

  it('is overdue the day after the day of its review', () => {
    expect(reviewIsPast(plan(), Day.parse('2026-03-16'))).toBe(false)
    expect(reviewIsPast(plan(), Day.parse('2026-03-17'))).toBe(true)
    expect(reviewIsPast(plan({ reviewOn: null }), Day.parse('2030-01-01'))).toBe(false)
  })

  it('is a draft when it is new', () => expect(stateAfter(null, plan())).toBe('drafted'))
})
