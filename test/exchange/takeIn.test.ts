import { writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Arrived } from '../../main/exchange/arrive.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { sampleEmail } from '../samples/email.ts'
import { intake, person } from '../support.ts'
import { anAct, anAnswer } from './histories.ts'
import { lays, looks, packed, peopleOf, stateOf, takes, verifies } from './merging.ts'
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
    expect((await there.app.get('case.list', {})).lines).toEqual([])
    expect((await there.app.get('record.verify', {})).entries).toBe(entries)
  })

  it('is taken in whole under the code both offices say, and is one entry of the record', async () => {
    const before = (await there.app.get('record.verify', {})).entries
    const { caseId: theirs } = await takes(there, packed(here.app, caseId))
    expect(stateOf(there.app, theirs)).toEqual(stateOf(here.app, caseId))
    const [line] = (await there.app.get('case.list', {})).lines
    const [own] = (await here.app.get('case.list', {})).lines
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

  it('says word for word what was written, also where it looks like a number of a row', async () => {
    const account = 'See https://example.org/post/3f2504e0-4f89-41d3-9a0c-0305e82c3301 and "3F2504E0".'
    await here.app.get('act.add', { caseId, act: anAct([personId], account) })
    const { caseId: theirs } = await takes(there, packed(here.app, caseId))
    const { acts } = await there.app.get('case.view', { caseId: theirs })
    expect(acts.map(act => act.account)).toContain(account)
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
    expect((await there.app.get('case.list', {})).lines).toEqual([])
  })

  it('is refused when it uses a word of a list that only the sender’s office has', async () => {
    const good = packed(here.app, caseId)
    const text = JSON.stringify(good.document).replace('"lawyer"', '"x_victimRole_abcdef"')
    const arrived = { ...good, document: JSON.parse(text) as unknown }
    expect(await looks(there, arrived)).toMatchObject({ ok: false, code: 'exchange/code-unknown' })
  })

  it('has nothing to share when nothing but that there is a case may be told', () => {
    expect(() => packed(here.app, caseId, [''])).toThrowError('exchange/nothing-to-share')
    const others = ['case_file:', 'person:', 'act:', 'consent', 'disclosure:']
    expect(() => packed(here.app, caseId, others)).toThrowError('exchange/nothing-to-share')
  })

  it('goes without how it came when one of several people did not agree, and fills that in later', async () => {
    await here.app.get('person.add', { caseId, person: person({ note: 'did not agree' }) })
    const { persons } = await here.app.get('case.view', { caseId })
    const first = packed(here.app, caseId, ['case_file:', `person:${persons[1]!.id}`])
    const { caseId: theirs } = await takes(there, first)
    const { case: file } = await there.app.get('case.view', { caseId: theirs })
    expect(file).toMatchObject({ channel: 'unknown', language: { none: 'withheld' }, danger: 'unknown' })
    expect((await peopleOf(there, theirs)).map(({ label }) => label)).toEqual(['P1'])
    await goOn(here, caseId)
    expect(await takes(there, packed(here.app, caseId))).toMatchObject({ conflicts: 0 })
    expect(stateOf(there.app, theirs)).toEqual(stateOf(here.app, caseId))
  })
})

describe('an e-mail', () => {
  it('comes with everything that came with it, held to its sums, and only where a name may go', async () => {
    const path = here.path('allegation.eml')
    writeFileSync(path, await sampleEmail({ language: 'ar' }))
    here.app.shell.dialogs.push(path)
    const fileId = (await here.app.get('import.chooseEmail', {}))?.fileId ?? ''
    await here.app.get('import.readEmail', { fileId })
    const { caseId: with_ } = await here.app.get('case.start', { intake: intake(), fileId })
    await here.app.get('person.add', { caseId: with_, person: person() })
    const arrived = packed(here.app, with_)
    const { caseId: theirs } = await takes(there, arrived)
    const { attachments } = await there.app.get('case.view', { caseId: theirs })
    expect(attachments.length).toBeGreaterThan(0)
    for (const { id: attachmentId } of attachments)
      expect(await there.app.get('evidence.check', { attachmentId })).toMatchObject({ same: true })
    const spoiled = new Map([['originals', new Uint8Array(arrived.files.get('originals')!.length)]])
    await goOn(here, with_)
    const again = packed(here.app, with_)
    await there.app.get('exchange.undo', {
      mergeId: (await there.app.get('exchange.merges', { caseId: theirs }))[0]!.id,
      why: 'again',
    })
    lays(there.app, { ...again, files: spoiled })
    expect(await there.app.call('exchange.takeInCase', { decisions: [] })).toMatchObject({
      ok: false,
      code: 'exchange/damaged',
    })
    expect((await there.app.get('case.list', {})).lines).toEqual([])
  })
})

describe('a merge', () => {
  let theirs: CaseId
  beforeEach(async () => {
    ;({ caseId: theirs } = await takes(there, packed(here.app, caseId)))
  })
  const last = async () => (await there.app.get('exchange.merges', { caseId: theirs })).find(one => one.last)!

  it('is undone as one: the case is as it was, and the same package can come again', async () => {
    await here.app.get('consent.record', anAnswer(personId, 'given'))
    await takes(there, packed(here.app, caseId))
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
    expect((await there.app.get('case.list', {})).lines).toEqual([])
    await verifies(there.app)
  })

  it('leaves a "no" that came with it where it is', async () => {
    await here.app.get('consent.record', anAnswer(personId, 'refused'))
    await takes(there, packed(here.app, caseId))
    await there.app.get('exchange.undo', { mergeId: (await last()).id, why: 'too early' })
    const { consents } = await there.app.get('case.view', { caseId: theirs })
    expect(consents.map(({ decision }) => decision)).toEqual(['refused'])
  })

  it('that brought answers is not undone when something here rests on how many there were', async () => {
    await here.app.get('consent.record', anAnswer(personId, 'given'))
    await takes(there, packed(here.app, caseId))
    const { persons } = await there.app.get('case.view', { caseId: theirs })
    const identity = { name: 'Amal Example', otherNames: '', contact: '', documents: '' }
    await there.app.get('person.identify', { personId: persons[0]!.id, identity, basis: 'agreed aloud' })
    const { id: mergeId } = await last()
    expect(await there.app.call('exchange.undo', { mergeId, why: 'too early' })).toMatchObject({
      ok: false,
      code: 'exchange/undo-too-late',
    })
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
