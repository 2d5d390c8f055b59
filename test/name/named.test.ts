import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intake, person, testApp } from '../support.ts'
import { everyRow, joined, limits, sits, type Loaded } from '../access/support.ts'
import { entries, identity, look, somebody } from './support.ts'

type Limited = 'no' | 'case' | 'identity'

const name = 'Qwertina Zxywart'

/** A vault of three. Somebody of the same name stands on each of these cases, which are for the focal point and the head of presence as told. */
async function withCases(limited: readonly Limited[]) {
  const app = testApp()
  await app.create()
  const known = []
  for (const one of limited) known.push({ ...(await somebody(app, identity(name))), limited: one })
  await joined(app)
  for (const { caseId, personId, limited: how } of known) {
    const loaded: Loaded = { ...app, caseId }
    if (how === 'case') expect(await limits(loaded)).toMatchObject({ ok: true })
    if (how === 'identity') expect(await limits(loaded, { personId })).toMatchObject({ ok: true })
  }
  return { app, known }
}

async function countsOf(app: Parameters<typeof entries>[0]) {
  const [entry] = await entries(app)
  const changes = await app.get('record.changes', { seq: entry?.seq ?? 0 })
  const of = (column: string) => changes.find(({ col }) => col === column)?.new
  return { operation: entry?.operation, compared: of('compared'), found: of('found') }
}

describe('names that only named people may reveal', () => {
  it('are found by the named, and give nobody else a hint', async () => {
    const some = fc.array(fc.constantFrom<Limited>('no', 'case', 'identity'), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(some, async limited => {
        const { app, known } = await withCases(limited)
        const open = known.filter(one => one.limited === 'no')
        const ids = (matches: readonly { readonly personId: string }[]) =>
          matches.map(one => one.personId).toSorted()
        const counted = { operation: 'name.look', compared: String(open.length), found: String(open.length) }

        const theirs = await look(app, name)
        expect(ids(theirs.matches)).toEqual(ids(known))
        expect(await countsOf(app)).toEqual(counted)

        await sits(app, 'FR-1')
        expect(await countsOf(app)).toEqual(counted)
        const others = await look(app, name)
        expect(ids(others.matches)).toEqual(ids(open))
        expect(others).toMatchObject({ found: open.length, compared: open.length, unread: 0 })
        expect(await countsOf(app)).toEqual(counted)

        const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
        const { personId } = await app.get('person.add', { caseId, person: person() })
        const warned = await app.get('name.compare', { personId, identity: identity(name) })
        expect(ids(warned.matches)).toEqual(ids(open))
        expect(warned).toMatchObject({ found: open.length, compared: open.length, unread: 0, stopped: false })
        for (const { text } of everyRow(app)) expect(text).not.toMatch(/qwertina|zxywart/i)
      }),
      { numRuns: 4, examples: [[['no', 'case', 'identity']]] },
    )
  }, 120_000)

  it('are not looked for by whoever looks after the keys alone', async () => {
    const app = testApp()
    await app.create()
    await app.get('vault.addPerson', {
      role: 'HOP-1',
      duties: ['records_officer'],
      passphrase: new TextEncoder().encode('seven walnut lanterns drift above quiet harbours'),
    })
    await sits(app, 'HOP-1')
    const asked = await app.call('name.look', { sought: name, reason: 'To see whether it works' })
    expect(asked).toEqual({ ok: false, code: 'vault/not-your-duty' })
  })

  it('are told of in a sealed entry when they are compared for a case for named people', async () => {
    const { app, known } = await withCases(['case', 'no'])
    const [one] = known
    if (!one) throw new Error('it is there')
    const warned = await app.get('name.compare', { personId: one.personId, identity: identity(name) })
    expect(warned.found).toBe(1)
    expect((await entries(app))[0]).toMatchObject({ operation: 'name.compare', caseId: one.caseId })
  })
})
