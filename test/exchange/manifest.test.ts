import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson, writeJson } from '../../main/exchange/json.ts'
import { readManifest, writeManifest } from '../../main/exchange/manifest.ts'
import { buildPackage } from '../../main/exchange/seal.ts'
import { Manifest } from '../../shared/exchange/manifest.ts'
import { aDraft, bytesOf, officeSeed, refusalOf } from './support.ts'

const { manifest } = buildPackage({
  draft: aDraft,
  files: [{ name: 'brief.json', bytes: bytesOf('{}\n') }],
  signingSeed: officeSeed,
})
const written = Buffer.from(writeManifest(manifest)).toString('utf8')
const refusalFor = (text: string) => refusalOf(() => readManifest(bytesOf(text)))

describe('reading a manifest', () => {
  it('gives back what was written, whatever the order the fields were given in', () => {
    const { format, version, ...rest } = manifest
    const backwards = { ...rest, version, format }
    expect(readManifest(writeManifest(backwards))).toEqual(manifest)
    expect(Buffer.from(writeManifest(backwards)).toString('utf8')).toBe(written)
  })

  it('says so when a newer Vigil wrote it, even with fields this one does not know', async () => {
    const newer = { ...manifest, version: 2, colour: 'blue' }
    expect(await refusalOf(() => readManifest(writeJson(newer)))).toBe('exchange/newer-than-app')
  })

  it('says so when it is no manifest of ours', async () => {
    for (const other of [{}, [], 'text', null, { ...manifest, format: 'other' }, { ...manifest, version: 0 }])
      expect(await refusalOf(() => readManifest(writeJson(other)))).toBe('exchange/not-a-package')
  })

  it('refuses a field too many, too few, twice or misspelt', async () => {
    const { sentAt: _, ...tooFew } = manifest
    expect(await refusalOf(() => readManifest(writeJson({ ...manifest, more: 1 })))).toBe('exchange/damaged')
    expect(await refusalOf(() => readManifest(writeJson(tooFew)))).toBe('exchange/damaged')
    expect(await refusalFor(written.replace('"version": 1,', '"version": 1,\n  "version": 1,'))).toBe(
      'exchange/damaged',
    )
    expect(await refusalFor(written.replace('"version": 1', '"version": 1.0'))).toBe('exchange/damaged')
    expect(await refusalFor(written.replace('"kind"', '"\\u006bind"'))).toBe('exchange/damaged')
    expect(await refusalFor(written.trimEnd())).toBe('exchange/damaged')
    expect(await refusalFor(`\uFEFF${written}`)).toBe('exchange/damaged')
  })

  it('refuses a reply that names no brief and a brief that answers one', async () => {
    const inReplyTo = { packageId: manifest.packageId, manifestSha256: '0'.repeat(64) }
    const replyTo = { recipient: `age1${'q'.repeat(58)}`, signingSeed: manifest.senderKey }
    const wrong = [
      { ...manifest, kind: 'reply' },
      { ...manifest, inReplyTo },
      { ...manifest, kind: 'reply', inReplyTo, replyTo },
    ]
    for (const it of wrong)
      expect(await refusalOf(() => readManifest(writeJson(it)))).toBe('exchange/damaged')
  })

  it('refuses a file listed twice and one that would take the place of the manifest', () => {
    const [file] = manifest.files
    const files = [file!, file!]
    expect(Manifest.safeParse({ ...manifest, files }).success).toBe(false)
    expect(Manifest.safeParse({ ...manifest, files: [{ ...file!, name: 'manifest.sig' }] }).success).toBe(
      false,
    )
  })
})

describe('the JSON of packages', () => {
  it('gives back every value JSON can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8, noUnicodeString: false }), value => {
        const bytes = writeJson(value)
        expect(writeJson(readJson(bytes))).toEqual(bytes)
      }),
    )
  })

  it('refuses what nests without end, half a character and a number that would be rounded', async () => {
    for (const text of [
      '['.repeat(50_000),
      `${'['.repeat(33)}${']'.repeat(33)}\n`,
      '"\\ud800"\n',
      '9007199254740993\n',
    ])
      expect(await refusalOf(() => readJson(bytesOf(text)))).toBe('exchange/damaged')
    expect(await refusalOf(() => readJson(Uint8Array.of(0x22, 0xff, 0x22, 0x0a)))).toBe('exchange/damaged')
  })

  it('refuses every malformed text of the JSON parsing corpus', async () => {
    const folder = '../shared/corpora/json'
    if (!existsSync(folder)) return console.log('The JSON corpus is not on this machine: not checked')
    const bad = readdirSync(folder).filter(name => name.startsWith('n_') || name.includes('duplicated_key'))
    expect(bad.length).toBeGreaterThan(180)
    for (const name of bad)
      expect(await refusalOf(() => readJson(readFileSync(join(folder, name))))).toBe('exchange/damaged')
  })
})
