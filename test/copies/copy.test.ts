import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { intake, testApp } from '../support.ts'
import { copyTo, deskWithCase, newStick } from './place.ts'

describe('a copy of the vault', () => {
  it('is one file under the name somebody chose, and nothing beside it', async () => {
    const desk = await deskWithCase()
    const stick = newStick()
    const path = await copyTo(desk, stick)
    expect(readdirSync(stick)).toEqual([basename(path)])
    expect(readdirSync(dirname(desk.folder))).toEqual([basename(desk.folder)])
  })

  it('is listed with who made it, when, on what and how much is in it', async () => {
    const desk = await deskWithCase()
    const path = await copyTo(desk)
    const { copies } = await desk.get('vault.copies', {})
    expect(copies).toHaveLength(1)
    expect(copies[0]).toMatchObject({
      madeBy: 'FP-1',
      madeAt: '2026-03-02T12:00:00.000Z',
      label: 'blue stick',
      bytes: statSync(path).size,
      entries: 2,
    })
  })

  it('is an entry of the record that says nothing of where it is', async () => {
    const desk = await deskWithCase()
    const path = await copyTo(desk)
    const [entry] = await desk.get('record.list', { caseId: null, before: null })
    expect(entry?.operation).toBe('vault.makeCopy')
    const changes = await desk.get('record.changes', { seq: entry!.seq })
    expect(JSON.stringify(changes)).not.toContain(basename(path))
    expect(JSON.stringify(changes)).not.toContain(dirname(path))
  })

  it('shows neither a date, nor a role, nor anything of a database in clear', async () => {
    const desk = await deskWithCase()
    const bytes = readFileSync(await copyTo(desk))
    for (const clear of ['2026-03', 'SQLite format', 'FP-1', 'case_file', 'blue stick'])
      expect(bytes.includes(clear)).toBe(false)
  })

  it('has the same size when a little more is in the vault', async () => {
    const desk = await deskWithCase()
    const first = statSync(await copyTo(desk)).size
    await desk.get('case.start', { intake: intake(), fileId: null })
    expect(statSync(await copyTo(desk)).size).toBe(first)
  })

  it('is not made when the dialog is closed', async () => {
    const desk = await deskWithCase()
    desk.shell.dialogs.push(null)
    expect(await desk.get('vault.makeCopy', { label: '' })).toBeNull()
    expect((await desk.get('vault.copies', {})).copies).toEqual([])
  })

  it('is not put into the folder of the vault itself', async () => {
    const desk = await deskWithCase()
    desk.shell.dialogs.push(join(desk.folder, 'copy.vgb'))
    expect(await desk.call('vault.makeCopy', { label: '' })).toMatchObject({ code: 'copies/in-the-vault' })
  })

  it('is refused where nothing can be written, and what stood there still does', async () => {
    const desk = await deskWithCase()
    desk.shell.dialogs.push(join(newStick(), 'gone', 'copy.vgb'))
    expect(await desk.call('vault.makeCopy', { label: '' })).toMatchObject({ code: 'file/cannot-write' })
    expect((await desk.get('vault.copies', {})).copies).toEqual([])
  })

  it('needs an open vault', async () => {
    expect(await testApp().call('vault.makeCopy', { label: '' })).toMatchObject({ code: 'vault/locked' })
  })

  it('is not called made when the record in it does not fit together', async () => {
    const desk = await deskWithCase()
    const { db } = desk.app.desk.vault!
    db.exec(`DROP TRIGGER entry_is_never_changed; UPDATE entry SET actor = 'somebody else' WHERE seq = 1`)
    const path = join(newStick(), 'copy.vgb')
    desk.shell.dialogs.push(path)
    expect(await desk.call('vault.makeCopy', { label: '' })).toMatchObject({ code: 'copies/record-broken' })
    expect(existsSync(path)).toBe(false)
  })

  it('can be stopped, and leaves nothing behind', async () => {
    const desk = await deskWithCase()
    const path = join(newStick(), 'copy.vgb')
    writeFileSync(path, 'what stood there')
    desk.shell.dialogs.push(path)
    const making = desk.call('vault.makeCopy', { label: '' })
    while ((await desk.get('vault.copyProgress', {})) === null) await turn()
    await desk.get('vault.stopCopy', {})
    expect(await making).toMatchObject({ code: 'copies/stopped' })
    expect(readdirSync(dirname(path))).toEqual(['copy.vgb'])
    expect(readFileSync(path, 'utf8')).toBe('what stood there')
    expect(readdirSync(dirname(desk.folder))).toEqual([basename(desk.folder)])
  })

  it('is made one at a time', async () => {
    const desk = await deskWithCase()
    desk.shell.dialogs.push(join(newStick(), 'one.vgb'), join(newStick(), 'two.vgb'))
    const first = desk.call('vault.makeCopy', { label: '' })
    while ((await desk.get('vault.copyProgress', {})) === null) await turn()
    expect(await desk.call('vault.makeCopy', { label: '' })).toMatchObject({ code: 'copies/one-at-a-time' })
    expect(await first).toMatchObject({ ok: true })
  })

  it('is not made when the vault is locked meanwhile', async () => {
    const desk = await deskWithCase()
    const path = join(newStick(), 'copy.vgb')
    desk.shell.dialogs.push(path)
    const making = desk.call('vault.makeCopy', { label: '' })
    while ((await desk.get('vault.copyProgress', {})) === null) await turn()
    await desk.get('vault.lock', {})
    expect(await making).toMatchObject({ ok: false })
    expect(existsSync(path)).toBe(false)
  })

  it('holds what was written while it was being made, or what stood before, and never half of it', async () => {
    const desk = await deskWithCase()
    const path = join(newStick(), 'copy.vgb')
    desk.shell.dialogs.push(path)
    const making = desk.get('vault.makeCopy', { label: '' })
    while ((await desk.get('vault.copyProgress', {})) === null) await turn()
    for (let number = 0; (await desk.get('vault.copyProgress', {})) !== null; number++) {
      await desk.get('vault.keepDraft', { key: `draft-${number}`, value: 'x'.repeat(20_000) })
      await turn()
    }
    expect(await making).toMatchObject({ entries: 2 })
  })
})

const turn = () => new Promise(resolve => setTimeout(resolve, 1))
