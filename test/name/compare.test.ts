import { describe, expect, it } from 'vitest'
import { person, testApp } from '../support.ts'
import { entries, identity, somebody } from './support.ts'

/** A vault with one case, and somebody on it of whom nothing is known yet. */
async function withNewcomer() {
  const app = testApp()
  await app.create()
  const known = await somebody(
    app,
    identity('Amina Diallo', { contact: 'amina@post.example', documents: 'A1234567' }),
  )
  const other = await somebody(app, identity('Boris Petrov'))
  const { personId } = await app.get('person.add', { caseId: other.caseId, person: person() })
  const compare = (name: string, more: Parameters<typeof identity>[1] = {}) =>
    app.get('name.compare', { personId, identity: identity(name, more) })
  return { app, known, other, personId, compare }
}

describe('before an identity is saved', () => {
  it('the same or a similar name on another case is told by codes', async () => {
    const { known, compare } = await withNewcomer()
    for (const [name, how] of [
      ['amina diallo', 'same'],
      ['Амина Диалло', 'sounds'],
      ['Amina Fatou Diallo', 'words'],
    ] as const)
      expect((await compare(name)).matches).toMatchObject([{ caseId: known.caseId, label: 'P1', how }])
  })

  it('the same address or document is told, whatever the name', async () => {
    const { compare } = await withNewcomer()
    const hows = async (more: Parameters<typeof identity>[1]) =>
      (await compare('Nadia', more)).matches.map(({ how }) => how)
    expect(await hows({ contact: 'write to AMINA@post.example' })).toEqual(['contact'])
    expect(await hows({ documents: 'passport a-1234567' })).toEqual(['document'])
    expect(await hows({ contact: 'nadia@post.example' })).toEqual([])
  })

  it('somebody else of the same case is told as well', async () => {
    const { other, compare } = await withNewcomer()
    expect((await compare('Boris Petrov')).matches).toMatchObject([{ caseId: other.caseId, label: 'P1' }])
  })

  it('one word in common is not told, and neither is what was known of the person before', async () => {
    const { app, known, compare } = await withNewcomer()
    expect((await compare('Amina Traore')).found).toBe(0)
    const { personId } = known
    const again = await app.get('name.compare', { personId, identity: identity('Amina Diallo') })
    expect(again.found).toBe(0)
  })

  it('the record says of whom it was asked, and nothing of what was found', async () => {
    const { app, other, compare } = await withNewcomer()
    await compare('Amina Diallo')
    const [entry] = await entries(app)
    expect(entry).toMatchObject({ operation: 'name.compare', caseId: other.caseId, reason: null, changes: 0 })
    expect(await app.get('record.changes', { seq: entry?.seq ?? 0 })).toEqual([])
  })

  it('is saved all the same, and nothing is joined', async () => {
    const { app, known, personId, compare } = await withNewcomer()
    const before = await app.get('case.view', { caseId: known.caseId })
    expect((await compare('Amina Diallo')).found).toBe(1)
    await app.get('person.identify', { personId, identity: identity('Amina Diallo'), basis: 'To call back.' })
    expect(await app.get('case.view', { caseId: known.caseId })).toEqual(before)
    expect((await compare('Amina Diallo')).found).toBe(1)
  })
})
