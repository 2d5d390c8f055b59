import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Launched } from './launch.ts'
import { wrongWith } from './steps/axe.ts'
import { get } from './steps/get.ts'
import { press, reads, titled } from './steps/hands.ts'
import { startCaseFromConversation } from './steps/intake.ts'
import { keyboardOf } from './steps/keyboard.ts'
import { makeRoom } from './steps/room.ts'
import { createVault, isLocked, lockWithKey, tryToUnlock, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* A vault with a damaged page: what is wrong is said, everything is copied, what can be read is rescued, the cases are there. */

const room = makeRoom()
const vaultFolder = join(room.desk, 'vault')
const shelf = join(room.desk, 'shelf')
let vigil: Launched
let passphrase = ''
let damaged = Buffer.alloc(0)

const pageBytes = 4096

/** What was read out a moment ago stands in the page for some seconds, without what it was about. */
const silent = (page: Page) =>
  page.waitForFunction(() => document.querySelector('[data-live-announcer] [role=img]') === null)

/** Turns one bit of the ninth page of the cases. */
function damageOnePage(): void {
  const path = join(vaultFolder, 'case.db')
  damaged = readFileSync(path)
  damaged[8 * pageBytes + 100] = (damaged[8 * pageBytes + 100] ?? 0) ^ 1
  writeFileSync(path, damaged)
}

beforeAll(async () => {
  room.enter()
  mkdirSync(shelf, { recursive: true })
  vigil = await openWindow({ vaultFolder })
  passphrase = await createVault(vigil.page)
  await startCaseFromConversation(vigil.page, { account: 'They came twice.', dangerWhy: 'They know where.' })
  await lockWithKey(vigil.page)
  damageOnePage()
})
afterAll(async () => {
  await vigil.close()
  room.leave()
  room.remove()
})

describe('a vault with a damaged page', () => {
  it('says what is damaged, and leads to what can be done', async () => {
    const { page } = vigil
    await tryToUnlock(page, passphrase)
    const pages = damaged.length / pageBytes
    await reads(page, words('refusal.vault/pages-damaged', { damaged: 1, pages }))
    await keyboardOf(page).go('refusalPlace.damage')
    await titled(page, 'damage.title')
    await reads(page, words('damage.database.pages', { damaged: 1, pages }))
    await silent(page)
    expect(await wrongWith(page)).toEqual([])
  })

  it('is copied as it is, byte by byte', async () => {
    vigil.answer(shelf)
    await press(vigil.page, 'rescue.copy.do')
    await reads(vigil.page, 'vault-as-it-is.vigil')
    expect(readFileSync(join(shelf, 'vault-as-it-is.vigil', 'case.db'))).toEqual(damaged)
  })

  it('is rescued into a new vault, which opens with the same passphrase and holds the case', async () => {
    const { page } = vigil
    vigil.answer(shelf)
    await press(page, 'rescue.do')
    await page.getByRole('button', { name: words('rescue.use'), exact: true }).waitFor()
    await silent(page)
    expect(await wrongWith(page)).toEqual([])
    await press(page, 'rescue.use')
    await isLocked(page)
    await unlock(page, passphrase)
    expect((await get(page, 'case.list', {})).lines).toHaveLength(1)
    expect(await get(page, 'record.verify', {})).toMatchObject({ brokenAt: null })
    expect(readdirSync(shelf).toSorted()).toEqual(['rescued.vigil', 'vault-as-it-is.vigil'])
    expect(readFileSync(join(vaultFolder, 'case.db'))).toEqual(damaged)
  })
})
