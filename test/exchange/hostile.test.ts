import { beforeEach, describe, expect, it } from 'vitest'
import type { Arrived } from '../../main/exchange/arrive.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { intake, person } from '../support.ts'
import { anAct, anAnswer } from './histories.ts'
import { lays, packed, stateOf, verifies } from './merging.ts'
import { twoOffices } from './offices.ts'
import type { Office } from './offices.ts'

interface Version {
  heads: { write: string; value: unknown }[]
  seen: string[]
}
interface Row {
  table: string
  ref: string
  fields: Record<string, Version>
}
interface Told {
  case: string
  rows: Row[]
  gone: { table: string; ref: string; known: string[] }[]
  identities: { ref: string; version: Version }[]
  answers: { ref: string; known: string[] }[]
}

let here: Office
let there: Office
/** Two cases the colleague shared before: one a package tells of, and one it does not. */
let told: CaseId
let other: CaseId
let otherThere: CaseId
const identity = { name: 'Amal Example', otherNames: '', contact: '', documents: '' }

beforeEach(async () => {
  ;({ here, there } = await twoOffices())
  told = await aCase('told of')
  other = await aCase('of another case')
  await takes(packed(here.app, told))
  ;({ caseId: otherThere } = await takes(packed(here.app, other)))
})

async function aCase(note: string): Promise<CaseId> {
  const { app } = here
  const { caseId } = await app.get('case.start', { intake: intake({ account: note }), fileId: null })
  const { personId } = await app.get('person.add', { caseId, person: person({ note }) })
  await app.get('act.add', { caseId, act: anAct([personId], note) })
  await app.get('consent.record', anAnswer(personId, 'refused'))
  return caseId
}

async function takes(arrived: Arrived) {
  lays(there.app, arrived)
  return there.app.get('exchange.takeInCase', { decisions: [] })
}

/** The next package of the first case, changed by its sender. It is looked at, and taken in. */
async function sends(change: (document: Told, of: Told) => void) {
  const goOn = (caseId: CaseId) =>
    here.app.get('case.setUrgent', { caseId, urgent: true, reason: 'danger grows' })
  await goOn(told)
  const arrived = packed(here.app, told)
  const document = structuredClone(arrived.document) as Told
  change(document, packed(here.app, other).document as Told)
  lays(there.app, { ...arrived, document })
  const shown = await there.app.call('exchange.previewCase', {})
  const taken = await there.app.call('exchange.takeInCase', { decisions: [] })
  return [shown, taken].map(reply => (reply.ok ? 'taken' : reply.code))
}

const refused = ['exchange/damaged', 'exchange/damaged']
const rowOf = ({ rows }: Told, table: string) => {
  const row = rows.find(one => one.table === table)
  if (!row) throw new Error(table)
  return row
}
const fresh = 'c0ffee00-0000-4000-8000-000000000001'
const write = (value: unknown): Version => ({ heads: [{ write: '00000000000000aa', value }], seen: [] })
/** A new writing in the place of all others. */
const rewrite = (row: Row, field: string, value: unknown) => {
  const { heads, seen } = row.fields[field]!
  row.fields[field] = { ...write(value), seen: [...heads.map(one => one.write), ...seen].toSorted() }
}
const firstPerson = async (app: Office['app'], caseId: CaseId): Promise<PersonId> =>
  (await app.get('case.view', { caseId })).persons[0]!.id

