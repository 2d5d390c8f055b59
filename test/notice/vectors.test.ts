import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runOpen } from '../../main/exchange/run.ts'
import { isColleagues } from '../../shared/exchange/manifest.ts'
import { BriefNotice, RecallDocument, ReceiptDocument } from '../../shared/notice/model.ts'

const kinds = [
  ['receipt', ReceiptDocument],
  ['recall', RecallDocument],
  ['notice', BriefNotice],
] as const

describe('receipts and recalls, kept for ever', () => {
  it.each(kinds)('open: %s', async (kind, schema) => {
    const folder = `test/vectors/package/${kind}`
    const vector = JSON.parse(readFileSync(`${folder}/vector.json`, 'utf8'))
    const file = new Uint8Array(readFileSync(`${folder}/${kind}.age`))
    const { manifest, manifestSha256, files } = await runOpen({
      file,
      key: { identities: [vector.identity] },
    })
    expect(manifestSha256).toBe(vector.manifestSha256)
    expect(isColleagues(manifest) ? manifest.about : manifest.inReplyTo).toEqual(vector.about)
    const document = JSON.parse(Buffer.from(files.get(`${kind}.json`) ?? []).toString('utf8'))
    expect(document).toEqual(vector.document)
    expect(schema.parse(document)).toEqual(document)
  })

  it.each(kinds)('a %s holds nothing its form does not name', (kind, schema) => {
    const { document } = JSON.parse(readFileSync(`test/vectors/package/${kind}/vector.json`, 'utf8'))
    for (const extra of [
      { caseCode: 'Q7M-4XD' },
      { id: '6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a31' },
      { path: '/' },
    ])
      expect(schema.safeParse({ ...document, ...extra }).success).toBe(false)
    for (const key of Object.keys(document).filter(name => name !== 'practice')) {
      const { [key]: _gone, ...rest } = document
      expect(schema.safeParse(rest).success).toBe(false)
    }
  })
})
