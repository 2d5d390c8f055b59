import { beforeAll, describe, expect, it } from 'vitest'
import { JobFailed, type Ask } from '../../main/ask.ts'
import { openApart } from '../../main/exchange/apart.ts'
import { fingerprintOf, newIdentity, type Identity } from '../../main/exchange/identity.ts'
import { runOpen, runSeal, type OpenInput, type OpenOutput } from '../../main/exchange/run.ts'
import { buildPackage, openPackage } from '../../main/exchange/seal.ts'
import { aDraft, bytesOf, officeSeed, strangerSeed } from '../exchange/support.ts'

/** The process that opens packages, taken over by what it read: it says what `lie` makes of the truth. */
const takenOver = (lie: (truth: OpenOutput) => unknown): Ask =>
  ({
    runJob: async (_name: string, input: unknown) => lie(await runOpen(input as OpenInput)),
  }) as unknown as Ask

const files = [{ name: 'brief.json', bytes: bytesOf('{}\n') }]
const { to: _to, ...draft } = aDraft
let me: Identity
let other: Identity
let input: OpenInput
beforeAll(async () => {
  ;[me, other] = await Promise.all([newIdentity('x25519'), newIdentity('x25519')])
  const { file } = await runSeal({
    draft,
    files,
    signingSeed: officeSeed,
    lock: { recipients: [me.recipient] },
  })
  input = { file, key: { identities: [me.identity] } }
})

describe('the process that opens packages, taken over by one', () => {
  it('is believed when it says what somebody signed', async () => {
    const opened = await openApart(
      takenOver(truth => truth),
      input,
    )
    expect(opened.manifest.to).toEqual([fingerprintOf(me.recipient)])
    expect([...opened.files.keys()]).toEqual(['brief.json'])
    expect(opened.manifestSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('cannot change what was signed, nor say that somebody else signed it', async () => {
    const later = takenOver(truth => ({
      ...truth,
      manifest: { ...truth.manifest, sentAt: '2026-03-03T12:00:00.000Z' },
    }))
    await expect(openApart(later, input)).rejects.toMatchObject({ code: 'exchange/bad-signature' })
    const senderKey = Buffer.alloc(32, 9).toString('base64')
    const another = takenOver(truth => ({ ...truth, manifest: { ...truth.manifest, senderKey } }))
    await expect(openApart(another, input)).rejects.toMatchObject({ code: 'exchange/bad-signature' })
  })

  it('cannot put another file in the place of the one that was signed, nor one more, nor one less', async () => {
    for (const told of [
      [['brief.json', bytesOf('[]\n')]],
      [
        ['brief.json', bytesOf('{}\n')],
        ['more', bytesOf('x')],
      ],
      [],
    ])
      await expect(
        openApart(
          takenOver(truth => ({ ...truth, files: new Map(told as [string, Uint8Array][]) })),
          input,
        ),
      ).rejects.toMatchObject({ code: 'exchange/damaged' })
  })

  it('cannot pass on what was sealed for somebody else', async () => {
    const to = [fingerprintOf(other.recipient)]
    const theirs = buildPackage({ draft: { ...aDraft, to }, files, signingSeed: strangerSeed })
    const forwarded = { ...openPackage(theirs.tar, { openedAs: to }), openedAs: to }
    await expect(
      openApart(
        takenOver(() => forwarded),
        input,
      ),
    ).rejects.toMatchObject({
      code: 'exchange/not-for-you',
    })
  })

  it('says nothing about the manifest’s own number that is not counted again', async () => {
    const lie = takenOver(truth => ({ ...truth, manifestSha256: '0'.repeat(64) }))
    const { manifestSha256 } = await openApart(lie, input)
    expect(manifestSha256).toBe((await runOpen(input)).manifestSha256)
  })

  it('is not heard when it says something that is no package', async () => {
    for (const said of [null, 'x', {}, { manifest: {}, files: [] }])
      await expect(
        openApart(
          takenOver(() => said),
          input,
        ),
      ).rejects.toMatchObject({
        code: 'exchange/took-too-long',
      })
    const dead = { runJob: () => Promise.reject(new JobFailed('crash')) } as unknown as Ask
    await expect(openApart(dead, input)).rejects.toMatchObject({ code: 'exchange/took-too-long' })
  })
})
