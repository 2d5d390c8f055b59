import { describe, expect, it } from 'vitest'
import { twoOffices } from '../exchange/offices.ts'
import { lays, packed } from '../exchange/merging.ts'
import { intake, person } from '../support.ts'
import { answer, ask, everyByte, isOver } from './support.ts'

/** A case that came by file, and was destroyed where it came to. */
async function destroyedThere() {
  const { here, there } = await twoOffices()
  const { caseId } = await here.app.get('case.start', {
    intake: intake({ account: 'Marker account' }),
    fileId: null,
  })
  const { personId } = await here.app.get('person.add', { caseId, person: person({ note: 'Marker note' }) })
  const first = packed(here.app, caseId)
  lays(there.app, first)
  const { caseId: theirs } = await there.app.get('exchange.takeInCase', { decisions: [] })
  isOver(there.app, theirs)
  const one = { ...there.app, caseId: theirs, personId }
  expect(await ask(one, { others: { answer: 'may-keep', note: 'it is their case' } })).toMatchObject({
    ok: true,
  })
  expect(await answer(one, true)).toMatchObject({ ok: true })
  return { here, there, caseId, theirs, first }
}

describe('a case that was destroyed and is told of again', () => {
  it('is not taken in: neither the same file nor a later state of it', async () => {
    const { here, there, caseId, first } = await destroyedThere()
    expect(everyByte(there.app).includes('Marker')).toBe(false)
    await here.app.get('case.setUrgent', { caseId, urgent: true, reason: 'danger grows' })
    lays(there.app, packed(here.app, caseId))
    expect(await there.app.call('exchange.takeInCase', { decisions: [] })).toEqual({
      ok: false,
      code: 'retention/disposed',
    })
    lays(there.app, first)
    expect((await there.app.call('exchange.takeInCase', { decisions: [] })).ok).toBe(false)
    expect((await there.app.get('case.list', {})).lines).toEqual([])
    expect(everyByte(there.app).includes('Marker')).toBe(false)
  })

  it('leaves the log of packages readable, and the record whole', async () => {
    const { there } = await destroyedThere()
    const lines = await there.app.get('notice.log', {})
    expect(lines.length).toBeGreaterThan(0)
    expect(await there.app.get('record.verify', {})).toMatchObject({ brokenAt: null })
    expect(await there.app.get('notice.waiting', {})).toEqual([])
  })
})
