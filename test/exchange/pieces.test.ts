import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { Decrypter, Encrypter } from 'age-encryption'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { decrypt, encryptParts } from '../../main/exchange/age.ts'
import { decryptPieces, encryptPieces } from '../../main/exchange/agePieces.ts'
import { nodeChaCha, sodiumChaCha } from '../../main/exchange/chacha.ts'
import { type Identity, newIdentity } from '../../main/exchange/identity.ts'
import { flipped, refusalOf } from './support.ts'

let office: Identity
beforeAll(async () => {
  office = await newIdentity('x25519')
})

const piece = 65_536
const bytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size })

/** Sizes where a piece of 64 KiB is just not full, full, and more than full. */
const someSize = fc.oneof(
  fc.constantFrom(0, 1, piece - 1, piece, piece + 1, 2 * piece - 1, 2 * piece, 2 * piece + 1),
  fc.nat(3 * piece),
)

/** Content of some size, different at every place, cut anywhere. */
const someParts = fc.tuple(someSize, fc.array(fc.nat(3 * piece), { maxLength: 6 })).map(([size, cuts]) => {
  const all = Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) % 251)
  const places = [0, ...cuts.map(at => Math.min(at, size)), size].toSorted((a, b) => a - b)
  return { all, parts: places.slice(1).map((to, i) => all.subarray(places[i], to)) }
})

/** Each batch is written over by the next, so it is taken out at once. */
const gathered = (batches: Iterable<Uint8Array>): Uint8Array => {
  const all: Buffer[] = []
  for (const batch of batches) all.push(Buffer.from(batch))
  return new Uint8Array(Buffer.concat(all))
}

const lock = () => ({ recipients: [office.recipient] })
const opened = async (file: Uint8Array) =>
  gathered(
    await decryptPieces(
      { start: file.subarray(0, 1_000), restFrom: at => [file.subarray(at)] },
      { identities: [office.identity] },
    ),
  )

describe('the two ciphers there are', () => {
  it.each([
    ["Node's own", nodeChaCha],
    ['libsodium', sodiumChaCha()],
  ] as const)('%s seals the same bytes as the slow one, and opens nothing that was changed', (_, cipher) => {
    fc.assert(
      fc.property(
        bytes(32),
        bytes(12),
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(),
        (key, nonce, from, at) => {
          const into = new Uint8Array(from.length + 16)
          cipher.seal({ key, nonce, from, into })
          expect(into).toEqual(chacha20poly1305(key, nonce).encrypt(from))
          const clear = new Uint8Array(from.length)
          expect(cipher.open({ key, nonce, from: into, into: clear })).toBe(true)
          expect(clear).toEqual(from)
          const changed = flipped(into, at % into.length, 1)
          expect(cipher.open({ key, nonce, from: changed, into: clear })).toBe(false)
          expect(cipher.open({ key, nonce, from: into.subarray(0, 15), into: clear })).toBe(false)
        },
      ),
    )
  })
})

describe('a file too large for the memory', () => {
  it('is what any age opens, however its content came', async () => {
    await fc.assert(
      fc.asyncProperty(someParts, async ({ all, parts }) => {
        const decrypter = new Decrypter()
        decrypter.addIdentity(office.identity)
        expect(await decrypter.decrypt(gathered(await encryptPieces(lock(), parts)))).toEqual(all)
        expect(await decrypter.decrypt(await encryptParts(lock(), parts))).toEqual(all)
      }),
      { numRuns: 25 },
    )
  })

  it('is opened as any age made it, whole or piece by piece', async () => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(office.recipient)
    await fc.assert(
      fc.asyncProperty(someParts, async ({ all }) => {
        const file = await encrypter.encrypt(all)
        expect(await opened(file)).toEqual(all)
        expect((await decrypt(file, { identities: [office.identity] })).content).toEqual(all)
      }),
      { numRuns: 25 },
    )
  })

  it('is refused wherever it ends early, goes on, or has one bit changed', async () => {
    const file = await encryptParts(lock(), [new Uint8Array(2 * piece + 100)])
    await fc.assert(
      fc.asyncProperty(fc.nat(2 * piece + 131), fc.nat(7), async (fromEnd, bit) => {
        const at = file.length - 1 - fromEnd
        expect(await refusalOf(() => opened(flipped(file, at, 1 << bit)))).toBe('exchange/damaged')
        expect(await refusalOf(() => opened(file.subarray(0, at)))).toBe('exchange/damaged')
      }),
      { numRuns: 40 },
    )
    expect(await refusalOf(() => opened(Buffer.concat([file, Buffer.alloc(40)])))).toBe('exchange/damaged')
  })
})
