import { ofBrief } from '../../main/exchange/seal.ts'
import { fork } from 'node:child_process'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { OpeningKey } from '../../main/exchange/age.ts'
import { type Identity, newIdentity } from '../../main/exchange/identity.ts'
import { packageName } from '../../main/exchange/packageName.ts'
import { type SealInput, type SealOutput, runOpen, runSeal } from '../../main/exchange/run.ts'
import { publicKeyOf } from '../../main/exchange/signature.ts'
import { Bytes, PackageId } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { aDraft, bytesOf, flipped, officeSeed, oneTimeSeed, refusalOf } from './support.ts'

const { to: _, ...draft } = aDraft
const files = [{ name: 'brief.json', bytes: bytesOf('{"summary":"what happened"}\n') }]

let office: Identity
let director: Identity
beforeAll(async () => {
  office = await newIdentity('x25519')
  director = await newIdentity('x25519')
})

const briefFor = (recipient: string): SealInput => ({
  draft: {
    ...draft,
    replyTo: { recipient: office.recipient, signingSeed: Buffer.from(oneTimeSeed).toString('base64') },
  },
  files,
  signingSeed: officeSeed,
  lock: { recipients: [recipient] },
})
const replyTo = (brief: SealOutput, bytes: Uint8Array): SealInput => ({
  draft: {
    ...draft,
    kind: 'reply',
    packageId: PackageId.parse('6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a11'),
    inReplyTo: { packageId: draft.packageId, manifestSha256: brief.manifestSha256 },
  },
  files: [{ name: 'reply.json', bytes }],
  signingSeed: Buffer.from(ofBrief(brief).manifest.replyTo?.signingSeed ?? '', 'base64'),
  lock: { recipients: [ofBrief(brief).manifest.replyTo?.recipient ?? ''] },
})

describe('a brief and its reply', () => {
  it('go out and come back, whatever they hold, with either kind of key', async () => {
    const senior = await newIdentity('hybrid')
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200_000 }),
        fc.constantFrom(director, senior),
        async (bytes, to) => {
          const brief = await runSeal({ ...briefFor(to.recipient), files: [{ name: 'brief.pdf', bytes }] })
          const read = await runOpen({ file: brief.file, key: { identities: [to.identity] } })
          expect(read.files.get('brief.pdf')).toEqual(new Uint8Array(bytes))

          const reply = await runSeal(replyTo(brief, bytes))
          const awaited = [
            {
              packageId: draft.packageId,
              manifestSha256: brief.manifestSha256,
              publicKey: publicKeyOf(oneTimeSeed),
            },
          ]
          const back = await runOpen({ file: reply.file, key: { identities: [office.identity] }, awaited })
          expect(back.files.get('reply.json')).toEqual(new Uint8Array(bytes))
          expect(ofBrief(back).manifest.inReplyTo?.manifestSha256).toBe(brief.manifestSha256)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('opens for the director and for nobody else', async () => {
    const { file } = await runSeal(briefFor(director.recipient))
    const key: OpeningKey = { identities: [office.identity] }
    expect(await refusalOf(() => runOpen({ file, key }))).toBe('exchange/not-for-you')
  })

  it('counts a recipient who is named twice once', async () => {
    const input = { ...briefFor(''), lock: { recipients: [director.recipient, director.recipient] } }
    expect((await runSeal(input)).manifest.to).toHaveLength(1)
  })

  it('is refused with one bit changed, wherever it is', async () => {
    const { file } = await runSeal(briefFor(director.recipient))
    const key = { identities: [director.identity] }
    const places = Array.from(file.keys()).filter(at => at < 300 || at % 257 === 0 || at > file.length - 20)
    for (const at of places)
      expect(await refusalOf(() => runOpen({ file: flipped(file, at), key })), `byte ${at}`).toMatch(
        /^exchange\//,
      )
  })

  it('all look alike from outside: a short one is as large as one ten times longer', async () => {
    const sizes = [1, 5_000, 50_000].map(async size => {
      const input = { ...briefFor(director.recipient), files: [{ name: 'a', bytes: new Uint8Array(size) }] }
      return (await runSeal(input)).file.length
    })
    expect(new Set(await Promise.all(sizes)).size).toBe(1)
  })
})

describe('the name of a package', () => {
  it('says nothing: eight letters and digits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 16 }), random => {
        expect(packageName(random)).toMatch(/^[a-z2-9]{8}\.age$/)
      }),
    )
  })
})

/** Runs `main/jobs/<name>.ts` as the shell does: a process of its own, one input, one answer. */
function job(name: string, input: object): Promise<unknown> {
  const child = fork(`main/jobs/${name}.ts`, {
    serialization: 'advanced',
    execArgv: ['--experimental-transform-types', '--no-warnings'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error('ended without an answer')))
    child.send(input)
  }).finally(() => child.kill('SIGKILL'))
}

describe('the throw-away processes', () => {
  it('seal and open a brief', async () => {
    const sealed = await job('seal', briefFor(director.recipient))
    const { file } = z.object({ ok: z.literal(true), value: z.object({ file: Bytes }) }).parse(sealed).value
    const opened = await job('open', { file, key: { identities: [director.identity] } })
    expect(opened).toMatchObject({ ok: true, value: { files: new Map([['brief.json', files[0]!.bytes]]) } })
  })

  it('answer with a refusal', async () => {
    const opened = await job('open', { file: bytesOf('no'), key: { identities: [] } })
    expect(opened).toEqual({ ok: false, code: 'exchange/not-a-package' })
  })
})
