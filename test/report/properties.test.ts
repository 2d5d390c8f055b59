import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { consentFor } from '../../shared/gate/consent.ts'
import type { ConsentQuestion } from '../../shared/gate/consent.ts'
import { CaseId, ConsentId, Day, Instant, PersonId } from '../../shared/model.ts'
import { alikeAmong, countsOf, isPlain } from '../../shared/report/counts.ts'
import { coverageOf, levels, reportAddress } from '../../shared/report/coverage.ts'
import type { Level } from '../../shared/report/coverage.ts'
import { changesBetween } from '../../shared/report/document.ts'
import type { ContributionEntry } from '../../shared/report/document.ts'
import { effective, fallsIn, lowerThan, omittedFor, proposalFor, Why } from '../../shared/report/proposal.ts'
import type { Reportable } from '../../shared/report/proposal.ts'
import { isLater, newestOf } from '../../shared/report/received.ts'

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const people = [PersonId.parse(uuid(1)), PersonId.parse(uuid(2))] as const
const today = Day.parse('2026-03-02')
const window = { from: Day.parse('2025-05-01'), to: Day.parse('2026-04-30') }

const purposes = ['sg_report_named', 'sg_report_anonymised', 'sg_report_trend_only'] as const
const identityLevels = [
  'full_name',
  'initials',
  'role_only',
  'role_and_region',
  'group_only',
  'aggregate_only',
  'none',
] as const

/** One answer about the report, as anybody may have given it. */
const anAnswer: fc.Arbitrary<Omit<ConsentDecision, 'id'>> = fc.record({
  caseId: fc.constant(CaseId.parse(uuid(900))),
  personId: fc.constantFrom(...people),
  purpose: fc.constantFrom(...purposes),
  recipient: fc.constant('public' as const),
  channel: fc.constant('UN_document' as const),
  identityLevel: fc.constantFrom(...identityLevels),
  scope: fc.constantFrom('whole_case' as const, 'outcome_only' as const),
  facts: fc.constant([]),
  document: fc.constant(''),
  decision: fc.constantFrom('given', 'given', 'refused', 'withdrawn', 'not_asked'),
  form: fc.constant({ value: 'oral_witnessed' as const }),
  givenBy: fc.constantFrom({ value: 'victim' as const }, { value: 'best_interest_decision' as const }),
  decidedOn: fc.constant(Day.parse('2026-02-01')),
  askedBy: fc.constant('FP-1'),
  language: fc.constant({ value: 'ar' as const }),
  interpreter: fc.constant({ value: false }),
  risksExplained: fc.constant({ value: true }),
  conditions: fc.constant([]),
  validUntil: fc.constantFrom(null, Day.parse('2026-01-01'), Day.parse('2027-01-01')),
  reviewOn: fc.constant(null),
  evidence: fc.constant(''),
  talkId: fc.constant(null),
  reviewWhen: fc.constant([]),
  recordedAt: fc.constant(Instant.parse('2026-02-01T10:00:00.000Z')),
})

const aLog = fc
  .array(anAnswer, { maxLength: 8 })
  .map(rows => rows.map((row, at) => ({ ...row, id: ConsentId.parse(uuid(100 + at)) })))

const answers = (log: readonly ConsentDecision[]) => ({ log, talks: [], today, lostContact: [] })

/** Whether the gate itself would let this be told of a person. */
function mayTell(
  log: readonly ConsentDecision[],
  personId: PersonId,
  level: 'named' | 'anonymised',
): boolean {
  const asked: ConsentQuestion[] = (
    level === 'named'
      ? ['sg_report_named' as const]
      : ['sg_report_named' as const, 'sg_report_anonymised' as const]
  ).map(purpose => ({ ...answers(log), ...reportAddress, purpose, conditionsMet: [] }))
  const element = level === 'named' ? 'name' : 'group'
  const line = { key: '', fact: 'acts' as const, element, personIds: [personId] } as const
  return asked.some(question => consentFor({ ...line, personIds: [personId] }, personId, question).ok)
}

const base: Omit<Reportable, 'coverage'> = {
  scope: {
    outcome: 'in_scope',
    intimidation: false,
    reprisal: true,
    inSystemwideScope: true,
    inSgReportScope: true,
    because: [],
  },
  bands: ['low'],
  isAssessed: true,
  danger: 'possible',
  isOnHold: false,
  verification: 'corroborated_two_plus',
  acts: [{ from: Day.parse('2025-11-03'), to: Day.parse('2025-11-03') }],
  isFollowUp: false,
}

const place = (level: Level) => levels.indexOf(level)

