import { describe, expect, it } from 'vitest'
import { indexVersion } from '../../main/search/keep.ts'
import { sources } from '../../main/search/sources.ts'
import { tableSlots, watched } from '../../main/db/migrations/0024-search.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import { emptyOf } from '../../main/db/shape.ts'
import { apartTable } from '../../main/db/apartTables.ts'
import { intake, testApp, type TestApp } from '../support.ts'
import { everyRow, load } from '../access/support.ts'
import { answer, ask, told } from '../retention/support.ts'
import { readAll, seek } from './support.ts'

/** Makes the vault as one that was never searched, or whose index another Vigil made. */
function forgetIndex({ app }: TestApp, version: number | null): void {
  const db = app.desk.vault!.db
  if (version !== null) return void db.prepare('UPDATE main.search_begun SET version = ?').run(version)
  for (const name of [
    'search_item',
    'search_word',
    'search_sound',
    'search_stale',
    'search_begun',
    'search_fts',
  ])
    db.exec(
      name === 'search_fts'
        ? `INSERT INTO search_fts (search_fts) VALUES ('delete-all')`
        : `DELETE FROM ${name}`,
    )
}

const everything = ({ app }: TestApp) => {
  const db = app.desk.vault!.db
  const items = db.prepare('SELECT place, case_no FROM search_item ORDER BY place').all()
  const words = db.prepare('SELECT word FROM search_word ORDER BY word').pluck().all()
  return { items, words }
}

describe('reading on', () => {
  it('finds in an old vault what was written before there was a search', { timeout: 60_000 }, async () => {
    const app = testApp()
    await app.create()
    await load(app, 'P14')
    await readAll(app)
    const before = everything(app)
    expect(before.items.length).toBeGreaterThan(10)
    forgetIndex(app, null)
    expect(await seek(app, 'the')).toMatchObject({ hits: [], behind: 1 })
    await readAll(app)
    expect(everything(app)).toEqual(before)
  })

  it('makes an index anew that another version made', { timeout: 60_000 }, async () => {
    const app = testApp()
    await app.create()
    await app.get('case.start', { intake: intake({ account: 'The warehouse' }), fileId: null })
    forgetIndex(app, indexVersion + 1)
    expect((await seek(app, 'warehouse')).hits).toEqual([])
    await app.get('case.start', { intake: intake({ account: 'Another one' }), fileId: null })
    await readAll(app)
    expect((await seek(app, 'warehouse')).hits).toHaveLength(1)
  })

  it('says how much is not read yet, and reads it in slices', { timeout: 60_000 }, async () => {
    const app = testApp()
    await app.create()
    await readAll(app)
    const db = app.app.desk.vault!.db
    const mark = db.prepare(`INSERT INTO search_stale (stands, place) VALUES (0, ?)`)
    for (let i = 0; i < 400; i++) mark.run((1000 + i) * tableSlots)
    expect((await seek(app, 'nobody')).behind).toBe(400)
    const { behind } = await app.get('search.keepUp', {})
    expect(behind).toBeLessThan(400)
    await readAll(app)
    expect((await seek(app, 'nobody')).behind).toBe(0)
  })

  it('watches every table it reads, and each of them is sealed with its case', () => {
    expect(watched.map(({ name }) => name)).toEqual(sources.map(({ table }) => table))
    for (const { table, caseColumn } of sources) expect(apartTable(table)?.caseColumn).toBe(caseColumn)
  })

  it('watches every column of which it shows something, and no other', () => {
    const db = emptyOf(migrations.length)
    for (const { table, texts, label } of sources) {
      const watching = watched.find(({ name }) => name === table)?.columns ?? []
      const all = db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[]
      const shown = all.filter(name => !/^(?:id|.*_id)$/.test(name) && isIn(name, [label, ...texts]))
      expect([...watching].filter(name => name !== 'state').toSorted()).toEqual(shown.toSorted())
    }
    db.close()
  })

  it('leaves nothing in the index of a case that was destroyed', { timeout: 60_000 }, async () => {
    const here = await told()
    await readAll(here)
    const indexOf = () =>
      everyRow(here)
        .filter(({ table }) => table.startsWith('search_') && table !== 'search_fts_config')
        .map(({ text }) => text.toLowerCase())
        .join(' ')
    expect(indexOf()).toContain('marker')
    await ask(here)
    await answer(here, true)
    expect(indexOf()).not.toContain('marker')
    expect(everything(here)).toEqual({ items: [], words: [] })
  })
})

/** Whether SQL expressions name a column, not as a field of something else nor in a text. */
const isIn = (column: string, expressions: readonly string[]) =>
  expressions.some(sql =>
    new RegExp(`(?<![\\w.$}'])${column}\\b`).test(sql.replaceAll(/\(SELECT label.*?\)/g, '')),
  )
