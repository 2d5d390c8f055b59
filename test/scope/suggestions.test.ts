import { describe, expect, it } from 'vitest'
import { suggestionFor } from '../../renderer/scope/suggestions.ts'
import type { CaseView } from '../../shared/case/model.ts'

type Part<K extends 'persons' | 'engagements' | 'acts' | 'perpetrators'> = Partial<CaseView[K][number]>

/** A case of which only what the suggestions look at is there. */
const caseOf = (parts: {
  readonly persons?: readonly Part<'persons'>[]
  readonly engagements?: readonly Part<'engagements'>[]
  readonly acts?: readonly Part<'acts'>[]
  readonly perpetrators?: readonly Part<'perpetrators'>[]
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
}) => ({ persons: [], engagements: [], acts: [], perpetrators: [], ...parts }) as unknown as CaseView

const on = (from: string, to = from) =>
  ({ said: '', precision: 'day', from, to }) as Part<'acts'>['when'] & object
const victim = { parts: ['victim'], roles: [] } satisfies Part<'persons'>

describe('what the case suggests to the scope test', () => {
  it('suggests nothing while the case is empty', () => {
    for (const id of ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9'] as const)
      expect(suggestionFor(id, caseOf({}))).toEqual({})
  })

  it('takes the firmest engagement; one that is not known suggests nothing', () => {
    const view = caseOf({ engagements: [{ status: 'planned' }, { status: 'completed' }] })
    expect(suggestionFor('t1', view)).toEqual({ engagement: 'yes' })
    expect(suggestionFor('t1', caseOf({ engagements: [{ status: 'unknown' }] }))).toEqual({})
  })

  it('asks whether somebody was paid when the role makes that likely, and never says yes by itself', () => {
    const unasked = { ...victim, remunerated: { none: 'not-asked' } } as const
    expect(suggestionFor('t3', caseOf({ persons: [unasked] }))).toEqual({})
    const driver = { ...unasked, roles: ['un_interpreter_or_driver'] } satisfies Part<'persons'>
    expect(suggestionFor('t3', caseOf({ persons: [driver] }))).toEqual({ remunerated: 'unclear' })
  })

  it('calls acts that are only threatened a threat', () => {
    const threat: Part<'acts'> = { status: 'threatened' }
    expect(suggestionFor('t4', caseOf({ acts: [threat] }))).toEqual({ act: 'threatened' })
    const both = caseOf({ acts: [threat, { status: 'carried_out' }] })
    expect(suggestionFor('t4', both)).toEqual({ act: 'happened' })
  })

  it('places dated acts against dated engagements, and leaves unknown dates alone', () => {
    const engagements = [{ when: on('2026-02-10', '2026-02-12') }]
    const at = (...acts: readonly Part<'acts'>[]) => suggestionFor('t7', caseOf({ acts, engagements }))
    expect(at({ when: on('2026-03-01') })).toEqual({ timing: 'after' })
    expect(at({ when: on('2026-02-11') })).toEqual({ timing: 'during' })
    expect(at({ when: on('2026-01-01') }, { when: on('2026-03-01') })).toEqual({ timing: 'several' })
    expect(at({ when: { said: '', precision: 'unknown', from: null, to: null } })).toEqual({})
  })
})
