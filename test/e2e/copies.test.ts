import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, goTo } from './steps/look.ts'
import { field, press, reads } from './steps/hands.ts'
import { startCaseFromConversation } from './steps/intake.ts'
import { keyboardOf } from './steps/keyboard.ts'
import { makeRoom } from './steps/room.ts'
import { createVault, isLocked, tryToUnlock, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'
import type { Launched } from './launch.ts'

/* A laptop can be lost: the vault goes onto a stick, opening it is rehearsed, and another machine has the cases. */

const room = makeRoom()
const stick = join(room.desk, 'stick')
const copy = join(stick, 'kx93mqpa.vgb')
let vigil: Launched
let passphrase = ''

beforeAll(async () => {
  room.enter()
  mkdirSync(stick, { recursive: true })
  vigil = await openWindow({ vaultFolder: join(room.desk, 'lost laptop', 'vault') })
  passphrase = await createVault(vigil.page)
  await startCaseFromConversation(vigil.page, {
    account: 'Somebody stood at the gate.',
    dangerWhy: 'They came back.',
  })
})
afterAll(async () => {
  await vigil.close()
  room.leave()
  room.remove()
})

const casesIn = async ({ page }: Launched) => {
  const reply = (await ask(page, 'case.list', {})) as {
    readonly ok: boolean
    readonly value: { readonly total: number }
  }
  return reply.ok ? reply.value.total : reply
}

describe('a lost laptop', () => {
  it('left a copy behind, made by keyboard alone, read back and opened before it was called made', async () => {
    const { page } = vigil
    await goTo(page, '/vault/copies')
    const keys = keyboardOf(page)
    await keys.to(words('copies.label.ask'))
    await keys.type('blue stick')
    vigil.answer(copy)
    await keys.press('Enter')
    await reads(page, words('copies.made.title'))
    await reads(page, 'blue stick')
    expect(readdirSync(stick)).toEqual(['kx93mqpa.vgb'])
  })

  it('was not the first time that anybody opened it: that was rehearsed', async () => {
    const { page } = vigil
    await goTo(page, '/vault/copies/drill')
    const keys = keyboardOf(page)
    vigil.answer(copy)
    await keys.go('copies.choose')
    await reads(page, 'kx93mqpa.vgb')
    await keys.to(words('drill.passphrase'))
    await keys.type(passphrase)
    await keys.press('Enter')
    await reads(page, words('drill.proved'))
    expect(readdirSync(join(room.desk, 'lost laptop')).filter(name => name.includes('checking'))).toEqual([])
  })

  it('is opened on another machine by keyboard alone, and the cases are there', async () => {
    await vigil.close()
    rmSync(join(room.desk, 'lost laptop'), { recursive: true })
    vigil = await openWindow({ vaultFolder: join(room.desk, 'another laptop', 'vault') })
    const keys = keyboardOf(vigil.page)
    await vigil.page.getByRole('link', { name: words('restore.link') }).waitFor()
    await keys.go('restore.link')
    await vigil.page.getByRole('heading', { name: words('restore.title') }).waitFor()
    vigil.answer(copy)
    await keys.go('copies.choose')
    await reads(vigil.page, 'kx93mqpa.vgb')
    await keys.go('restore.do')
    await field(vigil.page, 'unlock.passphrase').waitFor()
    await reads(vigil.page, words('restore.unproved'))
    await keys.to(words('unlock.passphrase'))
    await keys.type(passphrase)
    await keys.press('Enter')
    await vigil.page.getByRole('navigation', { name: words('app.places') }).waitFor()
    expect(await casesIn(vigil)).toBe(1)
  })

  it('and its vault is the one of this machine from then on', async () => {
    await vigil.lock('asked')
    await isLocked(vigil.page)
    await unlock(vigil.page, passphrase)
    expect(await casesIn(vigil)).toBe(1)
  })

  it('gave nobody the vault who did not know the passphrase', async () => {
    await vigil.lock('asked')
    await goTo(vigil.page, '/restore')
    vigil.answer(copy)
    await press(vigil.page, 'copies.choose')
    await reads(vigil.page, 'kx93mqpa.vgb')
    await press(vigil.page, 'restore.do')
    await reads(vigil.page, words('restore.unproved'))
    await tryToUnlock(vigil.page, 'four grey donkeys walked to the well')
    await reads(vigil.page, words('refusal.vault/wrong-passphrase'))
    expect(existsSync(join(room.desk, 'another laptop', 'vault-restored-1'))).toBe(true)
  })
})
