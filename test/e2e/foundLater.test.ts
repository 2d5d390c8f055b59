import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageBytes } from '../../main/db/open.ts'
import type { Launched } from './launch.ts'
import { wrongWith } from './steps/axe.ts'
import { get } from './steps/get.ts'
import { field, follow, link, press, reads, titled, type } from './steps/hands.ts'
import { startCaseFromConversation } from './steps/intake.ts'
import { keyboardOf, nameOfFocused } from './steps/keyboard.ts'
import { looks, wear } from './steps/look.ts'
import { makeRoom } from './steps/room.ts'
import { openPart } from './steps/story.ts'
import { createVault, isLocked, lockWithKey, tryToUnlock, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* A vault too large to be read before it is shown: what was done to its file outside is found a moment after it opened. */

const room = makeRoom()
const vaultFolder = join(room.desk, 'vault')
const whole = join(room.desk, 'whole')
const older = join(room.desk, 'older')
const shelf = join(room.desk, 'shelf')
const database = join(vaultFolder, 'case.db')
const thought = 'She asked that nobody calls her at home'
let vigil: Launched
let passphrase = ''
let caseId = ''

/** An e-mail with so large a file that the vault is shown before all of its pages were looked at. */
function largeEmail(): string {
  const scan = randomBytes(5_000_000).toString('base64').replaceAll(/.{76}/g, '$&\r\n')
  const path = join(room.desk, 'scan.eml')
  const lines = [
    'From: office@example.org',
    'To: focal.point@example.org',
    'Subject: The scan',
    'Date: Tue, 3 Mar 2026 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    'Content-Type: application/octet-stream; name=scan.bin',
    'Content-Disposition: attachment; filename=scan.bin',
    'Content-Transfer-Encoding: base64',
    '',
    scan,
    '--part--',
    '',
  ]
  writeFileSync(path, lines.join('\r\n'))
  return path
}

async function addLargeEmail({ page, answer }: Launched): Promise<void> {
  answer(largeEmail())
  const chosen = await get(page, 'import.chooseEmail', {})
  await get(page, 'import.readEmail', { fileId: chosen?.fileId })
  await get(page, 'import.addEmail', { caseId, fileId: chosen?.fileId })
}

/** Puts the files of a vault back as they were at some time. */
function putBack(from: string, names: readonly string[]): void {
  for (const name of names) cpSync(join(from, name), join(vaultFolder, name))
}

/** Turns one bit of a page that only the large file lies on. */
function damageLatePage(): void {
  const bytes = readFileSync(database)
  const at = bytes.length - 40 * pageBytes + 100
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(database, bytes)
}

beforeAll(async () => {
  room.enter()
  mkdirSync(shelf, { recursive: true })
  vigil = await openWindow({ vaultFolder })
  const { page } = vigil
  passphrase = await createVault(page)
  caseId = await startCaseFromConversation(page, {
    account: 'They came twice.',
    dangerWhy: 'They know where.',
  })
  await addLargeEmail(vigil)
  await lockWithKey(page)
  cpSync(vaultFolder, older, { recursive: true })
  await unlock(page, passphrase)
  await openPart(page, caseId, 'persons')
  await follow(page, 'person.add')
  await type(page, 'person.note', thought)
  await lockWithKey(page)
  cpSync(vaultFolder, whole, { recursive: true })
})
afterAll(async () => {
  await vigil.close()
  room.leave()
  room.remove()
})

/** What was being typed is there again on the page where it was typed. */
async function thoughtIsBack(page: Page): Promise<void> {
  await openPart(page, caseId, 'persons')
  await follow(page, 'person.add')
  await reads(page, words('form.restored'))
  expect(await field(page, 'person.note').inputValue()).toBe(thought)
}

describe('a vault put back from an older copy', () => {
  beforeAll(() => putBack(older, ['case.db']))

  it('stays open and says, a moment later and wherever somebody is, that it is not as it was closed', async () => {
    const { page } = vigil
    await unlock(page, passphrase)
    await page.getByRole('list', { name: words('case.parts') }).waitFor()
    await reads(page, words('vault.replayed.short'))
    for (const look of looks) {
      await wear(page, look)
      await reads(page, words('vault.replayed.short', {}, look.language))
      expect(await wrongWith(page)).toEqual([])
    }
  })

  it('says by keyboard what that means, and what to do', async () => {
    const { page } = vigil
    await wear(page, { language: 'en', theme: 'light' })
    await reads(page, words('vault.replayed.short'))
    await keyboardOf(page).go('vault.replayed.look')
    await reads(page, words('vault.warning.replayed'))
    await page.getByText(words('vault.replayed.short')).waitFor({ state: 'detached' })
  })

  it('takes what is written now, and does not say so again once it was closed', async () => {
    const { page } = vigil
    await openPart(page, caseId, 'persons')
    await follow(page, 'person.add')
    await type(page, 'person.note', 'Written again')
    await lockWithKey(page)
    await tryToUnlock(page, passphrase)
    await titled(page, 'person.new')
    expect(await field(page, 'person.note').inputValue()).toBe('Written again')
    expect(await page.getByText(words('vault.warning.replayed')).count()).toBe(0)
  })
})

describe('a vault of which a late page was damaged outside the program', () => {
  beforeAll(async () => {
    await lockWithKey(vigil.page)
    putBack(whole, ['case.db', 'keys.vk', 'seal.vs'])
    damageLatePage()
  })

  it('is shown, and then closed by itself with what was found and the way on, which has the focus', async () => {
    const { page } = vigil
    await unlock(page, passphrase)
    await isLocked(page)
    const pages = statSync(database).size / pageBytes
    await reads(page, words('vault.closedFor.pages', { damaged: 1, pages }))
    await reads(page, words('vault.closedFor.typed'))
    await page.waitForFunction(() => document.activeElement?.tagName === 'SECTION')
    expect(await nameOfFocused(page)).toBe(words('vault.closedFor'))
    expect(await page.content()).not.toContain('They came twice.')
  })

  it.each(looks)('says so in a page axe finds nothing wrong with: $language, $theme', async look => {
    await wear(vigil.page, look)
    await reads(vigil.page, words('vault.closedFor', {}, look.language))
    expect(await wrongWith(vigil.page)).toEqual([])
  })

  it('leads to the rescue by keyboard, after which what was being typed is there again', async () => {
    const { page } = vigil
    await wear(page, { language: 'en', theme: 'light' })
    await link(page, 'refusalPlace.damage').waitFor()
    await keyboardOf(page).go('refusalPlace.damage')
    await titled(page, 'damage.title')
    vigil.answer(shelf)
    await keyboardOf(page).go('rescue.do')
    await page.getByRole('button', { name: words('rescue.use'), exact: true }).waitFor()
    await press(page, 'rescue.use')
    await isLocked(page)
    expect(await page.getByText(words('vault.closedFor')).count()).toBe(0)
    await unlock(page, passphrase)
    await thoughtIsBack(page)
    expect((await get(page, 'case.list', {})).lines).toHaveLength(1)
    expect(await get(page, 'record.verify', {})).toMatchObject({ brokenAt: null })
  })
})
