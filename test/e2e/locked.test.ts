import { join } from 'node:path'
import { mkdirSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LockReason } from '../../main/host/host.ts'
import type { Launched } from './launch.ts'
import { field, follow, press, reads, type } from './steps/hands.ts'
import { startCaseFromConversation } from './steps/intake.ts'
import { ask } from './steps/look.ts'
import { plant } from './steps/planted.ts'
import { makeRoom } from './steps/room.ts'
import { searchFor } from './steps/search.ts'
import { familyOf } from './steps/sockets.ts'
import { openPart } from './steps/story.ts'
import { createVault, isLocked, lockWithButton, lockWithKey, tryToUnlock, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* However the vault is locked: what was being typed comes back, and nothing is readable meanwhile. */

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

/** Types half a thought into the form of a new person and leaves it there. */
async function typeHalf(thought: string): Promise<void> {
  const { page } = vigil
  await openPart(page, caseId, 'persons')
  await follow(page, 'person.add')
  await type(page, 'person.note', thought)
}

/** Opens the vault and looks for the half thought. */
async function findsAgain(thought: string): Promise<void> {
  const { page } = vigil
  await unlock(page, passphrase)
  await openPart(page, caseId, 'persons')
  await follow(page, 'person.add')
  await reads(page, words('form.restored'))
  expect(await field(page, 'person.note').inputValue()).toBe(thought)
  await press(page, 'form.discard')
}

/** Nothing of the case in the page, from the vault process, or in any file. */
async function nothingIsReadable(): Promise<void> {
  const { page } = vigil
  expect(await page.content()).not.toContain(planted.beginning)
  expect(await ask(page, 'case.view', { caseId })).toMatchObject({ ok: false, code: 'vault/locked' })
  expect(await ask(page, 'vault.draft', { key: `person:new:${caseId}` })).toMatchObject({ ok: false })
  const search = searchFor([planted.beginning, passphrase])
  expect([...search.folder(room.path).found, ...search.folder(vaultFolder).found]).toEqual([])
}

const byShell = (reason: LockReason) => () => vigil.lock(reason)

describe.each<[string, () => Promise<void>]>([
  ['the button', () => lockWithButton(vigil.page)],
  ['F9', () => lockWithKey(vigil.page)],
  ['nobody being there', byShell('idle')],
  ['a computer that goes to sleep', () => vigil.suspend()],
  ['a screen that locks', byShell('screen-lock')],
])('locked by %s', (how, lock) => {
  const thought = `Half a thought before ${planted.at(how)}`

  it('shows and tells nothing', async () => {
    await typeHalf(thought)
    await lock()
    await isLocked(vigil.page)
    await nothingIsReadable()
  })

  it('brings back what was being typed', () => findsAgain(thought))
})

describe('locked by closing the last window', () => {
  const thought = `Half a thought before ${planted.at('the window closed')}`

  it('ends everything that ran, and leaves nothing in clear', async () => {
    await typeHalf(thought)
    const before = familyOf(process.pid)
    await vigil.close()
    const after = familyOf(process.pid)
    expect(before.length).toBeGreaterThan(after.length)
    const search = searchFor([planted.beginning, passphrase])
    expect([...search.folder(room.path).found, ...search.folder(vaultFolder).found]).toEqual([])
  })

  it('brings back what was being typed after the next start', async () => {
    vigil = await openWindow({ vaultFolder })
    await findsAgain(thought)
  })
})

describe('a wrong passphrase', () => {
  it('says so at the field, keeps what was typed, and the right one still opens', async () => {
    const { page } = vigil
    await lockWithKey(page)
    await tryToUnlock(page, `${passphrase} wrong`)
    await reads(page, words('refusal.vault/wrong-passphrase'))
    expect(await field(page, 'unlock.passphrase').inputValue()).toBe(`${passphrase} wrong`)
    await unlock(page, passphrase)
  })
})

afterAll(() => rmSync(vaultFolder, { recursive: true, force: true }))
