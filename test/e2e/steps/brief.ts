import type { Locator, Page } from 'playwright-core'
import { fieldNamed, follow, link, pick, press, titled, titledLike, type } from './hands.ts'
import { settled } from './look.ts'
import { words, wordsLike } from './words.ts'

/** What the author of a brief types. */
export interface BriefTyped {
  readonly forRole: string
  readonly bottomLine: string
  readonly riskOfActing: string
  readonly riskOfNotActing: string
  readonly option: string
  readonly talkingPoint: string
  readonly unknowns: string
  readonly followUp: string
}

/** From the list of briefs to the steps of a new one. */
export async function beginBrief(page: Page, typed: BriefTyped): Promise<void> {
  await follow(page.getByRole('main'), 'brief.prepare')
  await titled(page, 'brief.prepare')
  await type(page, 'brief.reader.forRole', typed.forRole)
  await pick(page, 'brief.reader.asked', words('brief.asked.decision'))
  await type(page, 'brief.reader.bottomLine', typed.bottomLine)
  await press(page, 'brief.start')
  await titledLike(page, 'brief.one')
}

/** Opens a step of the brief from its list of steps. */
export async function openStep(page: Page, step: string): Promise<void> {
  const steps = page.getByRole('list', { name: words('brief.steps') })
  await steps.getByRole('link', { name: words(`brief.step.${step}`), exact: true }).click()
}

/** Back from a step to the list of steps. */
export async function toSteps(page: Page): Promise<void> {
  await link(page, 'brief.toSteps').first().click()
  await page.getByRole('list', { name: words('brief.steps') }).waitFor()
}

/** The cards that say what is blocked, each with the way to the place that resolves it. */
export const ways = (page: Page, place: string): Locator =>
  page.getByRole('main').getByRole('link', { name: words(`gate.goTo.${place}`), exact: true })

/** Withholds everything that still waits for an answer. */
export async function withholdTheRest(page: Page): Promise<void> {
  const one = page.getByRole('button', { name: wordsLike('gate.say.withholdIt') })
  const all = page.getByRole('button', { name: wordsLike('gate.say.withholdAll') })
  await settled(page)
  for (let tries = 0; (await one.count()) > 0; tries++) {
    if (tries === 20) throw new Error('Something waits for an answer and cannot be withheld.')
    // The list is made anew after each; a button that went meanwhile is looked for again.
    await all
      .or(one)
      .first()
      .click({ timeout: 2_000 })
      .catch(() => {})
    await settled(page)
  }
}

/** The author's own words. */
export async function writeWords(page: Page, typed: BriefTyped): Promise<void> {
  await titled(page, 'brief.step.words')
  for (const part of ['riskOfActing', 'riskOfNotActing', 'unknowns', 'followUp'] as const)
    await type(page, `brief.words.${part}`, typed[part])
  await press(page, 'brief.option.add')
  await type(page, 'brief.option.what', typed.option)
  await press(page, 'brief.point.add')
  await fieldNamed(page, words('brief.point.one', { number: 1 })).fill(typed.talkingPoint)
  await press(page, 'brief.words.save')
}

/** Approves what stands on the page, as the only officer. */
export async function approve(page: Page, statement: string): Promise<void> {
  await titled(page, 'brief.step.approve')
  await type(page, 'brief.approve.statement', statement)
  await press(page, 'brief.approve.do')
  await page.getByRole('list', { name: words('brief.steps') }).waitFor()
}

/** The author asks somebody else of the vault. */
export async function askApproval(page: Page, note: string): Promise<void> {
  await titled(page, 'brief.step.approve')
  await type(page, 'brief.askApproval.words', note)
  await press(page, 'brief.askApproval.do')
  await page.getByText(words('brief.asking.handOver')).waitFor()
}

/** Somebody else approves what stands on the page. */
export async function approveOther(page: Page, why: string): Promise<void> {
  await titled(page, 'brief.step.approve')
  await type(page, 'brief.approve.why', why)
  await press(page, 'brief.approve.doOther')
  await page.getByRole('list', { name: words('brief.steps') }).waitFor()
}

/** Somebody else says what has to change before it may leave. */
export async function decline(page: Page, change: string): Promise<void> {
  await titled(page, 'brief.step.approve')
  await page.getByText(words('brief.decline'), { exact: true }).click()
  await type(page, 'brief.decline.words', change)
  await press(page, 'brief.decline.do')
  await page.getByRole('list', { name: words('brief.steps') }).waitFor()
}

/** Encrypts with six words that are noted, and writes the file where the next dialog says. @returns the words. */
export async function sendWithWords(page: Page): Promise<string> {
  await titled(page, 'brief.step.send')
  const offered = page.getByRole('figure').locator('p[lang="en"]')
  await page.waitForFunction(() =>
    /\S+( \S+){5}/.test(document.querySelector('figure p[lang="en"]')?.textContent ?? ''),
  )
  const passphrase = ((await offered.textContent()) ?? '').trim()
  await page.getByText(words('brief.send.noted'), { exact: true }).click()
  await press(page, 'brief.send.write')
  return passphrase
}

/** The same as one page for any browser. @returns the words */
export async function sendAsPage(page: Page): Promise<string> {
  await titled(page, 'brief.step.send')
  await pick(page, 'brief.send.as', words('brief.send.as.html'))
  return sendWithWords(page)
}

/** Encrypts for a key, and writes the file where the next dialog says. */
export async function sendWithKey(page: Page, key: string): Promise<void> {
  await titled(page, 'brief.step.send')
  await pick(page, 'brief.send.how', words('brief.send.keys'))
  await type(page, 'brief.send.key', key)
  await press(page, 'brief.send.write')
}

/** Waits until the page says that the file is written. */
export const isWritten = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: words('brief.receipt.title') }).waitFor()
