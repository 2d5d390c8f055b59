import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argon2id } from 'hash-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson, readCanonicalJson } from '../../main/vault/canonicalJson.ts'
import { derive, mayRun } from '../../main/vault/kdf.ts'
import { openKeys } from '../../main/vault/openKeys.ts'
import { makeSlot, type Slot } from '../../main/vault/slot.ts'
import { copyBytes, readCopy, SlotBlock, writeCopy } from '../../main/vault/slotBlock.ts'
import { bytes, change, cheap, closedVault, codeOf, flipped, noteIn, right, unlock, wrong } from './place.ts'

const dataKey = new Uint8Array(32).fill(7)
const personKey = new Uint8Array(32).fill(8)
const vaultId = new Uint8Array(16).fill(9)

const slotFor = (passphrase: string, generation = 1) =>
  makeSlot({
    passphrase: bytes(passphrase),
    dataKey,
    personKey,
    vaultId,
    kdf: cheap,
    label: 'A',
    generation,
  })

const blockOf = (slots: Slot[]): SlotBlock => ({
  v: 1,
  vault_id: Buffer.from(vaultId).toString('hex'),
  min_reader: 1,
  cipher: 'sqlcipher4-raw',
  slots,
})

const both = (a: Uint8Array, b: Uint8Array = a) => Buffer.concat([a, b])
const open = (file: Uint8Array, passphrase = right) =>
  openKeys(file, { passphrase: bytes(passphrase), also: cheap })

/** As somebody would who changes a copy and knows how it is framed: the checksum, which needs no key, is right again. */
function withNewSum(copy: Uint8Array): Buffer {
  const body = Buffer.from(copy.subarray(0, copyBytes - 32))
  return Buffer.concat([body, createHash('sha256').update(body).digest()])
}

/** A copy whose JSON was changed by somebody without the key. */
function withJson(copy: Uint8Array, edit: (json: string) => string): Buffer {
  const changed = Buffer.alloc(copyBytes)
  const old = Buffer.from(copy)
  const end = 20 + old.readUInt32BE(8)
  const json = Buffer.from(edit(old.toString('utf8', 20, end)))
  old.copy(changed, 0, 0, 20)
  changed.writeUInt32BE(json.length, 8)
  json.copy(changed, 20)
  old.copy(changed, 20 + json.length, end, end + 32)
  return withNewSum(changed)
}

let copy: Uint8Array

beforeAll(async () => {
  copy = writeCopy(blockOf([await slotFor(right)]), { generation: 1, dataKey })
})

describe('two copies of the keys', () => {
  it('open with the right passphrase and with no other', async () => {
    expect((await open(both(copy))).dataKey).toEqual(dataKey)
    expect((await open(both(copy))).personKey).toEqual(personKey)
    expect(await codeOf(() => open(both(copy), wrong))).toBe('vault/wrong-passphrase')
  })

  it('survive any one byte of either being changed', async () => {
    const everyByteOfTheFirst = (at: number) => at + (at < copyBytes ? 1 : 13)
    for (let at = 0; at < 2 * copyBytes; at = everyByteOfTheFirst(at)) {
      const keys = await open(flipped(both(copy), at))
      expect(Buffer.compare(keys.dataKey, dataKey), `byte ${at}`).toBe(0)
      expect(keys.goodAt).toBe(at < copyBytes ? copyBytes : 0)
    }
  })

  it('are called damaged, never a wrong passphrase, when the same byte of both is changed', async () => {
    for (let at = 0; at < copyBytes; at++)
      expect(await codeOf(() => open(both(flipped(copy, at)))), `byte ${at}`).toBe('vault/damaged')
  })

  it('never give a wrong key to somebody who changes bytes and mends the checksum', async () => {
    const refusals = ['vault/damaged', 'vault/wrong-passphrase', 'vault/newer-than-app']
    const used = 20 + Buffer.from(copy).readUInt32BE(8) + 32
    for (let at = 0; at < used + 8; at++) {
      const forged = withNewSum(flipped(copy, at))
      expect(refusals, `byte ${at}`).toContain(await codeOf(() => open(both(forged))))
      expect(Buffer.compare((await open(both(forged, copy))).dataKey, dataKey)).toBe(0)
      expect(Buffer.compare((await open(both(copy, forged))).dataKey, dataKey)).toBe(0)
    }
  })

  const cutTo = (length: number) => Buffer.concat([both(copy), Buffer.alloc(4096)]).subarray(0, length)

  it.each([0, 1, 4096, 8191])('are damaged when cut to %i bytes', async length => {
    expect(await codeOf(() => open(cutTo(length)))).toBe('vault/damaged')
  })

  it.each([8192, 8193, 12_288, 16_383, 20_000])('open when the file has %i bytes', async length => {
    expect((await open(cutTo(length))).dataKey).toEqual(dataKey)
  })

  it('tell a wrong passphrase from damage when one copy is left', async () => {
    const file = flipped(both(copy), 100)
    expect(await codeOf(() => open(file, wrong))).toBe('vault/wrong-passphrase')
    expect((await open(file)).dataKey).toEqual(dataKey)
  })
})

