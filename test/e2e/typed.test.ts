import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Launched } from './launch.ts'
import { startCaseFromConversation } from './steps/intake.ts'
import { screensOf } from './steps/places.ts'
import { plant } from './steps/planted.ts'
import { makeRoom } from './steps/room.ts'
import { createVault, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'

/* On every screen there is: whatever is half typed when the vault locks stands there again, in its field. */

const room = makeRoom()
const planted = plant()
let vigil: Launched
let passphrase = ''
let caseId = ''

beforeAll(async () => {
  room.enter()
  mkdirSync(room.desk, { recursive: true })
  vigil = await openWindow({ vaultFolder: join(room.desk, 'vault') })
  passphrase = await createVault(vigil.page)
  caseId = await startCaseFromConversation(vigil.page, {
    account: planted.at('account'),
    dangerWhy: planted.at('why in danger'),
  })
})
afterAll(async () => {
  await vigil.close()
  room.leave()
  room.remove()
})

/** Fields to type words into. A list that can be narrowed keeps what was chosen, and the word that erases nothing. */
const boxes = (page: Page) =>
  page
    .locator('main input[type=text], main input[type=search], main textarea')
    .and(page.locator(':not([role=combobox]):not([readonly]):not([disabled]):not(#erase-word)'))
    .filter({ visible: true })

const valuesOf = (page: Page) =>
  boxes(page).evaluateAll(all => all.map(one => (one as HTMLInputElement | HTMLTextAreaElement).value))

/** Types half a word into every field of the screen; says what the fields hold then. */
async function typeEverywhere(page: Page): Promise<string[]> {
  const count = Math.min(await boxes(page).count(), 8)
  for (let index = 0; index < count; index++) {
    await boxes(page).nth(index).click()
    await page.keyboard.type(`half ${index}`)
  }
  return valuesOf(page)
}

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate(to => void (location.hash = to), address)
  await page.locator('h1').first().waitFor()
  await page.waitForTimeout(300)
}

it(
  'brings back every word on every screen, to its field',
  async () => {
    const { page } = vigil
    const screens = await screensOf(page, caseId)
    let tried = 0
    for (const { name, address } of screens) {
      await go(page, address)
      if ((await boxes(page).count()) === 0) continue
      const typed = await typeEverywhere(page)
      await vigil.lock('idle')
      await unlock(page, passphrase)
      await expect.poll(() => valuesOf(page), { timeout: 10_000, message: name }).toEqual(typed)
      tried += 1
    }
    expect(tried).toBeGreaterThan(15)
  },
  20 * 60_000,
)
