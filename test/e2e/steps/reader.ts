import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findChromium } from '../../../main/host/chromium/findChromium.ts'

/** The page as it was built. */
export const builtPage = (): string =>
  readFileSync(join(import.meta.dirname, '../../../out/main/reader.html'), 'utf8')

/** A plain browser, as somebody without Vigil has it. */
export const plainBrowser = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium() ?? '',
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...args],
  })

/** A page from the disk in a fresh profile, and everything it did that it should not. */
export interface Opened {
  readonly page: Page
  /** Every address that was asked for. */
  readonly asked: string[]
  /** What the page's own policy stopped before it left. */
  readonly stopped: string[]
  /** What broke the page's own policy, and what was complained of. */
  readonly complaints: string[]
  close(): Promise<void>
}

/** How the page is opened. */
interface With {
  readonly locale?: string
  readonly dark?: boolean
  /** With a clock that the test moves. */
  readonly clock?: boolean
}

/** Opens a file from the disk in a browser without any network. */
export async function openFile(browser: Browser, path: string, given: With = {}): Promise<Opened> {
  const context = await browser.newContext({
    locale: given.locale ?? 'en-GB',
    colorScheme: given.dark ? 'dark' : 'light',
    viewport: { width: 1366, height: 768 },
    offline: true,
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const [asked, stopped, complaints]: [string[], string[], string[]] = [[], [], []]
  context.on('request', request => void asked.push(request.url().split('#')[0] ?? ''))
  context.on('requestfailed', request => {
    if (request.failure()?.errorText === 'csp') stopped.push(request.url())
  })
  page.on('console', message => void complaints.push(message.text()))
  page.on('pageerror', error => void complaints.push(error.message))
  if (given.clock) await page.clock.install()
  await page.goto(`file://${path}`)
  return { page, asked, stopped, complaints, close: () => context.close() }
}
