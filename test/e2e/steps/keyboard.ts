import type { Page } from 'playwright-core'
import { words } from './words.ts'

/** Hands that have a keyboard and nothing else, and count what they press. */
export interface Keyboard {
  readonly page: Page
  /** How many keys were pressed so far; each letter that was typed is one. */
  presses(): number
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  /** Presses Tab until what has the focus is named so. */
  to(name: string | RegExp): Promise<void>
  /** Goes to what has this key of a text as its name, and presses it. */
  go(key: string): Promise<void>
}

/** The most presses of Tab anything may take. */
const far = 120

/** A keyboard for one window. */
export function keyboardOf(page: Page): Keyboard {
  let presses = 0
  const press = async (key: string) => {
    presses++
    await page.keyboard.press(key)
  }
  const to = async (name: string | RegExp) => {
    const isIt = (focused: string) => (typeof name === 'string' ? focused === name : name.test(focused))
    const seen: string[] = []
    for (let tries = 0; tries < far; tries++) {
      const focused = await nameOfFocused(page)
      if (isIt(focused)) return
      seen.push(focused)
      await press('Tab')
    }
    throw new Error(`Tab never came to ${String(name)}; it came to: ${[...new Set(seen)].join(' | ')}`)
  }
  return {
    page,
    presses: () => presses,
    press,
    to,
    async type(text) {
      presses += text.length
      await page.keyboard.type(text)
    },
    async go(key) {
      await to(words(key))
      await press('Enter')
    },
  }
}

/** The name a screen reader would say for what has the focus. */
export function nameOfFocused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return ''
    const said = (ids: string | null) =>
      (ids ?? '')
        .split(' ')
        .map(id => {
          const element = id === '' ? null : document.getElementById(id)
          return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
        })
        .join(' ')
        .trim()
    const labels = 'labels' in focused ? [...((focused as HTMLInputElement).labels ?? [])] : []
    return (
      focused.getAttribute('aria-label') ||
      said(focused.getAttribute('aria-labelledby')) ||
      labels.map(label => label.textContent).join(' ') ||
      (focused.textContent ?? '')
    ).trim()
  })
}
