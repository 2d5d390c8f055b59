import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forWriting } from '../../main/db/handles.ts'
import { openEntry } from '../../main/record/entry.ts'
import { keepIndex } from '../../main/search/keep.ts'
import type { CaseId } from '../../shared/model.ts'
import { person as aPerson, intake, testApp, type TestApp } from '../support.ts'
import { everyRow, limits, sits, withCase } from '../access/support.ts'
import { readAll, seek } from './support.ts'

/** Everything the index has in the file: the words in clear, what is searched, the texts beside it. */
const indexOf = (app: TestApp) =>
  everyRow(app)
    .filter(({ table }) => table.startsWith('search_'))
    .map(({ text }) => text)
    .join('\n')

const started = async (account: string) => {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake({ account }), fileId: null })
  return { ...app, caseId }
}

const long = (word: string) => `${'They were followed from the hearing to the hotel. '.repeat(40)}${word}`

describe('the index holds nothing that the tables would not', () => {
  it.each([
    ['a short text', (word: string) => `A man called ${word} came`],
    ['a long text, which is kept packed', long],
  ])('forgets a word of %s when it is typed over', async (_, account) => {
    const app = await started(account('Quintessenza'))
    expect((await seek(app, 'quintessenza')).hits).toHaveLength(1)
    expect(indexOf(app)).toContain('quintessenza')
    await app.get('case.change', { caseId: app.caseId, intake: intake({ account: account('somebody') }) })
    expect(indexOf(app).toLowerCase()).not.toContain('quintes')
    expect((await seek(app, 'quintessenza')).hits).toEqual([])
    expect((await seek(app, 'somebody')).hits).toHaveLength(1)
  })

  it('keeps no text of what it finds, nor what a row said before it was changed or removed', async () => {
    const app = await started('The Quintessenza warehouse')
    await seek(app, 'quintessenza')
    expect(indexOf(app)).not.toContain('The Quintessenza')
    await app.get('case.change', { caseId: app.caseId, intake: intake({ account: 'The house' }) })
    const db = app.app.desk.vault!.db
    expect(db.prepare('SELECT was FROM search_stale WHERE was IS NOT NULL').all()).toEqual([])
    expect((await seek(app, 'quintessenza')).hits).toEqual([])
    expect((await seek(app, 'the house')).hits).toHaveLength(1)
  })

  it('loses a word that is changed together with the state of its case', async () => {
    const app = await started('Quintessenza')
    await seek(app, 'quintessenza')
    const db = app.app.desk.vault!.db
    db.transaction(() => {
      openEntry(forWriting(db))
      db.exec(`UPDATE main.case_file SET state = 'intake'`)
      db.exec(`UPDATE main.case_file SET account = 'Nobody'`)
      keepIndex(forWriting(db))
      db.exec(`DELETE FROM main.entry_open`)
    })()
    expect(indexOf(app).toLowerCase()).not.toContain('quintes')
    expect((await seek(app, 'nobody', { states: ['intake'] })).hits).toHaveLength(1)
  })

  it('keeps a word as long as one thing has it', async () => {
    const app = await started('The warehouse')
    const { caseId } = await app.get('case.start', {
      intake: intake({ account: 'Near the warehouse' }),
      fileId: null,
    })
    await app.get('case.change', { caseId: app.caseId, intake: intake({ account: 'The house' }) })
    expect((await seek(app, 'warehouse')).hits.map(hit => hit.caseId)).toEqual([caseId])
  })

  it('never has a name of somebody identified', async () => {
    const app = await started('Neutral')
    const { personId } = await app.get('person.add', { caseId: app.caseId, person: aPerson() })
    await app.get('person.identify', {
      personId,
      identity: { name: 'Quintessenza Volkova', otherNames: '', contact: '', documents: '' },
      basis: 'She asked us to keep it while she is abroad',
    })
    await readAll(app)
    expect(indexOf(app).toLowerCase()).not.toContain('quintes')
    expect((await seek(app, 'Volkova')).hits).toEqual([])
  })

  it('takes every word of a case away when it is limited to named people, and shows it to them alone', async () => {
    const app = await withCase()
    await tells(app, 'Quintessenza')
    expect((await seek(app, 'quintess')).hits).toHaveLength(1)
    await limits(app)
    expect(indexOf(app).toLowerCase()).not.toContain('quintes')
    await readAll(app)
    expect(indexOf(app).toLowerCase()).not.toContain('quintes')
    expect((await seek(app, 'quintess')).hits).toMatchObject([{ kind: 'case', caseId: app.caseId }])
    await sits(app, 'FR-1')
    await readAll(app)
    expect((await seek(app, 'quintess')).hits).toEqual([])
    await sits(app, 'HOP-1')
    await readAll(app)
    expect((await seek(app, 'quintess')).hits).toHaveLength(1)
  })

  it('finds what named people write into their case, as soon as it is written', async () => {
    const app = await withCase()
    await limits(app)
    await readAll(app)
    await app.get('person.add', { caseId: app.caseId, person: aPerson({ note: 'Zanzibarian cousin' }) })
    expect((await seek(app, 'zanzibar')).hits).toMatchObject([{ kind: 'person', caseId: app.caseId }])
    expect(indexOf(app).toLowerCase()).not.toContain('zanzib')
  })

  it('loses nothing of what stands, whatever is written and written over', { timeout: 120_000 }, async () => {
    const words = fc.constantFrom('alpha', 'beta', 'gamma', 'дельта', 'محكمة', '维权律师', 'épsilon', 'zeta')
    const account = fc.array(words, { maxLength: 4 }).map(said => said.join(' '))
    const step = fc.record({ at: fc.nat({ max: 3 }), account })
    const app = testApp()
    await app.create()
    const ids: string[] = []
    for (let i = 0; i < 4; i++)
      ids.push((await app.get('case.start', { intake: intake(), fileId: null })).caseId)
    const now = new Map(ids.map(id => [id, '']))
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async steps => {
        for (const { at, account } of steps) {
          const caseId = ids[at]! as never
          await app.get('case.change', { caseId, intake: intake({ account }) })
          now.set(caseId, account)
        }
        for (const word of ['alpha', 'beta', 'дельт', 'محكمه', '权律', 'epsilon']) {
          const expected = [...now].filter(([, said]) => said.includes(standing(word))).map(([id]) => id)
          const { hits } = await seek(app, word)
          expect(hits.map(hit => hit.caseId as string).toSorted()).toEqual(expected.toSorted())
        }
        const kept = indexOf(app)
        for (const word of ['alpha', 'gamma', 'zeta'])
          expect(kept.includes(word)).toBe([...now.values()].some(said => said.includes(word)))
      }),
      { numRuns: 15 },
    )
  })
})

/** How the words of the property are written. */
const standing = (typed: string) =>
  ({ дельт: 'дельта', محكمه: 'محكمة', 权律: '维权律师', epsilon: 'épsilon' })[typed] ?? typed

/** The same intake with another account. */
async function tells(app: TestApp & { readonly caseId: CaseId }, account: string): Promise<void> {
  const { case: file } = await app.get('case.view', { caseId: app.caseId })
  const { id: _i, code: _c, state: _s, startedAt: _b, changedAt: _e, ...before } = file
  await app.get('case.change', { caseId: app.caseId, intake: { ...before, account } })
}
