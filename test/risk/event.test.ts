import { describe, expect, it } from 'vitest'
import type { Sent } from '../../shared/contract.ts'
import { Day, type PersonId } from '../../shared/model.ts'
import { everyDue, intake, person, testApp } from '../support.ts'

const assessment: Omit<Sent<'risk.assess'>, 'personId'> = {
  about: 'situation',
  likelihood: 2,
  impact: 2,
  residualLikelihood: 2,
  residualImpact: 2,
  threats: [],
  vulnerabilities: [],
  capacities: [],
  uncertainties: [],
  confidence: 'medium',
  why: '',
  ownView: { none: 'not-asked' },
}

const arrest = (personId: PersonId) => ({
  personId,
  kind: 'arrest' as const,
  happenedOn: {
    said: '2 March 2026',
    precision: 'day' as const,
    from: Day.parse('2026-03-02'),
    to: Day.parse('2026-03-02'),
  },
  note: 'taken from the office',
})

async function assessed() {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  const other = await app.get('person.add', { caseId, person: person() })
  for (const id of [personId, other.personId]) await app.get('risk.assess', { personId: id, ...assessment })
  return { app, caseId, personId, other: other.personId }
}

describe('something that happens to a person', () => {
  it('makes what was assessed before overdue at once, until it is assessed again', async () => {
    const { app, caseId, personId } = await assessed()
    expect((await app.get('case.view', { caseId })).tracks.risk).toBe('current')
    await app.get('risk.recordEvent', arrest(personId))
    const view = await app.get('case.view', { caseId })
    expect(view.tracks.risk).toBe('overdue')
    expect((await app.get('case.list', {})).lines[0]?.risk).toBe('overdue')
    expect((await everyDue(app))[0]).toMatchObject({ kind: 'risk-event', person: 'P1' })
    await app.get('risk.assess', { personId, ...assessment })
    expect((await app.get('case.view', { caseId })).tracks.risk).toBe('current')
  })

  it('says which assessments it overtakes, all of that person and none of anybody else', async () => {
    const { app, caseId, personId, other } = await assessed()
    await app.get('risk.recordEvent', arrest(personId))
    const { events, risks } = await app.get('case.view', { caseId })
    const mine = risks.filter(risk => risk.personId === personId).map(({ id }) => id)
    expect(events.map(({ overtakes }) => overtakes)).toEqual([mine])
    expect(risks.some(risk => risk.personId === other)).toBe(true)
  })

  it('counts even when the clock of the machine was set back', async () => {
    const { app, caseId, personId } = await assessed()
    app.moveTo('2026-03-01T12:00:00.000Z')
    await app.get('risk.recordEvent', arrest(personId))
    expect((await app.get('case.view', { caseId })).tracks.risk).toBe('overdue')
  })

  it('is kept as it was recorded', async () => {
    const { app, personId } = await assessed()
    await app.get('risk.recordEvent', arrest(personId))
    const db = app.app.desk.vault?.db
    expect(() => db?.exec(`UPDATE risk_event SET note = ''`)).toThrow('append-only')
    const nobody = '00000000-0000-4000-8000-000000000000' as PersonId
    expect(await app.call('risk.recordEvent', arrest(nobody))).toMatchObject({ code: 'person/gone' })
  })
})