describe('which copy rules', () => {
  it('the newer one, even for somebody who puts one old copy back', async () => {
    const newer = writeCopy(blockOf([await slotFor('a newer passphrase', 2)]), { generation: 2, dataKey })
    for (const file of [both(copy, newer), both(newer, copy)]) {
      expect(await codeOf(() => open(file))).toBe('vault/wrong-passphrase')
      expect((await open(file, 'a newer passphrase')).generation).toBe(2)
    }
  })

  it('not one that only claims to be newer', async () => {
    const claims = Buffer.from(copy)
    claims.writeBigUInt64BE(99n, 12)
    const keys = await open(both(withNewSum(claims), copy))
    expect([keys.generation, keys.goodAt]).toEqual([1, copyBytes])
  })

  it('not one that was signed with the key of another vault', async () => {
    const other = writeCopy(blockOf([await slotFor(right)]), {
      generation: 5,
      dataKey: new Uint8Array(32).fill(1),
    })
    expect((await open(both(other, copy))).generation).toBe(1)
    expect(await codeOf(() => open(both(other)))).toBe('vault/damaged')
  })
})

describe('what was made by a later version', () => {
  it('is left alone when it asks for a newer reader', async () => {
    const later = withJson(copy, () => '{"min_reader":2,"new_field":[1]}')
    expect(await codeOf(() => open(both(later)))).toBe('vault/newer-than-app')
    expect(await codeOf(() => open(both(later), wrong))).toBe('vault/newer-than-app')
  })

  it('is left alone when its update was cut short', async () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a later version would write
    const later = writeCopy({ ...blockOf([]), min_reader: 2 } as unknown as SlotBlock, {
      generation: 2,
      dataKey,
    })
    expect(await codeOf(() => open(both(copy, later)))).toBe('vault/newer-than-app')
    const onlyClaimed = withJson(copy, () => '{"min_reader":2}')
    expect((await open(both(onlyClaimed, copy))).dataKey).toEqual(dataKey)
  })

  it('is kept as it stands when it is one more kind of slot', async () => {
    const share: Slot = {
      id: '00112233445566aa',
      holder: '00112233445566bb',
      type: 'office',
      created_gen: 1,
      shares: { of: 3, need: 2 },
    }
    const block = blockOf([await slotFor(right), share])
    const keys = await open(both(writeCopy(block, { generation: 1, dataKey })))
    expect(keys.block.slots[1]).toEqual(share)
  })

  it('is called newer, not a wrong passphrase, when there is no slot this version can open', async () => {
    const block = blockOf([
      { id: '00112233445566aa', holder: '00112233445566bb', type: 'office', created_gen: 1 },
    ])
    expect(await codeOf(() => open(both(writeCopy(block, { generation: 1, dataKey }))))).toBe(
      'vault/newer-than-app',
    )
  })
})

describe('what stands in keys.vk is refused', () => {
  const edits: readonly (readonly [string, (json: string) => string])[] = [
    ['too much memory', json => json.replace('"m":64', '"m":2097153')],
    ['too little memory', json => json.replace('"m":64', '"m":65535')],
    ['too many passes', json => json.replace('"m":64', '"m":65536').replace('"t":1', '"t":25')],
    ['no pass', json => json.replace('"t":1', '"t":0')],
    ['too many lanes', json => json.replace('"m":64', '"m":65536').replace('"p":1', '"p":17')],
    ['another derivation', json => json.replace('argon2id', 'argon2i')],
    ['another version of it', json => json.replace('"v":19', '"v":16')],
    ['another cipher', json => json.replace('sqlcipher4-raw', 'none')],
    ['another version of the block', json => json.replace(/"v":1,"vault_id"/u, '"v":0,"vault_id"')],
    ['an unknown field', json => json.replace('"cipher"', '"a":1,"cipher"')],
    ['an unknown field in a slot', json => json.replace('"id"', '"hint":"x","id"')],
    ['a field written twice', json => json.replace('"v":1,"vault_id"', '"v":1,"v":1,"vault_id"')],
    ['another spelling of a number', json => json.replace('"created_gen":1', '"created_gen":1.0')],
    [
      'a number that would be rounded',
      json => json.replace('"created_gen":1', '"created_gen":9007199254740993'),
    ],
    ['a name for a label', json => json.replace('"label":"A"', '"label":"Anna"')],
    ['a space', json => json.replace(',', ', ')],
    ['no slot', json => json.replace(/"slots":\[.*\]/u, '"slots":[]')],
    ['the same slot twice', json => json.replace(/"slots":\[(.*)\]/u, '"slots":[$1,$1]')],
    ['text after the end', json => `${json}x`],
    ['no JSON', () => 'hello'],
    ['no object', () => '[]'],
  ]

  it.each(edits)('%s', (_, edit) => {
    const changed = withJson(copy, edit)
    expect(Buffer.compare(changed, copy)).not.toBe(0)
    expect(
      readCopy(
        withJson(copy, json => json),
        cheap,
      ).state,
    ).toBe('fine')
    expect(readCopy(changed, cheap).state).toBe('bad')
  })

  it('a cheaper guess than the slot was made with, even within the range', async () => {
    const forged = withJson(copy, json => json.replace('"t":1', '"t":2').replace('"m":64', '"m":65536'))
    expect(await codeOf(() => open(both(forged)))).toBe('vault/wrong-passphrase')
  })

  it('a slot that somebody added or took away', async () => {
    const two = writeCopy(blockOf([await slotFor(right), await slotFor('another person')]), {
      generation: 1,
      dataKey,
    })
    const one = withJson(two, json => {
      const block = SlotBlock.parse(JSON.parse(json))
      return canonicalJson({ ...block, slots: block.slots.slice(0, 1) })
    })
    expect(await codeOf(() => open(both(one)))).toBe('vault/damaged')
  })

  it('a slot moved here from another vault', async () => {
    const slot = await makeSlot({
      passphrase: bytes(right),
      dataKey,
      personKey,
      vaultId: new Uint8Array(16),
      kdf: cheap,
      label: 'A',
      generation: 1,
    })
    expect(await codeOf(() => open(both(writeCopy(blockOf([slot]), { generation: 1, dataKey }))))).toBe(
      'vault/wrong-passphrase',
    )
  })
})

