import type { CDPSession, Page } from 'playwright-core'
import type { SystemClipboard } from '../host.ts'
import { origin } from './bridge.ts'

/**
 * The system's clipboard by way of the page: for the moment of asking, and no longer, the page may reach it. Chromium has
 * no mark that keeps something out of clipboard histories.
 */
export function chromiumClipboard(page: Page): SystemClipboard {
  const ask = async (expression: string): Promise<string> => {
    const session = await page.context().newCDPSession(page)
    try {
      await permit(session, 'granted')
      const { result } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        userGesture: true,
        returnByValue: true,
      })
      return typeof result.value === 'string' ? result.value : ''
    } finally {
      await permit(session, 'denied').catch(() => undefined)
      await session.detach().catch(() => undefined)
    }
  }
  return {
    read: () => ask('navigator.clipboard.readText()'),
    clear: async () => void (await ask("navigator.clipboard.writeText('')")),
    conceal: async () => {},
  }
}

const permit = async (session: CDPSession, setting: 'granted' | 'denied'): Promise<void> => {
  await session.send('Browser.setPermission', { permission: { name: 'clipboard-read' }, setting, origin })
}
