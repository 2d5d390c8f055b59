import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runOpen } from '../../main/exchange/run.ts'
import { HandoverDocument } from '../../shared/handover/document.ts'

const folder = 'test/vectors/package/handover'
const read = () => JSON.parse(readFileSync(`${folder}/vector.json`, 'utf8'))

it('a handover of version 1, kept for ever, opens', async () => {
  const vector = read()
  const file = new Uint8Array(readFileSync(`${folder}/handover.age`))
  const { manifestSha256, files } = await runOpen({ file, key: { identities: [vector.identity] } })
  expect(manifestSha256).toBe(vector.manifestSha256)
  const document = JSON.parse(Buffer.from(files.get('handover.json') ?? []).toString('utf8'))
  expect(document).toEqual(vector.document)
  expect(HandoverDocument.parse(document)).toEqual(document)
})

it('holds nothing its form does not name, on any level', () => {
  const { document } = read()
  const [only] = document.cases
  for (const spoiled of [
    { ...document, id: '6b0f8ad6-9a5c-4f3a-8c55-3f1d0d6f9a31' },
    { ...document, cases: [{ ...only, owner: 'FP-1' }] },
    { ...document, checklist: { ...document.checklist, by: 'a name' } },
    { ...document, checklist: { ...document.checklist, answers: document.checklist.answers.slice(1) } },
    { ...document, cases: [] },
  ])
    expect(HandoverDocument.safeParse(spoiled).success).toBe(false)
})
