import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import * as kit from 'cctv-age'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decrypt } from '../../main/exchange/age.ts'
import { newIdentity } from '../../main/exchange/identity.ts'
import { writeJson } from '../../main/exchange/json.ts'
import { runSeal } from '../../main/exchange/run.ts'
import { fingerprintWords, sign } from '../../main/exchange/signature.ts'
import { openBrief } from '../../reader/brief.ts'
import { unlocked } from '../../reader/unlock.ts'
import { embedded, fileIn } from '../../shared/exchange/embedded.ts'
import { pad } from '../../shared/exchange/pad.ts'
import { type Entry, readTar, writeTar } from '../../shared/exchange/tar.ts'
import { aDraft, bytesOf, flipped, officeSeed, refusalOf, strangerSeed } from '../exchange/support.ts'
import { aBrief, both, locked, passphrase } from './support.ts'

/* Two readers of one file: Vigil's own desk, with Node's cryptography, and the page in a browser, with noble's. */

const brief = aBrief(null)
const file = await locked(brief.tar)

/** Both say the same; what is refused is refused with one code. */
async function agreed(given: Uint8Array, typed?: string): Promise<unknown> {
  const { vigil, page } = await both(given, typed)
  expect(page).toEqual(vigil)
  return page
}

/** The brief with the entries of its archive changed, sealed again. */
const rebuilt = (change: (entries: Entry[]) => readonly Entry[]) =>
  locked(pad(writeTar(change(readTar(brief.tar)))))

