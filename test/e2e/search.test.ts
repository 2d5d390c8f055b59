import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Launched } from './launch.ts'
import { reads } from './steps/hands.ts'
import { startCaseFromConversation } from './steps/intake.ts'
import { makeRoom } from './steps/room.ts'
import { createVault, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* Somebody who has only a keyboard looks for a word, opens what was found, and comes back to it. */

const room = makeRoom()
let vigil: Launched
let passphrase = ''
let caseId = ''

beforeAll(async () => {
  room.enter()
  mkdirSync(room.desk, { recursive: true })
  vigil = await openWindow({ vaultFolder: join(room.desk, 'vault') })
  passphrase = await createVault(vigil.page)
  caseId = await startCaseFromConversation(vigil.page, {
    account: 'После публикации доклада Семёнов был задержан у вокзала.',
    dangerWhy: 'The police has her address.',
  })
})
afterAll(async () => {
  await vigil.close()
  room.leave()
  room.remove()
})

const field = () => vigil.page.getByRole('combobox', { name: words('search.field') })
const address = () => vigil.page.evaluate(() => location.hash)
const option = () => vigil.page.getByRole('option', { selected: true })

describe('the search', () => {
  it('opens by keys, finds while one types, and marks what was found', async () => {
    await vigil.page.keyboard.press('Control+k')
    await field().waitFor()
    expect(await address()).toBe('#/search')
    await vigil.page.keyboard.type('семенов')
    await option().waitFor()
    expect(await option().locator('mark').allTextContents()).toEqual(['Семёнов'])
    expect(await field().evaluate(element => element === document.activeElement)).toBe(true)
  })

  it('opens what was found with Enter, and comes back to what was sought', async () => {
    await vigil.page.keyboard.press('Enter')
    await vigil.page.waitForFunction(id => location.hash === `#/case/${id}/intake`, caseId)
    await vigil.page.keyboard.press('Control+k')
    await option().waitFor()
    expect(await field().inputValue()).toBe('семенов')
  })

  it('says that names are not searched when it finds nothing', async () => {
    await field().fill('nobody-wrote-this')
    await reads(vigil.page, words('search.none'))
    await reads(vigil.page, words('search.names'))
  })

  it('has what was typed again after a lock, and nothing after Escape', async () => {
    await field().fill('police')
    await option().waitFor()
    await vigil.lock('idle')
    await unlock(vigil.page, passphrase)
    await field().waitFor()
    await option().waitFor()
    expect(await field().inputValue()).toBe('police')
    await field().press('Escape')
    expect(await field().inputValue()).toBe('')
    await reads(vigil.page, words('search.how.all'))
  })
})
