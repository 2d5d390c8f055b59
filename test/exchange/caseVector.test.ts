import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runOpen } from '../../main/exchange/run.ts'
import { CaseDocument } from '../../shared/exchange/caseDocument.ts'
import { intake, person } from '../support.ts'
import { anAct, anAnswer } from './histories.ts'
import { lays, packed } from './merging.ts'
import { twoOffices } from './offices.ts'

const folder = 'test/vectors/package/case'

/** A small case with every kind of field. */
async function aCase() {
  const { here, there } = await twoOffices()
  const { app } = here
  const { caseId } = await app.get('case.start', {
    intake: intake({ account: 'before the hearing' }),
    fileId: null,
  })
  const { personId } = await app.get('person.add', {
    caseId,
    person: person({ note: 'أول ملاحظة', wishes: { value: 'Тихо, без имени' }, wishesLanguage: 'ru' }),
  })
  await app.get('act.add', { caseId, act: anAct([personId], '一辆车停在那里') })
  await app.get('consent.record', anAnswer(personId, 'given'))
  await app.get('consent.record', anAnswer(personId, 'withdrawn'))
  return { there, arrived: packed(app, caseId) }
}

describe('a sealed case, kept for ever', () => {
  it('opens, says what it said, and can be taken in today', async () => {
    const { there, arrived } = await aCase()
    const vector = JSON.parse(readFileSync(`${folder}/vector.json`, 'utf8'))
    const opened = await runOpen({
      file: new Uint8Array(readFileSync(`${folder}/case.age`)),
      key: { identities: [vector.identity] },
    })
    expect(opened.manifestSha256).toBe(vector.manifestSha256)
    const document = JSON.parse(Buffer.from(opened.files.get('case.json') ?? []).toString('utf8'))
    expect(document).toEqual(vector.document)
    expect(CaseDocument.parse(document)).toEqual(document)
    lays(there.app, { ...arrived, document })
    const { caseId } = await there.app.get('exchange.takeInCase', { decisions: [] })
    const view = await there.app.get('case.view', { caseId })
    expect(view.persons.map(({ note }) => note)).toEqual(['أول ملاحظة'])
    expect(view.acts.map(({ account }) => account)).toEqual(['一辆车停在那里'])
    expect(view.consents.map(({ decision }) => decision)).toEqual(['given', 'withdrawn'])
  })

  it('holds nothing its form does not name', () => {
    const { document } = JSON.parse(readFileSync(`${folder}/vector.json`, 'utf8'))
    for (const extra of [{ officer: 'A. Name' }, { path: '/' }, { timeZone: 'UTC' }, { version: '0.1.0' }])
      expect(CaseDocument.safeParse({ ...document, ...extra }).success).toBe(false)
    for (const key of Object.keys(document)) {
      const { [key]: _gone, ...rest } = document
      expect(CaseDocument.safeParse(rest).success).toBe(false)
    }
  })
})
