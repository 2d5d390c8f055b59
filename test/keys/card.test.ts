import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cardFile,
  cardText,
  cardWords,
  isGenuine,
  makeCard,
  readCardFile,
  readCardText,
} from '../../main/exchange/card.ts'
import { qrPicture } from '../../main/exchange/qr.ts'
import { textInPicture } from '../../main/exchange/readPicture.ts'
import { sshPublicKey } from '../../main/exchange/signature.ts'
import type { SignedCard } from '../../shared/exchange/card.ts'
import { flipped, refusalOf } from '../exchange/support.ts'
import { freshFolder } from '../support.ts'
import { freshCard } from './support.ts'

interface Vector extends SignedCard {
  readonly seed: string
  readonly recipient: string
  readonly code: string
  readonly words: readonly string[]
}

const read = (name: string) => new Uint8Array(readFileSync(`test/vectors/card/v1/${name}`))
const vector: Vector = JSON.parse(Buffer.from(read('vector.json')).toString('utf8'))
const { card, signature } = vector
const file = read('card.txt')

const line = (max: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: max / 4 })
    .map(text => text.trim())
    .filter(text => text.length <= max && text.isWellFormed() && !text.includes('\0'))

const refused = ['exchange/not-a-card', 'exchange/card-newer', 'exchange/card-damaged']

describe('a card of version 1, kept for ever', () => {
  it('opens as a file', () => {
    expect(readCardFile(file)).toEqual({ card, signature })
  })

  it('opens from the text of its code, and from a picture of it as PNG and JPEG', () => {
    expect(readCardText(vector.code)).toEqual({ card, signature })
    expect(textInPicture(read('card.png'))).toBe(vector.code)
    expect(textInPicture(read('card.jpg'))).toBe(vector.code)
  })

  it('is still made the same from its seed, byte for byte', () => {
    const { recipient } = vector
    const signingSeed = Buffer.from(vector.seed, 'hex')
    const made = makeCard({ role: card.role, office: card.office }, { recipient, signingSeed })
    expect(Buffer.from(cardFile(made)).equals(file)).toBe(true)
    expect(cardText(made)).toBe(vector.code)
  })

  it('still has the same twelve words', () => {
    expect(cardWords(card)).toEqual(vector.words)
  })

  it('is signed as ssh-keygen can verify without Vigil', () => {
    const folder = freshFolder()
    const [first = ''] = Buffer.from(file).toString('utf8').split('\n', 1)
    const said = `${first}\n`
    writeFileSync(join(folder, 'signers'), `me ${sshPublicKey(Buffer.from(card.publicKey, 'base64'))}\n`)
    writeFileSync(join(folder, 'card.sig'), file.subarray(Buffer.byteLength(said)))
    const options = ['-f', join(folder, 'signers'), '-I', 'me', '-n', 'vigil-card-v1']
    const told = execFileSync('ssh-keygen', ['-Y', 'verify', ...options, '-s', join(folder, 'card.sig')], {
      input: said,
    })
    expect(told.toString()).toContain('Good "vigil-card-v1" signature')
  })
})

describe('a card', () => {
  it('comes back whole from its file and from its code, whatever was typed on it', async () => {
    const { recipient } = (await freshCard()).card
    fc.assert(
      fc.property(
        fc.record({ role: line(60), office: line(120) }),
        fc.constantFrom({}, { practice: true as const }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (said, practice, seed) => {
          const made = makeCard({ ...said, ...practice }, { recipient, signingSeed: seed })
          expect(readCardFile(cardFile(made))).toEqual(made)
          expect(readCardText(cardText(made))).toEqual(made)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('is refused when any byte of its file was changed', async () => {
    for (let at = 0; at < file.length; at++)
      expect(refused).toContain(await refusalOf(() => readCardFile(flipped(file, at, 1 << (at % 8)))))
  })

  it('is refused when any sign of its code was changed', () => {
    const signs = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/-$ ')
    return fc.assert(
      fc.asyncProperty(fc.nat(vector.code.length - 1), signs, async (at, sign) => {
        fc.pre(vector.code[at] !== sign)
        const changed = `${vector.code.slice(0, at)}${sign}${vector.code.slice(at + 1)}`
        expect(refused).toContain(await refusalOf(() => readCardText(changed)))
      }),
      { numRuns: 500 },
    )
  })

  it('is refused when it ends too early or goes on', async () => {
    for (let length = 0; length < file.length; length++)
      expect(refused).toContain(await refusalOf(() => readCardFile(file.subarray(0, length))))
    const longer = Buffer.concat([file, Buffer.from('\n')])
    expect(await refusalOf(() => readCardFile(longer))).toBe('exchange/card-damaged')
  })

  it('is refused when one of its keys was exchanged and it was not signed anew', async () => {
    const other = await freshCard()
    for (const changed of [{ recipient: other.card.recipient }, { publicKey: other.card.publicKey }])
      expect(isGenuine({ card: { ...card, ...changed }, signature })).toBe(false)
  })

  it('has other words when either key was exchanged, even signed anew', async () => {
    const { recipient } = (await freshCard()).card
    const signingSeed = Buffer.from(vector.seed, 'hex')
    const swapped = makeCard({ role: card.role, office: card.office }, { recipient, signingSeed })
    expect(isGenuine(swapped)).toBe(true)
    expect(cardWords(swapped.card)).not.toEqual(vector.words)
    const signer = makeCard(card, { recipient: card.recipient, signingSeed: new Uint8Array(32).fill(9) })
    expect(cardWords(signer.card)).not.toEqual(vector.words)
  })

  it('says nothing that its schema does not name', async () => {
    const more = Buffer.from(file).toString('utf8').replace('"role"', '"name":"x","role"')
    expect(await refusalOf(() => readCardFile(Buffer.from(more)))).toBe('exchange/card-damaged')
    expect(Object.keys(card).toSorted()).toEqual(['format', 'office', 'publicKey', 'recipient', 'role'])
  })

  it('is drawn as a code with four light squares around it', () => {
    const { size, path } = qrPicture(vector.code)
    const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) => [x, y, run].map(Number))
    expect(size).toBe(137)
    expect(starts.every(([x = 0, y = 0, run = 0]) => x >= 4 && y >= 4 && x + run <= size - 4)).toBe(true)
  })
})
