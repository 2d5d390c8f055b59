import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EvidenceSource, Information, Verification } from '../../shared/evidence/claim.ts'
import {
  independent,
  nothingVerified,
  standingOf,
  suggestedStatus,
  verificationLacks,
  verificationTrack,
  weigh,
} from '../../shared/evidence/rules.ts'
import { Instant, PersonId } from '../../shared/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { actId, claim, claimId, says, source, sourceId } from './support.ts'

const known = (sources: EvidenceSource[], information: Information[]): Verification => ({
  sources,
  claims: [claim()],
  information,
  proof: null,
})
const suggested = (sources: EvidenceSource[], information: Information[]) =>
  suggestedStatus(weigh(claimId, known(sources, information)))

/** Up to seven sources, any of which may depend on any others. */
const anySources = fc
  .array(fc.subarray([1, 2, 3, 4, 5, 6, 7]), { maxLength: 7 })
  .map(all =>
    all.map((on, index) =>
      source(index + 1, { dependsOn: on.filter(other => other !== index + 1).map(sourceId) }),
    ),
  )

describe('independent sources', () => {
  it('are each counted once', () => {
    const all = [source(1), source(2), source(3)]
    expect(independent(all, all)).toBe(3)
    expect(independent([source(1), source(1)].slice(0, 1), all)).toBe(1)
  })

  it('are not two when one has it from the other, however far', () => {
    const all = [source(1), source(2, { dependsOn: [sourceId(1)] }), source(3, { dependsOn: [sourceId(2)] })]
    expect(independent(all, all)).toBe(1)
    expect(independent([all[0]!, all[2]!], all)).toBe(1)
  })

  it('are not two when both have it from a third that says nothing itself', () => {
    const all = [source(1), source(2, { dependsOn: [sourceId(1)] }), source(3, { dependsOn: [sourceId(1)] })]
    expect(independent([all[1]!, all[2]!], all)).toBe(1)
  })

  it('stay two when a third has it from both', () => {
    const all = [source(1), source(2), source(3, { dependsOn: [sourceId(1), sourceId(2)] })]
    expect(independent(all, all)).toBe(2)
  })

  it('are not two when they are the same person', () => {
    const personId = PersonId.parse('00000000-0000-4000-8000-000000000777')
    const item = { kind: 'person', personId } as const
    const all = [source(1, { item }), source(2, { item })]
    expect(independent(all, all)).toBe(1)
  })

  it('come to an end where sources depend on each other in a circle', () => {
    const all = [source(1, { dependsOn: [sourceId(2)] }), source(2, { dependsOn: [sourceId(1)] })]
    expect(independent(all, all)).toBe(1)
  })

  it('are never more than the sources, at least one when there is one, and the same in any order', () => {
    fc.assert(
      fc.property(anySources, all => {
        const count = independent(all, all)
        expect(count).toBeLessThanOrEqual(all.length)
        expect(count > 0).toBe(all.length > 0)
        expect(independent(all.toReversed(), all.toReversed())).toBe(count)
      }),
    )
  })

  it('never become more by another dependence, nor fewer by another source', () => {
    fc.assert(
      fc.property(anySources, fc.integer({ min: 1, max: 7 }), (all, on) => {
        const [first, ...rest] = all
        if (!first) return
        const more = [{ ...first, dependsOn: [...first.dependsOn, sourceId(on)] }, ...rest]
        expect(independent(more, more)).toBeLessThanOrEqual(independent(all, all))
        expect(independent(rest, all)).toBeLessThanOrEqual(independent(all, all))
      }),
    )
  })
})

