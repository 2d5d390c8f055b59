import type { Page } from 'playwright-core'
import type { Duty } from '../../../shared/vault/model.ts'
import { follow, press, tick, titled, type } from './hands.ts'
import { goToPlace } from './look.ts'
import { lockWithKey, takeOfferedWords, unlock } from './vault.ts'
import { words } from './words.ts'

/** Adds one more person to the vault, who takes the words that are offered. @returns their passphrase. */
export async function addToVault(
  page: Page,
  { role, duty }: { readonly role: string; readonly duty: Duty },
): Promise<string> {
  await goToPlace(page, 'app.vault')
  await follow(page.getByRole('main'), 'people.open')
  await follow(page.getByRole('main'), 'people.add')
  await type(page, 'people.theirRole', role)
  await tick(page, 'people.duties', [words(`duty.${duty}`)])
  await press(page, 'people.handOver')
  const passphrase = await takeOfferedWords(page)
  await press(page, 'people.add.do')
  await titled(page, 'people.title')
  await page.getByRole('table').getByText(role, { exact: true }).waitFor()
  return passphrase
}

/** Locks with the key and hands the laptop on: somebody else opens the same vault with their own passphrase. */
export async function handOn(page: Page, passphrase: string, role: string): Promise<void> {
  await lockWithKey(page)
  await unlock(page, passphrase)
  await page.getByText(role, { exact: true }).first().waitFor()
  // Whoever was here before stands where they left.
  await goToPlace(page, 'app.today')
  await titled(page, 'today.title')
}

/** A table of things that wait, on the page where the day begins. */
export const waiting = (page: Page, key: string) => page.getByRole('table', { name: words(key), exact: true })

/** Opens the one line of a table of things that wait. */
export async function openWaiting(page: Page, key: string, line: string): Promise<void> {
  await waiting(page, key)
    .getByRole('link', { name: new RegExp(line) })
    .first()
    .click()
}
