import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CaseId } from '../../shared/model.ts'
import { packed, lays, stateOf, takes, verifies } from '../exchange/merging.ts'
import { twoOffices } from '../exchange/offices.ts'
import { aCase, answered, prepared } from '../handover/support.ts'
import { sampleEmail } from '../samples/email.ts'
import { freshFolder, intake, person, testApp } from '../support.ts'
import { everyRow, joined, limits, sits } from './support.ts'

describe('work on a case for named people', () => {
  it('keeps the files that came with it, to the byte, and in clear for nobody', async () => {
    const app = testApp()
    await app.create()
    const path = join(freshFolder(), 'allegation.eml')
    writeFileSync(path, await sampleEmail({ language: 'ar', marker: 'MARKER-IN-EMAIL' }))
    app.shell.dialogs.push(path)
    const { fileId } = (await app.get('import.chooseEmail', {}))!
    await app.get('import.readEmail', { fileId })
    const { caseId } = await app.get('case.start', { intake: intake(), fileId })
    await joined(app)
    const { attachments } = await app.get('case.view', { caseId })
    const kept = attachments.filter(({ leftOut }) => leftOut === null)
    expect(kept.length).toBeGreaterThan(0)
    expect(everyRow(app).some(({ text }) => text.includes('MARKER-IN-EMAIL'))).toBe(true)
    await limits({ ...app, caseId })
    expect(everyRow(app).some(({ text }) => text.includes('MARKER-IN-EMAIL'))).toBe(false)
    await sits(app, 'HOP-1')
    for (const { id } of kept)
      expect(await app.get('evidence.check', { attachmentId: id })).toMatchObject({ same: true })
    expect((await app.get('case.view', { caseId })).attachments).toEqual(attachments)
  })

  it('takes in and takes out again what colleagues send, and shows it to nobody else', async () => {
    const { here, there } = await twoOffices()
    const { caseId } = await here.app.get('case.start', { intake: intake(), fileId: null })
    const { personId } = await here.app.get('person.add', { caseId, person: person() })
    const theirs = CaseId.parse((await takes(there, packed(here.app, caseId))).caseId)
    await joined(there.app)
    const loaded = { ...there.app, caseId: theirs }
    expect(await limits(loaded)).toMatchObject({ ok: true })
    const before = stateOf(there.app, theirs)
    await here.app.get('person.change', { personId, person: person({ note: 'A quillwort note' }) })
    await here.app.get('person.add', { caseId, person: person({ note: 'A second quillwort' }) })
    const arrived = packed(here.app, caseId)
    await sits(there.app, 'FR-1')
    lays(there.app, arrived)
    expect(await there.app.call('exchange.takeInCase', { decisions: [] })).toMatchObject({ ok: false })
    await sits(there.app, 'FP-1')
    await takes(there, arrived)
    expect(stateOf(there.app, theirs)).toEqual(stateOf(here.app, caseId))
    expect(everyRow(there.app).some(({ text }) => text.includes('quillwort'))).toBe(false)
    const [last] = await there.app.get('exchange.merges', { caseId: theirs })
    await there.app.get('exchange.undo', { mergeId: last!.id, why: 'too early' })
    expect(stateOf(there.app, theirs)).toEqual(before)
    await verifies(there.app)
  })
})

describe('a case for named people that a handover leaves out', () => {
  it('is told with why to them alone, and nobody else is kept from going on with the handover', async () => {
    const { here, thereAtHere } = await twoOffices()
    const { app } = here
    const [{ caseId }, other] = [await aCase(here), await aCase(here)]
    await joined(app)
    const why = 'A quillwort by the door'
    const leftOut = [caseId, other.caseId].map(id => ({ caseId: id, why }))
    const handoverId = await prepared({
      office: here,
      colleagueId: thereAtHere,
      draft: { ...answered, leftOut },
    })
    await sits(app, 'HOP-1')
    expect(await limits({ ...app, caseId }, { named: ['HOP-1', 'FR-1'] })).toMatchObject({ ok: true })
    await sits(app, 'FP-1')
    const { draft } = await app.get('handover.view', { handoverId })
    expect(draft.leftOut).toEqual([{ caseId: other.caseId, why }])
    const next = { ...draft, leftOut: [], note: 'One case only.' }
    expect(await app.call('handover.change', { handoverId, draft: next })).toMatchObject({ ok: true })
    await sits(app, 'HOP-1')
    expect((await app.get('handover.view', { handoverId })).draft).toMatchObject({
      leftOut: [{ caseId, why }],
      note: 'One case only.',
    })
  })
})
