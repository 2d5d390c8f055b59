import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Version,
  isConflict,
  isSameVersion,
  mergeVersions,
  valuesOf,
  written,
} from '../../shared/exchange/version.ts'

const hex = (n: number) => n.toString(16).padStart(16, '0')
const born: Version = { heads: [{ write: hex(0), value: 'first' }], seen: [] }

/** Offices that write and hear from each other in some order: each step writes, or merges what another has. */
const steps = fc.array(
  fc.oneof(
    fc.record({ office: fc.nat(2), value: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ office: fc.nat(2), hears: fc.nat(2) }),
  ),
  { maxLength: 30 },
)

function play(history: typeof steps extends fc.Arbitrary<infer T> ? T : never): Version[] {
  const offices = [born, born, born]
  let next = 1
  for (const step of history) {
    const mine = offices[step.office]!
    offices[step.office] =
      'value' in step ? written(mine, hex(next++), step.value) : mergeVersions(mine, offices[step.hears]!)
  }
  return offices
}

describe('two versions of a field', () => {
  it('are the same whichever is merged into which, in any order and any number of times', () => {
    fc.assert(
      fc.property(steps, history => {
        const [a, b, c] = play(history) as [Version, Version, Version]
        const all = mergeVersions(mergeVersions(a, b), c)
        expect(isSameVersion(mergeVersions(b, a), mergeVersions(a, b))).toBe(true)
        expect(isSameVersion(mergeVersions(a, mergeVersions(b, c)), all)).toBe(true)
        expect(isSameVersion(mergeVersions(all, a), all)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('lose nothing: a value goes only when somebody who had seen it wrote another', () => {
    fc.assert(
      fc.property(steps, history => {
        const [a, b] = play(history) as [Version, Version]
        const merged = mergeVersions(a, b)
        const kept = new Set([...merged.heads.map(({ write }) => write), ...merged.seen])
        for (const { write } of [...a.heads, ...b.heads]) expect(kept.has(write)).toBe(true)
        for (const { write } of merged.heads) expect(merged.seen).not.toContain(write)
        expect(merged.heads.length).toBeGreaterThan(0)
      }),
      { numRuns: 1_000 },
    )
  })

  it('stand beside each other until somebody decides, and the decision takes the place of both', () => {
    const one = written(born, hex(1), 'ours')
    const other = written(born, hex(2), 'theirs')
    const both = mergeVersions(one, other)
    expect(isConflict(both)).toBe(true)
    expect(valuesOf(both)).toEqual(['ours', 'theirs'])
    const decided = written(both, hex(3), 'theirs')
    expect(valuesOf(mergeVersions(decided, mergeVersions(one, other)))).toEqual(['theirs'])
  })

  it('that came to the same value leave nothing to decide', () => {
    const both = mergeVersions(written(born, hex(1), 'same'), written(born, hex(2), 'same'))
    expect(both.heads).toHaveLength(2)
    expect(isConflict(both)).toBe(false)
  })
})
