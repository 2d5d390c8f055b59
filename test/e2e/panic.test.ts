import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Launched } from './launch.ts'
import { button, field, follow, openList, press, type } from './steps/hands.ts'
import { startCaseFromConversation } from './steps/intake.ts'
import { ask } from './steps/look.ts'
import { plant } from './steps/planted.ts'
import { makeRoom } from './steps/room.ts'
import { openPart } from './steps/story.ts'
import { createVault, isLocked, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* Whatever the page is doing, it can be hidden and locked; whoever comes back stands where they stood. */

const room = makeRoom()
const planted = plant()
const vaultFolder = join(room.desk, 'vault')
let vigil: Launched
let passphrase = ''
let caseId = ''

beforeAll(async () => {
  room.enter()
  mkdirSync(room.desk, { recursive: true })
  vigil = await openWindow({ vaultFolder })
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

const go = (page: Page, address: string) => page.evaluate(to => void (location.hash = to), address)

async function newPerson(): Promise<void> {
  const { page } = vigil
  await openPart(page, caseId, 'persons')
  await follow(page, 'person.add')
  await field(page, 'person.note').waitFor()
}

/** Keys that mean panic. */
const panicKeys: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'Control and the key under Escape': page => page.keyboard.press('Control+Backquote'),
  'Escape three times': async page => {
    for (let times = 0; times < 3; times++) await page.keyboard.press('Escape')
  },
}

describe.each(Object.entries(panicKeys))('%s', (_name, panic) => {
  it.each<[string, (page: Page) => Promise<void>]>([
    ['a field is being typed into', page => type(page, 'person.note', 'Half a thought')],
    ['a list that can be narrowed is open', page => openList(page.getByRole('combobox').first())],
    [
      'a question must be answered',
      async page => {
        await go(page, '/cases')
        await go(page, '/vault/erase/now')
        await button(page, 'erase.byWord').click()
      },
    ],
  ])('hides everything and locks while %s', async (_state, prepare) => {
    const { page } = vigil
    await newPerson()
    await prepare(page)
    await panic(page)
    await isLocked(page)
    expect(await page.content()).not.toContain(planted.beginning)
    expect(await ask(page, 'case.view', { caseId })).toMatchObject({ ok: false, code: 'vault/locked' })
    await unlock(page, passphrase)
  })
})

describe('no state of the page delays a lock', () => {
  it.each<[string, (page: Page) => void]>([
    ['a page that hangs for ever', page => void page.evaluate('for(;;);').catch(() => {})],
    [
      'a page that vetoes leaving it',
      page => void page.evaluate("addEventListener('beforeunload', event => event.preventDefault())"),
    ],
    [
      'a page that asks a question of its own',
      page => void page.evaluate("confirm('Stay?')").catch(() => {}),
    ],
    [
      'a vault that is busy',
      page => {
        for (let times = 0; times < 20; times++)
          void page
            .evaluate("vigil.call('vault.strength', { passphrase: new Uint8Array(80).fill(97), hints: [] })")
            .catch(() => {})
      },
    ],
  ])('%s', async (_state, occupy) => {
    const { page } = vigil
    await newPerson()
    occupy(page)
    await vigil.lock('idle')
    await isLocked(page)
    expect(await ask(page, 'case.view', { caseId })).toMatchObject({ ok: false, code: 'vault/locked' })
    await unlock(page, passphrase)
  })
})

describe('whoever comes back', () => {
  it('stands at the same address, in the same field, at the same letter', async () => {
    const { page } = vigil
    await newPerson()
    await type(page, 'person.note', 'Half a thought, not yet finished')
    await field(page, 'person.note').press('Home')
    for (let steps = 0; steps < 6; steps++) await page.keyboard.press('ArrowRight')
    const before = await page.evaluate(() => location.hash)
    await page.keyboard.press('F9')
    await isLocked(page)
    await unlock(page, passphrase)
    await page.waitForFunction(
      () =>
        document.activeElement instanceof HTMLTextAreaElement && document.activeElement.selectionStart === 6,
    )
    expect(await page.evaluate(() => location.hash)).toBe(before)
    expect(await field(page, 'person.note').inputValue()).toBe('Half a thought, not yet finished')
    await page.keyboard.type('!')
    expect(await field(page, 'person.note').inputValue()).toBe('Half a! thought, not yet finished')
    await press(page, 'form.discard')
  })

  it('finds words that belong to no long form, too', async () => {
    const { page } = vigil
    await go(page, '/colleagues/card')
    await type(page, 'card.role', 'HOP-7')
    await page.keyboard.press('Control+Backquote')
    await isLocked(page)
    await unlock(page, passphrase)
    await field(page, 'card.role').waitFor()
    expect(await field(page, 'card.role').inputValue()).toBe('HOP-7')
  })
})

describe('what was copied', () => {
  it('is gone from the clipboard when the vault has locked', async () => {
    if (vigil.shell !== 'chromium') return
    const { page } = vigil
    await newPerson()
    await type(page, 'person.note', planted.at('copied'))
    await field(page, 'person.note').press('Control+a')
    await field(page, 'person.note').press('Control+c')
    expect(await clipboardOf(page)).toContain(planted.beginning)
    await page.keyboard.press('F9')
    await isLocked(page)
    expect(await clipboardOf(page)).toBe('')
    await unlock(page, passphrase)
  })
})

/** What is on the clipboard; the page itself may not ask. */
async function clipboardOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const permit = (setting: 'granted' | 'denied') =>
    session.send('Browser.setPermission', { permission: { name: 'clipboard-read' }, setting })
  await permit('granted')
  const text = await page.evaluate(() => navigator.clipboard.readText())
  await permit('denied')
  await session.detach()
  return text
}

describe('erasing', () => {
  it('by keyboard alone: letting go too early does nothing, holding to the end leaves the first screen', async () => {
    const { page } = vigil
    await go(page, '/vault/erase/now')
    const hold = page.getByRole('button', { name: /3/ })
    await hold.focus()
    await page.keyboard.down('Enter')
    await page.waitForTimeout(1500)
    await page.keyboard.up('Enter')
    await page.waitForTimeout(2500)
    expect(existsSync(join(vaultFolder, 'keys.vk'))).toBe(true)
    await page.keyboard.down('Enter')
    await page.getByRole('link', { name: words('welcome.create'), exact: true }).waitFor()
    await page.keyboard.up('Enter')
    expect(existsSync(join(vaultFolder, 'keys.vk'))).toBe(false)
    expect(existsSync(join(vaultFolder, 'case.db'))).toBe(false)
  })
})
