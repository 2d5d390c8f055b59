import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pad } from '../../shared/exchange/pad.ts'
import type { BriefManifest } from '../../shared/exchange/manifest.ts'
import { type Awaited, type DraftOf, buildPackage, ofBrief, openPackage } from '../../main/exchange/seal.ts'
import { publicKeyOf, sign } from '../../main/exchange/signature.ts'
import { type Entry, readTar, writeTar } from '../../shared/exchange/tar.ts'
import { PackageId } from '../../shared/model.ts'
import { aDraft, bytesOf, officeSeed, oneTimeSeed, refusalOf, strangerSeed } from './support.ts'

const files: readonly Entry[] = [
  { name: 'brief.json', bytes: bytesOf('{"summary":"what happened"}\n') },
  { name: 'brief.pdf', bytes: new Uint8Array(300).fill(65) },
]
const brief = buildPackage({ draft: aDraft, files, signingSeed: officeSeed })
const awaited: Awaited = {
  packageId: aDraft.packageId,
  manifestSha256: brief.manifestSha256,
  publicKey: publicKeyOf(oneTimeSeed),
}
const replyDraft: DraftOf<BriefManifest> = {
  ...aDraft,
  kind: 'reply',
  packageId: PackageId.parse('6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a11'),
  inReplyTo: { packageId: aDraft.packageId, manifestSha256: brief.manifestSha256 },
}
const aReply = (signingSeed: Uint8Array, draft = replyDraft) =>
  buildPackage({ draft, files: [{ name: 'reply.json', bytes: bytesOf('{}\n') }], signingSeed })
const byPassphrase = { openedAs: [] }

/** The brief's archive with its entries changed; the padding is made afresh. */
const rebuilt = (change: (entries: Entry[]) => readonly Entry[]) => pad(writeTar(change(readTar(brief.tar))))

const someFiles = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,59}$/).filter(name => !name.startsWith('manifest.')),
    bytes: fc.uint8Array({ maxLength: 3000 }),
  }),
  { selector: file => file.name, minLength: 1, maxLength: 10 },
)

