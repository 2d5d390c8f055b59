import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { intake, passphrase, testApp } from '../support.ts'
import { copyTo, deskWithCase, drill, newStick, restore } from './place.ts'

describe('rehearsing to open a copy', () => {
  it('proves it, and says what was recorded since', async () => {
    const desk = await deskWithCase()
    const path = await copyTo(desk)
    await desk.get('case.start', { intake: intake(), fileId: null })
    desk.moveTo('2026-03-09T12:00:00.000Z')
    expect(await drill(desk, path)).toMatchObject({
      ok: true,
      value: { copyMadeAt: '2026-03-02T12:00:00.000Z', entries: 2, cases: 1, since: 1 },
    })
    const { drills, standing } = await desk.get('vault.copies', {})
    expect(drills[0]).toMatchObject({ result: 'proved', doneBy: 'FP-1', entries: 2 })
    expect(standing).toMatchObject({ drill: 'fresh', drillDays: 0, copy: 'fresh', copyDays: 7 })
  })

  it('leaves nothing behind and the vault open', async () => {
    const desk = await deskWithCase()
    const path = await copyTo(desk)
    await drill(desk, path)
    expect(readdirSync(dirname(desk.folder))).toEqual([basename(desk.folder)])
    expect(readdirSync(dirname(path))).toEqual([basename(path)])
    expect((await desk.get('case.list', {})).lines).toHaveLength(1)
  })

  it('with a wrong passphrase says so and is kept nowhere', async () => {
    const desk = await deskWithCase()
    const path = await copyTo(desk)
    const wrong = new TextEncoder().encode('not the passphrase of that day at all')
    expect(await drill(desk, path, wrong)).toMatchObject({ code: 'vault/wrong-passphrase' })
    expect((await desk.get('vault.copies', {})).drills).toEqual([])
  })

  it('slows down whoever tries passphrases on a copy', async () => {
    const desk = await deskWithCase()
    const path = await copyTo(desk)
    const wrong = () => new TextEncoder().encode('not the passphrase of that day at all')
    for (let tries = 0; tries < 3; tries++) await drill(desk, path, wrong())
    expect(await drill(desk, path, wrong())).toMatchObject({ code: 'vault/try-later' })
  })

  it('of a damaged copy is kept as such, until another one is proved', async () => {
    const desk = await deskWithCase()
    const path = await copyTo(desk)
    const good = readFileSync(path)
    const bad = Buffer.from(good)
    bad[200_000]! ^= 1
    writeFileSync(path, bad)
    expect(await drill(desk, path)).toMatchObject({ code: 'copies/damaged' })
    expect(await desk.get('vault.copies', {})).toMatchObject({
      standing: { drill: 'failed' },
      drills: [{ result: 'damaged', entries: null }],
    })
    desk.moveTo('2026-03-03T12:00:00.000Z')
    writeFileSync(path, good)
    await drill(desk, path)
    expect(await desk.get('vault.copies', {})).toMatchObject({ standing: { drill: 'fresh' } })
  })

  it('of a copy of another vault says so', async () => {
    const desk = await deskWithCase()
    const other = await deskWithCase('2026-02-01T12:00:00.000Z')
    expect(await drill(desk, await copyTo(other))).toMatchObject({ code: 'copies/other-vault' })
  })

  it('of a copy from a past this vault does not have says so', async () => {
    const desk = await deskWithCase()
    const early = await copyTo(desk)
    const other = testApp('2026-03-05T08:00:00.000Z')
    await restore(other, early)
    await other.unlock()
    const branched = await copyTo(other)
    await desk.get('case.start', { intake: intake(), fileId: null })
    await desk.get('case.start', { intake: intake(), fileId: null })
    expect(await drill(desk, branched)).toMatchObject({ code: 'copies/went-apart' })
    expect((await desk.get('vault.copies', {})).drills[0]).toMatchObject({ result: 'differs' })
  })

  it('of a file that is no copy says so', async () => {
    const desk = await deskWithCase()
    const path = join(newStick(), 'letter.vgb')
    writeFileSync(path, 'dear all, this is no copy of anything')
    expect(await drill(desk, path)).toMatchObject({ code: 'copies/not-a-copy' })
  })

  it('of a copy of a newer Vigil says so', async () => {
    const desk = await deskWithCase()
    const path = await copyTo(desk)
    const bytes = readFileSync(path)
    bytes.write('VIGILVB2')
    writeFileSync(path, bytes)
    expect(await drill(desk, path)).toMatchObject({ code: 'copies/newer-than-app' })
  })

  it('of a copy on a stick that was taken out says so', async () => {
    const desk = await deskWithCase()
    const path = await copyTo(desk)
    const stick = dirname(path)
    desk.shell.dialogs.push(path)
    const { fileId } = (await desk.get('vault.chooseCopy', {}))!
    rmSync(stick, { recursive: true })
    expect(await desk.call('vault.drill', { fileId, passphrase: passphrase() })).toMatchObject({
      code: 'file/gone',
    })
  })
})
