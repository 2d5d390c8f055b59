import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleEmail } from '../samples/email.ts'
import type { Launched } from './launch.ts'
import { plannedLetter } from './steps/action.ts'
import { wrongWith } from './steps/axe.ts'
import { get, readyCase, sentCase } from './steps/door.ts'
import { nameOfFocused } from './steps/keyboard.ts'
import { goTo, looks, wear, type Look } from './steps/look.ts'
import { beforeVault, firstScreens, screensOf, type Screen } from './steps/places.ts'
import { makeRoom } from './steps/room.ts'
import { createVault, isLocked, lockWithKey, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* Everybody can work here: every screen is clean for axe in both languages, light and dark, and the keyboard is enough. */

const room = makeRoom()
let vigil: Launched
let passphrase = ''
let caseId = ''

beforeAll(async () => {
  room.enter()
  vigil = await openWindow({ vaultFolder: join(room.desk, 'by mouse', 'vault') })
})
afterAll(async () => {
  await vigil.close()
  room.leave()
  room.remove()
})

/** Everything wrong with some screens in one look. */
async function faults(page: Page, screens: readonly Screen[], look: Look): Promise<string[]> {
  await wear(page, look)
  const found: string[] = []
  for (const { name, address } of screens) {
    await goTo(page, address)
    for (const fault of await wrongWith(page)) found.push(`${name}: ${fault}`)
  }
  return found
}

describe('axe finds nothing', () => {
  it.each(looks)('on the screens before there is a vault: $language, $theme', async look => {
    expect(await faults(vigil.page, [...beforeVault, ...firstScreens], look)).toEqual([])
  })

  it.each(looks)('on every screen of an open vault: $language, $theme', async look => {
    if (passphrase === '') await furnish()
    expect(await faults(vigil.page, await screensOf(vigil.page, caseId), look)).toEqual([])
  })

  it.each(looks)('on an e-mail that was read and is not taken in yet: $language, $theme', async look => {
    const { page, answer } = vigil
    const named = (key: string) =>
      page.getByRole('button', { name: words(key, {}, look.language), exact: true })
    await wear(page, look)
    await goTo(page, `/case/${caseId}/source/new`)
    answer(join(room.desk, 'letter.eml'))
    await named('email.choose').click()
    await named('source.keep').waitFor()
    expect(await wrongWith(page)).toEqual([])
  })

  it.each(looks)('on the screens of a locked vault: $language, $theme', async look => {
    await vigil.lock('asked')
    expect(await faults(vigil.page, firstScreens, look)).toEqual([])
  })
})

/** A vault with a case that has one of everything, a brief that left and one that has not. */
async function furnish(): Promise<void> {
  const { page, answer } = vigil
  await wear(page, { language: 'en', theme: 'light' })
  await goTo(page, '/')
  passphrase = await createVault(page)
  const sent = { path: join(room.desk, 'brief.age'), passphrase: 'lamp river window', bottomLine: 'Decide.' }
  caseId = (await sentCase(vigil, sent)).caseId
  const [sentBrief] = (await get(page, 'case.view', { caseId })).briefs
  const { draft } = await get(page, 'brief.view', { briefId: sentBrief!.id })
  await get(page, 'brief.start', { caseId, draft })
  await plannedLetter(page, caseId)
  writeFileSync(join(room.desk, 'letter.eml'), await sampleEmail({ language: 'ar' }))
  answer(join(room.desk, 'letter.eml'))
  const { fileId } = (await get(page, 'import.chooseEmail', {}))!
  await get(page, 'import.readEmail', { fileId })
  await get(page, 'import.addEmail', { caseId, fileId })
  await readyCase(page, 'Another.')
}

describe('with the keyboard alone', () => {
  let other: Launched
  let six = ''
  beforeAll(async () => {
    other = await openWindow({ vaultFolder: join(room.desk, 'by keyboard', 'vault') })
  })
  afterAll(() => other.close())

  /** Presses Tab until what has the focus is named so. */
  async function tabTo(name: string | RegExp): Promise<void> {
    const { page } = other
    const seen: string[] = []
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab')
      const focused = await nameOfFocused(page)
      if (typeof name === 'string' ? focused === name : name.test(focused)) return
      seen.push(focused)
    }
    throw new Error(`Tab never came to ${String(name)}; it came to: ${[...new Set(seen)].join(' | ')}`)
  }

  /** Goes to something and presses it. */
  async function go(key: string): Promise<void> {
    await tabTo(words(key))
    await other.page.keyboard.press('Enter')
  }

  /** Goes to a field, or stays in it, and types. */
  async function fill(key: string, text: string): Promise<void> {
    const start = new RegExp(`^${words(key).replaceAll(/[()?]/g, String.raw`\$&`)}`)
    if (!start.test(await nameOfFocused(other.page))) await tabTo(start)
    await other.page.keyboard.type(text)
  }

  /** Goes to a question with round buttons and chooses with the arrows. */
  async function choose(key: string, option: string): Promise<void> {
    const { page } = other
    const group = page.getByRole('radiogroup', { name: words(key) })
    for (let presses = 0; presses < 80 && !(await hasFocus(group)); presses++)
      await page.keyboard.press('Tab')
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Space')
      if ((await nameOfFocused(page)).startsWith(option)) return
      await page.keyboard.press('ArrowDown')
    }
    throw new Error(`The arrows never came to ${option}.`)
  }

  it('makes a vault', async () => {
    const { page } = other
    await go('welcome.create')
    await fill('create.officer', 'FP-1')
    const list = page.getByRole('list', { name: words('passphrase.words') }).getByRole('listitem')
    await list.nth(5).waitFor()
    six = (await list.allInnerTexts()).map(word => word.trim()).join(' ')
    await go('passphrase.written')
    await fill('passphrase.back', six)
    await go('create.make')
    await page.getByRole('navigation', { name: words('app.places') }).waitFor()
  })

  it('starts a case from a conversation', async () => {
    const { page } = other
    await go('caseList.start')
    await choose('caseStart.safe', words('caseStart.safe.yes'))
    await go('form.continue')
    await go('caseStart.withoutEmail')
    await tabTo(new RegExp(words('intake.channel').replaceAll(/[()?]/g, String.raw`\$&`)))
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await fill('intake.language', 'Arabic')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await choose('intake.danger', words('vocabulary.immediateDanger.none'))
    await go('caseStart.save')
    await page.waitForFunction(() => /^#\/case\/[0-9a-f-]{36}$/.test(location.hash))
  })

  it('locks, and opens the vault again', async () => {
    const { page } = other
    await page.keyboard.press('F9')
    await isLocked(page)
    await fill('unlock.passphrase', six)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: words('app.places') }).waitFor()
    await tabTo(new RegExp(`^${words('app.lock')}`))
    await page.keyboard.press('Enter')
    await isLocked(page)
    await unlock(page, six)
    await lockWithKey(page)
  })
})

const hasFocus = (place: ReturnType<Page['getByRole']>): Promise<boolean> =>
  place.evaluate(element => element.contains(document.activeElement))