describe('what the information on a claim suggests', () => {
  const three = [source(1), source(2), source(3)]

  it('is nothing as long as nobody says anything', () => {
    expect(suggested(three, [])).toBe('not_assessed')
  })

  it('is that one source does not corroborate itself, however often it says it', () => {
    expect(suggested(three, [says(1)])).toBe('consistent_uncorroborated')
    expect(suggested(three, [says(1), says(1, { material: 'letter' })])).toBe('consistent_uncorroborated')
  })

  it('is corroboration by one, then by two more that are independent', () => {
    expect(suggested(three, [says(1), says(2)])).toBe('corroborated_one_independent')
    expect(suggested(three, [says(1), says(2), says(3)])).toBe('corroborated_two_plus')
  })

  it('is no corroboration where the second has it from the first', () => {
    const sources = [source(1), source(2, { dependsOn: [sourceId(1)] })]
    expect(suggested(sources, [says(1), says(2)])).toBe('consistent_uncorroborated')
  })

  it.each(['D', 'E', 'U'] as const)('takes no corroboration from a source graded %s', reliability => {
    const sources = [source(1), source(2, { reliability })]
    expect(suggested(sources, [says(1), says(2)])).toBe('consistent_uncorroborated')
  })

  it.each(['4', 'U'] as const)('takes no corroboration from information graded %s', credibility => {
    expect(suggested(three, [says(1), says(2, { credibility })])).toBe('consistent_uncorroborated')
    expect(suggested(three, [says(1, { credibility })])).toBe('under_verification')
  })

  it('names an official document that was seen', () => {
    expect(suggested(three, [says(1, { material: 'court_record' })])).toBe('official_document_seen')
  })

  it('says that the State contests what nobody else corroborates', () => {
    const sources = [source(1), source(2, { connection: { value: 'authority' } }), source(3)]
    const denial = says(2, { credibility: '5', material: 'government_statement' })
    expect(suggested(sources, [says(1), denial])).toBe('contested_by_state')
    expect(suggested(sources, [says(1), says(3), denial])).toBe('corroborated_one_independent')
  })

  it('does not take one voice against it for a refutation', () => {
    const against = { credibility: '5' } as const
    expect(suggested(three, [says(1, against)])).toBe('under_verification')
    expect(suggested(three, [says(1), says(2, against)])).toBe('partly_refuted')
    expect(suggested(three, [says(1, against), says(2, against)])).toBe('refuted')
  })

  it('is never refuted by the State alone, and never that nothing can be verified', () => {
    const grades = fc.record({
      from: fc.integer({ min: 1, max: 3 }),
      credibility: fc.constantFrom(...codesOf('informationCredibility')),
    })
    const state = three.map(one => ({ ...one, connection: { value: 'authority' } as const }))
    fc.assert(
      fc.property(fc.array(grades, { maxLength: 8 }), all => {
        const pieces = all.map(({ from, credibility }) => says(from, { credibility }))
        expect(['refuted', 'partly_refuted']).not.toContain(suggested(state, pieces))
        expect(suggested(three, pieces)).not.toBe('unverifiable')
      }),
    )
  })
})

describe('where a claim stands', () => {
  const sources = [source(1), source(2)]
  const found = (status: 'refuted' | 'consistent_uncorroborated') => ({
    status,
    suggested: 'consistent_uncorroborated' as const,
    reason: 'why',
    unknowns: '',
    by: 'FP-1',
    at: Instant.parse('2026-03-02T12:00:00.000Z'),
  })

  it('is under verification, not what is suggested, until somebody decided', () => {
    const standing = standingOf(claim(), known(sources, [says(1), says(2)]))
    expect(standing).toMatchObject({
      suggested: 'corroborated_one_independent',
      status: 'under_verification',
    })
    expect(standingOf(claim(), known(sources, [])).status).toBe('not_assessed')
  })

  it('is what the officer found, whatever is suggested', () => {
    const one = claim({ assessment: found('refuted') })
    expect(standingOf(one, known(sources, [says(1)]))).toMatchObject({ status: 'refuted', outdated: false })
  })

  it('is to be assessed again when the information has come to something else', () => {
    const one = claim({ assessment: found('consistent_uncorroborated') })
    expect(standingOf(one, known(sources, [says(1), says(2)])).outdated).toBe(true)
  })

  it('leaves the case in progress until every act has a claim, each is assessed, and the standard of proof is said', () => {
    const on = { acts: [{ id: actId }], engagements: [] }
    const lacks = (verification: Verification) =>
      verificationLacks({ ...on, verification }).map(({ lack }) => lack)
    const assessed = claim({ assessment: found('consistent_uncorroborated') })
    const proof = {
      id: assessed.caseId,
      standard: 'not_reached' as const,
      note: 'too early',
      unknowns: '',
      by: 'FP-1',
      at: assessed.addedAt,
    }
    const done = { ...known(sources, [says(1)]), claims: [assessed], proof }
    expect(verificationTrack({ ...on, verification: nothingVerified })).toBe('not_started')
    expect(lacks(nothingVerified)).toEqual(['no-claim'])
    expect(lacks(known(sources, []))).toEqual(['no-information', 'no-proof'])
    expect(lacks(known(sources, [says(1)]))).toEqual(['not-assessed', 'no-proof'])
    expect(verificationTrack({ ...on, verification: known(sources, [says(1)]) })).toBe('in_progress')
    expect(verificationTrack({ ...on, verification: done })).toBe('assessed')
    const another = { ...on, acts: [{ id: actId }, { id: 'another' }] }
    expect(verificationLacks({ ...another, verification: done })).toEqual([
      { lack: 'act-without-claim', actId: 'another' },
    ])
    expect(verificationLacks({ acts: [], engagements: [], verification: done })).toEqual([
      { lack: 'about-nothing', claimId },
    ])
  })
})
