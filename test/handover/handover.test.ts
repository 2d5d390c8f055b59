import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CaseId, ColleagueId } from '../../shared/model.ts'
import { missingIn, saidNo } from '../../shared/handover/rules.ts'
import { HandoverItem } from '../../shared/handover/model.ts'
import { draftFor } from '../action/support.ts'
import { adds, anOffice, type Office } from '../exchange/offices.ts'
import { rulingOf, stateOf, verifies } from '../exchange/merging.ts'
import { anAct } from '../exchange/histories.ts'
import { intake, person } from '../support.ts'
import {
  aCase,
  answered,
  identity,
  looksAt,
  prepared,
  refuses,
  sent,
  takesOver,
  twoOffices,
} from './support.ts'

let here: Office
let there: Office
let thereAtHere: ColleagueId

beforeEach(async () => {
  ;({ here, there, thereAtHere } = await twoOffices())
})

const words = {
  coverName: 'The tailor',
  safePlaces: '',
  route: '',
  signalWords: 'Is the blue cloth there?',
  allClear: '',
  distress: '',
}

/** An e-mail with an attachment of nine mebibytes. */
const bigEmail = (name: string) =>
  [
    'From: a@example.org',
    'To: b@example.org',
    `Subject: ${name}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="cut"',
    '',
    '--cut',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'See the paper.',
    '--cut',
    `Content-Type: application/pdf; name="${name}.pdf"`,
    `Content-Disposition: attachment; filename="${name}.pdf"`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.alloc(9 * 1024 * 1024, name)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '--cut--',
    '',
  ].join('\r\n')

/** The case here that the other office calls by this code. */
async function sameCase(office: Office, code: string): Promise<CaseId> {
  const found = (await office.app.get('case.list', {})).lines.find(one => one.code === code)
  if (!found) throw new Error('not here')
  return found.id
}

const codeOf = async (office: Office, caseId: CaseId) =>
  (await office.app.get('case.list', {})).lines.find(({ id }) => id === caseId)!.code

const personsOf = async (office: Office, caseId: CaseId) =>
  (await office.app.get('case.view', { caseId })).persons

describe('a caseload that is handed over', () => {
  it('arrives whole: every row, every answer, who people are and their sealed words', async () => {
    const first = await aCase(here)
    const second = await aCase(here, 'Called in at night')
    await here.app.get('person.identify', {
      personId: first.personId,
      identity: identity('Somebody Somewhere'),
      basis: 'Asked to be kept on file by word of mouth.',
    })
    await here.app.get('plan.keepWords', { personId: first.personId, words })
    const states = [first, second].map(({ caseId }) => stateOf(here.app, caseId, { handed: true }))
    const rulings = [first, second].map(({ caseId }) => rulingOf(here.app, caseId))
    const codes = await Promise.all([first, second].map(({ caseId }) => codeOf(here, caseId)))

    const { path } = await sent({ office: here, colleagueId: thereAtHere })
    expect(await looksAt(there, path)).toMatchObject({ ok: true, value: { kind: 'handover' } })
    const preview = await there.app.get('handover.preview', {})
    expect(preview).toMatchObject({ fromRole: 'FP-1', first: answered.first, note: answered.note })
    expect(preview.answers).toEqual(answered.answers)
    expect(preview.cases).toMatchObject([
      { caseId: null, state: 'draft', persons: 1, conflicts: 0, unnamed: [], otherWords: [] },
      { caseId: null, persons: 1 },
    ])
    expect((await there.app.get('case.list', {})).lines).toEqual([])

    const taken = await there.app.get('handover.takeOver', { decisions: [], statement: 'I have taken over.' })
    expect(taken).toMatchObject({ cases: 2, conflicts: 0 })
    const theirs = await Promise.all(codes.map(code => sameCase(there, code)))
    expect(theirs.map(id => stateOf(there.app, id, { handed: true }))).toEqual(states)
    expect(theirs.map(id => rulingOf(there.app, id))).toEqual(rulings)
    const [one] = await personsOf(there, theirs[0]!)
    expect(await there.app.get('person.reveal', { personId: one!.id, reason: 'To call them' })).toMatchObject(
      { name: 'Somebody Somewhere' },
    )
    expect(await there.app.get('plan.revealWords', { personId: one!.id, reason: 'To call them' })).toEqual(
      words,
    )
    await verifies(here.app)
    await verifies(there.app)
  })

  it('brings what was planned and not yet done, its approval left behind', async () => {
    const { caseId, personId } = await aCase(here)
    await here.app.get('action.plan', { caseId, draft: draftFor([personId]) })
    const { path } = await sent({ office: here, colleagueId: thereAtHere })
    expect(await takesOver(there, path)).toMatchObject({ cases: 1, conflicts: 0 })
    const theirs = await sameCase(there, await codeOf(here, caseId))
    const { actions } = await there.app.get('case.view', { caseId: theirs })
    expect(actions).toMatchObject([{ label: 'M1', kind: 'confidential_quiet_diplomacy', approved: false }])
    await verifies(there.app)
  })

  it('is one entry there, shows who handed over what, and each case can be taken out again', async () => {
    const { caseId } = await aCase(here)
    await aCase(here)
    const code = await codeOf(here, caseId)
    const { path } = await sent({ office: here, colleagueId: thereAtHere })
    const { handoverId } = await takesOver(there, path)
    const received = await there.app.get('handover.received', { handoverId })
    expect(received).toMatchObject({ statement: 'I have taken over.', fromRole: 'FP-1', by: 'FP-1' })
    expect(received.signature.words).toHaveLength(12)
    expect(received.cases).toHaveLength(2)
    const theirs = await sameCase(there, code)
    const [merge] = await there.app.get('exchange.merges', { caseId: theirs })
    await there.app.get('exchange.undo', { mergeId: merge!.id, why: 'It is another office’s' })
    expect((await there.app.get('case.list', {})).lines).toHaveLength(1)
    expect(await there.app.get('handover.list', {})).toMatchObject([{ standing: 'received', cases: 1 }])
    await verifies(there.app)
  })

  it('leaves out what was left out, and does not tell why', async () => {
    const { caseId } = await aCase(here)
    const other = await aCase(here, 'Stays with its officer')
    const leftOut = [{ caseId: other.caseId, why: 'The officer stays on it' }]
    const { path, handoverId } = await sent({
      office: here,
      colleagueId: thereAtHere,
      draft: { ...answered, leftOut },
    })
    expect((await here.app.get('handover.view', { handoverId })).handed).toMatchObject([{ id: caseId }])
    await takesOver(there, path)
    expect((await there.app.get('case.list', {})).lines).toMatchObject([{ code: await codeOf(here, caseId) }])
  })

  it('goes without who somebody is who said no to sharing inside the office, and says so', async () => {
    const { caseId, personId } = await aCase(here)
    await here.app.get('person.identify', {
      personId,
      identity: identity('Somebody Somewhere'),
      basis: 'Danger.',
    })
    await here.app.get('plan.keepWords', { personId, words })
    await refuses(here, personId)
    const handoverId = await prepared({ office: here, colleagueId: thereAtHere })
    const view = await here.app.get('handover.view', { handoverId })
    expect(view.cases).toMatchObject([{ unnamed: ['P1'], leaks: false }])
    const path = here.path('without.age')
    here.app.shell.dialogs.push(path)
    await here.app.get('handover.send', { handoverId })
    await looksAt(there, path)
    expect((await there.app.get('handover.preview', {})).cases).toMatchObject([{ unnamed: ['P1'] }])
    await there.app.get('handover.takeOver', { decisions: [], statement: 'I have taken over.' })
    const theirs = await sameCase(there, await codeOf(here, caseId))
    const seen = await there.app.get('case.view', { caseId: theirs })
    expect(seen.persons).toMatchObject([{ label: 'P1', hasIdentity: false }])
    expect(seen.protection.wordsOf).toEqual([])
  })

  it('does not leave while the words of a case give away who stays without a name', async () => {
    const { personId } = await aCase(here, 'Zebulona Quartz was followed home')
    await here.app.get('person.identify', {
      personId,
      identity: identity('Zebulona Quartz'),
      basis: 'Danger.',
    })
    await refuses(here, personId)
    const handoverId = await prepared({ office: here, colleagueId: thereAtHere })
    expect((await here.app.get('handover.view', { handoverId })).cases).toMatchObject([{ leaks: true }])
    expect(await here.app.call('handover.send', { handoverId })).toMatchObject({
      ok: false,
      code: 'handover/leak',
    })
  })

  it('takes a hold for safety along', async () => {
    const { caseId } = await aCase(here)
    const code = await codeOf(here, caseId)
    await takesOver(there, (await sent({ office: here, colleagueId: thereAtHere })).path)
    await here.app.get('case.move', {
      caseId,
      to: 'on_hold',
      reason: 'They asked to pause',
      details: { asks: 'hold', why: 'person_asks', reviewOn: '2026-03-09' },
    } as never)
    await takesOver(there, (await sent({ office: here, colleagueId: thereAtHere })).path)
    const seen = await there.app.get('case.view', { caseId: await sameCase(there, code) })
    expect(seen.case.state).toBe('on_hold')
    await takesOver(there, (await sent({ office: here, colleagueId: thereAtHere })).path)
  })

  it('waits for a decision where who somebody is was written in both offices', async () => {
    const { caseId, personId } = await aCase(here)
    const code = await codeOf(here, caseId)
    await takesOver(there, (await sent({ office: here, colleagueId: thereAtHere })).path)
    const [theirs] = await personsOf(there, await sameCase(there, code))
    const basis = 'To call them.'
    await here.app.get('person.identify', { personId, identity: identity('Written Here'), basis })
    await there.app.get('person.identify', {
      personId: theirs!.id,
      identity: identity('Written There'),
      basis,
    })
    await here.app.get('plan.keepWords', { personId, words })
    await there.app.get('plan.keepWords', {
      personId: theirs!.id,
      words: { ...words, coverName: 'The baker' },
    })
    await looksAt(there, (await sent({ office: here, colleagueId: thereAtHere })).path)
    const [one] = (await there.app.get('handover.preview', {})).cases
    expect(one).toMatchObject({ identities: [{ label: 'P1' }], otherWords: ['P1'] })
    const statement = 'I have taken over.'
    expect(await there.app.call('handover.takeOver', { decisions: [], statement })).toMatchObject({
      code: 'exchange/decide-identity',
    })
    const decisions = one!.identities.map(({ key }) => ({ key, take: 'theirs' as const }))
    await there.app.get('handover.takeOver', { decisions, statement })
    const reason = 'To call them'
    expect(await there.app.get('person.reveal', { personId: theirs!.id, reason })).toMatchObject({
      name: 'Written Here',
    })
    expect(await there.app.get('plan.revealWords', { personId: theirs!.id, reason })).toMatchObject({
      coverName: 'The baker',
    })
  })

  it('can be taken out again with who people are and their sealed words', async () => {
    const { personId } = await aCase(here)
    await here.app.get('person.identify', { personId, identity: identity('Written Here'), basis: 'Danger.' })
    await here.app.get('plan.keepWords', { personId, words })
    const { path } = await sent({ office: here, colleagueId: thereAtHere })
    await takesOver(there, path)
    const [line] = (await there.app.get('case.list', {})).lines
    const [merge] = await there.app.get('exchange.merges', { caseId: line!.id })
    await there.app.get('exchange.undo', { mergeId: merge!.id, why: 'Not ours' })
    expect((await there.app.get('case.list', {})).lines).toEqual([])
    await verifies(there.app)
    await takesOver(there, path)
    const [again] = await personsOf(there, (await there.app.get('case.list', {})).lines[0]!.id)
    expect(await there.app.get('plan.revealWords', { personId: again!.id, reason: 'To call' })).toEqual(words)
  })

  it('merges with what is here, and keeps what was written there', async () => {
    const { caseId, personId } = await aCase(here)
    const code = await codeOf(here, caseId)
    await takesOver(there, (await sent({ office: here, colleagueId: thereAtHere })).path)
    const theirs = await sameCase(there, code)
    const [one] = await personsOf(there, theirs)
    await there.app.get('person.change', { personId: one!.id, person: person({ note: 'written there' }) })
    await here.app.get('person.change', { personId, person: person({ note: 'written here' }) })
    const { path } = await sent({ office: here, colleagueId: thereAtHere })
    await looksAt(there, path)
    expect((await there.app.get('handover.preview', {})).cases).toMatchObject([
      { caseId: theirs, conflicts: 1, identities: [] },
    ])
    expect(await takesOver(there, path)).toMatchObject({ conflicts: 1 })
    expect((await personsOf(there, theirs))[0]?.note).toBe('written there')
  })

  it('is the successor’s after their receipt: both signatures, and the cases’ owner', async () => {
    const { caseId } = await aCase(here)
    const { handoverId, path } = await sent({ office: here, colleagueId: thereAtHere })
    expect(await here.app.call('handover.finish', { handoverId })).toMatchObject({
      code: 'handover/not-taken-over',
    })
    const taken = await takesOver(there, path)
    const { packageId } = await there.app.get('handover.received', { handoverId: taken.handoverId })
    const back = there.path('receipt.age')
    there.app.shell.dialogs.push(back)
    await there.app.get('notice.writeReceipt', { packageId })
    expect(await looksAt(here, back)).toMatchObject({ ok: true })
    await here.app.get('notice.takeReceipt', {})
    const view = await here.app.get('handover.view', { handoverId })
    expect(view).toMatchObject({ standing: 'taken-over', receipt: { signature: { role: 'FP-2' } } })
    expect(view.receipt?.signature.words).toHaveLength(12)
    expect(view.sent?.signature.words).not.toEqual(view.receipt?.signature.words)
    expect(await here.app.get('handover.finish', { handoverId })).toEqual({ cases: 1 })
    expect((await here.app.get('case.view', { caseId })).case.owner).toBe('FP-2')
    expect(await here.app.call('handover.finish', { handoverId })).toMatchObject({
      code: 'handover/already-finished',
    })
    await verifies(here.app)
  })
})

describe('a handover is refused', () => {
  it('when somebody is not of the same office', async () => {
    const other = await anOffice()
    const stranger = await adds(here, other, { role: 'UN-1', recipientClass: 'UN_entity' })
    expect(await here.app.call('handover.start', { colleagueId: stranger })).toMatchObject({
      code: 'handover/not-same-office',
    })
  })

  it('when it is not there, was sent, has no case, or was not gone through', async () => {
    const gone = '0e0fd9a5-1c0c-4f0e-9c3c-4f8f2a1f6d10' as never
    expect(await here.app.call('handover.view', { handoverId: gone })).toMatchObject({
      code: 'handover/gone',
    })
    expect(await here.app.call('handover.received', { handoverId: gone })).toMatchObject({
      code: 'handover/gone',
    })
    const handoverId = await prepared({ office: here, colleagueId: thereAtHere })
    expect(await here.app.call('handover.send', { handoverId })).toMatchObject({ code: 'handover/no-cases' })
    await aCase(here)
    await here.app.get('handover.change', { handoverId, draft: { ...answered, first: '' } })
    expect(await here.app.call('handover.send', { handoverId })).toMatchObject({
      code: 'handover/unanswered',
    })
    await here.app.get('handover.drop', { handoverId })
    expect(await here.app.get('handover.list', {})).toEqual([])
    const { handoverId: done } = await sent({ office: here, colleagueId: thereAtHere })
    for (const name of ['handover.drop', 'handover.send'] as const)
      expect(await here.app.call(name, { handoverId: done })).toMatchObject({ code: 'handover/already-sent' })
  })

  it('when somebody else than the focal point decides', async () => {
    await aCase(here)
    const handoverId = await prepared({ office: here, colleagueId: thereAtHere })
    const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')
    await here.app.get('vault.addPerson', {
      role: 'HOP-1',
      duties: ['head_of_presence'],
      passphrase: theirs(),
    })
    await here.app.get('vault.lock', {})
    await here.app.get('vault.unlock', { passphrase: theirs() })
    for (const reply of [
      await here.app.call('handover.start', { colleagueId: thereAtHere }),
      await here.app.call('handover.change', { handoverId, draft: answered }),
      await here.app.call('handover.send', { handoverId }),
      await here.app.call('handover.finish', { handoverId }),
    ])
      expect(reply).toMatchObject({ ok: false, code: 'handover/not-your-duty' })
  })

  it('when it is too much for one file', { timeout: 120_000 }, async () => {
    for (const name of ['one', 'two']) {
      const path = here.path(`${name}.eml`)
      writeFileSync(path, bigEmail(name))
      here.app.shell.dialogs.push(path)
      const chosen = await here.app.get('import.chooseEmail', {})
      const fileId = chosen?.fileId ?? ''
      await here.app.get('import.readEmail', { fileId })
      await here.app.get('case.start', { intake: intake(), fileId })
    }
    const handoverId = await prepared({ office: here, colleagueId: thereAtHere })
    expect(await here.app.call('handover.send', { handoverId })).toMatchObject({ code: 'handover/in-parts' })
    const [{ id: caseId } = { id: '' as CaseId }] = (await here.app.get('case.list', {})).lines
    const draft = { ...answered, leftOut: [{ caseId, why: 'In a second file' }] }
    const { path } = await sent({ office: here, colleagueId: thereAtHere, draft })
    await takesOver(there, path)
    expect((await there.app.get('case.list', {})).lines).toHaveLength(1)
  })

  it('a second time, and when it holds anything its form does not name', async () => {
    await aCase(here)
    const { path } = await sent({ office: here, colleagueId: thereAtHere })
    await looksAt(there, path)
    const { arrived } = there.app.app.desk
    const document = arrived!.document as { readonly cases: readonly [object] }
    const [one] = document.cases
    for (const [change, code] of [
      [{ officer: 'a name' }, 'exchange/not-a-package'],
      [{ format: 'vigil-handover/2' }, 'exchange/newer-than-app'],
      [{ cases: [] }, 'exchange/not-a-package'],
      [{ cases: [one, one] }, 'exchange/not-a-package'],
    ] as const) {
      there.app.app.desk.arrived = { ...arrived!, document: { ...document, ...change } }
      expect(await there.app.call('handover.preview', {})).toMatchObject({ ok: false, code })
      expect(
        await there.app.call('handover.takeOver', { decisions: [], statement: 'I have taken over.' }),
      ).toMatchObject({ ok: false, code })
    }
    const strange = [{ ref: '0e0fd9a5-1c0c-4f0e-9c3c-4f8f2a1f6d10', words }]
    there.app.app.desk.arrived = {
      ...arrived!,
      document: { ...document, cases: [{ ...one, words: strange }] },
    }
    expect(
      await there.app.call('handover.takeOver', { decisions: [], statement: 'I have taken over.' }),
    ).toMatchObject({ ok: false, code: 'exchange/damaged' })
    expect((await there.app.get('case.list', {})).lines).toEqual([])
    await takesOver(there, path)
    expect(await looksAt(there, path)).toMatchObject({ ok: false, code: 'exchange/taken-in-before' })
  })
})

describe('what must be answered', () => {
  it('is everything, and why something was not done', () => {
    expect(missingIn({ answers: [], first: '' })).toEqual([...HandoverItem.options, 'first'])
    expect(missingIn(answered)).toEqual([])
    fc.assert(
      fc.property(fc.subarray([...HandoverItem.options]), fc.boolean(), (some, isSaid) => {
        const answers = some.map(item => ({ item, state: 'not_done' as const, why: isSaid ? 'Later' : '' }))
        const missing = missingIn({ answers, first: 'Call' })
        expect(missing).toHaveLength(HandoverItem.options.length - (isSaid ? some.length : 0))
      }),
    )
  })

  it('nobody said no where nobody was asked', () => expect(saidNo([])).toEqual(new Set()))
})

it(
  'everything of every case is the same in both offices, whatever was written',
  { timeout: 120_000 },
  async () => {
    const texts = fc.array(fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(texts, async all => {
        const offices = await twoOffices()
        const made: CaseId[] = []
        for (const accounts of all) {
          const { caseId, personId } = await aCase(offices.here)
          made.push(caseId)
          for (const account of accounts)
            await offices.here.app.call('act.add', { caseId, act: anAct([personId], account) })
        }
        const before = made.map(id => JSON.stringify(stateOf(offices.here.app, id))).toSorted()
        const { path } = await sent({ office: offices.here, colleagueId: offices.thereAtHere })
        await takesOver(offices.there, path)
        const theirs = (await offices.there.app.get('case.list', {})).lines
        expect(theirs.map(({ id }) => JSON.stringify(stateOf(offices.there.app, id))).toSorted()).toEqual(
          before,
        )
        await verifies(offices.here.app)
        await verifies(offices.there.app)
      }),
      { numRuns: 12 },
    )
  },
)
