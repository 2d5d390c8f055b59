import type { CDPSession, Page } from 'playwright-core'
import { origin } from './bridge.ts'

/**
 * Swaps the page for a fresh one in a new process, and ends the processes that showed the old one: what they held is
 * gone. Going by way of another site makes Chromium take a new process; a page that hangs is left behind like any.
 *
 * @throws when the page cannot be loaded within seconds.
 */
export async function reloadAfresh(page: Page): Promise<void> {
  const browser = await page.context().browser()?.newBrowserCDPSession()
  const old = browser ? await renderers(browser) : []
  await page.goto('data:text/html,', { timeout: 2000 })
  const now = browser ? await renderers(browser) : []
  // Only when the empty page has a process of its own is it sure that none of the old ones shows it.
  if (now.some(pid => !old.includes(pid))) old.forEach(end)
  await browser?.detach()
  await page.goto(`${origin}/`, { timeout: 10_000, waitUntil: 'commit' })
}

async function renderers(browser: CDPSession): Promise<readonly number[]> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}
