import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Launched } from './launch.ts'
import { wrongWith } from './steps/axe.ts'
import { startCaseFromConversation } from './steps/intake.ts'
import { keyboardOf, type Keyboard } from './steps/keyboard.ts'
import { ask } from './steps/look.ts'
import { makeRoom } from './steps/room.ts'
import { createVault, isLocked, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* A passphrase is lost: two of three people bring their shares, and the cases are still there. Without a mouse. */

const room = makeRoom()
const vaultFolder = join(room.desk, 'vault')
let vigil: Launched
let hands: Keyboard
let caseId = ''

beforeAll(async () => {
  room.enter()
  mkdirSync(room.desk, { recursive: true })
  vigil = await openWindow({ vaultFolder })
  await createVault(vigil.page)
  caseId = await startCaseFromConversation(vigil.page, { account: 'An account.', dangerWhy: 'A reason.' })
  hands = keyboardOf(vigil.page)
})
afterAll(async () => {
  await vigil.close()
  room.leave()
  room.remove()
})

const shown = async (key: string, values?: Record<string, string | number>) =>
  vigil.page.getByText(words(key, values)).first().waitFor()

/** The words on the screen, as a holder would write them: the first four letters are enough. */
async function writeDown(): Promise<string> {
  const list = vigil.page.getByRole('list', { name: words('recovery.share.words') })
  await list.getByRole('listitem').nth(32).waitFor()
  const all = await list.getByRole('listitem').allInnerTexts()
  return all.map(word => word.trim().slice(0, 4)).join(' ')
}

const shares: string[] = []

it('makes three shares by keyboard, each typed back before the next', async () => {
  const before = hands.presses()
  await hands.go('app.vault')
  await hands.go('ways.open')
  await hands.go('recovery.make')
  await hands.go('recovery.begin')
  for (const index of [1, 2, 3]) {
    const share = await writeDown()
    shares.push(share)
    await hands.go('recovery.share.written')
    await hands.to(words('recovery.back', { index }))
    await hands.type(share)
    await hands.go('recovery.back.do')
  }
  await hands.go('recovery.activate')
  await shown('recovery.activated')
  console.log(`making three shares by keyboard: ${hands.presses() - before} key presses`)
})

it('lets the same person in again with two of them, and the cases are still there', async () => {
  const { page } = vigil
  const before = hands.presses()
  await hands.press('F9')
  await isLocked(page)
  await hands.go('recovery.cannotOpen')
  await shown('recovery.recover')
  expect(await wrongWith(page)).toEqual([])
  for (const [at, share] of [shares[2]!, shares[0]!].entries()) {
    await hands.to(words('recovery.words', { number: at + 1 }))
    await hands.type(share)
  }
  await hands.go('recovery.recover.check')
  await shown('recovery.recover.fit')
  const list = page.getByRole('list', { name: words('passphrase.words') })
  await list.getByRole('listitem').nth(5).waitFor()
  const passphrase = (await list.getByRole('listitem').allInnerTexts()).map(word => word.trim()).join(' ')
  await hands.go('passphrase.written')
  await hands.to(words('passphrase.back'))
  await hands.type(passphrase)
  await hands.go('recovery.recover.do')
  await page.getByRole('navigation', { name: words('app.places') }).waitFor()
  console.log(`getting in with two shares by keyboard: ${hands.presses() - before} key presses`)
  expect(await ask(page, 'case.view', { caseId })).toMatchObject({ ok: true })
  await hands.press('F9')
  await unlock(page, passphrase)
})
