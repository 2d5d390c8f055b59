import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, readTar, writeTar } from '../../shared/exchange/tar.ts'
import { bytesOf, flipped, refusalOf } from './support.ts'

const name = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,59}$/)
const entries = fc.uniqueArray(fc.record({ name, bytes: fc.uint8Array({ maxLength: 2000 }) }), {
  selector: entry => entry.name,
  maxLength: 20,
})
const plain = (found: readonly Entry[]) => found.map(({ name, bytes }) => ({ name, bytes: [...bytes] }))

describe('an archive', () => {
  it('gives back what was put in, whatever zeros follow', () => {
    fc.assert(
      fc.property(entries, fc.nat(3000), (given, zeros) => {
        const archive = writeTar(given)
        const longer = Buffer.concat([archive, new Uint8Array(zeros)])
        expect(plain(readTar(archive))).toEqual(plain(given))
        expect(plain(readTar(longer))).toEqual(plain(given))
      }),
    )
  })

  it('is listed and unpacked by the tar of any computer, padding and all', () => {
    const archive = Buffer.concat([
      writeTar([
        { name: 'brief.json', bytes: bytesOf('{}\n') },
        { name: 'brief.pdf', bytes: new Uint8Array(700).fill(65) },
      ]),
      new Uint8Array(40_960),
    ])
    const listing = execFileSync('tar', ['-tvf', '-', '--full-time', '--utc'], {
      input: archive,
      encoding: 'utf8',
    })
    expect(listing.trim().split('\n')).toEqual([
      expect.stringMatching(/^-rw------- 0\/0 +3 1970-01-01 00:00:00 brief\.json$/),
      expect.stringMatching(/^-rw------- 0\/0 +700 1970-01-01 00:00:00 brief\.pdf$/),
    ])
    expect(execFileSync('tar', ['-xOf', '-', 'brief.pdf'], { input: archive })).toEqual(Buffer.alloc(700, 65))
  })

  it('refuses one changed bit outside the files, wherever it is', async () => {
    const file = new Uint8Array(600).fill(9)
    const archive = writeTar([{ name: 'a', bytes: file }])
    const outside = [...archive.keys()].filter(at => at < 512 || at >= 512 + file.length)
    for (const at of outside)
      for (const bits of [1, 128])
        expect(await refusalOf(() => readTar(flipped(archive, at, bits)))).toBe('exchange/damaged')
  })

  it('refuses an archive cut short anywhere', async () => {
    const archive = writeTar([{ name: 'a', bytes: new Uint8Array(600).fill(9) }])
    for (let length = 0; length < archive.length; length += 7)
      expect(await refusalOf(() => readTar(archive.subarray(0, length)))).toBe('exchange/damaged')
  })

  it('refuses two files of one name', async () => {
    const one = writeTar([{ name: 'a', bytes: bytesOf('x') }])
    const twice = Buffer.concat([one.subarray(0, 1024), one])
    expect(await refusalOf(() => readTar(twice))).toBe('exchange/damaged')
  })

  it('refuses names that lead out of a folder, links and folders made by another tar', async () => {
    expect(() => writeTar([{ name: '../a', bytes: bytesOf('x') }])).toThrow(RangeError)
    expect(() => writeTar([{ name: '.', bytes: bytesOf('x') }])).toThrow(RangeError)
    const folder = execFileSync('tar', ['-cf', '-', '--format=ustar', '-C', 'test', 'exchange/support.ts'])
    expect(await refusalOf(() => readTar(folder))).toBe('exchange/damaged')
    const device = execFileSync('tar', ['-cPf', '-', '--format=ustar', '/dev/null'])
    expect(await refusalOf(() => readTar(device))).toBe('exchange/damaged')
  })

  it('never holds more than 64 files or 64 MiB', async () => {
    const many = Array.from({ length: 65 }, (_, i) => ({ name: `f${i}`, bytes: new Uint8Array() }))
    expect(() => writeTar(many)).toThrow(RangeError)
    const joined = Buffer.concat([
      ...many.map(file => writeTar([file]).subarray(0, 512)),
      new Uint8Array(1024),
    ])
    expect(await refusalOf(() => readTar(joined))).toBe('exchange/damaged')
    const large = [{ name: 'a', bytes: new Uint8Array(64 * 1024 * 1024 + 1) }]
    expect(await refusalOf(() => writeTar(large))).toBe('exchange/too-large')
  })

  it('reads random bytes without ever failing in another way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), async bytes => {
        expect([null, 'exchange/damaged']).toContain(await refusalOf(() => readTar(bytes)))
      }),
    )
  })
})
