import { describe, expect, it } from 'vitest'
import { intake, person } from '../support.ts'
import { asFirst, asSecond, officerIdOf, withThree } from './support.ts'

describe('a case for named people', () => {
  it('is read by the named as before, and is not there for anybody else', async () => {
    const app = await withThree()
    const { caseId } = await app.get('case.start', {
      intake: intake({ account: 'Zephyr narrative' }),
      fileId: null,
    })
    await app.get('person.add', { caseId, person: person({ note: 'Quillwort' }) })
    const before = await app.get('case.view', { caseId })
    const named = [await officerIdOf(app, 'FP-1'), await officerIdOf(app, 'HOP-1')]
    await app.get('access.limit', {
      subject: { caseId, personId: null },
      named,
      reason: 'A source inside the ministry',
    })
    const after = await app.get('case.view', { caseId })
    expect(after.persons).toEqual(before.persons)
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
    await asFirst(app)
    expect((await app.get('case.view', { caseId })).persons).toEqual(before.persons)
    await asSecond(app)
    expect((await app.get('case.view', { caseId })).persons).toEqual(before.persons)
    await app.get('vault.lock', {})
  })
})
