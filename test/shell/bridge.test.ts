import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packed } from '../../main/host/chromium/bridge.ts'

test('an answer crosses to the page as one text that says the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const crossed = packed({ ok: true, value })
      expect(typeof crossed).toBe('string')
      expect(JSON.parse(String(crossed))).toEqual(JSON.parse(JSON.stringify({ ok: true, value })))
    }),
  )
})

test('an answer with bytes in it crosses as it is, wherever they stand', () => {
  for (const value of [new Uint8Array([1, 2]), { pages: [{ picture: new Uint8Array([3]) }] }]) {
    const reply = { ok: true, value } as const
    expect(packed(reply)).toBe(reply)
  }
})
