import { describe, expect, it } from 'vitest'
import { bringUpAtRest } from '../../main/upToDate.ts'
import { everyRow } from '../access/support.ts'
import { seek } from '../search/support.ts'
import { intake, person, testApp, type TestApp } from '../support.ts'

const dbOf = ({ app }: TestApp) => app.desk.vault!.db

const waiting = (desk: TestApp): unknown[] =>
  ['line_stale', 'search_stale'].map(table =>
    dbOf(desk).prepare(`SELECT count(*) FROM main.${table}`).pluck().get(),
  )

const withOne = async () => {
  const desk = testApp()
  await desk.create()
  const { caseId } = await desk.get('case.start', {
    intake: intake({ account: 'Near the warehouse' }),
    fileId: null,
  })
  bringUpAtRest(desk.app)
  return { ...desk, caseId }
}

const tells = (desk: Awaited<ReturnType<typeof withOne>>, account: string) =>
  desk.get('case.change', { caseId: desk.caseId, intake: intake({ account }) })

describe('what is made of a change', () => {
  it('is left to a moment at which nobody asks anything, and then nothing waits', async () => {
    const desk = await withOne()
    expect(waiting(desk)).toEqual([0, 0])
    await tells(desk, 'Near the warehouse again')
    await desk.get('person.add', { caseId: desk.caseId, person: person() })
    expect(waiting(desk)).not.toEqual([0, 0])
    bringUpAtRest(desk.app)
    expect(waiting(desk)).toEqual([0, 0])
    expect((await desk.get('case.list', {})).lines).toMatchObject([{ id: desk.caseId, persons: 1 }])
    expect((await seek(desk, 'again')).hits).toHaveLength(1)
  })

  it('is there for whoever asks first, also when the vault was closed in between', async () => {
    const desk = await withOne()
    await tells(desk, 'Near the harbour')
    await desk.get('person.add', { caseId: desk.caseId, person: person() })
    await desk.get('vault.lock', {})
    await desk.unlock()
    expect(waiting(desk)).not.toEqual([0, 0])
    expect((await seek(desk, 'warehouse')).hits).toEqual([])
    expect(await seek(desk, 'harbour')).toMatchObject({ hits: [{ caseId: desk.caseId }], behind: 0 })
    const page = await desk.get('case.list', {})
    expect(page).toMatchObject({ behind: 0, lines: [{ id: desk.caseId, persons: 1 }] })
  })

  it('never keeps a word that a text lost, though nobody asked yet', async () => {
    const desk = await withOne()
    const words = () => dbOf(desk).prepare('SELECT word FROM main.search_word').pluck().all()
    expect(words()).toContain('warehouse')
    await tells(desk, 'Near the harbour')
    expect(words()).not.toContain('warehouse')
    const kept = everyRow(desk).filter(({ table }) => table.startsWith('search_'))
    expect(kept.filter(({ text }) => text.includes('wareh'))).toEqual([])
  })

  it('is no part of the record', async () => {
    const desk = await withOne()
    const entries = () => dbOf(desk).prepare('SELECT count(*) FROM entry').pluck().get()
    await tells(desk, 'Near the harbour')
    const before = entries()
    bringUpAtRest(desk.app)
    expect(entries()).toBe(before)
    expect((await desk.get('record.verify', {})).brokenAt).toBeNull()
  })
})
