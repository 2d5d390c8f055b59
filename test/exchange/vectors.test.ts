import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { OpeningKey } from '../../main/exchange/age.ts'
import type { Identity } from '../../main/exchange/identity.ts'
import { runOpen } from '../../main/exchange/run.ts'
import { type DraftOf, buildPackage } from '../../main/exchange/seal.ts'
import type { BriefManifest } from '../../shared/exchange/manifest.ts'
import { publicKeyOf } from '../../main/exchange/signature.ts'
import { bytesOf } from './support.ts'

/** What `vector.json` holds: every key, what went in, and the hashes of what came out. */
interface Vector {
  readonly passphrase: string
  readonly office: Identity
  readonly director: Identity
  readonly directorHybrid: Identity
  readonly officeSeed: string
  readonly oneTimeSeed: string
  readonly briefDraft: Omit<DraftOf<BriefManifest>, 'to'>
  readonly briefFiles: Readonly<Record<string, string>>
  readonly replyFiles: Readonly<Record<string, string>>
  readonly manifestSha256: Readonly<Record<string, string>>
  readonly tarSha256: Readonly<Record<string, string>>
}

const read = (name: string) => new Uint8Array(readFileSync(`test/vectors/package/v1/${name}`))
const vector: Vector = JSON.parse(Buffer.from(read('vector.json')).toString('utf8'))
const passphrase = bytesOf(vector.passphrase)
const textOf = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]))

const briefs: readonly (readonly [string, OpeningKey])[] = [
  ['brief', { identities: [vector.director.identity] }],
  ['brief', { identityFile: read('director-identity.age'), passphrase }],
  ['brief-hybrid', { identities: [vector.directorHybrid.identity] }],
  ['brief-passphrase', { passphrase }],
]

describe('packages of version 1, kept for ever', () => {
  it.each(briefs)('open: %s (%#)', async (name, key) => {
    const opened = await runOpen({ file: read(`${name}.age`), key })
    expect(textOf(opened.files)).toEqual(vector.briefFiles)
    expect(opened.manifestSha256).toBe(vector.manifestSha256[name])
  })

  it('open: the reply', async () => {
    const awaited = {
      packageId: vector.briefDraft.packageId,
      manifestSha256: vector.manifestSha256['brief'] ?? '',
      publicKey: publicKeyOf(Buffer.from(vector.oneTimeSeed, 'hex')),
    }
    const key = { identities: [vector.office.identity] }
    const opened = await runOpen({ file: read('reply.age'), key, awaited: [awaited] })
    expect(textOf(opened.files)).toEqual(vector.replyFiles)
  })

  it('are still built the same, byte for byte, before encryption', () => {
    const { tar } = buildPackage({
      draft: { ...vector.briefDraft, to: [] },
      files: Object.entries(vector.briefFiles).map(([name, text]) => ({ name, bytes: bytesOf(text) })),
      signingSeed: Buffer.from(vector.officeSeed, 'hex'),
    })
    expect(createHash('sha256').update(tar).digest('hex')).toBe(vector.tarSha256['brief-passphrase'])
  })
})
