import { beforeEach, describe, expect, it } from 'vitest'
import type { Arrived } from '../../main/exchange/arrive.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { intake, person } from '../support.ts'
import { anAct, anAnswer } from './histories.ts'
import { lays, packed, rulingOf, stateOf, verifies } from './merging.ts'
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

/** Lays a package on a desk and takes it in. */
async function takes(
  at: Office,
  arrived: Arrived,
  decisions: readonly { key: string; take: 'ours' | 'theirs' | 'later' }[] = [],
) {
  lays(at.app, arrived)
  return at.app.get('exchange.takeInCase', { decisions: [...decisions] })
}
const looks = (at: Office, arrived: Arrived) => {
  lays(at.app, arrived)
  return at.app.call('exchange.previewCase', {})
}
const peopleOf = async ({ app }: Office, of: CaseId) => (await app.get('case.view', { caseId: of })).persons
/** A later state of the record, so that what is packed next is newer. */
const goOn = ({ app }: Office, of: CaseId) =>
  app.get('case.setUrgent', { caseId: of, urgent: true, reason: 'danger grows' })

describe('a case that comes by file', () => {
  it('is shown before anything changes, and nothing changes by looking', async () => {
    const entries = (await there.app.get('record.verify', {})).entries
    const preview = await looks(there, packed(here.app, caseId))
    expect(preview).toMatchObject({
      ok: true,
      value: { caseId: null, order: 'first', persons: 1, withheld: [] },
    })
    if (!preview.ok) return
    expect(preview.value.changes.map(({ kind, table }) => [kind, table])).toContainEqual(['added', 'person'])
    expect(await there.app.get('case.list', {})).toEqual([])
    expect((await there.app.get('record.verify', {})).entries).toBe(entries)
  })

  it('is taken in whole under the code both offices say, and is one entry of the record', async () => {
    const before = (await there.app.get('record.verify', {})).entries
    const { caseId: theirs } = await takes(there, packed(here.app, caseId))
    expect(stateOf(there.app, theirs)).toEqual(stateOf(here.app, caseId))
    const [line] = await there.app.get('case.list', {})
    const [own] = await here.app.get('case.list', {})
    expect(line?.code).toBe(own?.code)
    expect((await there.app.get('record.verify', {})).entries).toBe(before + 1)
    await verifies(there.app)
  })

  it('tells nothing by which the vault itself could be known: no number of a row, no place, no withheld word', async () => {
    const text = JSON.stringify(packed(here.app, caseId, ['person:', 'act:']).document)
    expect(text).not.toContain(caseId)
    expect(text).not.toContain(personId)
    expect(text).not.toContain('first note')
    expect(text).not.toContain('a car stood there')
    expect(text).not.toContain(here.app.folder)
  })

  it('says which kinds of facts were kept back, and leaves out every row that names somebody who stays', async () => {
    const arrived = packed(here.app, caseId, ['person:'])
    const preview = await looks(there, arrived)
    expect(preview).toMatchObject({ ok: true, value: { persons: 0 } })
    if (preview.ok) expect(preview.value.withheld).toContain('who')
    const { caseId: theirs } = await takes(there, arrived)
    const view = await there.app.get('case.view', { caseId: theirs })
    expect(view.persons).toEqual([])
    expect(view.acts).toEqual([])
  })

  it('fills in later what was withheld before, without anything to decide', async () => {
    const first = await takes(there, packed(here.app, caseId, [`person:${personId}:5`]))
    expect((await peopleOf(there, first.caseId))[0]?.note).toBe('')
    await goOn(here, caseId)
    expect(await takes(there, packed(here.app, caseId))).toMatchObject({ conflicts: 0 })
    expect((await peopleOf(there, first.caseId))[0]?.note).toBe('first note')
  })

  it('is refused when it is older than what came before, or came already', async () => {
    const first = packed(here.app, caseId)
    await goOn(here, caseId)
    const second = packed(here.app, caseId)
    await takes(there, second)
    expect(await looks(there, first)).toMatchObject({ ok: false, code: 'exchange/older-than-known' })
    expect(await looks(there, second)).toMatchObject({ ok: false })
    lays(there.app, second)
    expect(await there.app.call('exchange.arrival', {})).toMatchObject({
      ok: false,
      code: 'exchange/taken-in-before',
    })
  })

  it('is refused when it holds anything its schema does not name, or a value no field may have', async () => {
    const good = packed(here.app, caseId)
    const document = good.document as {
      rows: { table: string; fields: Record<string, { heads: { value: unknown }[] }> }[]
    }
    const spoiled = (change: (copy: typeof document) => void): Arrived => {
      const copy = structuredClone(document)
      change(copy)
      return { ...good, document: copy }
    }
    const row = (copy: typeof document) => copy.rows.find(({ table }) => table === 'person')!
    const cases: [Arrived, string][] = [
      [spoiled(copy => Object.assign(copy, { officer: 'a name' })), 'exchange/not-a-package'],
      [spoiled(copy => Object.assign(copy, { format: 'vigil-case/2' })), 'exchange/newer-than-app'],
      [spoiled(copy => Object.assign(row(copy), { table: 'officer' })), 'exchange/not-a-package'],
      [
        spoiled(copy => Object.assign(row(copy).fields, { hasIdentity: row(copy).fields['unit'] })),
        'exchange/damaged',
      ],
      [
        spoiled(copy => Object.assign(row(copy).fields['unit']!.heads[0]!, { value: 'a village' })),
        'exchange/damaged',
      ],
      [
        spoiled(copy => Object.assign(row(copy).fields['roles']!.heads[0]!, { value: 7 })),
        'exchange/damaged',
      ],
    ]
    for (const [arrived, code] of cases)
      expect(await looks(there, arrived)).toMatchObject({ ok: false, code })
    expect(await there.app.get('case.list', {})).toEqual([])
  })

  it('is refused when it uses a word of a list that only the sender’s office has', async () => {
    const good = packed(here.app, caseId)
    const text = JSON.stringify(good.document).replace('"lawyer"', '"x_victimRole_abcdef"')
    const arrived = { ...good, document: JSON.parse(text) as unknown }
    expect(await looks(there, arrived)).toMatchObject({ ok: false, code: 'exchange/code-unknown' })
  })

  it('has nothing to share when the case itself may not be told', () => {
    expect(() => packed(here.app, caseId, ['case_file:'])).toThrowError('exchange/nothing-to-share')
  })
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

describe('a merge', () => {
  let theirs: CaseId
  beforeEach(async () => {
    ;({ caseId: theirs } = await takes(there, packed(here.app, caseId)))
  })
  const last = async () => (await there.app.get('exchange.merges', { caseId: theirs })).find(one => one.last)!

  it('is undone as one: the case is as it was, and the same package can come again', async () => {
    const before = stateOf(there.app, theirs)
    await here.app.get('person.change', { personId, person: person({ note: 'later' }) })
    await here.app.get('act.add', { caseId, act: anAct([personId], 'a second car') })
    const arrived = packed(here.app, caseId)
    await takes(there, arrived)
    expect(stateOf(there.app, theirs)).not.toEqual(before)
    await there.app.get('exchange.undo', { mergeId: (await last()).id, why: 'too early' })
    expect(stateOf(there.app, theirs)).toEqual(before)
    await verifies(there.app)
    await takes(there, arrived)
    expect(stateOf(there.app, theirs)).toEqual(stateOf(here.app, caseId))
  })

  it('that brought the whole case takes it out again', async () => {
    expect(await there.app.get('exchange.undo', { mergeId: (await last()).id, why: 'not ours' })).toEqual({
      caseId: theirs,
      caseGone: true,
    })
    expect(await there.app.get('case.list', {})).toEqual([])
    await verifies(there.app)
  })

  it('leaves a "no" that came with it where it is', async () => {
    await here.app.get('consent.record', anAnswer(personId, 'refused'))
    await takes(there, packed(here.app, caseId))
    await there.app.get('exchange.undo', { mergeId: (await last()).id, why: 'too early' })
    const { consents } = await there.app.get('case.view', { caseId: theirs })
    expect(consents.map(({ decision }) => decision)).toEqual(['refused'])
  })

  it('is not undone when something here rests on it, when a later one came, or twice', async () => {
    const first = await last()
    await here.app.get('act.add', { caseId, act: anAct([personId], 'a second car') })
    await takes(there, packed(here.app, caseId))
    const undo = (mergeId: string) => there.app.call('exchange.undo', { mergeId, why: 'too early' })
    expect(await undo(first.id)).toMatchObject({ ok: false, code: 'exchange/undo-newer-first' })
    const { acts } = await there.app.get('case.view', { caseId: theirs })
    await there.app.get('act.change', { actId: acts[1]!.id, act: anAct(acts[1]!.personIds, 'our words') })
    const second = await last()
    expect(await undo(second.id)).toMatchObject({ ok: false, code: 'exchange/undo-too-late' })
    expect(await undo('00000000-0000-4000-8000-000000000000')).toMatchObject({
      ok: false,
      code: 'exchange/merge-gone',
    })
  })
})
