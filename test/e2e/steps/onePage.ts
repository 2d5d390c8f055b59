import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { chromiumFlags } from '../../../main/host/chromium/flags.ts'
import type { Launched } from '../launch.ts'
import * as brief from './brief.ts'
import { receiveReply } from './exchange.ts'
import { reads } from './hands.ts'
import { goTo, goToPlace } from './look.ts'
import { openFile, plainBrowser } from './reader.ts'
import { readyBrief } from './readyBrief.ts'
import type { Telling } from './story.ts'
import { words } from './words.ts'

/** What the window was started with says nothing here: no page of its own, no window of a program. */
const quietFlags = chromiumFlags.filter(flag => !/^--(app|test-type|window-size)/.test(flag))

/** A brief leaves as one page, is read and answered in a browser without Vigil, and the reply is taken in. @returns its six words */
export async function asOnePage(telling: Telling, vigil: Launched): Promise<string> {
  const { step, desk, planted } = telling
  const { page, answer } = vigil
  const path = join(desk, 'brief.html')
  const address = await readyBrief(page, planted)
  const passphrase = await step('page-send', page, async () => {
    await goTo(page, `${address}/send`)
    answer(path)
    const passphrase = await brief.sendAsPage(page)
    await brief.isWritten(page)
    return passphrase
  })
  const reply = await inBrowser(telling, { path, passphrase })
  await step('page-reply-received', page, async () => {
    await goToPlace(page, 'app.handover')
    answer(reply)
    await receiveReply(page)
    await reads(page, planted.at('page: reply'))
  })
  return passphrase
}

/** Elsewhere, without Vigil: opens the page, reads, decides and saves the reply. */
async function inBrowser(
  telling: Telling,
  { path, passphrase }: { readonly path: string; readonly passphrase: string },
): Promise<string> {
  const { step, desk, planted } = telling
  const browser = await plainBrowser(quietFlags)
  try {
    const { page, complaints } = await openFile(browser, path)
    await step('page-locked', page, () => page.locator('#passphrase').waitFor())
    await step('page-read', page, async () => {
      await page.locator('#passphrase').fill(passphrase)
      await page.keyboard.press('Enter')
      await page.getByText(planted.at('page: bottom line')).waitFor()
    })
    await step('page-decide', page, () => decide(page, `Yes, today. ${planted.at('page: reply')}`))
    const saved = await step('page-reply', page, async () => {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: words('reader.reply.save') }).click()
      const file = join(desk, 'reply-from-page.age')
      await (await download).saveAs(file)
      return file
    })
    if (complaints.length > 0) throw new Error('The page complained of something.')
    return saved
  } finally {
    await browser.close()
  }
}

async function decide(page: Page, said: string): Promise<void> {
  await page.getByLabel(words('reply.decision.approve'), { exact: true }).check()
  await page.getByLabel(words('reply.words.approve')).fill(said)
  await page.getByRole('button', { name: words('reply.review') }).click()
  await page.getByText(said).waitFor()
}
