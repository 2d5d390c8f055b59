import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { practicePatterns } from '../../main/practice/data.ts'
import { dispositionOf } from '../../shared/report/disposition.ts'
import { isFault, readPatterns } from '../../main/practice/file.ts'
import type { ReadPattern } from '../../main/practice/pattern.ts'
import { readPattern } from '../../main/practice/read.ts'
import { scopeOf } from '../../main/practice/scopeOf.ts'
import { scopeResult } from '../../shared/scope/rules.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { runScenarios } from './run.ts'

const patternsIn = (text: string): readonly ReadPattern[] => {
  const patterns = readPatterns(text)
  if (isFault(patterns)) throw new Error(patterns.fault)
  return patterns
}

const scopeOfText = (text: string) => {
  const [read] = patternsIn(text)
  if (!read) throw new Error('no pattern')
  return scopeResult(scopeOf(read.pattern))
}

describe('the invented cases that come with Vigil', () => {
  it('use known codes and known fields only, and are marked as invented', () => {
    for (const { pattern, unknownCodes, unreadFields } of practicePatterns())
      expect({ id: pattern.id, synthetic: pattern.synthetic, unknownCodes, unreadFields }).toEqual({
        id: pattern.id,
        synthetic: true,
        unknownCodes: [],
        unreadFields: [],
      })
  })

  it('have an id of their own, a title, an account and what became of them', () => {
    const patterns = practicePatterns().map(({ pattern }) => pattern)
    expect(new Set(patterns.map(({ id }) => id)).size).toBe(patterns.length)
    for (const pattern of patterns) {
      expect(pattern.title).not.toBe('')
      expect(pattern.account.length, pattern.id).toBeGreaterThan(40)
      expect(pattern.disposition, pattern.id).not.toBeNull()
    }
  })

  it('are told in all six official languages', () => {
    const spoken = new Set(practicePatterns().map(({ pattern }) => pattern.language))
    expect(spoken).toEqual(new Set(['ar', 'en', 'es', 'fr', 'ru', 'zh']))
  })

  it('show every kind of engagement, of perpetrator, of place and of disposition', () => {
    const patterns = practicePatterns().map(({ pattern }) => pattern)
    const seen = (pick: (pattern: (typeof patterns)[number]) => unknown) => new Set(patterns.map(pick))
    const kinds = ['completed', 'ongoing', 'attempted', 'planned', 'perceived_only']
    expect(kinds.filter(kind => !seen(({ engagement }) => engagement?.status).has(kind))).toEqual([])
    const classes = codesOf('perpetratorClass')
    expect(classes.filter(one => !seen(({ perpetrator }) => perpetrator?.class).has(one))).toEqual([])
    const loci = ['in_country', 'abroad_or_UN_premises', 'remote_or_online']
    expect(loci.filter(one => !seen(({ engagement }) => engagement?.locus).has(one))).toEqual([])
    const ends = ['annex1_named', 'annex1_anonymised', 'annex2_named', 'trend_only', 'omitted_consent']
    const rare = ['omitted_safety', 'omitted_scope']
    expect(
      [...ends, ...rare].filter(one => !seen(({ disposition }) => disposition).has(one as never)),
    ).toEqual([])
  })

  it('all pass the door, and come out as a person would judge them', async () => {
    const results = await runScenarios(practicePatterns())
    const by = (id: string) => results.find(result => result.id === id)
    expect(results).toHaveLength(practicePatterns().length)
    expect(by('P01')).toMatchObject({
      scopeOutcome: 'in_scope',
      inSgReportScope: true,
      intimidation: true,
      reprisal: false,
      linkGrade: 'strong',
      disposition: 'annex1_named',
      sent: [],
    })
    const shut = (id: string, item: string) =>
      by(id)
        ?.shutGates.filter(one => one.item === item)
        .map(({ gate, reason }) => `${gate} ${reason}`)
    expect(shut('P01', 'brief')).toEqual(['G5 approval-none'])
    expect(shut('P01', 'M1 sg_annual_report')).toEqual([
      'G4 identifiable-none',
      'G4 second-reader-none',
      'G4 approval-none',
    ])
    expect(shut('P09', 'M1 special_procedures')).toEqual(
      expect.arrayContaining(['G3 condition-not-met', 'G3 link-too-weak']),
    )
    expect(by('P14')?.sent).toEqual(['allegation_letter'])
    expect(by('P05')).toMatchObject({ disposition: 'annex1_anonymised', reprisal: true })
    expect(by('P22')).toMatchObject({ disposition: 'omitted_safety' })
    expect(by('P31')).toMatchObject({ scopeOutcome: 'staff_route', disposition: 'omitted_scope' })
    expect(by('P32')?.shutGates).toContainEqual(
      expect.objectContaining({ gate: 'G5', place: 'consent', reason: 'not-asked', about: 'P1' }),
    )
    expect(by('P17')).toMatchObject({ disposition: 'trend_only' })
  })
})

