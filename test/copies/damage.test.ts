import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Refused } from '../../shared/refusal.ts'
import { bodyAt, chunkBytes, sizesIn } from '../../main/vault/copies/container.ts'
import { refusalForUnpacking, unpackCopy } from '../../main/vault/copies/readCopy.ts'
import { newCopying } from '../../main/vault/copies/watch.ts'
import { passphrase, testApp, freshFolder } from '../support.ts'
import { copyTo, deskWithCase, restore } from './place.ts'

let good: Buffer
let other: Buffer

beforeAll(async () => {
  const desk = await deskWithCase()
  good = readFileSync(await copyTo(desk))
  await desk.get('vault.keepDraft', { key: 'more', value: 'x'.repeat(50_000) })
  other = readFileSync(await copyTo(desk))
}, 60_000)

/** What unpacking these bytes says. */
async function unpacking(bytes: Uint8Array): Promise<string> {
  const folder = freshFolder()
  const path = join(folder, 'copy.vgb')
  writeFileSync(path, bytes)
  try {
    await unpackCopy(path, join(folder, 'out'), newCopying())
    return 'unpacked'
  } catch (error) {
    return error instanceof Refused ? error.code : `fault ${String(error)}`
  }
}

/** What opening these bytes on another machine says: unpacked, and then opened with the right passphrase. */
async function opening(bytes: Uint8Array): Promise<string> {
  const path = join(freshFolder(), 'copy.vgb')
  writeFileSync(path, bytes)
  const desk = testApp('2026-03-05T08:00:00.000Z')
  const unpacked = await restore(desk, path)
  if (!unpacked.ok) return unpacked.code
  const opened = await desk.call('vault.unlock', { passphrase: passphrase() })
  return opened.ok ? 'opened' : opened.code
}

const named = ['copies/damaged', 'copies/not-a-copy', 'copies/newer-than-app']

describe('a copy that is not what was written', () => {
  it('is known at every one of its bytes, without any key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: good.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
        const bad = Buffer.from(good)
        bad[at]! ^= 1 << bit
        expect(named).toContain(await unpacking(bad))
      }),
      { numRuns: 60 },
    )
  })

  it('is known in every byte of what it begins with', async () => {
    for (let at = 0; at < 24; at++) {
      const bad = Buffer.from(good)
      bad[at]! ^= 1
      expect(named).toContain(await unpacking(bad))
    }
  })

  it('is known wherever it was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: good.length - 1 }), async length => {
        expect(named).toContain(await unpacking(good.subarray(0, length)))
      }),
      { numRuns: 40 },
    )
  })

  it('is known when something was added to it', async () => {
    expect(await unpacking(Buffer.concat([good, Buffer.from([0])]))).toBe('copies/damaged')
  })

  it('is not believed when it says that it is larger than any vault', () => {
    const claims = (bytes: number) => {
      const head = Buffer.from(good.subarray(0, 24))
      head.writeBigUInt64BE(BigInt(bytes), 16)
      return () => sizesIn(head)
    }
    expect(claims(2 ** 40)().body).toBe(2 ** 40)
    for (const bytes of [2 ** 40 + 4096, 2 ** 44, 2 ** 62]) expect(claims(bytes)).toThrow('copies/damaged')
  })

  it('is never a crash, whatever the bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), async bytes => {
        const begun = Buffer.concat([Buffer.from('VIGILVB1'), bytes])
        expect(named).toContain(await unpacking(bytes))
        expect(named).toContain(await unpacking(begun))
      }),
      { numRuns: 40 },
    )
  })

  it('never gets to be opened when parts of two copies were put together and their sums made to fit', async () => {
    // The body and the list of one copy, the ways in and the box of another: every sum holds, the box does not.
    const mixed = Buffer.concat([good.subarray(0, bodyAt), other.subarray(bodyAt)])
    expect(mixed.length).toBe(good.length)
    expect(await unpacking(mixed)).toBe('unpacked')
    expect(await opening(mixed)).toBe('copies/differs')
  })

  it('leaves no vault behind', async () => {
    const path = join(freshFolder(), 'copy.vgb')
    const bad = Buffer.from(good)
    bad[bodyAt + chunkBytes - 1]! ^= 1
    writeFileSync(path, bad)
    const desk = testApp('2026-03-05T08:00:00.000Z')
    expect(await restore(desk, path)).toMatchObject({ code: 'copies/damaged' })
    expect(await desk.get('vault.state', {})).toMatchObject({ state: 'none' })
    expect(existsSync(desk.folder)).toBe(false)
  })
})

describe('a copy that cannot be unpacked', () => {
  it('because this machine is full says that it is this machine, not the stick', () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    expect(refusalForUnpacking(full)).toMatchObject({ code: 'copies/no-room-here' })
    expect(refusalForUnpacking(new Refused('copies/damaged'))).toMatchObject({ code: 'copies/damaged' })
  })
})

describe('a vault that was unpacked and damaged before it was opened', () => {
  const unpacked = async () => {
    const path = join(freshFolder(), 'copy.vgb')
    writeFileSync(path, good)
    const desk = testApp('2026-03-05T08:00:00.000Z')
    await restore(desk, path)
    return desk
  }

  it('is not called restored when its database was cut off', async () => {
    const desk = await unpacked()
    truncateSync(join(desk.folder, 'case.db'), 8192)
    expect(await desk.call('vault.unlock', { passphrase: passphrase() })).toMatchObject({
      code: 'copies/differs',
    })
  })

  it('is not called restored when it holds an earlier state of the same vault', async () => {
    const desk = await unpacked()
    const path = join(freshFolder(), 'copy.vgb')
    writeFileSync(path, other)
    const second = testApp('2026-03-05T08:00:00.000Z')
    await restore(second, path)
    copyFileSync(join(second.folder, 'case.db'), join(desk.folder, 'case.db'))
    const reply = await desk.call('vault.unlock', { passphrase: passphrase() })
    expect(reply).toMatchObject({ ok: false })
    expect(['copies/differs', 'vault/damaged']).toContain(reply.ok ? '' : reply.code)
  })
})
