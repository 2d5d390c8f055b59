import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  fingerprintWords,
  publicKeyOf,
  sign,
  sshPublicKey,
  verify,
  verifyEd25519,
} from '../../main/exchange/signature.ts'
import { bytesOf, officeSeed, strangerSeed } from './support.ts'

const seed = fc.uint8Array({ minLength: 32, maxLength: 32 })
const message = bytesOf('{"format":"vigil-package"}\n')

describe('signing a manifest', () => {
  it('is verified with the right key and message and with nothing else', () => {
    fc.assert(
      fc.property(seed, fc.uint8Array(), (seed, message) => {
        const signature = sign(seed, message)
        expect(verify(publicKeyOf(seed), message, signature)).toBe(true)
        expect(verify(publicKeyOf(seed), Buffer.concat([message, Buffer.from('x')]), signature)).toBe(false)
        expect(verify(publicKeyOf(strangerSeed), message, signature)).toBe(false)
      }),
    )
  })

  it('refuses a signature with any one character changed, added or left out', () => {
    const key = publicKeyOf(officeSeed)
    const signature = sign(officeSeed, message)
    for (let at = 0; at < signature.length; at++) {
      const [before, after] = [signature.slice(0, at), signature.slice(at + 1)]
      const other = signature[at] === 'A' ? 'B' : 'A'
      for (const changed of [before + other + after, before + after, `${before} ${signature.slice(at)}`])
        expect(verify(key, message, changed)).toBe(false)
    }
  })

  it('never fails in another way than by saying no', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.string(), (key, armored) => {
        expect(verify(key, message, armored)).toBe(false)
      }),
    )
    fc.assert(
      fc.property(seed, fc.uint8Array({ minLength: 64, maxLength: 64 }), (key, signature) => {
        expect(verifyEd25519(key, message, signature)).toBe(false)
      }),
    )
  })
})

describe('a key read aloud', () => {
  it('is twelve words, the same for ever and others for each key', () => {
    expect(fingerprintWords(publicKeyOf(officeSeed)).join(' ')).toBe(
      'caramel error occupant sabbath whisking disprove pueblo preheated stylishly transfer dictate riverbed',
    )
    expect(fingerprintWords(publicKeyOf(strangerSeed))).not.toEqual(fingerprintWords(publicKeyOf(officeSeed)))
  })
})

describe('the signature and OpenSSH', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigil-sign-'))
    writeFileSync(join(folder, 'signers'), `office ${sshPublicKey(publicKeyOf(officeSeed))}\n`)
    writeFileSync(join(folder, 'manifest.sig'), sign(officeSeed, message))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const opensshAccepts = (bytes: Uint8Array, namespace: string) => {
    const args = ['-Y', 'verify', '-f', 'signers', '-I', 'office', '-n', namespace, '-s', 'manifest.sig']
    return spawnSync('ssh-keygen', args, { cwd: folder, input: bytes }).status === 0
  }

  it('is accepted by ssh-keygen; another namespace or one byte more is not', () => {
    expect(opensshAccepts(message, 'vigil-package-v1')).toBe(true)
    expect(opensshAccepts(message, 'file')).toBe(false)
    expect(opensshAccepts(Buffer.concat([message, Buffer.from(' ')]), 'vigil-package-v1')).toBe(false)
  })

  it('accepts what ssh-keygen signs with the same key, to the letter', () => {
    writeFileSync(join(folder, 'key'), opensshPrivateKey(officeSeed), { mode: 0o600 })
    const signed = execFileSync('ssh-keygen', ['-Y', 'sign', '-f', 'key', '-n', 'vigil-package-v1'], {
      cwd: folder,
      input: message,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    expect(signed).toBe(sign(officeSeed, message))
    const otherNamespace = execFileSync('ssh-keygen', ['-Y', 'sign', '-f', 'key', '-n', 'file'], {
      cwd: folder,
      input: message,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    expect(verify(publicKeyOf(officeSeed), message, otherNamespace)).toBe(false)
  })
})

describe('Ed25519', () => {
  it('answers every Wycheproof vector as it should', () => {
    const path = '../shared/corpora/wycheproof/ed25519_test.json'
    if (!existsSync(path)) return console.log('Wycheproof vectors are not on this machine: not checked')
    const { testGroups }: WycheproofFile = JSON.parse(readFileSync(path, 'utf8'))
    const hex = (text: string) => Buffer.from(text, 'hex')
    const wrong = testGroups.flatMap(({ publicKey, tests }) =>
      tests.filter(
        ({ msg, sig, result }) =>
          verifyEd25519(hex(publicKey.pk), hex(msg), hex(sig)) !== (result === 'valid'),
      ),
    )
    expect(testGroups.flatMap(group => group.tests)).toHaveLength(151)
    expect(wrong).toEqual([])
  })
})

interface WycheproofFile {
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string }
    readonly tests: readonly { readonly msg: string; readonly sig: string; readonly result: string }[]
  }[]
}

/** The seed as an unencrypted OpenSSH key file (OpenSSH, PROTOCOL.key). */
function opensshPrivateKey(seed: Uint8Array): string {
  const string = (value: string | Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(Buffer.from(value).length)
    return Buffer.concat([length, Buffer.from(value)])
  }
  const number = (value: number) => Buffer.from([0, 0, 0, value])
  const key = publicKeyOf(seed)
  const publicPart = Buffer.concat([string('ssh-ed25519'), string(key)])
  const secret = Buffer.concat([
    number(0),
    number(0),
    publicPart,
    string(Buffer.concat([seed, key])),
    string(''),
  ])
  const padding = Buffer.from(Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, i) => i + 1))
  const blob = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    Buffer.concat([string('none'), string('none'), string(''), number(1), string(publicPart)]),
    string(Buffer.concat([secret, padding])),
  ])
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${blob.toString('base64').replaceAll(/.{70}/g, '$&\n')}\n-----END OPENSSH PRIVATE KEY-----\n`
}
