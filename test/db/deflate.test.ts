import { inflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newDeflater } from '../../main/db/deflate/deflate.ts'
import { saidWords } from '../../main/db/saidWords.ts'

const words = Buffer.from(saidWords)
const deflated = newDeflater(words)
const inflated = (packed: Uint8Array, dictionary: Buffer = words) =>
  inflateRawSync(packed.subarray(1), { dictionary })

/** Bytes without any order, texts that repeat themselves and the words, and runs of one byte. */
const texts: fc.Arbitrary<Buffer> = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map(bytes => Buffer.from(bytes)),
      fc.string({ unit: 'grapheme', maxLength: 60 }).map(text => Buffer.from(text)),
      fc
        .tuple(fc.nat(words.length), fc.nat(700))
        .map(([at, length]) => words.subarray(at, Math.min(words.length, at + length))),
      fc.tuple(fc.nat(255), fc.nat(1_200)).map(([byte, length]) => Buffer.alloc(length, byte)),
    ),
    { maxLength: 10 },
  )
  .map(pieces => Buffer.concat(pieces))

describe('packing with words that were looked up before', () => {
  it('is undone by zlib, whatever is packed, one after the other', () =>
    fc.assert(
      fc.property(texts, text => {
        const packed = deflated(text, 7)
        expect(packed?.[0]).toBe(7)
        expect(inflated(packed!).equals(text)).toBe(true)
      }),
      { numRuns: 300 },
    ))

  it('is undone by zlib when nearly every byte is as rare as can be', () => {
    // Each byte nearly twice as often as the one before: the code would be longer than DEFLATE allows.
    const counts = Array.from({ length: 18 }, (_, at) => Math.max(1, Math.round(1.62 ** at)))
    const text = Buffer.concat(counts.map((count, at) => Buffer.alloc(count, at)))
    const mixed = Buffer.from(text.map((_, at) => text[(at * 7_919) % text.length]!))
    expect(inflated(deflated(mixed, 1)!).equals(mixed)).toBe(true)
  })

  it('takes a text up to what fits beside the words, and leaves a longer one to others', () => {
    const room = 32_768 - 258 - words.length
    const text = Buffer.from(Array.from({ length: room + 1 }, (_, at) => (at * at) % 251))
    expect(inflated(deflated(text.subarray(0, room), 1)!).equals(text.subarray(0, room))).toBe(true)
    expect(deflated(text, 1)).toBeNull()
  })

  it('goes with any words', () => {
    const few = Buffer.from('followed home')
    const text = Buffer.from('followed home, and followed home again')
    expect(inflated(newDeflater(few)(text, 1)!, few).equals(text)).toBe(true)
  })
})
