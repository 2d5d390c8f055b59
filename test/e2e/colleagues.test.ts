import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Launched } from './launch.ts'
import { get } from './steps/door.ts'
import { goTo, goToPlace, settled } from './steps/look.ts'
import { titled } from './steps/hands.ts'
import { makeRoom } from './steps/room.ts'
import { createVault } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { label, words } from './steps/words.ts'

/* Two officers in two places make sure of each other's keys, one of them with the keyboard alone. */

const room = makeRoom()
const card = () => join(room.desk, 'card.txt')
const photo = () => join(room.desk, 'photo.jpg')
let ours: Launched
let theirs: Launched

beforeAll(async () => {
  room.enter()
  ours = await openWindow({ vaultFolder: join(room.desk, 'ours', 'vault') })
  theirs = await openWindow({ vaultFolder: join(room.desk, 'theirs', 'vault') })
  await createVault(ours.page, 'FP-1')
  await createVault(theirs.page, 'FP-2')
})
afterAll(async () => {
  await ours.close()
  await theirs.close()
  room.leave()
  room.remove()
})

/** Presses Tab until this has the focus. */
async function tabTo(place: Locator): Promise<void> {
  const page = place.page()
  for (let presses = 0; presses < 60; presses++) {
    if (
      await place.evaluate(
        element => element === document.activeElement || element.contains(document.activeElement),
      )
    )
      return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never came there.')
}

/** Goes to a button or link with Tab and presses Enter. */
async function go(page: Page, role: 'button' | 'link', key: string): Promise<void> {
  const place = page.getByRole(role, { name: words(key), exact: true })
  await place.waitFor()
  await tabTo(place)
  await page.keyboard.press('Enter')
}

/** Goes to a box with Tab and ticks it. */
async function tick(page: Page, key: string): Promise<void> {
  await tabTo(page.getByRole('checkbox', { name: words(key) }))
  await page.keyboard.press('Space')
}

const twelve = (page: Page, key: string) =>
  page
    .getByRole('list', { name: words(key) })
    .getByRole('listitem')
    .allInnerTexts()

describe('a colleague elsewhere', () => {
  it('writes a card to a file', async () => {
    const { page, answer } = theirs
    await goToPlace(page, 'app.colleagues')
    await go(page, 'link', 'card.title')
    await titled(page, 'card.title')
    answer(card())
    await go(page, 'button', 'card.write')
    await page.getByText(words('card.written.as', { name: 'card.txt' })).waitFor()
  })

  it('is added from the file, with the keyboard alone, and is not verified', async () => {
    const { page, answer } = ours
    await goToPlace(page, 'app.colleagues')
    await go(page, 'link', 'colleague.add')
    await titled(page, 'colleague.add')
    answer(card())
    await go(page, 'button', 'colleague.choose')
    await page.getByText(words('colleague.read')).waitFor()
    await tabTo(page.getByRole('textbox', { name: words('colleague.role') }))
    await page.keyboard.type('FP-2')
    const kinds = page.getByRole('radiogroup', { name: words('colleague.class') })
    await tabTo(kinds)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await go(page, 'button', 'colleague.add.do')
    await page.getByRole('heading', { level: 1, name: 'FP-2' }).waitFor()
    await page.getByText(words('colleague.standing.unverified'), { exact: true }).waitFor()
    await page.getByText(label('recipientClass', 'UN_entity')).waitFor()
  })

  it('reads out the same twelve words, and is verified by them with the keyboard alone', async () => {
    const { page } = ours
    expect(await twelve(page, 'colleague.words')).toEqual(await twelve(theirs.page, 'card.words'))
    await go(page, 'button', 'colleague.compare.words.do')
    await page.getByText(words('colleague.compare.words.missing')).first().waitFor()
    await tick(page, 'colleague.compare.words.tick')
    await go(page, 'button', 'colleague.compare.words.do')
    await page.getByText(words('colleague.standing.verified'), { exact: true }).waitFor()
  })

  it('renews the keys: the new card asks for another comparison, and shows both sets of words', async () => {
    const { page, answer } = ours
    await get(theirs.page, 'key.renew', {})
    await goTo(theirs.page, '/colleagues')
    await goTo(theirs.page, '/colleagues/card')
    theirs.answer(card())
    await get(theirs.page, 'key.writeCard', { role: 'FP-2', office: '' })
    answer(card())
    await go(page, 'link', 'colleague.newCard')
    await titled(page, 'colleague.newCard.title')
    await go(page, 'button', 'colleague.choose')
    await go(page, 'button', 'colleague.replace.do')
    await page.getByText(words('colleague.changed'), { exact: true }).waitFor()
    expect(await twelve(page, 'colleague.words.new')).toEqual(await twelve(theirs.page, 'card.words'))
    await settled(page)
  })

  it('is verified by a picture of the code on their screen', async () => {
    const { page, answer } = ours
    const code = theirs.page.getByRole('img', { name: words('card.code') })
    await code.screenshot({ path: photo(), type: 'jpeg', quality: 70 })
    const ways = page.getByRole('radiogroup', { name: words('colleague.compare.how') })
    await tabTo(ways)
    await page.keyboard.press('ArrowRight')
    await tick(page, 'colleague.compare.scan.tick')
    answer(photo())
    await go(page, 'button', 'colleague.compare.scan.do')
    await page.getByText(words('colleague.standing.verified'), { exact: true }).waitFor()
    const [colleague] = await get(page, 'colleague.list', {})
    expect(colleague).toMatchObject({ standing: 'verified', verifiedHow: 'scan' })
  })
})
