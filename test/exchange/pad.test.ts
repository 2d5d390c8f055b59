import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pad, paddedSize } from '../../shared/exchange/pad.ts'

const size = fc.oneof(fc.nat(2 ** 17), fc.nat(2 ** 27))

describe('padding a package', () => {
  it('makes everything small the same size', () => {
    fc.assert(
      fc.property(fc.nat(65_536), size => {
        expect(paddedSize(size)).toBe(65_536)
      }),
    )
  })

  it('never adds more than 12% above the floor', () => {
    fc.assert(
      fc.property(fc.integer({ min: 65_537, max: 2 ** 31 }), size => {
        expect(paddedSize(size)).toBeGreaterThanOrEqual(size)
        expect(paddedSize(size) / size).toBeLessThanOrEqual(1.12)
      }),
    )
  })

  it('keeps the order of sizes, changes nothing the second time, and fits whole blocks', () => {
    fc.assert(
      fc.property(size, size, (a, b) => {
        expect(paddedSize(Math.min(a, b))).toBeLessThanOrEqual(paddedSize(Math.max(a, b)))
        expect(paddedSize(paddedSize(a))).toBe(paddedSize(a))
        expect(paddedSize(a) % 2048).toBe(0)
      }),
    )
  })

  it('lets few sizes be told apart', () => {
    const sizes = new Set(Array.from({ length: 64 * 1024 }, (_, kib) => paddedSize(kib * 1024)))
    expect(sizes.size).toBeLessThan(330)
  })

  it('adds zeros after the content and nothing else', () => {
    const padded = pad(new Uint8Array(70_000).fill(7))
    expect(padded.subarray(0, 70_000).every(byte => byte === 7)).toBe(true)
    expect(padded.subarray(70_000).every(byte => byte === 0)).toBe(true)
  })
})
