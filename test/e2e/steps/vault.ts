import type { Page } from 'playwright-core'
import { field, follow, press, titled, type } from './hands.ts'
import { words } from './words.ts'

/** From the first screen to an open desk: who works here, the six words that are offered, typed back. */
export async function createVault(page: Page, officer = 'FP-1'): Promise<string> {
  await follow(page, 'welcome.create')
  await type(page, 'create.officer', officer)
  const passphrase = await takeOfferedWords(page)
  await press(page, 'create.make')
  await page.getByRole('navigation', { name: words('app.places') }).waitFor()
  return passphrase
}

/** Reads the six words, says they are written down, and types them back. */
export async function takeOfferedWords(page: Page): Promise<string> {
  const list = page.getByRole('list', { name: words('passphrase.words') })
  await list.getByRole('listitem').nth(5).waitFor()
  const passphrase = (await list.getByRole('listitem').allInnerTexts()).map(word => word.trim()).join(' ')
  await press(page, 'passphrase.written')
  await type(page, 'passphrase.back', passphrase)
  return passphrase
}

/** Opens a locked vault. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  await tryToUnlock(page, passphrase)
  await page.getByRole('navigation', { name: words('app.places') }).waitFor()
}

/** Types a passphrase and presses the button, whatever comes of it. */
export async function tryToUnlock(page: Page, passphrase: string): Promise<void> {
  await titled(page, 'unlock.title')
  await type(page, 'unlock.passphrase', passphrase)
  await press(page, 'unlock.open')
}

/** Waits until the window shows that the vault is locked. */
export async function isLocked(page: Page): Promise<void> {
  await field(page, 'unlock.passphrase').waitFor()
}

/** The key that locks from everywhere. */
export async function lockWithKey(page: Page): Promise<void> {
  await page.keyboard.press('F9')
  await isLocked(page)
}

export async function lockWithButton(page: Page): Promise<void> {
  // The button says its key, too.
  await page.getByRole('button', { name: new RegExp(`^${words('app.lock')}`) }).click()
  await isLocked(page)
}
