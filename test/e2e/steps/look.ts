import type { Page } from 'playwright-core'
import { words } from './words.ts'

/** How the window looks. */
export interface Look {
  readonly language: 'en' | 'ar'
  readonly theme: 'light' | 'dark'
}

export const looks: readonly Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'ar', theme: 'light' },
  { language: 'ar', theme: 'dark' },
]

/** Asks the vault process as the page does. */
export function ask(page: Page, name: string, input: unknown = {}): Promise<unknown> {
  return page.evaluate(
    ([name, input]) =>
      (
        globalThis as unknown as { vigil: { call(name: string, input: unknown): Promise<unknown> } }
      ).vigil.call(name, input),
    [name, input] as const,
  )
}

/** Shows the window in a language and in light or dark; the page is loaded again where it stands. */
export async function wear(page: Page, look: Look): Promise<void> {
  await ask(page, 'vault.setPreferences', look)
  await page.reload()
  await page.locator(`html[lang^="${look.language}"]`).waitFor()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** Goes to an address inside the window, as if a link to it were pressed, and waits for its title. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(address => void (location.hash = address), address)
  await page.waitForFunction(address => decodeURIComponent(location.hash) === `#${address}`, address)
  await settled(page)
}

/** Waits until there is a title and nothing says that it is still at work. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const quiet = () => resolve()
        let timer = setTimeout(quiet, 120)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(quiet, 120)
        }).observe(document.body, { childList: true, subtree: true, characterData: true })
        setTimeout(quiet, 3_000)
      }),
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Where the window stands: the address after the `#`. */
export const addressOf = (page: Page): Promise<string> => page.evaluate(() => location.hash.slice(1))

/** Opens a place of the rail. */
export const goToPlace = (page: Page, key: string): Promise<void> =>
  page
    .getByRole('navigation', { name: words('app.places') })
    .getByRole('link', { name: words(key) })
    .click()
