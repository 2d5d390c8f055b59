import { describe, expect, it } from 'vitest'
import { Day } from '../../shared/model.ts'
import { intake, person, testApp } from '../support.ts'

describe('the day of an answer', () => {
  it('is the day where the machine stands, also when it is still yesterday in UTC', async () => {
    const { app, create, get } = testApp('2026-03-02T23:30:00.000Z')
    Object.assign(app, { today: () => Day.parse('2026-03-03') })
    await create()
    const { caseId } = await get('case.start', { intake: intake(), fileId: null })
    const { personId } = await get('person.add', { caseId, person: person() })
    await get('consent.record', {
      personId,
      purpose: 'keep_record',
      recipient: 'same_office',
      channel: 'in_person',
      identityLevel: 'role_only',
      scope: 'whole_case',
      facts: [],
      document: '',
      decision: 'given',
      form: { value: 'written' },
      givenBy: { value: 'victim' },
      decidedOn: '2026-03-03',
      askedBy: 'FP-1',
      language: { none: 'not-asked' },
      interpreter: { none: 'not-asked' },
      risksExplained: { value: true },
      conditions: [],
      validUntil: '2026-03-03',
      reviewOn: null,
      evidence: '',
    })
    expect((await get('case.view', { caseId })).tracks.consent).toBe('given')
  })
})
