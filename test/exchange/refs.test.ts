import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idsIn, replaceIds } from '../../main/exchange/merge/refs.ts'
import type { Json } from '../../shared/exchange/version.ts'

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const texts = /"[^"\\]*(?:\\.[^"\\]*)*"/g

/** The same by way of JSON, text by text. */
const slowly = (value: Json, by: (id: string) => string): Json =>
  JSON.parse(
    JSON.stringify(value).replaceAll(texts, text =>
      /[\s\\/]/.test(text) ? text : text.replaceAll(uuids, by),
    ),
  ) as Json

/** Ids, keys made of ids, and what people write with an id in it. */
const said = fc
  .tuple(fc.constantFrom('', 'person:', 'a ', '/', '"', '\\', '\n', 'é', '\u2028'), fc.uuid(), fc.string())
  .map(([before, id, after]) => `${before}${id}${after}`)
const text = fc.oneof(said, fc.uuid(), fc.string())
const { value } = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.constantFrom<Json>(null, true, 1),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

describe('the ids in a value', () => {
  it('are replaced wherever they stand, and never in what somebody wrote', () => {
    const by = (id: string) => id.replaceAll(/[0-9]/g, '0')
    fc.assert(
      fc.property(value, one => {
        expect(JSON.stringify(replaceIds(one, by))).toBe(JSON.stringify(slowly(one, by)))
      }),
      { numRuns: 2_000 },
    )
  })

  it('are all found, each once', () => {
    fc.assert(
      fc.property(value, one => {
        const found = new Set(JSON.stringify(one).match(uuids) ?? [])
        expect(new Set(idsIn(one))).toEqual(found)
        expect(idsIn(one)).toHaveLength(found.size)
      }),
    )
  })

  it('leave a value that has none as it is', () => {
    const one = { a: ['b', { c: null }], d: 1 }
    expect(replaceIds(one, () => 'x')).toBe(one)
  })
})
