import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runOpen } from '../../main/exchange/run.ts'
import { AnswerDocument, RequestDocument } from '../../shared/approval/model.ts'
import { isColleagues } from '../../shared/exchange/manifest.ts'

const kinds = [
  ['approval-request', RequestDocument],
  ['approval', AnswerDocument],
] as const

describe('packages of approval, kept for ever', () => {
  it.each(kinds)('open: %s', async (kind, schema) => {
    const folder = `test/vectors/package/${kind}`
    const vector = JSON.parse(readFileSync(`${folder}/vector.json`, 'utf8'))
    const file = new Uint8Array(readFileSync(`${folder}/${kind}.age`))
    const opened = await runOpen({ file, key: { identities: [vector.identity] } })
    expect(opened.manifestSha256).toBe(vector.manifestSha256)
    expect(isColleagues(opened.manifest) && opened.manifest.about).toEqual(vector.about)
    const document = JSON.parse(Buffer.from(opened.files.get(`${kind}.json`) ?? []).toString('utf8'))
    expect(document).toEqual(vector.document)
    expect(schema.parse(document)).toEqual(document)
  })
})
