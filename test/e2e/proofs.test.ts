import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { sampleZip } from '../samples/files.ts'
import { plant } from './steps/planted.ts'
import { searchFor } from './steps/search.ts'
import { listening } from './steps/sockets.ts'

/* The proofs themselves: what finds nothing must be able to find something. */

const planted = plant()
const secret = planted.at('a secret')
const search = searchFor([planted.beginning])
const base64 = (before: string) => Buffer.from(`${before}${secret}after`).toString('base64')

describe('the search for plaintext', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-search-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(`words ${secret} words`)],
    ['capitals', Buffer.from(secret.toUpperCase())],
    ['UTF-16LE', Buffer.from(`x${secret}`, 'utf16le')],
    ['UTF-16BE', Buffer.from(secret, 'utf16le').swap16()],
    ['hex', Buffer.from(Buffer.from(secret).toString('hex'))],
    ['hex in capitals', Buffer.from(Buffer.from(secret).toString('hex').toUpperCase())],
    [
      'percent',
      Buffer.from(
        [...Buffer.from(secret)]
          .map(code => `%${code.toString(16)}`)
          .join('')
          .toUpperCase(),
      ),
    ],
    ['JSON escapes', Buffer.from([...Buffer.from(secret)].map(code => `\\u00${code.toString(16)}`).join(''))],
    ['base64', Buffer.from(base64(''))],
    ['base64, one letter on', Buffer.from(base64('a'))],
    ['base64, two letters on', Buffer.from(base64('ab'))],
    ['zlib', Buffer.concat([Buffer.from('noise'), deflateSync(secret.repeat(3)), Buffer.from('noise')])],
    ['zlib that breaks off', deflateSync(`${secret}${'x'.repeat(9000)}`, { level: 1 }).subarray(0, -6)],
    ['gzip', Buffer.concat([Buffer.from('noise'), gzipSync(secret)])],
    ['gzip inside zlib', deflateSync(gzipSync(secret))],
    ['base64 inside gzip', gzipSync(base64('a'))],
    ['a zip', Buffer.from(sampleZip(['letter.txt'], Buffer.from(secret.repeat(2))))],
  ])('finds a planted word as %s', (name, bytes) => {
    const path = join(folder, 'file')
    writeFileSync(path, Buffer.concat([Buffer.alloc(1000, name), bytes]))
    expect(search.folder(folder).found.map(found => found.path.slice(0, path.length))).toContain(path)
  })

  it('finds it in the name of a file', () => {
    writeFileSync(join(folder, `${secret}.txt`), '')
    expect(
      search
        .folder(folder)
        .found.map(found => found.path)
        .join(),
    ).toContain('the name of')
  })

  it('finds nothing where nothing is', () => {
    const other = Buffer.concat([
      deflateRawSync('something else'),
      gzipSync('x'.repeat(99)),
      Buffer.alloc(5000, 7),
    ])
    expect(search.bytes(other, 'other')).toEqual([])
  })
})

describe('the watch for sockets', () => {
  const program = `
    require('node:net').createServer().listen(0, '127.0.0.1', () => {
      const udp = require('node:dgram').createSocket('udp4')
      udp.bind(0, () => console.log('ready'))
    })`

  it('sees a program of ours that listens, over TCP and over UDP', async () => {
    expect(listening()).toEqual([])
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise(resolve => child.stdout.once('data', resolve))
    const seen = listening()
    child.kill()
    expect(seen.map(({ protocol, pid }) => [protocol, pid])).toEqual([
      ['tcp', child.pid],
      ['udp', child.pid],
    ])
  })
})
