import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { adds, anOffice, looksAt } from '../exchange/offices.ts'
import type { PersonId } from '../../shared/model.ts'
import { answer } from '../paper/support.ts'
import { person } from '../support.ts'
import { act, agreed, aCase, approve, checkHarm, prepared, shared, withCase } from './support.ts'

const identityOf = (personId: PersonId) => ({
  personId,
  identity: { name: 'Marisol Quispe', otherNames: '', contact: '', documents: '' },
  basis: 'Her lawyer asked us to keep it.',
})

describe('sharing a case with a colleague', () => {
  it('a colleague takes in what the person agreed to, and opens it', async () => {
    const { here, there, thereAtHere, caseId, personId } = await withCase()
    await here.app.get('act.add', { caseId, act: act(personId) })
    const { shareId, path } = await shared({ office: here, caseId, colleagueId: thereAtHere })
    expect(await looksAt(there, path)).toMatchObject({ ok: true, value: { kind: 'case' } })
    const preview = await there.app.get('exchange.previewCase', {})
    expect(preview).toMatchObject({ caseId: null, persons: 1, purpose: 'share_inside_office' })
    const taken = await there.app.get('exchange.takeInCase', { decisions: [] })
    const view = await there.app.get('case.view', { caseId: taken.caseId })
    expect(view.acts.map(({ account }) => account)).toEqual(['Followed home by two men'])
    expect((await here.app.get('share.view', { shareId })).left).toMatchObject({ toRole: 'FP-2, Office B' })
  })

  it('the file shows nothing of the case to whoever finds it', async () => {
    const { here, thereAtHere, caseId, personId } = await withCase()
    await here.app.get('act.add', { caseId, act: act(personId) })
    const { path } = await shared({ office: here, caseId, colleagueId: thereAtHere })
    expect(readFileSync(path).includes('Followed home')).toBe(false)
  })

  it('who somebody is stays when names are not to be told', async () => {
    const { here, there, thereAtHere, caseId, personId } = await withCase()
    await answer(here.app, personId, { ...agreed, purpose: 'keep_record', identityLevel: 'full_name' })
    await here.app.get('person.identify', identityOf(personId))
    const { path } = await shared({ office: here, caseId, colleagueId: thereAtHere })
    await looksAt(there, path)
    const preview = await there.app.get('exchange.previewCase', {})
    expect(preview.changes.some(({ field }) => field === 'identity')).toBe(false)
    expect(preview.withheld).toContain('who')
  })

  it('a name goes where the person agreed to it and the officer says so', async () => {
    const { here, there, thereAtHere, caseId, personId } = await withCase()
    await answer(here.app, personId, { ...agreed, identityLevel: 'full_name' })
    await here.app.get('person.identify', identityOf(personId))
    const change = { identityLevel: 'full_name' } as const
    const { path } = await shared({ office: here, caseId, colleagueId: thereAtHere, change })
    await looksAt(there, path)
    const { caseId: theirs } = await there.app.get('exchange.takeInCase', { decisions: [] })
    const { persons } = await there.app.get('case.view', { caseId: theirs })
    expect(persons.map(({ hasIdentity }) => hasIdentity)).toEqual([true])
  })

  it('a "no" of one person keeps back what it reaches and nothing else', async () => {
    const { here, thereAtHere, caseId, personId } = await withCase()
    const { personId: other } = await here.app.get('person.add', {
      caseId,
      person: person({ parts: ['source'] }),
    })
    await here.app.get('act.add', { caseId, act: act(personId) })
    await here.app.get('act.add', { caseId, act: act(other, 'Called at night') })
    const { shareId } = await here.app.get('share.start', { caseId, colleagueId: thereAtHere })
    const { lines } = await here.app.get('share.view', { shareId })
    const acts = lines.filter(({ table, key }) => table === 'act' && key.endsWith(':0'))
    expect(acts.map(({ why }) => why)).toEqual([null, 'gate'])
    expect(acts[1]?.findings[0]?.reason).toBe('not-asked')
  })

  it('what the officer keeps back stays, and is told as withheld', async () => {
    const { here, there, thereAtHere, caseId, personId } = await withCase()
    const { actId } = await here.app.get('act.add', { caseId, act: act(personId) })
    const withheld = [`act:${actId}:0`, `act:${actId}:1`]
    const { path } = await shared({ office: here, caseId, colleagueId: thereAtHere, change: { withheld } })
    await looksAt(there, path)
    const preview = await there.app.get('exchange.previewCase', {})
    expect(preview.changes.some(({ table }) => table === 'act')).toBe(false)
    expect(preview.withheld).toContain('acts')
  })

  it('nothing goes where the person was not asked', async () => {
    const { here, thereAtHere, caseId } = await withCase()
    const { shareId } = await here.app.get('share.start', { caseId, colleagueId: thereAtHere })
    const { draft } = await here.app.get('share.view', { shareId })
    await here.app.get('share.change', { shareId, draft: { ...draft, channel: 'sealed_paper' } })
    const view = await here.app.get('share.view', { shareId })
    expect(view.lines.every(({ why }) => why !== null)).toBe(true)
    expect(view.gate.findings.map(({ reason }) => reason)).toContain('nothing-to-say')
    await checkHarm(here.app, caseId, shareId)
    const no = await here.app.call('share.approve', { shareId, sole: true, statement: 'Now.' })
    expect(no).toMatchObject({ ok: false, code: 'share/gate-closed' })
    expect(await here.app.call('share.send', { shareId })).toMatchObject({ code: 'share/gate-closed' })
  })

  it('a name in somebody’s account stops it until the place is kept back', async () => {
    const { here, thereAtHere, caseId, personId } = await withCase()
    await answer(here.app, personId, { ...agreed, purpose: 'keep_record' })
    await here.app.get('person.identify', identityOf(personId))
    const { actId } = await here.app.get('act.add', {
      caseId,
      act: act(personId, 'They shouted Marisol Quispe'),
    })
    const { shareId } = await here.app.get('share.start', { caseId, colleagueId: thereAtHere })
    await checkHarm(here.app, caseId, shareId)
    const { leaks, draft } = await here.app.get('share.view', { shareId })
    expect(leaks).toEqual([{ key: `act:${actId}:0`, personId }])
    const no = await here.app.call('share.approve', { shareId, sole: true, statement: 'Now.' })
    expect(no).toMatchObject({ ok: false, code: 'share/leak' })
    await here.app.get('share.change', { shareId, draft: { ...draft, withheld: [`act:${actId}:0`] } })
    expect((await here.app.get('share.view', { shareId })).leaks).toEqual([])
    await approve(here.app, shareId)
  })

  it('a name in the note is found too', async () => {
    const { here, thereAtHere, caseId, personId } = await withCase()
    await answer(here.app, personId, { ...agreed, purpose: 'keep_record' })
    await here.app.get('person.identify', identityOf(personId))
    const { shareId } = await here.app.get('share.start', { caseId, colleagueId: thereAtHere })
    const { draft } = await here.app.get('share.view', { shareId })
    await here.app.get('share.change', { shareId, draft: { ...draft, note: 'Ask for Quispe' } })
    expect((await here.app.get('share.view', { shareId })).leaks).toEqual([{ key: 'note', personId }])
  })

  it('a name in another spelling waits for somebody who says that it is not meant', async () => {
    const { here, thereAtHere, caseId, personId } = await withCase()
    await here.app.get('person.identify', identityOf(personId))
    const { actId } = await here.app.get('act.add', {
      caseId,
      act: act(personId, 'They asked for Marysol Kispe at the door'),
    })
    const { shareId } = await here.app.get('share.start', { caseId, colleagueId: thereAtHere })
    await checkHarm(here.app, caseId, shareId)
    const { alike, leaks, draft } = await here.app.get('share.view', { shareId })
    expect(leaks).toEqual([])
    expect(alike).toMatchObject([{ where: `act:${actId}:0`, reason: null }])
    const no = await here.app.call('share.approve', { shareId, sole: true, statement: 'Now.' })
    expect(no).toMatchObject({ ok: false, code: 'share/sounds-like' })
    const notMeant = alike.map(({ key, found }) => ({ key, found, reason: 'A street of the town' }))
    await here.app.get('share.change', { shareId, draft: { ...draft, notMeant } })
    await approve(here.app, shareId)
    expect((await here.app.get('share.view', { shareId })).gate.open).toBe(true)
  })

  it('a change of what goes ends the approval', async () => {
    const { here, thereAtHere, caseId, personId } = await withCase()
    const shareId = await prepared({ office: here, caseId, colleagueId: thereAtHere })
    expect((await here.app.get('share.view', { shareId })).gate.open).toBe(true)
    await here.app.get('act.add', { caseId, act: act(personId) })
    const { gate, approval } = await here.app.get('share.view', { shareId })
    expect(approval?.current).toBe(false)
    expect(gate.findings.map(({ reason }) => reason)).toEqual(['approval-of-something-else'])
  })

  it('what was sent cannot be changed or sent again', async () => {
    const { here, thereAtHere, caseId } = await withCase()
    const { shareId } = await shared({ office: here, caseId, colleagueId: thereAtHere })
    const { draft } = await here.app.get('share.view', { shareId })
    const no = { ok: false, code: 'share/already-sent' }
    expect(await here.app.call('share.change', { shareId, draft })).toMatchObject(no)
    expect(await here.app.call('share.send', { shareId })).toMatchObject(no)
  })

  it('a purpose that is not for this colleague is refused', async () => {
    const { here, thereAtHere, caseId } = await withCase()
    const { shareId } = await here.app.get('share.start', { caseId, colleagueId: thereAtHere })
    const { draft } = await here.app.get('share.view', { shareId })
    const no = await here.app.call('share.change', {
      shareId,
      draft: { ...draft, purpose: 'share_UN_security' },
    })
    expect(no).toMatchObject({ ok: false, code: 'share/not-for-them' })
  })

  it('a share that is not there says so', async () => {
    const { here, caseId } = await withCase()
    const no = await here.app.call('share.view', { shareId: caseId })
    expect(no).toMatchObject({ ok: false, code: 'share/gone' })
  })

  it('nothing goes to a colleague whose keys nobody compared', async () => {
    const { here, there, caseId } = await withCase()
    const unverified = await adds(here, await anOffice(), { role: 'FP-3', verified: false })
    const shareId = await prepared({ office: here, caseId, colleagueId: unverified })
    here.app.shell.dialogs.push(here.path('never.age'))
    const no = await here.app.call('share.send', { shareId })
    expect(no).toMatchObject({ ok: false, code: 'exchange/colleague-unverified' })
    expect(there.app.app.desk.arrived).toBe(null)
  })

  it('what was handed over is written down with the answers it relied on', async () => {
    const { here, thereAtHere, caseId } = await withCase()
    const { shareId } = await shared({ office: here, caseId, colleagueId: thereAtHere })
    const { disclosures, consents, shares, parts } = await here.app.get('case.view', { caseId })
    expect(disclosures).toMatchObject([
      { kind: 'case', itemId: shareId, toRole: 'FP-2, Office B', approvedBy: 'FP-1' },
    ])
    expect(disclosures[0]?.consentIds).toEqual([consents[0]?.id])
    expect(shares).toMatchObject([{ id: shareId, state: 'sent' }])
    expect(parts.find(({ part }) => part === 'share')?.status).toBe('done')
  })

  it('the next share begins as the last one with this colleague, and its file takes the place of the one before', async () => {
    const { here, there, thereAtHere, caseId, personId } = await withCase()
    const first = await shared({
      office: here,
      caseId,
      colleagueId: thereAtHere,
      change: { identityLevel: 'group_only', note: 'The first' },
    })
    await looksAt(there, first.path)
    await there.app.get('exchange.takeInCase', { decisions: [] })
    here.app.moveTo('2026-03-03T12:00:00.000Z')
    await here.app.get('act.add', { caseId, act: act(personId) })
    const { shareId } = await here.app.get('share.start', { caseId, colleagueId: thereAtHere })
    const view = await here.app.get('share.view', { shareId })
    expect(view.draft).toMatchObject({ identityLevel: 'group_only', note: '', withheld: [] })
    expect(view.checkBefore).not.toBe(null)
    expect(view.harmCheck).toBe(null)
    const { path } = await shared({ office: here, caseId, colleagueId: thereAtHere })
    there.app.moveTo('2026-03-03T13:00:00.000Z')
    expect(await looksAt(there, path)).toMatchObject({ value: { takesPlaceOf: '2026-03-02T12:00:00.000Z' } })
  })

  it('the gates of the case show a share that has not left', async () => {
    const { here, thereAtHere, caseId } = await withCase()
    const { shareId } = await here.app.get('share.start', { caseId, colleagueId: thereAtHere })
    const lines = await here.app.get('case.gates', { caseId })
    expect(lines.find(({ part }) => part === 'share')).toMatchObject({
      item: shareId,
      open: false,
      about: 'FP-2',
    })
  })
})

describe('two offices', () => {
  it('write the same field, and somebody decides', async () => {
    const { here, there, thereAtHere, hereAtThere, caseId, personId } = await withCase()
    const { path } = await shared({ office: here, caseId, colleagueId: thereAtHere })
    await looksAt(there, path)
    const { caseId: theirs } = await there.app.get('exchange.takeInCase', { decisions: [] })
    const { persons } = await there.app.get('case.view', { caseId: theirs })
    await there.app.get('person.change', {
      personId: persons[0]?.id ?? '',
      person: person({ gender: { value: 'man' } }),
    })
    await here.app.get('person.change', { personId, person: person({ gender: { value: 'woman' } }) })
    const { caseId: again } = await aCase(there)
    expect(again).not.toBe(theirs)
    const back = await shared({ office: there, caseId: theirs, colleagueId: hereAtThere })
    await looksAt(here, back.path)
    const preview = await here.app.get('exchange.previewCase', {})
    const conflict = preview.changes.find(({ kind }) => kind === 'conflict')
    expect(conflict).toMatchObject({ table: 'person', field: 'gender', label: 'P1' })
  })
})