describe('a colleague whose key was compared and who means harm', () => {
  it('cannot put who somebody of another case is under another name', async () => {
    const personId = await firstPerson(there.app, otherThere)
    await there.app.get('person.identify', { personId, identity, basis: 'agreed aloud' })
    expect(
      await sends((document, of) =>
        document.identities.push({
          ref: rowOf(of, 'person').ref,
          version: write({ ...identity, name: 'Somebody Else' }),
        }),
      ),
    ).toEqual(refused)
    const revealed = await there.app.get('person.reveal', { personId, reason: 'to call them' })
    expect(revealed.name).toBe('Amal Example')
  })

  it('cannot bring who somebody is whom no case here knows', async () => {
    expect(
      await sends(document => document.identities.push({ ref: fresh, version: write(identity) })),
    ).toEqual(refused)
  })

  it('cannot write a row that stands once in a case into another case', async () => {
    const before = stateOf(there.app, otherThere)
    expect(
      await sends((document, of) => {
        const row = structuredClone(rowOf(document, 'case_file'))
        document.rows.push({ ...row, table: 'scope_test', ref: of.case, fields: {} })
      }),
    ).toEqual(refused)
    expect(
      await sends(document => {
        const row = structuredClone(rowOf(document, 'case_file'))
        document.rows.push({ ...row, ref: fresh })
      }),
    ).toEqual(refused)
    expect(stateOf(there.app, otherThere)).toEqual(before)
    expect((await there.app.get('case.list', {})).lines).toHaveLength(2)
  })

  it('cannot write down an answer, or a contact, of a person of another case', async () => {
    expect(
      await sends((document, of) => {
        const answer = structuredClone(rowOf(document, 'consent_decision'))
        rewrite(answer, 'personId', rowOf(of, 'person').ref)
        document.rows.push({ ...answer, ref: fresh })
      }),
    ).toEqual(refused)
    expect(
      await sends((document, of) =>
        document.rows.push({ table: 'check_in_plan', ref: rowOf(of, 'person').ref, fields: {} }),
      ),
    ).toEqual(refused)
    expect(
      await sends((document, of) => {
        const act = structuredClone(rowOf(document, 'act'))
        rewrite(act, 'personIds', [rowOf(of, 'person').ref])
        document.rows.push({ ...act, ref: fresh })
      }),
    ).toEqual(refused)
    await verifies(there.app)
  })

  it('cannot bring a row of another case as one of this', async () => {
    expect(await sends((document, of) => document.rows.push(structuredClone(rowOf(of, 'person'))))).toEqual(
      refused,
    )
  })

  it('cannot name one row twice', async () => {
    expect(await sends(document => document.rows.push(structuredClone(rowOf(document, 'person'))))).toEqual(
      refused,
    )
    expect(
      await sends(document => {
        const act = { ...structuredClone(rowOf(document, 'act')), ref: fresh }
        document.rows.push(act, structuredClone(act))
      }),
    ).toEqual(refused)
  })

  it('cannot change an answer that was recorded, or take it off', async () => {
    const before = stateOf(there.app, otherThere)
    expect(
      await sends(document => rewrite(rowOf(document, 'consent_decision'), 'decision', 'given')),
    ).toEqual(refused)
    expect(
      await sends(document => {
        const { ref, fields } = rowOf(document, 'consent_decision')
        const known = Object.values(fields).flatMap(one => one.heads.map(head => head.write))
        document.rows = document.rows.filter(row => row.ref !== ref)
        document.gone.push({ table: 'consent_decision', ref, known })
      }),
    ).toEqual(refused)
    expect(stateOf(there.app, otherThere)).toEqual(before)
  })

  it.each(['case_file', 'person'])('cannot take off what others rest on: %s', async table => {
    expect(
      await sends(document => {
        const { ref, fields } = rowOf(document, table)
        const known = Object.values(fields).flatMap(one => one.heads.map(head => head.write))
        document.rows = document.rows.filter(row => row.ref !== ref)
        document.gone.push({ table, ref, known })
      }),
    ).toEqual(refused)
    expect((await there.app.get('case.list', {})).lines).toHaveLength(2)
  })

  it('cannot use up the numbers of neutral codes', async () => {
    for (const label of ['P99999999999999999999999', 'P900001', 'P01', 'P0'])
      expect(
        await sends(document => {
          const row = { ...structuredClone(rowOf(document, 'person')), ref: fresh }
          rewrite(row, 'label', label)
          document.rows.push(row)
        }),
      ).toEqual(refused)
  })

  it('cannot bring a field that no row has, whatever it is called', async () => {
    for (const field of ['constructor', 'toString', 'hasIdentity', 'caseId', 'id'])
      expect(
        await sends(document => {
          rowOf(document, 'person').fields[field] = write('P1')
        }),
      ).toEqual(refused)
  })

  it('cannot pile up values, or writings, until nothing can be shared any more', async () => {
    const pile = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => (from + n).toString(16).padStart(16, '0'))
    const values = (from: number) => (document: Told) => {
      rowOf(document, 'person').fields['note'] = {
        heads: pile(from, 10).map(id => ({ write: id, value: `note ${id}` })),
        seen: [],
      }
    }
    expect(await sends(values(1))).toEqual(['taken', 'taken'])
    expect(await sends(values(100))).toEqual(refused)
    expect(
      await sends(document => {
        const note = rowOf(document, 'act').fields['account']!
        note.seen = pile(1_000, 5_000)
      }),
    ).toEqual(refused)
    const same = (await there.app.get('case.list', {})).lines.find(one => one.id !== otherThere)
    expect(packed(there.app, same!.id).document).toMatchObject({ format: 'vigil-case/1' })
  })

  it('cannot bring a row about somebody, or of something, that is nowhere', async () => {
    const nowhere = 'c0ffee00-0000-4000-8000-00000000000f'
    for (const [table, field, value] of [
      ['consent_decision', 'personId', nowhere],
      ['act', 'personIds', [nowhere]],
    ] as const)
      expect(
        await sends(document => {
          const row = { ...structuredClone(rowOf(document, table)), ref: fresh }
          rewrite(row, field, value)
          document.rows.push(row)
        }),
      ).toEqual(refused)
    const told = await sends(document => {
      const row = { ...structuredClone(rowOf(document, 'consent_decision')), ref: fresh }
      rewrite(row, 'talkId', nowhere)
      document.rows.push(row)
    })
    expect(told.at(-1)).toBe('exchange/damaged')
    await verifies(there.app)
  })
})
