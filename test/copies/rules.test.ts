import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Instant } from '../../shared/model.ts'
import { copyLimits, copyStanding, isPressing } from '../../shared/vault/copyRules.ts'

const day = 86_400_000
const now = Instant.parse('2026-06-01T12:00:00.000Z')
const ago = (days: number) => Instant.parse(new Date(Date.parse(now) - days * day).toISOString())
const standing = ({ begun = 400, copies = [], drills = [] }: Given) =>
  copyStanding({
    now,
    begunAt: ago(begun),
    copies: copies.map(days => ({ madeAt: ago(days) })),
    drills: drills.map(([days, result]) => ({ doneAt: ago(days), result })),
  })
interface Given {
  readonly begun?: number
  readonly copies?: readonly number[]
  readonly drills?: readonly (readonly [number, 'proved' | 'damaged' | 'differs'])[]
}

describe('how old the copies of a vault are', () => {
  it.each([
    ['nobody is told in the first week', { begun: 3 }, 'soon', 'soon'],
    ['a vault without a copy is told of after a week', { begun: 7 }, 'never', 'soon'],
    ['a copy of today is fresh, and a drill is not yet asked for', { copies: [0] }, 'fresh', 'soon'],
    ['after a week a drill is asked for', { copies: [7] }, 'fresh', 'never'],
    ['many fresh copies do not put off the first drill', { copies: [0, 20] }, 'fresh', 'never'],
    ['a copy of 29 days is fresh', { copies: [29], drills: [[29, 'proved']] }, 'fresh', 'fresh'],
    ['a copy of 30 days is old', { copies: [30], drills: [[30, 'proved']] }, 'old', 'fresh'],
    [
      'a copy of 90 days is older, and a drill old',
      { copies: [90], drills: [[90, 'proved']] },
      'older',
      'old',
    ],
    ['only the youngest copy counts', { copies: [300, 2], drills: [[1, 'proved']] }, 'fresh', 'fresh'],
    [
      'a drill that failed is said at once',
      {
        copies: [1],
        drills: [
          [9, 'proved'],
          [0, 'damaged'],
        ],
      },
      'fresh',
      'failed',
    ],
    [
      'and not any more once one was proved',
      {
        copies: [1],
        drills: [
          [1, 'differs'],
          [0, 'proved'],
        ],
      },
      'fresh',
      'fresh',
    ],
  ] as const)('%s', (_, given, copy, drill) => {
    expect(standing(given)).toMatchObject({ copy, drill })
  })

  it('is not counted below zero when the clock was put back', () => {
    expect(standing({ copies: [-40] })).toMatchObject({ copy: 'fresh', copyDays: 0 })
  })

  it('presses exactly from the limits on, whatever the order of what is known', () => {
    const days = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 8 }), copies => {
        const { copy, copyDays } = standing({ copies })
        const youngest = Math.min(...copies)
        expect(copyDays).toBe(youngest)
        expect(isPressing(copy)).toBe(youngest >= copyLimits.copy.old)
        expect(standing({ copies: copies.toReversed() })).toEqual(standing({ copies }))
      }),
    )
  })
})