describe('the page and Vigil’s desk', () => {
  it('read the same in the same file', async () => {
    expect(await agreed(file)).toMatchObject({ manifestSha256: brief.manifestSha256 })
  })

  it('refuse a wrong passphrase alike, and take one typed with other spaces and accents', async () => {
    expect(await agreed(file, 'lamp river willow')).toBe('exchange/wrong-passphrase')
    expect(await agreed(file, 'lamp\u00a0river window')).toMatchObject({
      manifestSha256: brief.manifestSha256,
    })
  })

  it('refuse one changed bit anywhere in the lock alike', async () => {
    const end = Buffer.from(file).indexOf('\n---') + 50
    for (let at = 0; at < end; at++)
      for (const bits of [1, 4, 32])
        expect(await agreed(flipped(file, at, bits)), `byte ${at}`).toMatch(/^exchange\//)
  })

  it('refuse one changed bit anywhere behind the lock alike', async () => {
    const at = fc.integer({ min: 180, max: file.length - 1 })
    await fc.assert(
      fc.asyncProperty(at, fc.nat(7), async (at, bit) => {
        expect(await agreed(flipped(file, at, 1 << bit))).toBe('exchange/damaged')
      }),
      { numRuns: 60 },
    )
  })

  it('refuse the file cut short anywhere alike', async () => {
    const places = [...Array.from({ length: 220 }, (_, at) => at), 1_000, 65_000, file.length - 1]
    for (const length of places)
      expect(await agreed(file.subarray(0, length)), `${length} bytes`).toMatch(/^exchange\//)
  })

  it('refuse one changed bit inside the archive alike', async () => {
    const inside = fc.oneof(
      fc.nat(readTar(brief.tar).reduce((sum, { bytes }) => sum + bytes.length + 1024, 1024)),
      fc.nat(brief.tar.length - 1),
    )
    await fc.assert(
      fc.asyncProperty(inside, fc.nat(7), async (at, bit) => {
        const found = await agreed(
          await locked(flipped(brief.tar, Math.min(at, brief.tar.length - 1), 1 << bit)),
        )
        expect(found).toMatch(/^exchange\//)
      }),
      { numRuns: 150 },
    )
  })

  it('refuse alike what was signed by another, signed for nobody, or is more or less than was promised', async () => {
    const signedBy = (seed: Uint8Array) =>
      rebuilt(([head, , ...rest]) => [
        head!,
        { name: 'manifest.sig', bytes: bytesOf(sign(seed, head!.bytes)) },
        ...rest,
      ])
    expect(await agreed(await signedBy(officeSeed))).toMatchObject({ manifestSha256: brief.manifestSha256 })
    expect(await agreed(await signedBy(strangerSeed))).toBe('exchange/bad-signature')
    const long = { name: 'manifest.sig', bytes: new Uint8Array(5_000).fill(65) }
    expect(await agreed(await rebuilt(([head, , ...rest]) => [head!, long, ...rest]))).toBe(
      'exchange/bad-signature',
    )
    expect(await agreed(await rebuilt(entries => entries.slice(0, 2)))).toBe('exchange/damaged')
    const more = { name: 'more.txt', bytes: bytesOf('x') }
    expect(await agreed(await rebuilt(entries => [...entries, more]))).toBe('exchange/damaged')
    expect(await agreed(await locked(bytesOf('just words')))).toBe('exchange/not-a-package')
  })

  it('refuse alike a newer manifest, one for other readers, and one whose fields are not its own', async () => {
    const withManifest = (value: unknown) => {
      const bytes = writeJson(value)
      const signature = { name: 'manifest.sig', bytes: bytesOf(sign(officeSeed, bytes)) }
      return rebuilt(([, , ...rest]) => [{ name: 'manifest.json', bytes }, signature, ...rest])
    }
    const { manifest } = brief
    expect(await agreed(await withManifest({ ...manifest, version: 2 }))).toBe('exchange/newer-than-app')
    expect(await agreed(await withManifest({ ...manifest, to: ['0'.repeat(64)] }))).toBe(
      'exchange/not-for-you',
    )
    expect(await agreed(await withManifest({ ...manifest, colour: 'blue' }))).toBe('exchange/damaged')
    expect(await agreed(await withManifest({ ...manifest, format: 'other' }))).toBe('exchange/not-a-package')
  })

  it('show nothing but a brief: not a reply, not another document', async () => {
    for (const other of [{}, { format: 'vigil-brief/2' }, { ...assembledWrong() }])
      expect(await agreed(await locked(aBrief(null, other).tar))).toBe('exchange/not-a-package')
    const { tar } = aReplyTo(brief.manifestSha256)
    expect(await agreed(await locked(tar))).toBe('exchange/is-a-reply')
  })

  it('refuse a file for keys, another version of age and what asks for too much work', async () => {
    const { recipient } = await newIdentity('hybrid')
    const sealed = await runSeal({
      draft: { ...aDraft },
      files: [{ name: 'brief.json', bytes: bytesOf('{}\n') }],
      signingSeed: officeSeed,
      lock: { recipients: [recipient] },
    })
    expect(await agreed(sealed.file)).toBe('exchange/not-for-you')
    const text = Buffer.from(file).toString('latin1')
    const changed = (from: string, to: string) =>
      new Uint8Array(Buffer.from(text.replace(from, to), 'latin1'))
    expect(await agreed(changed('/v1\n', '/v2\n'))).toBe('exchange/newer-than-app')
    expect(await agreed(changed(' 1\n', ' 19\n'))).toBe('exchange/not-a-package')
    expect(await agreed(changed(' 1\n', ' 0\n'))).toBe('exchange/damaged')
    expect(await agreed(changed(' 1\n', ' 1 1\n'))).toBe('exchange/damaged')
    expect(await agreed(new Uint8Array())).toBe('exchange/not-a-package')
  })
})

describe('the lock of a passphrase', () => {
  const vectors = Object.entries<Uint8Array>(kit).filter(([name]) => name.startsWith('scrypt'))

  it.each(vectors)('opens or refuses the vector %s of age’s own test kit as Vigil does', async (_, bytes) => {
    const end = Buffer.from(bytes).indexOf('\n\n')
    const head = Buffer.from(bytes.subarray(0, end)).toString('latin1')
    const body = bytes.subarray(end + 2)
    const given = /^compressed: /m.test(head) ? inflateSync(body) : body
    const typed = /^passphrase: (.*)$/m.exec(head)?.[1] ?? ''
    const of = (run: () => Promise<Uint8Array>) =>
      run().then(
        content => createHash('sha256').update(content).digest('hex'),
        async (error: unknown) => refusalOf(() => Promise.reject(error)),
      )
    const vigil = await of(async () => (await decrypt(given, { passphrase: bytesOf(typed) })).content)
    expect(await of(() => unlocked(given, { passphrase: typed }))).toBe(vigil)
  })

  it('says how far it is, and never goes back', async () => {
    const seen: number[] = []
    await unlocked(await locked(bytesOf('x'), 12), { passphrase, onProgress: done => void seen.push(done) })
    expect(seen.length).toBeGreaterThan(1)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(1)
  })

  it('is opened by the page as Vigil writes it, with the full work', async () => {
    const vector = JSON.parse(readFileSync('test/vectors/package/v1/vector.json', 'utf8')) as {
      readonly passphrase: string
    }
    const old = new Uint8Array(readFileSync('test/vectors/package/v1/brief-passphrase.age'))
    const content = await unlocked(old, { passphrase: vector.passphrase })
    expect(readTar(content).map(({ name }) => name)).toContain('manifest.json')
  })
})

describe('a file inside a page', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), bytes => {
        expect([...fileIn(embedded(bytes))]).toEqual([...bytes])
      }),
    )
  })

  it('takes as many letters as its size says, whatever it holds', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(255), (size, byte) => {
        expect(embedded(new Uint8Array(size).fill(byte))).toHaveLength(embedded(new Uint8Array(size)).length)
      }),
    )
  })

  it('is refused in every other spelling, and with another letter is another file', async () => {
    const bytes = new Uint8Array(200).map((_, at) => at)
    const text = embedded(bytes)
    const read = async (changed: string) => {
      let found: Uint8Array | null = null
      const refusal = await refusalOf(() => (found = fileIn(changed)))
      return refusal ?? found
    }
    for (const at of Array.from(text, (_, at) => at)) {
      const [before, after, here] = [text.slice(0, at), text.slice(at + 1), text[at]]
      for (const put of ['', ' ', '=', '\n', `${here}${here}`, `${here}\n`].filter(put => put !== here))
        expect(await read(before + put + after)).toBe('exchange/damaged')
      expect(await read(`${before}${here === 'A' ? 'B' : 'A'}${after}`)).not.toEqual(bytes)
    }
  })
})

/** A brief with one field that is not a brief's. */
const assembledWrong = () => ({ format: 'vigil-brief/1', caseCode: '2AB-3CD' })

function aReplyTo(manifestSha256: string) {
  const { tar } = brief
  const [head] = readTar(tar)
  const manifest = JSON.parse(Buffer.from(head!.bytes).toString('utf8')) as Record<string, unknown>
  const bytes = writeJson({
    ...manifest,
    kind: 'reply',
    inReplyTo: { packageId: aDraft.packageId, manifestSha256 },
  })
  const signature = { name: 'manifest.sig', bytes: bytesOf(sign(officeSeed, bytes)) }
  return { tar: pad(writeTar([{ name: 'manifest.json', bytes }, signature, ...readTar(tar).slice(2)])) }
}

it('names the sender by the twelve words of Vigil’s desk', async () => {
  const { senderWords, manifest } = await openBrief(file, { passphrase })
  expect(senderWords).toEqual(fingerprintWords(Buffer.from(manifest.senderKey, 'base64')))
})
