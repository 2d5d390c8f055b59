import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Launched } from './launch.ts'
import { beginBrief, openStep, ways } from './steps/brief.ts'
import { finishTask, openYes, takeBack } from './steps/consent.ts'
import { get, sentCase } from './steps/door.ts'
import { link, reads, titled, titledLike } from './steps/hands.ts'
import { goTo, goToPlace } from './steps/look.ts'
import { createVault } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words } from './steps/words.ts'

/* A brief has left. Later the person takes their yes back: what left cannot be called back, but nothing more leaves. */

const path = join(tmpdir(), `vigil-withdrawal-${process.pid}.age`)
const passphrase = 'six words told by voice alone'

let vigil: Launched
let page: Page
let made: Awaited<ReturnType<typeof sentCase>>

beforeAll(async () => {
  vigil = await openWindow()
  page = vigil.page
  await createVault(page)
  made = await sentCase(vigil, {
    path,
    passphrase,
    bottomLine: 'Decide whether to raise the matter quietly.',
  })
})
afterAll(async () => {
  await vigil.close()
  rmSync(path, { force: true })
})

describe('a yes that is taken back after a brief has left', () => {
  it('shows who has it and what will be asked of them, before it is recorded', async () => {
    await goTo(page, `/case/${made.caseId}/consent`)
    await openYes(page)
    await link(page.getByRole('main'), 'consent.withdraw').click()
    await titledLike(page, 'consent.withdrawOf')
    await reads(page, words('consent.alreadySent'))
    await reads(page, 'Head of presence')
    await reads(page, words('consent.stopsNot'))
    await reads(page, words('consent.tasksWillBe', { count: 1, days: 3 }))
    await page.goBack()
  })

  it('is recorded as the person said it; what that means for contact stands there at once', async () => {
    await takeBack(page, 'Told FP-1 through the agreed channel.')
    await reads(page, words('consent.contact', { code: 'P1' }))
    await reads(page, words('consent.contact.not-covered'))
    await link(page.getByRole('complementary'), 'case.next.contact-not-covered').waitFor()
  })

  it('makes a task for each reader, which stands where the day begins with its owner', async () => {
    await goToPlace(page, 'app.today')
    const what = words('due.about', { code: 'P1', what: words('due.ask-to-stop') })
    const task = page.getByRole('link', { name: new RegExp(words('due.ask-to-stop')) })
    expect(await task.textContent()).toBe(words('due.owner', { what, owner: 'FP-1' }))
    await task.click()
    await titled(page, 'consent.task.title')
    await reads(page, words('consent.task.sayHow'))
  })

  it('closes the gate: a new brief may say nothing that rested on it, and leads to the answer', async () => {
    await goTo(page, `/case/${made.caseId}/brief`)
    await beginBrief(page, {
      forRole: 'Head of presence',
      bottomLine: 'Decide again.',
      riskOfActing: '',
      riskOfNotActing: '',
      option: '',
      talkingPoint: '',
      unknowns: '',
      followUp: '',
    })
    await openStep(page, 'say')
    await reads(page, words('gate.withdrawn'))
    const { briefs } = await get(page, 'case.view', { caseId: made.caseId })
    const briefId = briefs.find(({ id }) => id !== made.briefId)?.id
    const { gate } = await get(page, 'brief.view', { briefId })
    expect(gate.open).toBe(false)
    expect(gate.lines.filter(({ verdict }) => verdict === 'said')).toEqual([])
    await expect(get(page, 'brief.export', { briefId, sealFor: { passphrase } })).rejects.toThrow(
      'brief/gate-closed',
    )
    await ways(page, 'consent').first().click()
    await page.waitForFunction(() => location.hash.includes('/consent/'))
  })

  it('is followed up: what the reader answered is written down, and the task is done', async () => {
    await goToPlace(page, 'app.today')
    await page.getByRole('link', { name: new RegExp(words('due.ask-to-stop')) }).click()
    await finishTask(page, 'Asked by voice; the copy is destroyed.')
    await page.getByText(words('consent.task.doneCount', { count: 1 })).click()
    await reads(page, 'Asked by voice; the copy is destroyed.')
    await goToPlace(page, 'app.today')
    await titled(page, 'today.title')
    expect(await page.getByRole('link', { name: new RegExp(words('due.ask-to-stop')) }).count()).toBe(0)
  })
})
