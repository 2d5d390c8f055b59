import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basisOf, coded, codesOf, vocabularies, type VocabularyId } from '../../shared/vocabulary/index.ts'
import type { Vocabulary } from '../../shared/vocabulary/list.ts'

const isId = (key: string): key is VocabularyId => key in vocabularies
const ids = Object.keys(vocabularies).filter(isId)
const lists: Readonly<Record<string, Vocabulary>> = vocabularies

describe('the controlled lists', () => {
  it('are found under their own id', () => {
    expect(Object.values(lists).map(list => list.id)).toEqual(ids)
  })

  it.each(ids)('%s offers every code once, and its groups in the order of the screen', id => {
    const { codes, groups } = lists[id]!
    const inGroups = groups.flatMap(group => group.codes)

    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.slice(0, inGroups.length)).toEqual(inGroups)
    const last = groups.length > 0 ? codes.slice(inGroups.length) : []
    expect(['other', 'unknown']).toEqual(expect.arrayContaining(last))
  })

  it.each(ids)('%s says where each code comes from, and names no exception that is not there', id => {
    const { codes, except } = lists[id]!
    const exceptions = Object.values(except).flat()

    expect(new Set(exceptions).size).toBe(exceptions.length)
    expect(codes).toEqual(expect.arrayContaining(exceptions))
  })

  it.each(ids)('%s puts "other" and "unknown" last', id => {
    const { codes } = lists[id]!
    const last = ['other', 'unknown'].filter(code => codes.includes(code))
    expect(codes.slice(codes.length - last.length)).toEqual(last)
  })

  it.each(ids)('%s takes its own codes and nothing else', id => {
    const schema = coded(id)
    for (const code of codesOf(id)) expect(schema.safeParse(code).success).toBe(true)
    assert(
      property(string(), typed => {
        expect(schema.safeParse(typed).success).toBe(lists[id]!.codes.includes(typed))
      }),
      { numRuns: 50 },
    )
  })

  it('tell a code that was read in a public source from one that was not', () => {
    expect(basisOf('formOfAct', 'travel_ban')).toBe('S')
    expect(basisOf('formOfAct', 'doxing')).toBe('K')
    expect(basisOf('formOfAct', 'disinformation')).toBe('I')
    expect(basisOf('linkIndicator', 'timing')).toBe('I')
  })

  it('let nobody agree to a purpose, a recipient or an identity level that was not named', () => {
    for (const id of ['purpose', 'recipientClass', 'channel', 'identityLevel', 'scopeOfContent'] as const)
      expect(lists[id]!.codes).not.toEqual(expect.arrayContaining(['other']))
  })
})
