import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ColleagueKind } from '../../shared/exchange/manifest.ts'
import {
  isRecalled,
  isShutBy,
  isWaiting,
  mayRecall,
  mayReceipt,
  recallStanding,
  stateOf,
  type Logged,
  type Notice,
} from '../../shared/exchange/notices.ts'
import type { ColleagueId, Day, Instant, PackageId } from '../../shared/model.ts'
import { RecallDecisionKind, RecallReason, RecallStanding, RecallWish } from '../../shared/notice/model.ts'

const packages = ['p1', 'p2', 'p3'] as unknown as readonly PackageId[]
const colleagues = ['c1', 'c2'] as unknown as readonly ColleagueId[]
const direction = fc.constantFrom('sent', 'received')
const moment = fc.integer({ min: 10, max: 99 }).map(n => `2026-03-02T12:00:00.0${n}Z` as Instant)
const hash = fc.constantFrom('h1', 'h2')

const logged: fc.Arbitrary<Logged> = fc.record({
  direction,
  packageId: fc.constantFrom(...packages),
  kind: fc.constantFrom<Logged['kind']>('case', 'contribution'),
  colleagueId: fc.constantFrom(...colleagues),
  manifestSha256: hash,
  about: fc.option(fc.constantFrom(...packages)),
  entries: fc.integer({ min: 1, max: 9 }),
  sentAt: moment,
})

/** A log holds a package once for each way and colleague. */
const aLog = fc.uniqueArray(logged, {
  maxLength: 12,
  selector: one => [one.direction, one.packageId, one.colleagueId].join(),
})

let number = 0
const base = {
  direction,
  packageId: fc.constant(null).map(() => `n${number++}` as PackageId),
  colleagueId: fc.constantFrom(...colleagues),
  about: fc.constantFrom(...packages),
  aboutSha256: hash,
  sentAt: moment,
}
const receipt = fc.record({
  ...base,
  kind: fc.constant('receipt' as const),
  says: fc.record({
    outcome: fc.constantFrom('taken-in' as const, 'declined' as const),
    reason: fc.constant(null),
    words: fc.constant(''),
    receivedOn: fc.constantFrom<Day>('2026-03-02' as Day, '2026-03-05' as Day),
  }),
})
const recall = fc.record({
  ...base,
  kind: fc.constant('recall' as const),
  says: fc.record({
    reason: fc.constantFrom(...RecallReason.options),
    wish: fc.constantFrom(...RecallWish.options),
    tellBy: fc.constant(null),
    words: fc.constant(''),
  }),
})
const someNotices: fc.Arbitrary<Notice[]> = fc.array(fc.oneof(receipt, recall), { maxLength: 12 })

/** The same things in some other order. */
const shuffled = <T>(all: readonly T[], seed: readonly number[]): T[] =>
  all
    .map((one, at) => ({ one, key: seed[at % Math.max(seed.length, 1)] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ one }) => one)

describe('what became of a package', () => {
  it('is the same in whatever order the files came', () =>
    fc.assert(
      fc.property(
        aLog,
        someNotices,
        fc.array(fc.integer(), { minLength: 24, maxLength: 24 }),
        (log, notices, seed) => {
          const other = { log: shuffled(log, seed), notices: shuffled(notices, seed) }
          for (const one of log) expect(stateOf(one, other)).toEqual(stateOf(one, { log, notices }))
        },
      ),
      { numRuns: 1_000 },
    ))

  it('is never less than recalled once it was recalled, and never less than taken in', () =>
    fc.assert(
      fc.property(aLog, someNotices, someNotices, (log, notices, later) => {
        for (const one of log) {
          const before = stateOf(one, { log, notices })
          const after = stateOf(one, { log, notices: [...notices, ...later] })
          if (before.standing === 'recalled') expect(after.standing).toBe('recalled')
          if (before.receipt?.outcome === 'taken-in') expect(after.receipt?.outcome).toBe('taken-in')
          expect(after.recalls.length).toBeGreaterThanOrEqual(before.recalls.length)
        }
      }),
    ))

  it('depends on no notice of another colleague, another package or another content', () =>
    fc.assert(
      fc.property(aLog, someNotices, (log, notices) => {
        for (const one of log) {
          const own = notices.filter(
            notice =>
              notice.about === one.packageId &&
              notice.colleagueId === one.colleagueId &&
              notice.aboutSha256 === one.manifestSha256,
          )
          expect(stateOf(one, { log, notices: own })).toEqual(stateOf(one, { log, notices }))
        }
      }),
    ))

  it('is refused on arrival just when a recall of its sender names it', () =>
    fc.assert(
      fc.property(logged, someNotices, (one, notices) => {
        const came = { ...one, direction: 'received' } as const
        const { recalls } = stateOf(came, { log: [came], notices })
        expect(isRecalled(came, notices)).toBe(recalls.length > 0)
      }),
    ))

  it('names the latest of those that took its place', () => {
    const one = {
      direction: 'sent',
      kind: 'case',
      colleagueId: colleagues[0]!,
      manifestSha256: 'h1',
    } as const
    const first = { ...one, packageId: packages[0]!, about: null, entries: 3, sentAt: at('12') }
    const second = { ...one, packageId: packages[1]!, about: packages[0]!, entries: 5, sentAt: at('13') }
    const third = { ...one, packageId: packages[2]!, about: packages[0]!, entries: 9, sentAt: at('14') }
    const log = [third, first, second]
    expect(stateOf(first, { log, notices: [] })).toMatchObject({
      standing: 'superseded',
      supersededBy: third,
    })
    expect(stateOf(third, { log, notices: [] })).toMatchObject({ standing: 'sent', takesPlaceOf: first })
  })
})

const at = (hour: string) => `2026-03-02T${hour}:00:00.000Z` as Instant

describe('a recall', () => {
  it('keeps the case shut in every standing but two: kept for a reason, or undone', () => {
    expect(RecallStanding.options.filter(one => !isShutBy(one))).toEqual(['kept', 'undone'])
  })

  it('waits for somebody until a decision is done', () => {
    const done = { undone: true, identities: false }
    for (const decision of RecallDecisionKind.options) {
      expect(isWaiting(recallStanding({ decision, ...done }))).toBe(false)
      const isAct = decision === 'undo' || decision === 'destroy'
      expect(isWaiting(recallStanding({ decision, undone: false, identities: true }))).toBe(isAct)
    }
    expect(recallStanding({ decision: null, undone: false, identities: true })).toBe('undecided')
    expect(recallStanding({ decision: null, undone: true, identities: true })).toBe('undone')
  })

  it('and a receipt are never asked of a receipt', () => {
    expect(ColleagueKind.options.filter(kind => !mayReceipt({ direction: 'received', kind }))).toEqual([
      'receipt',
    ])
    expect(ColleagueKind.options.filter(kind => !mayRecall({ direction: 'sent', kind }))).toEqual([
      'receipt',
      'recall',
    ])
    expect(ColleagueKind.options.some(kind => mayReceipt({ direction: 'sent', kind }))).toBe(false)
  })
})
