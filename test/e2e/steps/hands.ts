import type { Locator, Page } from 'playwright-core'
import { words, wordsLike } from './words.ts'

/** Where something is done: the page, or a part of it. */
export type Place = Page | Locator

const pageOf = (place: Place): Page => ('page' in place ? place.page() : place)

/** A button, by the key of its name. */
export const button = (place: Place, key: string): Locator =>
  place.getByRole('button', { name: words(key), exact: true })

/** A link, by the key of its name. */
export const link = (place: Place, key: string): Locator =>
  place.getByRole('link', { name: words(key), exact: true })

/** A field to type into, by the key of its label. */
export const field = (place: Place, key: string): Locator => fieldNamed(place, words(key))

/** A field to type into, by the words of its label. */
export const fieldNamed = (place: Place, name: string): Locator =>
  place.getByLabel(startingWith(name)).and(pageOf(place).locator('input, textarea'))

/** Labels may be followed by "(optional)". */
export const startingWith = (text: string): RegExp => new RegExp(`^${escaped(text)}( \\(.*\\))?$`)

/** A box that opens says what is chosen before its label. */
const endingWith = (text: string): RegExp => new RegExp(`${escaped(text)}( \\(.*\\))?$`)
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

export const press = (place: Place, key: string): Promise<void> => button(place, key).click()
export const follow = (place: Place, key: string): Promise<void> => link(place, key).click()
export const type = (place: Place, key: string, text: string): Promise<void> => field(place, key).fill(text)

/** Opens the list under a label and takes one of it. */
export async function choose(place: Place, key: string, option: string): Promise<void> {
  const box = place.getByRole('button', { name: endingWith(words(key)) })
  await take(pageOf(place), option, async () => {
    await inTheMiddle(box)
    await box.click()
  })
}

/** Types into a list that can be narrowed, and takes one of it. */
export async function find(place: Place, key: string, option: string): Promise<void> {
  const box = place.getByRole('combobox', { name: startingWith(words(key)) })
  await take(pageOf(place), option, async () => {
    await inTheMiddle(box)
    await box.fill('')
    await box.fill(option)
  })
}

/** A list that is open closes when the page behind it scrolls; so it is scrolled first, and opened again if need be. */
const inTheMiddle = (box: Locator): Promise<void> =>
  box.evaluate(element => element.scrollIntoView({ block: 'center' }))

/** Opens a list by its arrow; again, where the page was scrolled to its place meanwhile. */
export async function openList(box: Locator): Promise<void> {
  const list = box.page().getByRole('listbox')
  for (let tries = 1, isOpen = false; !isOpen; tries++) {
    await inTheMiddle(box)
    await box.press('ArrowDown')
    const patience = tries < 4 ? { timeout: 2_500 } : {}
    isOpen = await list
      .waitFor(patience)
      .then(() => true)
      .catch((error: unknown) => {
        if (tries >= 4) throw error
        return false
      })
  }
}

async function take(page: Page, option: string, open: () => Promise<void>): Promise<void> {
  // An option may say more under its name.
  const named = page.getByRole('option').filter({ has: page.getByText(option, { exact: true }) })
  const list = page.getByRole('listbox')
  for (let tries = 1, taken = false; !taken; tries++) {
    await open()
    const patience = tries < 4 ? { timeout: 2_500 } : {}
    taken = await named
      .first()
      .click(patience)
      .then(() => true)
      .catch((error: unknown) => {
        if (tries >= 4) throw error
        return false
      })
  }
  // Where several may be taken the list stays open.
  await list.waitFor({ state: 'detached', timeout: 300 }).catch(() => page.keyboard.press('Escape'))
  await list.waitFor({ state: 'detached' })
}

/** One of a few round buttons under a question. */
export async function pick(place: Place, key: string, option: string): Promise<void> {
  const group = place.getByRole('radiogroup', { name: startingWith(words(key)) })
  await group.getByText(option, { exact: true }).click()
}

/** Ticks boxes under a question. */
export async function tick(place: Place, key: string, options: readonly string[]): Promise<void> {
  const group = place.getByRole('group', { name: startingWith(words(key)) })
  for (const option of options) await group.getByText(option, { exact: true }).click()
}

/** Waits until the page has this title. */
export const titled = (place: Place, key: string): Promise<void> =>
  place.getByRole('heading', { level: 1, name: words(key), exact: true }).waitFor()

/** Waits until these words stand somewhere on the page. */
export const reads = (place: Place, text: string | RegExp): Promise<void> =>
  place.getByText(text).first().waitFor()

/** Which of the four kinds of "no answer" a question has, by its own row of buttons. */
export async function none(
  place: Place,
  key: string,
  kind: 'unknown' | 'not-asked' | 'declined' | 'withheld',
) {
  const page = pageOf(place)
  const asked = page.getByText(words(key), { exact: true }).first()
  const answer = page
    .locator('div')
    .filter({ has: asked })
    .filter({ has: page.getByRole('radio', { name: words(`answer.${kind}`) }) })
  await answer
    .last()
    .getByRole('radio', { name: words(`answer.${kind}`), exact: true })
    .click()
}

/** Waits until the page has this title, whatever stands in its gaps. */
export const titledLike = (place: Place, key: string): Promise<void> =>
  place
    .getByRole('heading', { level: 1, name: wordsLike(key) })
    .first()
    .waitFor()
