import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson, readJsonInSlices, writeJson, writeJsonInSlices } from '../../main/exchange/json.ts'
import { whole } from '../../main/working.ts'

const item = fc.dictionary(
  fc.string({ maxLength: 6 }),
  fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' }),
  { maxKeys: 4 },
)
const documents = fc.record({
  format: fc.constant('vigil-handover/1'),
  note: fc.string({
    unit: fc.constantFrom('"', '\\', '\n', '[', '{', '}', ' ', 'é', '"cases": []', '\ud800'),
  }),
  other: fc.array(item, { maxLength: 2 }),
  cases: fc.array(item, { maxLength: 5 }),
  after: fc.jsonValue({ maxDepth: 3 }),
})

/** What reading comes to: a value or a refusal. */
function outcome(read: () => unknown): unknown {
  try {
    return { value: read() }
  } catch (error) {
    return String(error)
  }
}

const inOne = (bytes: Uint8Array) => outcome(() => readJson(bytes))
const inSlices = (bytes: Uint8Array) => outcome(() => whole(readJsonInSlices(bytes, 'cases')))

describe('a large document of a package, step by step', () => {
  it('is written as it is written in one', () =>
    fc.assert(
      fc.property(documents, document => {
        expect(Buffer.from(whole(writeJsonInSlices(document, 'cases')))).toEqual(
          Buffer.from(writeJson(document)),
        )
      }),
    ))

  it('is read, or refused, as it is in one, however it was changed on the way', () =>
    fc.assert(
      fc.property(
        documents,
        fc.array(
          fc.tuple(fc.nat(), fc.constantFrom('"', ' ', '\n', '{', '}', '[', ']', ',', '0', '\\', '')),
          {
            maxLength: 3,
          },
        ),
        (document, changes) => {
          let text = Buffer.from(writeJson(document)).toString('latin1')
          expect(inSlices(Buffer.from(text, 'latin1'))).toEqual(inOne(Buffer.from(text, 'latin1')))
          for (const [at, put] of changes) {
            const where = at % text.length
            text = text.slice(0, where) + put + text.slice(where + 1)
          }
          expect(inSlices(Buffer.from(text, 'latin1'))).toEqual(inOne(Buffer.from(text, 'latin1')))
        },
      ),
      { numRuns: 400 },
    ))

  it('is no deeper than 32 levels, its list and the things in it counted', () => {
    const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)])
    const document = (levels: number) => writeJson({ cases: [{ in: deep(levels) }] })
    expect(inSlices(document(29))).toEqual(inOne(document(29)))
    expect(inSlices(document(29))).toHaveProperty('value')
    for (const levels of [30, 31, 40]) {
      expect(inSlices(document(levels))).toEqual(inOne(document(levels)))
      expect(inSlices(document(levels))).not.toHaveProperty('value')
    }
  })

  it('is refused when two of its things are joined by a comma that is not there, or its list is opened twice', () => {
    const text = Buffer.from(writeJson({ cases: [{ a: 1 }, { a: 2 }] })).toString()
    const wrong = [
      text.replace('},\n    {', '}\n    {'),
      text.replace('    },', '    },,'),
      text.replace('"cases": [', '"cases": [],\n  "cases": ['),
      text.replace('  ]\n', '  ],\n  "cases": [\n    {\n      "a": 1\n    }\n  ]\n'),
    ]
    for (const one of wrong) {
      expect(inSlices(Buffer.from(one))).toEqual(inOne(Buffer.from(one)))
      expect(inSlices(Buffer.from(one))).not.toHaveProperty('value')
    }
  })
})