describe('any list of patterns', () => {
  it('names every code that stands in no list, with its field, and keeps the rest', async () => {
    const text = `
- id: X1
  engagement: {type: dancing, status: completed, entity: HRC}
  victims: {roles: [lawyer, wizard], colour: red}
  acts: [airport_stop, flying]
  unResponse: [magic, wgad_opinion, HC_public_statement]
  link: {grade: strong, indicators: [physically_prevents_engagement]}
  foo: 1
`
    const [result] = await runScenarios(patternsIn(text))
    expect(result?.unknownCodes).toEqual([
      { field: 'engagement.type', code: 'dancing' },
      { field: 'victims.roles', code: 'wizard' },
      { field: 'acts', code: 'flying' },
      { field: 'unResponse', code: 'magic' },
    ])
    expect(result?.unreadFields).toEqual(['foo', 'victims.colour'])
    expect(result).toMatchObject({ scopeOutcome: 'in_scope', linkIndicators: ['prevents_engagement'] })
  })

  it('loads a pattern of which nothing is known but that it is one', async () => {
    const [result] = await runScenarios(patternsIn('- {}'))
    expect(result).toMatchObject({
      id: '#1',
      scopeOutcome: 'hold',
      disposition: 'omitted_consent',
      unknownCodes: [],
    })
  })

  it.each([
    ['', 'not-a-list'],
    ['a: 1', 'not-a-list'],
    ['- id: A\n- word', 'not-a-mapping'],
    ['- id: [A', 'not-yaml'],
  ])('says what is the matter with a file that is none: %j', (text, fault) => {
    expect(readPatterns(text)).toMatchObject({ fault })
  })

  it('routes paid staff elsewhere, and keeps a regional body apart from the United Nations', () => {
    const engagement = 'engagement: {type: attended_meeting, status: completed'
    expect(scopeOfText(`- {${engagement}, entity: HRC}, acts: [detention], remunerated: yes}`).outcome).toBe(
      'staff_route',
    )
    expect(scopeOfText(`- {${engagement}, entity: ACHPR}, acts: [detention]}`).outcome).toBe(
      'out_no_engagement',
    )
    expect(scopeOfText(`- {${engagement}, entity: CEDAW}, acts: []}`).outcome).toBe('preventive_advice')
    expect(
      scopeOfText(
        '- {engagement: {type: received_un_grant, status: completed, entity: HRC}, acts: [detention]}',
      ).outcome,
    ).toBe('needs_decision')
  })

  it('never throws, whatever stands in a mapping', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('id', 'acts', 'engagement', 'victims', 'consent', 'link', 'risk'),
          fc.jsonValue(),
        ),
        value => {
          const { pattern } = readPattern(value, 1)
          expect(() => scopeOf(pattern)).not.toThrow()
        },
      ),
    )
  })
})

describe('what may become of a case in the annual report', () => {
  const purposes = ['sg_report_named', 'sg_report_anonymised', 'sg_report_trend_only'] as const
  const input = fc.record({
    scope: fc.record({
      outcome: fc.constantFrom('in_scope', 'hold', 'staff_route', 'link_not_established', 'incomplete'),
      inSgReportScope: fc.boolean(),
    }),
    agreed: fc.subarray([...purposes]),
    bands: fc.array(fc.constantFrom('low', 'medium', 'high', 'critical'), { maxLength: 2 }),
    danger: fc.constantFrom('none', 'possible', 'imminent', 'unknown'),
    verification: fc.constantFrom(null, 'not_assessed', 'corroborated_two_plus'),
    followUp: fc.boolean(),
  })
  const open = ['annex1_named', 'annex1_anonymised', 'annex2_named', 'annex2_anonymised', 'trend_only']

  it('is never more open than what the person agreed to, and never open in danger', () => {
    fc.assert(
      fc.property(input, ({ scope, ...given }) => {
        const result = scopeResult(scopeOf(readPattern({}, 1).pattern))
        const inSystemwideScope = scope.outcome === 'in_scope'
        const found = dispositionOf({
          ...given,
          scope: {
            ...result,
            ...scope,
            inSystemwideScope,
            inSgReportScope: inSystemwideScope && scope.inSgReportScope,
          },
        })
        if (!open.includes(found)) return
        expect(inSystemwideScope && scope.inSgReportScope).toBe(true)
        expect(given.agreed).toContain(`sg_report_${found.replace(/^annex\d_/, '')}`)
        if (found.startsWith('annex')) expect(found.startsWith('annex2')).toBe(given.followUp)
        expect(given.bands).not.toContain('critical')
        expect(given.danger).not.toBe('imminent')
        if (found.endsWith('_named')) expect(given.bands).not.toContain('high')
      }),
    )
  })
})