describe('opening a brief', () => {
  it('gives back every file, whatever they hold', () => {
    fc.assert(
      fc.property(someFiles, fc.uint8Array({ minLength: 32, maxLength: 32 }), (files, signingSeed) => {
        const { tar, manifest, manifestSha256 } = buildPackage({ draft: aDraft, files, signingSeed })
        const opened = openPackage(tar, byPassphrase)
        expect(opened.manifest).toEqual(manifest)
        expect(opened.manifestSha256).toBe(manifestSha256)
        expect([...opened.files]).toEqual(files.map(({ name, bytes }) => [name, new Uint8Array(bytes)]))
      }),
    )
  })

  it('comes out the same, byte for byte, each time it is built', () => {
    expect(buildPackage({ draft: aDraft, files, signingSeed: officeSeed }).tar).toEqual(brief.tar)
    const { packageId, ...rest } = aDraft
    expect(buildPackage({ draft: { ...rest, packageId }, files, signingSeed: officeSeed }).tar).toEqual(
      brief.tar,
    )
  })

  it('refuses it with one bit changed at any of its places', async () => {
    const tar = brief.tar.slice()
    const accepted: number[] = []
    for (let at = 0; at < tar.length; at++) {
      tar[at] = tar[at]! ^ 1
      const refusal = await refusalOf(() => openPackage(tar, byPassphrase))
      if (!refusal?.startsWith('exchange/')) accepted.push(at)
      tar[at] = tar[at]! ^ 1
    }
    expect(accepted).toEqual([])
    expect(await refusalOf(() => openPackage(tar, byPassphrase))).toBe(null)
  })

  it('refuses it cut short', async () => {
    for (let length = 0; length < 4096; length += 3)
      expect(await refusalOf(() => openPackage(brief.tar.subarray(0, length), byPassphrase))).toMatch(
        /^exchange\//,
      )
  })

  it('refuses it without its signature, and with the signature of another key', async () => {
    const stripped = rebuilt(entries => entries.filter(entry => entry.name !== 'manifest.sig'))
    expect(await refusalOf(() => openPackage(stripped, byPassphrase))).toBe('exchange/bad-signature')
    const resigned = rebuilt(([head, , ...rest]) => [
      head!,
      { name: 'manifest.sig', bytes: bytesOf(sign(strangerSeed, head!.bytes)) },
      ...rest,
    ])
    expect(await refusalOf(() => openPackage(resigned, byPassphrase))).toBe('exchange/bad-signature')
  })

  it('shows the key of whoever signed it, so that a stranger cannot pass for a colleague', () => {
    const forged = buildPackage({ draft: aDraft, files, signingSeed: strangerSeed })
    expect(openPackage(forged.tar, byPassphrase).manifest.senderKey).not.toBe(brief.manifest.senderKey)
  })

  it('refuses a file too many, too few, exchanged, renamed or moved', async () => {
    const changes: ((entries: Entry[]) => readonly Entry[])[] = [
      entries => [...entries, { name: 'more.json', bytes: bytesOf('x') }],
      entries => entries.slice(0, -1),
      ([head, signature, first]) => [head!, signature!, first!, { name: 'brief.pdf', bytes: bytesOf('y') }],
      ([head, signature, first, second]) => [head!, signature!, first!, { ...second!, name: 'other.pdf' }],
      ([head, signature, first, second]) => [head!, signature!, second!, first!],
    ]
    for (const change of changes)
      expect(await refusalOf(() => openPackage(rebuilt(change), byPassphrase))).toBe('exchange/damaged')
  })

  it('refuses a package that somebody encrypted again for a person its sender did not name', async () => {
    const to = [createHash('sha256').update('the director').digest('hex')]
    const named = buildPackage({ draft: { ...aDraft, to }, files, signingSeed: officeSeed })
    expect(await refusalOf(() => openPackage(named.tar, { openedAs: to }))).toBe(null)
    expect(await refusalOf(() => openPackage(named.tar, { openedAs: ['f'.repeat(64)] }))).toBe(
      'exchange/not-for-you',
    )
    expect(await refusalOf(() => openPackage(named.tar, byPassphrase))).toBe('exchange/not-for-you')
    expect(await refusalOf(() => openPackage(brief.tar, { openedAs: to }))).toBe('exchange/not-for-you')
  })

  it('says that something else that was encrypted is not a package', async () => {
    expect(await refusalOf(() => openPackage(bytesOf('a letter'), byPassphrase))).toBe(
      'exchange/not-a-package',
    )
    const otherTar = writeTar([{ name: 'letter.txt', bytes: bytesOf('x') }])
    expect(await refusalOf(() => openPackage(otherTar, byPassphrase))).toBe('exchange/not-a-package')
  })
})

describe('opening a reply', () => {
  const known = { openedAs: [], awaited: [awaited] }

  it('is accepted when it is signed with the one-time key of the brief it names', () => {
    const { manifest, files } = ofBrief(openPackage(aReply(oneTimeSeed).tar, known))
    expect(manifest.inReplyTo?.packageId).toBe(aDraft.packageId)
    expect([...files.keys()]).toEqual(['reply.json'])
  })

  it('is refused when another key signed it, even one awaited for another brief', async () => {
    expect(await refusalOf(() => openPackage(aReply(officeSeed).tar, known))).toBe('exchange/bad-signature')
    const other = { ...awaited, packageId: replyDraft.packageId, publicKey: publicKeyOf(strangerSeed) }
    const both = { openedAs: [], awaited: [other, awaited] }
    expect(await refusalOf(() => openPackage(aReply(strangerSeed).tar, both))).toBe('exchange/bad-signature')
  })

  it('is refused as a reply where a brief is read', async () => {
    const reply = aReply(oneTimeSeed).tar
    expect(await refusalOf(() => openPackage(reply, byPassphrase))).toBe('exchange/is-a-reply')
  })

  it('is refused when no such brief is awaited or the brief it answers was changed', async () => {
    const reply = aReply(oneTimeSeed).tar
    const nothing = { ...byPassphrase, awaited: [] }
    expect(await refusalOf(() => openPackage(reply, nothing))).toBe('exchange/bad-signature')
    const changed = { openedAs: [], awaited: [{ ...awaited, manifestSha256: '0'.repeat(64) }] }
    expect(await refusalOf(() => openPackage(reply, changed))).toBe('exchange/bad-signature')
  })
})
