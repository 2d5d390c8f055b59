import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import * as kit from 'cctv-age'
import { describe, expect, it } from 'vitest'
import { type OpeningKey, decrypt } from '../../main/exchange/age.ts'
import { bytesOf, refusalOf } from './support.ts'

/**
 * The age test kit (C2SP/CCTV), made by the authors of age. Every vector runs; our stricter rules exclude none. What age
 * calls a header, MAC, payload or armor failure are for us one thing, a damaged or foreign file.
 */
const refusalsFor: Readonly<Record<string, readonly string[]>> = {
  'no match': ['exchange/not-for-you', 'exchange/wrong-passphrase'],
  'HMAC failure': ['exchange/damaged'],
  'payload failure': ['exchange/damaged'],
  'armor failure': ['exchange/damaged', 'exchange/not-a-package'],
  'header failure': ['exchange/damaged', 'exchange/not-a-package', 'exchange/newer-than-app'],
}

interface Vector {
  readonly name: string
  readonly expected: string
  readonly payload: string | undefined
  readonly key: OpeningKey
  readonly file: Uint8Array
}

function vector([name, bytes]: readonly [string, Uint8Array]): Vector {
  const end = Buffer.from(bytes).indexOf('\n\n')
  const lines = Buffer.from(bytes.subarray(0, end)).toString('latin1').split('\n')
  const all = (key: string) =>
    lines.filter(line => line.startsWith(`${key}: `)).map(line => line.slice(key.length + 2))
  const [passphrase] = all('passphrase')
  const body = bytes.subarray(end + 2)
  return {
    name,
    expected: all('expect')[0] ?? '',
    payload: all('payload')[0],
    key: passphrase === undefined ? { identities: all('identity') } : { passphrase: bytesOf(passphrase) },
    file: all('compressed').length > 0 ? inflateSync(body) : body,
  }
}

const vectors = Object.entries<Uint8Array>(kit)
  .filter(([name]) => name !== 'default')
  .map(vector)

describe('the age test kit', () => {
  it('has 143 vectors', () => expect(vectors).toHaveLength(143))

  it.each(vectors.filter(({ expected }) => expected === 'success'))('opens $name', async vector => {
    const { content } = await decrypt(vector.file, vector.key)
    expect(createHash('sha256').update(content).digest('hex')).toBe(vector.payload)
  })

  it.each(vectors.filter(({ expected }) => expected !== 'success'))('refuses $name', async vector => {
    const refusal = await refusalOf(() => decrypt(vector.file, vector.key))
    expect(refusalsFor[vector.expected]).toContain(refusal)
  })
})
