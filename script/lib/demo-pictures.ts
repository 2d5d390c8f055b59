import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ask, goTo, looks, wear, type Look } from '../../test/e2e/steps/look.ts'
import { beforeVault, firstScreens, screensOf, type Screen } from '../../test/e2e/steps/places.ts'

/** Where pictures go, and what is there already. */
export interface Album {
  readonly folder: string
  readonly taken: string[]
}

interface Picture {
  readonly name: string
  readonly look: Look
  /** A second, larger picture of the same says so in its name. */
  readonly wide?: boolean
}

const sizes = { small: { width: 1366, height: 768 }, wide: { width: 1920, height: 1080 } } as const

/** Takes one picture: `NN-name.en.light.png`. The number is that of the screen, the same in every look. */
export async function photograph(album: Album, page: Page, picture: Picture): Promise<void> {
  const { name, look, wide = false } = picture
  const file = `${numberOf(album, name)}-${name}.${look.language}.${look.theme}${wide ? '.1920' : ''}.png`
  await page.screenshot({ path: join(album.folder, file) })
  if (!album.taken.includes(file)) album.taken.push(file)
}

function numberOf({ taken }: Album, name: string): string {
  const before = taken.find(file => /^\d+-([\w-]+)\./.exec(file)?.[1] === name)
  const numbers = new Set(taken.map(file => file.split('-')[0]))
  return before?.split('-')[0] ?? String(numbers.size + 1).padStart(2, '0')
}

/** Every screen there is now, in every look, at both sizes. `null`: no vault is open. */
export async function portraits(album: Album, page: Page, caseId: string | null): Promise<void> {
  const state = (await ask(page, 'vault.state')) as { readonly value: { readonly state: string } }
  const screens = caseId === null ? closedScreens(state.value.state) : await screensOf(page, caseId)
  for (const look of looks) {
    await wear(page, look)
    for (const screen of screens) await portrait(album, page, { screen, look })
  }
  await wear(page, { language: 'en', theme: 'light' })
}

const closedScreens = (state: string): readonly Screen[] =>
  state === 'none' ? [...firstScreens, ...beforeVault] : [{ name: 'unlock', address: '/' }]

async function portrait(
  album: Album,
  page: Page,
  { screen, look }: { readonly screen: Screen; readonly look: Look },
): Promise<void> {
  const name = `screen-${screen.name}`
  await goTo(page, screen.address)
  await photograph(album, page, { name, look })
  await page.setViewportSize(sizes.wide)
  await photograph(album, page, { name, look, wide: true })
  await page.setViewportSize(sizes.small)
}
