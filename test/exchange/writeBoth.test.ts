import { beforeEach, describe, expect, it } from 'vitest'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { intake, person } from '../support.ts'
import { anAct, anAnswer } from './histories.ts'
import { lays, looks, packed, peopleOf, rulingOf, takes } from './merging.ts'
import { twoOffices } from './offices.ts'
import type { Office } from './offices.ts'

let here: Office
let there: Office
let caseId: CaseId
let personId: PersonId
beforeEach(async () => {
  ;({ here, there } = await twoOffices())
  ;({ caseId } = await here.app.get('case.start', {
    intake: intake({ account: 'before the hearing' }),
    fileId: null,
  }))
  ;({ personId } = await here.app.get('person.add', { caseId, person: person({ note: 'first note' }) }))
  await here.app.get('act.add', { caseId, act: anAct([personId], 'a car stood there') })
})

describe('two offices that wrote to the same case', () => {
  let theirs: CaseId
  let samePerson: PersonId
  beforeEach(async () => {
    ;({ caseId: theirs } = await takes(there, packed(here.app, caseId)))
    samePerson = (await peopleOf(there, theirs))[0]!.id
  })

  it('see both values until somebody decides; the decision reaches the other', async () => {
    await here.app.get('person.change', { personId, person: person({ note: 'written here' }) })
    await there.app.get('person.change', { personId: samePerson, person: person({ note: 'written there' }) })
    const preview = await looks(there, packed(here.app, caseId))
    if (!preview.ok) throw new Error(preview.code)
    const conflict = preview.value.changes.find(({ kind }) => kind === 'conflict')
    expect(conflict).toMatchObject({
      field: 'note',
      ours: 'written there',
      theirs: 'written here',
      label: 'P1',
    })
    expect(await takes(there, packed(here.app, caseId))).toMatchObject({ conflicts: 1 })
    expect((await peopleOf(there, theirs))[0]?.note).toBe('written there')
    const [open] = await there.app.get('exchange.conflicts', { caseId: theirs })
    const index = open!.values.findIndex(({ value }) => value === 'written here')
    await there.app.get('exchange.decide', { key: open!.key, index })
    expect(await there.app.call('exchange.decide', { key: open!.key, index })).toMatchObject({
      ok: false,
      code: 'exchange/conflict-gone',
    })
    expect(await takes(here, packed(there.app, theirs))).toMatchObject({ conflicts: 0 })
    expect((await peopleOf(here, caseId))[0]?.note).toBe('written here')
    expect(await here.app.get('exchange.conflicts', { caseId: null })).toEqual([])
  })

  it('can decide while taking in', async () => {
    await here.app.get('person.change', { personId, person: person({ note: 'written here' }) })
    await there.app.get('person.change', { personId: samePerson, person: person({ note: 'written there' }) })
    const arrived = packed(here.app, caseId)
    const preview = await looks(there, arrived)
    if (!preview.ok) throw new Error(preview.code)
    const { key } = preview.value.changes.find(({ kind }) => kind === 'conflict')!
    expect(await takes(there, arrived, [{ key, take: 'theirs' }])).toMatchObject({ conflicts: 0 })
    expect((await peopleOf(there, theirs))[0]?.note).toBe('written here')
  })

  it('rule by the "no" of whoever heard it, whatever "yes" the other heard, in both', async () => {
    await here.app.get('consent.record', anAnswer(personId, 'given'))
    await takes(there, packed(here.app, caseId))
    await there.app.get('consent.record', anAnswer(samePerson, 'withdrawn'))
    await here.app.get('consent.record', anAnswer(personId, 'given'))
    const preview = await looks(here, packed(there.app, theirs))
    expect(preview).toMatchObject({ ok: true, value: { newNos: ['P1'] } })
    await takes(here, packed(there.app, theirs))
    await takes(there, packed(here.app, caseId))
    for (const [{ app }, of] of [
      [here, caseId],
      [there, theirs],
    ] as const)
      expect((await app.get('case.view', { caseId: of })).consents.at(-1)?.decision).toBe('withdrawn')
    expect(rulingOf(here.app, caseId)).toEqual(rulingOf(there.app, theirs))
  })

  it('keep a row one took off while the other wrote to it, and take it off when nobody did', async () => {
    const [act] = (await here.app.get('case.view', { caseId })).acts
    const [same] = (await there.app.get('case.view', { caseId: theirs })).acts
    await here.app.get('act.remove', { actId: act!.id, reason: 'typed twice' })
    await there.app.get('act.change', { actId: same!.id, act: anAct([samePerson], 'a second car') })
    await takes(here, packed(there.app, theirs))
    expect((await here.app.get('case.view', { caseId })).acts.map(one => one.account)).toEqual([
      'a second car',
    ])
    const [back] = (await here.app.get('case.view', { caseId })).acts
    await here.app.get('act.remove', { actId: back!.id, reason: 'typed twice' })
    await takes(there, packed(here.app, caseId))
    expect((await there.app.get('case.view', { caseId: theirs })).acts).toEqual([])
  })

  it('tell nobody that a row is gone who never knew there was one', async () => {
    const { actId } = await here.app.get('act.add', { caseId, act: anAct([personId], 'nobody was told') })
    await here.app.get('act.remove', { actId, reason: 'typed twice' })
    const { gone } = packed(here.app, caseId).document as { gone: unknown[] }
    expect(gone).toEqual([])
  })

  it('keep a claim one took off while the other wrote down what somebody says of it', async () => {
    const [act] = (await here.app.get('case.view', { caseId })).acts
    const source = {
      connection: { value: 'witness' as const },
      item: { kind: 'person' as const, personId },
      description: '',
      reliability: 'B' as const,
      reliabilityNote: 'known for years',
      dependsOn: [],
    }
    const { sourceId } = await here.app.get('evidence.addSource', { caseId, source })
    const { claimId } = await here.app.get('evidence.addClaim', {
      caseId,
      claim: { statement: 'a car stood there', about: { actId: act!.id } },
    })
    expect(sourceId).not.toBe('')
    await takes(there, packed(here.app, caseId))
    const known = (await there.app.get('case.view', { caseId: theirs })).verification
    await there.app.get('evidence.addInformation', {
      claimId: known.claims[0]!.id,
      information: {
        sourceId: known.sources[0]!.id,
        material: 'witness_testimony',
        credibility: '2',
        note: 'saw the car',
      },
    })
    await here.app.get('evidence.removeClaim', { claimId, reason: 'typed twice' })
    await takes(there, packed(here.app, caseId))
    await takes(here, packed(there.app, theirs))
    for (const [at, of] of [
      [here, caseId],
      [there, theirs],
    ] as const) {
      const { verification } = await at.app.get('case.view', { caseId: of })
      expect(verification.claims.map(({ statement }) => statement)).toEqual(['a car stood there'])
      expect(verification.information.map(({ note }) => note)).toEqual(['saw the car'])
    }
  })

  it('tell two persons apart who were given the same code, the same way in both', async () => {
    here.app.moveTo('2026-03-03T12:00:00.000Z')
    await here.app.get('person.add', { caseId, person: person({ note: 'added here' }) })
    there.app.moveTo('2026-03-03T13:00:00.000Z')
    await there.app.get('person.add', { caseId: theirs, person: person({ note: 'added there' }) })
    await takes(there, packed(here.app, caseId))
    await takes(here, packed(there.app, theirs))
    for (const [at, of] of [
      [here, caseId],
      [there, theirs],
    ] as const)
      expect((await peopleOf(at, of)).map(({ label, note }) => `${label} ${note}`).toSorted()).toEqual([
        'P1 first note',
        'P2 added here',
        'P3 added there',
      ])
  })

  it('choose between two identities before anything is taken in; they never stand side by side', async () => {
    const identity = (name: string) => ({ name, otherNames: '', contact: '', documents: '' })
    await here.app.get('person.identify', {
      personId,
      identity: identity('Amal Here'),
      basis: 'agreed aloud',
    })
    await there.app.get('person.identify', {
      personId: samePerson,
      identity: identity('Amal There'),
      basis: 'agreed aloud',
    })
    const arrived = packed(here.app, caseId)
    lays(there.app, arrived)
    expect(await there.app.call('exchange.takeInCase', { decisions: [] })).toMatchObject({
      ok: false,
      code: 'exchange/decide-identity',
    })
    const preview = await looks(there, arrived)
    if (!preview.ok) throw new Error(preview.code)
    expect(JSON.stringify(preview.value)).not.toContain('Amal')
    const { key } = preview.value.changes.find(({ kind }) => kind === 'identity-conflict')!
    await takes(there, arrived, [{ key, take: 'theirs' }])
    const revealed = await there.app.get('person.reveal', { personId: samePerson, reason: 'to call them' })
    expect(revealed.name).toBe('Amal Here')
  })
})
