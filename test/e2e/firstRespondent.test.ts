import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Launched } from './launch.ts'
import { button, field, link, pick, press, reads, startingWith, titled, type } from './steps/hands.ts'
import { addressOf, goToPlace, settled } from './steps/look.ts'
import { get } from './steps/door.ts'
import { addToVault, handOn } from './steps/people.ts'
import { createVault, lockWithKey, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { label, words } from './steps/words.ts'

/* Somebody calls, in a hurry. Whoever picks up writes down the least, by keyboard, and passes it on. */

let vigil: Launched
let page: Page
let respondent: string
let caseId: string

beforeAll(async () => {
  vigil = await openWindow()
  page = vigil.page
  await createVault(page)
  respondent = await addToVault(page, { role: 'FR-1', duty: 'first_respondent' })
  await handOn(page, respondent, 'FR-1')
})
afterAll(() => vigil.close())

/** Presses Tab until something with this name has the focus, as somebody without a mouse would. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const at = document.activeElement
      const input = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at : null
      const asks = input?.type === 'radio' ? input.closest('[role=radiogroup]') : null
      const namedBy = `${at?.getAttribute('aria-labelledby') ?? ''} ${asks?.getAttribute('aria-labelledby') ?? ''}`
      const named = namedBy.split(' ').map(id => document.getElementById(id)?.textContent ?? '')
      const labels = [...(input?.labels ?? [])].map(one => one.textContent)
      return [...named, ...labels, at?.textContent ?? ''].join(' | ')
    })
    if (here.includes(name)) return
  }
  throw new Error(`The keyboard never comes to "${name}".`)
}

describe('a call in a hurry', () => {
  it('is not written down when that is not safe', async () => {
    await link(page.getByRole('main'), 'caseList.start').click()
    await pick(page, 'caseStart.safe', words('caseStart.safe.no'))
    await press(page, 'form.continue')
    await settled(page)
    expect((await get(page, 'case.list', {})).lines).toEqual([])
  })

  it('is written down with the keyboard alone: danger and safe contact first', async () => {
    await goToPlace(page, 'app.today')
    await link(page.getByRole('main'), 'caseList.start').press('Enter')
    await titled(page, 'caseStart.title')
    await tabTo(words('caseStart.safe'))
    await page.keyboard.press('Space')
    await tabTo(words('form.continue'))
    await page.keyboard.press('Enter')
    await button(page, 'caseStart.withoutEmail').waitFor()
    await tabTo(words('caseStart.withoutEmail'))
    await page.keyboard.press('Enter')
    await tabTo(words('intake.danger'))
    for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    await tabTo(words('intake.dangerWhy'))
    await page.keyboard.type('A car has stood outside since the hearing.')
    await tabTo(words('intake.safeContact'))
    await page.keyboard.press('Space')
    await tabTo(words('intake.account'))
    await page.keyboard.type('P1 says that the passport was taken.')
  })

  it('survives a lock in the middle of a sentence', async () => {
    await lockWithKey(page)
    await unlock(page, respondent)
    await reads(page, words('form.restored'))
    expect(await field(page, 'intake.account').inputValue()).toBe('P1 says that the passport was taken.')
  })

  it('becomes a case with a neutral code, urgent, whose next step is the person who was harmed', async () => {
    await page.getByRole('button', { name: new RegExp(words('intake.channel')) }).press('Enter')
    await page.getByRole('option', { name: label('intakeChannel', 'phone') }).press('Enter')
    const language = page.getByRole('combobox', { name: startingWith(words('intake.language')) })
    await language.fill(label('language', 'ar'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await press(page, 'caseStart.save')
    await page.getByRole('list', { name: words('case.parts') }).waitFor()
    await reads(page, words('case.urgency.byDanger'))
    expect(await button(page, 'case.setUrgent').count()).toBe(0)
    const goOn = words('case.goOn', { step: words('case.next.add-person') })
    await page.getByRole('link', { name: goOn, exact: true }).click()
    await titled(page, 'person.new')
  })

  it('is passed on: moved to intake and to triage, and what only the focal point may do is not offered', async () => {
    caseId = (await addressOf(page)).split('/')[2] ?? ''
    for (const to of ['intake', 'triage'] as const) {
      await link(page.getByRole('complementary'), `case.next.move-${to}`).click()
      await titled(page, `case.move.${to}`)
      await type(page, 'caseMove.reason', 'The least is written down.')
      await press(page, `case.move.${to}`)
      await page.getByRole('list', { name: words('case.parts') }).waitFor()
    }
    const { case: file } = await get(page, 'case.view', { caseId })
    expect(file).toMatchObject({ state: 'triage', danger: 'imminent', owner: 'FR-1' })
    expect(await button(page, 'case.move.open').count()).toBe(0)
    expect(await link(page.getByRole('complementary'), 'case.next.move-open').count()).toBe(0)
  })

  it('stands where the day begins, by when contact is due', async () => {
    await goToPlace(page, 'app.today')
    await page.getByRole('link', { name: new RegExp(words('due.contact')) }).click()
    expect(await addressOf(page)).toBe(`/case/${caseId}/dues/contacted`)
    await button(page, 'app.save').waitFor()
  })
})
