import { describe, expect, it } from 'vitest'
import { intake, person, testApp } from '../support.ts'

describe('the list of cases', () => {
  it('shows every case once by its neutral code, the last changed first', async () => {
    const { create, get, moveTo } = testApp()
    await create()
    const first = await get('case.start', { intake: intake(), fileId: null })
    moveTo('2026-03-02T12:05:00.000Z')
    const second = await get('case.start', { intake: intake({ danger: 'imminent' }), fileId: null })
    moveTo('2026-03-02T12:10:00.000Z')
    await get('person.add', { caseId: first.caseId, person: person() })
    const list = (await get('case.list', {})).lines
    expect(list.map(line => [line.id, line.persons, line.danger])).toEqual([
      [first.caseId, 1, 'possible'],
      [second.caseId, 0, 'imminent'],
    ])
    expect(new Set(list.map(line => line.code)).size).toBe(2)
  })

  it('says when an assessment is overdue, by the clock of today', async () => {
    const { create, get, moveTo } = testApp()
    await create()
    const { caseId } = await get('case.start', { intake: intake(), fileId: null })
    const { personId } = await get('person.add', { caseId, person: person() })
    await get('risk.assess', {
      personId,
      about: 'situation',
      likelihood: 5,
      impact: 5,
      residualLikelihood: 5,
      residualImpact: 5,
      threats: [],
      vulnerabilities: [],
      capacities: [],
      uncertainties: [],
      confidence: 'high',
      why: '',
      ownView: { none: 'not-asked' },
    })
    expect((await get('case.list', {})).lines[0]).toMatchObject({ band: 'critical', risk: 'current' })
    moveTo('2026-03-03T12:00:01.000Z')
    expect((await get('case.list', {})).lines[0]).toMatchObject({ risk: 'overdue' })
  })
})
