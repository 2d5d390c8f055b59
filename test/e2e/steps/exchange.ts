import type { Page } from 'playwright-core'
import type { Decision } from '../../../shared/brief/model.ts'
import { button, follow, pick, press, titled, titledLike, type } from './hands.ts'
import { words } from './words.ts'

/** On the page that opens briefs: chooses the file the next dialog answers with, and types its passphrase. */
export async function openBrief(page: Page, passphrase: string): Promise<void> {
  await tryToOpenBrief(page, passphrase)
  await titledLike(page, 'read.brief')
}

/** The same, whatever comes of it. */
export async function tryToOpenBrief(page: Page, passphrase: string): Promise<void> {
  await titled(page, 'read.title')
  await press(page, 'read.file.choose')
  await button(page, 'read.file.choose').waitFor({ state: 'detached' })
  await type(page, 'read.passphrase', passphrase)
  await press(page, 'read.open')
}

/** The same with a key file, chosen in a second dialog, and its passphrase. */
export async function tryToOpenWithKey(page: Page, passphrase: string): Promise<void> {
  await titled(page, 'read.title')
  await press(page, 'read.file.choose')
  await button(page, 'read.file.choose').waitFor({ state: 'detached' })
  await pick(page, 'read.how', words('read.how.key'))
  await press(page, 'read.key.choose')
  await button(page, 'read.key.choose').waitFor({ state: 'detached' })
  await type(page, 'read.keyPassphrase', passphrase)
  await press(page, 'read.open')
}

/** Decides on the brief that is open and writes the reply where the next dialog says. */
export async function decide(
  page: Page,
  { decision, said, as }: { readonly decision: Decision; readonly said: string; readonly as?: string },
): Promise<void> {
  await pick(page, 'reply.decision', words(`reply.decision.${decision}`))
  await type(page, `reply.words.${decision}`, said)
  if (as) await type(page, 'reply.decidedBy', as)
  await press(page, 'reply.review')
  await titled(page, 'reply.check')
}

/** Writes the reply that was checked. */
export async function writeReply(page: Page): Promise<void> {
  await press(page, 'reply.write')
  await titled(page, 'reply.written')
}

/** On the page of the hand-over: opens the reply the next dialog answers with. */
export async function receiveReply(page: Page): Promise<void> {
  await titled(page, 'handover.title')
  await press(page, 'handover.openReply')
}

/** From the first screen to the page that opens briefs. */
export const toReading = (page: Page): Promise<void> => follow(page, 'welcome.read')
