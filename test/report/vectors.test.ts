import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runOpen } from '../../main/exchange/run.ts'
import { isColleagues } from '../../shared/exchange/manifest.ts'
import { readContribution } from '../../shared/report/document.ts'

const folder = 'test/vectors/package/contribution'
const vector = JSON.parse(readFileSync(`${folder}/vector.json`, 'utf8'))

describe('a contribution of version 1, kept for ever', () => {
  it('opens, and says what it said', async () => {
    const file = new Uint8Array(readFileSync(`${folder}/contribution.age`))
    const opened = await runOpen({ file, key: { identities: [vector.identity] } })
    expect(opened.manifestSha256).toBe(vector.manifestSha256)
    expect(isColleagues(opened.manifest) && opened.manifest.about).toEqual(vector.about)
    const document = JSON.parse(Buffer.from(opened.files.get('contribution.json') ?? []).toString('utf8'))
    expect(document).toEqual(vector.document)
    expect(readContribution(document)).toEqual(document)
  })

  it('is read strictly: one field more, one less or one wrong, and it is no contribution', () => {
    const { document } = vector
    expect(readContribution({ ...document, caseCode: 'ABC-DEF' })).toBeNull()
    const [entry] = document.entries
    expect(readContribution({ ...document, entries: [{ ...entry, caseId: 'x' }] })).toBeNull()
    expect(
      readContribution({ ...document, entries: [{ ...entry, forms: ['x_formOfAct_abcdef'] }] }),
    ).toBeNull()
    for (const field of Object.keys(document).filter(name => name !== 'practice')) {
      const { [field]: _gone, ...rest } = document
      expect(readContribution(rest), field).toBeNull()
    }
    for (const value of [null, 7, 'text', [], { format: 'vigil-contribution/0' }])
      expect(readContribution(value)).toBeNull()
  })

  it('of a later version is told from something else', () => {
    expect(readContribution({ ...vector.document, format: 'vigil-contribution/2', more: true })).toBe('newer')
    expect(readContribution({ format: 'vigil-brief/2' })).toBeNull()
  })
})
