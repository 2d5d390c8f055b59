import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { intake } from '../support.ts'
import type { Launched } from './launch.ts'
import { wrongWith } from './steps/axe.ts'
import { ask, goTo, wear } from './steps/look.ts'
import { createVault, isLocked, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'

/* A list that is longer than any screen, worked in by keyboard alone. */

const count = 120
let vigil: Launched
let passphrase = ''

beforeAll(async () => {
  vigil = await openWindow()
  passphrase = await createVault(vigil.page)
  for (let i = 0; i < count; i++)
    expect(await ask(vigil.page, 'case.start', { intake: intake(), fileId: null })).toMatchObject({
      ok: true,
    })
  await goTo(vigil.page, '/cases')
  // The list follows what was written; until it has, it says how many cases are not on it yet.
  await vigil.page.locator(`table[aria-busy="false"][aria-rowcount="${count + 1}"]`).waitFor()
})
afterAll(() => vigil.close())

/** Which row has the focus, counted from 1, and whether all of it is in sight. */
const here = () =>
  vigil.page.evaluate(() => {
    const row = document.activeElement?.closest('[data-row]')
    const box = row?.getBoundingClientRect()
    const isSeen = box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight
    return { row: Number(row?.getAttribute('aria-rowindex')) - 1, isSeen }
  })

const press = async (key: string) => {
  await vigil.page.keyboard.press(key)
  return here()
}

describe('a list of more cases than fit on a screen', () => {
  it('draws only what can be seen, and says how many there are', async () => {
    const table = vigil.page.locator('main table')
    expect(await table.getAttribute('aria-rowcount')).toBe(String(count + 1))
    expect(await table.locator('[data-row]').count()).toBeLessThan(60)
    expect(await wrongWith(vigil.page)).toEqual([])
  })

  it('is gone through from the first case to the last and back by keys', async () => {
    await vigil.page.locator('[data-row="0"] [data-go]').focus()
    expect(await press('ArrowDown')).toEqual({ row: 2, isSeen: true })
    expect(await press('End')).toEqual({ row: count, isSeen: true })
    expect(await press('ArrowUp')).toEqual({ row: count - 1, isSeen: true })
    const { row, isSeen } = await press('PageUp')
    expect([row < count - 3, isSeen]).toEqual([true, true])
    expect(await press('Home')).toEqual({ row: 1, isSeen: true })
  })

  it('keeps the focus on its case while the page is scrolled away from it', async () => {
    await vigil.page.locator('main').evaluate(main => main.scrollTo(0, 4_000))
    await vigil.page.locator('[data-row="60"]').waitFor()
    expect((await here()).row).toBe(1)
    expect(await press('ArrowDown')).toEqual({ row: 2, isSeen: true })
  })

  it('is come to by the tab key once, and left by it', async () => {
    await vigil.page.keyboard.press('Tab')
    expect((await here()).row).toBeNaN()
    await vigil.page.keyboard.press('Shift+Tab')
    expect((await here()).row).toBe(2)
  })

  it('opens the case that has the focus', async () => {
    const address = await vigil.page.evaluate(() => document.activeElement?.getAttribute('href'))
    await vigil.page.keyboard.press('Enter')
    await vigil.page.waitForFunction(address => location.hash === address, address)
    await goTo(vigil.page, '/cases')
  })

  it('is where somebody left it after a lock', async () => {
    await vigil.page.locator('[data-row="0"] [data-go]').focus()
    const left = await press('End')
    await vigil.lock('screen-lock')
    await isLocked(vigil.page)
    await unlock(vigil.page, passphrase)
    await vigil.page.waitForFunction(
      row => document.activeElement?.closest('[data-row]')?.getAttribute('aria-rowindex') === String(row + 1),
      left.row,
    )
    expect(await here()).toEqual({ row: count, isSeen: true })
  })

  it('reads the same from right to left', async () => {
    await wear(vigil.page, { language: 'ar', theme: 'dark' })
    await vigil.page.locator('table[aria-busy="false"]').waitFor()
    expect(await wrongWith(vigil.page)).toEqual([])
    await vigil.page.locator('[data-row="0"] [data-go]').focus()
    expect(await press('End')).toEqual({ row: count, isSeen: true })
  })
})
