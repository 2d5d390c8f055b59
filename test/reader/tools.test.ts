import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeTools } from '../../main/exchange/tools.ts'
import { pageTools } from '../../reader/tools.ts'
import { base64Of, bytesOfBase64, bytesOfLatin1, hexOf, latin1Of } from '../../shared/exchange/bytes.ts'
import { jsonBytes } from '../../shared/exchange/json.ts'
import { packageOf } from '../../shared/exchange/seal.ts'
import { aDraft, flipped } from '../exchange/support.ts'

const bytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size })
const plain = (found: Uint8Array) => [...found]

describe('Node and noble', () => {
  it('hash, sign and spell text the same', () => {
    fc.assert(
      fc.property(
        bytes(32),
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'grapheme' }),
        (seed, message, text) => {
          expect(plain(pageTools.sha256(message))).toEqual(plain(nodeTools.sha256(message)))
          expect(plain(pageTools.sha512(message))).toEqual(plain(nodeTools.sha512(message)))
          expect(plain(pageTools.publicKeyOf(seed))).toEqual(plain(nodeTools.publicKeyOf(seed)))
          expect(plain(pageTools.signEd25519(seed, message))).toEqual(
            plain(nodeTools.signEd25519(seed, message)),
          )
          expect(plain(pageTools.encode(text))).toEqual(plain(nodeTools.encode(text)))
          expect(pageTools.decode(nodeTools.encode(text))).toBe(text)
        },
      ),
    )
  })

  it('say yes and no to the same signatures, however they were changed', () => {
    const change = fc.record({
      of: fc.constantFrom('key', 'message', 'signature'),
      at: fc.nat(63),
      bit: fc.nat(7),
    })
    fc.assert(
      fc.property(
        bytes(32),
        fc.uint8Array({ minLength: 1, maxLength: 80 }),
        change,
        (seed, message, { of, at, bit }) => {
          const given = {
            key: nodeTools.publicKeyOf(seed),
            message: new Uint8Array(message),
            signature: new Uint8Array(nodeTools.signEd25519(seed, message)),
          }
          const verdicts = (now: typeof given) =>
            [nodeTools, pageTools].map(tools => tools.verifyEd25519(now.key, now.message, now.signature))
          expect(verdicts(given)).toEqual([true, true])
          const changed = { ...given, [of]: flipped(given[of], at % given[of].length, 1 << bit) }
          expect(verdicts(changed)).toEqual([false, false])
        },
      ),
    )
  })

  it('say no alike to keys and signatures that are only bytes', () => {
    fc.assert(
      fc.property(bytes(32), fc.uint8Array(), bytes(64), (key, message, signature) => {
        expect(pageTools.verifyEd25519(key, message, signature)).toBe(
          nodeTools.verifyEd25519(key, message, signature),
        )
      }),
    )
  })

  it('build the same package, byte for byte', () => {
    const file = fc.record({
      name: fc.stringMatching(/^[a-l][a-z0-9-]{0,20}$/),
      bytes: fc.uint8Array({ maxLength: 3_000 }),
    })
    const files = fc.uniqueArray(file, { selector: ({ name }) => name, minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(files, bytes(32), (files, signingSeed) => {
        const input = { draft: aDraft, files, signingSeed }
        expect(hexOf(packageOf(input, pageTools).tar)).toBe(hexOf(packageOf(input, nodeTools).tar))
      }),
      { numRuns: 30 },
    )
  })

  it('write the same JSON, and refuse the same bytes that are no text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(plain(jsonBytes(value, pageTools))).toEqual(plain(jsonBytes(value, nodeTools)))
      }),
    )
    for (const tools of [nodeTools, pageTools])
      expect(() => tools.decode(Uint8Array.of(0x22, 0xff))).toThrow(TypeError)
  })
})

describe('bytes as letters', () => {
  it('are those of Node, and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), found => {
        const node = Buffer.from(found)
        expect(base64Of(found)).toBe(node.toString('base64'))
        expect(plain(bytesOfBase64(base64Of(found)) ?? new Uint8Array(1))).toEqual(plain(found))
        expect(hexOf(found)).toBe(node.toString('hex'))
        expect(latin1Of(found)).toBe(node.toString('latin1'))
        expect(plain(bytesOfLatin1(latin1Of(found)))).toEqual(plain(found))
      }),
    )
  })

  it('are refused in base64 that another would have written', () => {
    for (const text of ['A', 'AB', 'AB=', 'AB==', 'ABC=', 'A===', '====', 'AB=C', 'QQ==\n', 'Q Q=', 'QQ-='])
      expect(bytesOfBase64(text), text).toBe(null)
    expect(bytesOfBase64('')).toHaveLength(0)
  })
})