describe('how openly a case appears', () => {
  it('is never above what the gate lets out for every single person', () => {
    fc.assert(
      fc.property(aLog, log => {
        const { covered } = coverageOf(people, answers(log))
        const shown = (['named', 'anonymised'] as const).filter(level => covered.includes(level))
        expect(shown.every(level => people.every(id => mayTell(log, id, level)))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is nothing once somebody took back whatever they ever said yes to', () => {
    fc.assert(
      fc.property(aLog, log => {
        const backs = log
          .filter(row => row.personId === people[0])
          .map((row, at) => ({ ...row, id: ConsentId.parse(uuid(500 + at)), decision: 'withdrawn' as const }))
        const { covered, consentIds } = coverageOf(people, answers([...log, ...backs]))
        expect(covered).toEqual([])
        expect(consentIds).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('is never raised by one more person', () => {
    fc.assert(
      fc.property(aLog, log => {
        const alone = coverageOf([people[0]], answers(log)).covered
        const both = coverageOf(people, answers(log)).covered
        expect(both.every(level => alone.includes(level))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is never raised by a decision, whatever it was and whenever it was made', () => {
    fc.assert(
      fc.property(
        aLog,
        fc.constantFrom(null, ...levels),
        fc.constantFrom('low', 'high', 'critical'),
        (log, decided, band) => {
          const coverage = coverageOf(people, answers(log))
          const proposal = proposalFor({ ...base, coverage, bands: [band] }, window)
          const { level } = effective(proposal, coverage, decided)
          expect(place(level)).toBeGreaterThanOrEqual(place(proposal.level))
          expect(level === 'omitted' || coverage.covered.some(one => one === level)).toBe(true)
          for (const lower of lowerThan(proposal.level, coverage))
            expect(place(lower)).toBeGreaterThan(place(proposal.level))
          if (band === 'critical') expect(level).toBe('omitted')
          if (band === 'high') expect(level).not.toBe('named')
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('rests on a standing yes of everybody where a case is counted', () => {
    fc.assert(
      fc.property(aLog, log => {
        const { covered, consentIds } = coverageOf(people, answers(log))
        expect(consentIds).toHaveLength(covered.includes('trend_only') ? people.length : 0)
        const given = log.filter(({ decision }) => decision === 'given').map(({ id }) => id)
        expect(consentIds.every(id => given.includes(id))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('has a reason of the contribution for every reason of ours', () => {
    expect(Why.options.every(why => omittedFor[why].length > 0)).toBe(true)
  })

  it('counts an act into a window when any of its days lies in it', () => {
    expect(fallsIn({ from: null, to: null }, window)).toBe(false)
    expect(fallsIn({ from: Day.parse('2026-04-30'), to: Day.parse('2026-06-30') }, window)).toBe(true)
    expect(fallsIn({ from: Day.parse('2026-05-01'), to: Day.parse('2026-06-30') }, window)).toBe(false)
  })
})

describe('counts', () => {
  const someCases: fc.Arbitrary<string[][]> = fc.array(
    fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 3 }),
    {
      maxLength: 40,
    },
  )

  it('never tell fewer than the smallest, and add up to every case that has a code', () => {
    fc.assert(
      fc.property(someCases, fc.integer({ min: 2, max: 12 }), (cases, smallest) => {
        const counts = countsOf(alikeAmong(cases), smallest)
        if (counts === null) return
        for (const { code, cases: told } of counts.rows) {
          expect(told).toBeGreaterThanOrEqual(smallest)
          expect(told).toBe(cases.filter(own => own.includes(code)).length)
        }
        if (counts.others !== null) expect(counts.others).toBeGreaterThanOrEqual(smallest)
        const named = counts.rows.map(({ code }) => code)
        const rest = cases.filter(own => own.some(code => !named.includes(code))).length
        expect(counts.others ?? 0).toBe(rest)
      }),
      { numRuns: 1_000 },
    )
  })

  it('say the same whichever rare code it was: a small count cannot be worked out', () => {
    fc.assert(
      fc.property(someCases, fc.integer({ min: 2, max: 12 }), (cases, smallest) => {
        const counts = countsOf(alikeAmong(cases), smallest)
        const all = [...new Set(cases.flat())]
        const rare = all.filter(code => cases.filter(own => own.includes(code)).length < smallest)
        const [one] = rare
        if (one === undefined) return
        const another = cases.map(own => own.map(code => (code === one ? 'never seen' : code)))
        expect(countsOf(alikeAmong(another), smallest)).toEqual(counts)
        expect(counts?.rows.some(({ code }) => rare.includes(code)) ?? false).toBe(false)
        expect(isPlain(alikeAmong(cases), counts)).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })

  it('join a more frequent code to the rare ones where these alone would still be few', () => {
    const cases = [
      ...Array.from({ length: 6 }, () => ['a']),
      ...Array.from({ length: 7 }, () => ['b']),
      ['c'],
    ]
    expect(countsOf(alikeAmong(cases), 5)).toEqual({ rows: [{ code: 'b', cases: 7 }], others: 7 })
    expect(countsOf(alikeAmong([['a'], ['b']]), 5)).toBe(null)
  })
})

describe('a later contribution', () => {
  const entry = (ref: string, text: string) => ({ ref, text }) as ContributionEntry
  const some = fc
    .uniqueArray(fc.record({ ref: fc.constantFrom('1', '2', '3', '4'), text: fc.constantFrom('x', 'y') }), {
      selector: ({ ref }) => ref,
    })
    .map(all => ({ entries: all.map(({ ref, text }) => entry(ref, text)) }))

  it('changes exactly what makes the earlier one into it', () => {
    fc.assert(
      fc.property(some, some, (before, now) => {
        const result = new Map(before.entries.map(one => [one.ref, one]))
        for (const { ref, now: is } of changesBetween(before, now)) {
          if (is) result.set(ref, is)
          else result.delete(ref)
        }
        const sorted = (all: Iterable<ContributionEntry>) =>
          [...all].toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
        expect(sorted(result.values())).toEqual(sorted(now.entries))
        expect(changesBetween(now, now)).toEqual([])
      }),
    )
  })

  it('is told by the length of the record where both are of one vault, and else by when it was sent', () => {
    const one = (recordEntries: number, sentAt: string, origin = 'v') =>
      ({ colleagueId: uuid(1), ordinal: 17, origin, recordEntries, sentAt }) as Parameters<typeof isLater>[0]
    const early = '2026-03-02T10:00:00.000Z'
    const late = '2026-03-02T11:00:00.000Z'
    expect(isLater(one(9, early), one(8, late))).toBe(true)
    expect(isLater(one(9, early), one(8, late, 'w'))).toBe(false)
    expect(newestOf([one(9, early), one(8, late)], one(1, late))).toEqual(one(9, early))
    expect(newestOf([], one(1, late))).toBe(null)
  })
})
