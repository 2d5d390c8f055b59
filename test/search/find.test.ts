import { describe, expect, it } from 'vitest'
import type { CaseId } from '../../shared/model.ts'
import { intake, person, testApp, type TestApp } from '../support.ts'
import { readAll, seek } from './support.ts'

const start = async (app: TestApp, account: string): Promise<CaseId> =>
  (await app.get('case.start', { intake: intake({ account }), fileId: null })).caseId

const fresh = async () => {
  const app = testApp()
  await app.create()
  return app
}

describe('finding', () => {
  it('wants every word in the same thing', async () => {
    const app = await fresh()
    const both = await start(app, 'Guards at the airport took the passport')
    await start(app, 'Guards at the office')
    expect((await seek(app, 'guards passport')).hits.map(hit => hit.caseId)).toEqual([both])
  })

  it('wants words in quotes one after the other', async () => {
    const app = await fresh()
    const arrest = await start(app, 'Placed under house arrest in May')
    await start(app, 'Arrest near the house')
    expect((await seek(app, '"house arrest"')).hits.map(hit => hit.caseId)).toEqual([arrest])
    expect((await seek(app, 'house arrest')).hits).toHaveLength(2)
  })

  it('lets the last word be a beginning, unless it stands in quotes', async () => {
    const app = await fresh()
    await start(app, 'Intimidation')
    expect((await seek(app, 'intimi')).hits).toHaveLength(1)
    expect((await seek(app, 'intimid intimi')).hits).toEqual([])
    expect((await seek(app, '"intimi"')).hits).toEqual([])
    expect((await seek(app, 'i')).hits).toEqual([])
  })

  it('finds a beginning that very many words have, and not what only begins alike', async () => {
    const app = await fresh()
    const many = Array.from({ length: 300 }, (_, n) => `numbered${String.fromCharCode(97 + (n % 26))}${n}`)
    const there = await start(app, many.join(' '))
    await start(app, 'A numbness in the left hand')
    expect((await seek(app, 'numbered')).hits.map(hit => hit.caseId)).toEqual([there])
    expect((await seek(app, 'numb')).hits).toHaveLength(2)
  })

  it('finds long Chinese words only where their signs follow each other', async () => {
    const app = await fresh()
    const there = await start(app, '人权维护者被捕')
    await start(app, '人权 权维 维护 护者 are only pairs')
    expect((await seek(app, '人权维护者')).hits.map(hit => hit.caseId)).toEqual([there])
  })

  it('finds nothing for nothing, for spaces and for signs alone', async () => {
    const app = await fresh()
    await start(app, 'Something')
    for (const words of ['', '   ', '"', '?!', '( OR )', '*'])
      expect((await seek(app, words)).hits).toEqual([])
  })

  it('takes words of the query language as words', async () => {
    const app = await fresh()
    const there = await start(app, 'Near or AND not OR NEAR(a)')
    expect((await seek(app, 'near and not or')).hits.map(hit => hit.caseId)).toEqual([there])
  })

  it('says what kind of thing it is, its code in the case and where it is opened', async () => {
    const app = await fresh()
    const caseId = await start(app, '')
    const { personId } = await app.get('person.add', {
      caseId,
      person: person({ wishes: { value: 'Rather the ombudsman than the press' } }),
    })
    expect((await seek(app, 'ombuds')).hits).toMatchObject([
      { kind: 'person', label: 'P1', caseId, part: 'persons', item: personId, state: 'draft' },
    ])
    expect((await seek(app, 'P1')).hits.map(({ kind }) => kind)).toEqual(['person'])
  })

  it('shows the newest first, fifty at a time, each once', { timeout: 120_000 }, async () => {
    const app = await fresh()
    const caseId = await start(app, '')
    const ids: string[] = []
    for (let i = 0; i < 120; i++) {
      const note = `Warehouse ${i}`
      ids.push((await app.get('person.add', { caseId, person: person({ note }) })).personId)
    }
    const seen: (string | null)[] = []
    let after: number | null = null
    do {
      const found = await seek(app, 'warehouse', { after })
      expect(found.kinds.find(({ kind }) => kind === 'person')?.count).toBe(120)
      seen.push(...found.hits.map(({ item }) => item))
      after = found.next
      expect(found.hits.length).toBeLessThanOrEqual(50)
    } while (after !== null)
    expect(seen).toEqual(ids.toReversed())
  })

  it('narrows to kinds and to states of the case, and counts every kind all the same', async () => {
    const app = await fresh()
    const caseId = await start(app, 'The warehouse')
    await app.get('person.add', { caseId, person: person({ note: 'A cousin at the warehouse' }) })
    const narrowed = await seek(app, 'warehouse', { kinds: ['person'] })
    expect(narrowed.hits.map(({ kind }) => kind)).toEqual(['person'])
    expect(narrowed.kinds.filter(({ count }) => count > 0)).toEqual([
      { kind: 'case', count: 1 },
      { kind: 'person', count: 1 },
    ])
    expect((await seek(app, 'warehouse', { states: ['closed'] })).hits).toEqual([])
    await app.get('case.move', { caseId, to: 'intake', reason: 'Written down' })
    expect((await seek(app, 'warehouse', { states: ['draft'] })).hits).toEqual([])
    expect((await seek(app, 'warehouse', { states: ['intake'] })).hits).toHaveLength(2)
  })

  it.each([
    ['Zhmarozkina', 'Видели Жмарозкина у реки'],
    ['darbukin', 'ذهب معه دربوكين إلى السوق'],
    ['Карими', 'Mr Karimi came'],
    ['كريموف', 'Karimov called'],
  ])('finds the name %s in another script, and marks it', async (typed, account) => {
    const app = await fresh()
    const caseId = await start(app, account)
    await start(app, 'Somebody else, кто-то другой, شخص آخر')
    const { hits } = await seek(app, typed)
    expect(hits.map(hit => hit.caseId)).toEqual([caseId])
    expect(hits[0]?.excerpt.found).toHaveLength(1)
  })

  it('leaves no entry in the record, whatever is looked for', async () => {
    const app = await fresh()
    await start(app, 'The warehouse')
    const entries = async () => (await app.get('record.list', { caseId: null, before: null })).length
    const before = await entries()
    await seek(app, 'warehouse')
    await readAll(app)
    expect(await entries()).toBe(before)
  })

  it('is not for whoever is there for the keys alone', async () => {
    const app = await fresh()
    await start(app, 'The warehouse')
    const words = () => new TextEncoder().encode('nine copper anchors drift beneath velvet glaciers')
    await app.get('vault.addPerson', { role: 'RO-1', duties: ['records_officer'], passphrase: words() })
    await app.get('vault.lock', {})
    await app.get('vault.unlock', { passphrase: words() })
    const asked = { words: 'warehouse', kinds: [], states: [], after: null }
    expect(await app.call('search.find', asked)).toMatchObject({ ok: false, code: 'vault/not-your-duty' })
    expect(await app.call('search.keepUp', {})).toMatchObject({ ok: false, code: 'vault/not-your-duty' })
  })
})
