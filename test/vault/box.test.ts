import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxKeyOf, lockBox, openBox } from '../../main/vault/box.ts'

const random = (size: number) => new Uint8Array(randomBytes(size))
const secret = fc.uint8Array({ minLength: 32, maxLength: 32 })
const bytes = fc.uint8Array({ maxLength: 200 })

describe('a box for one person', () => {
  it('gives back what was put in to whoever it was locked for, and to nobody else', () => {
    fc.assert(
      fc.property(secret, secret, bytes, (mine, theirs, said) => {
        fc.pre(!Buffer.from(boxKeyOf(mine)).equals(boxKeyOf(theirs)))
        const box = lockBox(said, { to: boxKeyOf(mine), bound: 'case', random })
        expect(openBox(box, { secret: mine, bound: 'case' })).toEqual(said)
        expect(() => openBox(box, { secret: theirs, bound: 'case' })).toThrow(/authenticate/u)
        expect(() => openBox(box, { secret: mine, bound: 'another case' })).toThrow(/authenticate/u)
      }),
      { numRuns: 40 },
    )
  })

  it('opens no more when any byte of it was changed', () => {
    const mine = random(32)
    const box = lockBox(random(32), { to: boxKeyOf(mine), bound: '', random })
    for (let at = 0; at < box.length; at++) {
      const changed = Uint8Array.from(box, (byte, index) => (index === at ? byte ^ 1 : byte))
      expect(() => openBox(changed, { secret: mine, bound: '' })).toThrow(/authenticate/u)
    }
  })

  it('is never the same twice', () => {
    const to = boxKeyOf(random(32))
    const [a, b] = [0, 0].map(() => lockBox(new Uint8Array(32), { to, bound: '', random }))
    expect(a).not.toEqual(b)
  })
})