describe('the cost of a guess', () => {
  it.each([
    [{ m: 65_536, t: 1, p: 1 }, true],
    [{ m: 2_097_152, t: 24, p: 16 }, true],
    [{ m: 65_535, t: 1, p: 1 }, false],
    [{ m: 2_097_153, t: 1, p: 1 }, false],
    [{ m: 65_536, t: 25, p: 1 }, false],
    [{ m: 65_536, t: 0, p: 1 }, false],
    [{ m: 65_536, t: 1, p: 17 }, false],
  ])('%j may be run: %s', (kdf, may) => {
    expect(mayRun(kdf)).toBe(may)
  })

  it('gives the bytes that another Argon2id gives', async () => {
    for (const [index, cost] of [cheap, { m: 256, t: 3, p: 4 }, { m: 1024, t: 2, p: 2 }].entries()) {
      const salt = new Uint8Array(16).fill(index)
      const password = bytes(`${right} ${index} ضوء`)
      const settings = {
        iterations: cost.t,
        parallelism: cost.p,
        memorySize: cost.m,
        hashLength: 32,
      } as const
      const other = await argon2id({ password, salt, ...settings, outputType: 'binary' })
      expect(Buffer.from(await derive(password, cost, salt))).toEqual(Buffer.from(other))
    }
  })
})

describe('a vault whose keys.vk was harmed', () => {
  it.each([0, 10, 500, 8191, 8192, 9000, 16_383])(
    'at byte %i opens, and is whole again afterwards',
    async at => {
      const folder = await closedVault()
      const before = readFileSync(join(folder, 'keys.vk'))
      change(folder, 'keys.vk', file => flipped(file, at))
      const vault = await unlock(folder)
      expect(noteIn(vault)).toBe('kept')
      vault.close()
      expect(readFileSync(join(folder, 'keys.vk')).equals(before)).toBe(true)
    },
  )

  it('by a wrong length is whole again afterwards', async () => {
    const folder = await closedVault()
    for (const harm of [
      (file: Buffer) => file.subarray(0, 9000),
      (file: Buffer) => Buffer.concat([file, file]),
    ]) {
      change(folder, 'keys.vk', harm)
      ;(await unlock(folder)).close()
      expect(readFileSync(join(folder, 'keys.vk'))).toHaveLength(16_384)
    }
  })

  it('is not touched by a wrong passphrase', async () => {
    const folder = await closedVault()
    change(folder, 'keys.vk', file => flipped(file, 10))
    const before = readFileSync(join(folder, 'keys.vk'))
    expect(await codeOf(() => unlock(folder, wrong))).toBe('vault/wrong-passphrase')
    expect(readFileSync(join(folder, 'keys.vk')).equals(before)).toBe(true)
  })
})

describe('JSON with one spelling', () => {
  it('gives back what it wrote', () => {
    const value = { b: [1, { d: 'é', c: null }], a: true, __proto: 0 }
    expect(readCanonicalJson(Buffer.from(canonicalJson(value)))).toEqual(value)
  })

  it.each(['{"a":1,"a":1}', '{"a":1}\n', '{"b":1,"a":1}', '1e3', '"\\u0061"', '\ufeff{}', '{"a":-0}'])(
    'does not read %s',
    text => {
      expect(readCanonicalJson(Buffer.from(text))).toBeUndefined()
    },
  )
})
