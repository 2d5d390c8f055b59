import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, type Launched } from './launch.ts'

/* Vigil itself, as it was built. */

let vigil: Launched
const complaints: string[] = []

beforeAll(async () => {
  vigil = await launch()
  vigil.page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  await vigil.lock('screen-lock')
})
afterAll(() => vigil.close())

it('shows its first screen, asked for without a vault, and nothing breaks the page’s own rules', async () => {
  await vigil.page.waitForSelector('h1')
  expect(await vigil.page.title()).toBe('Vigil')
  expect(complaints).toEqual([])
})

it('has a vault process that answers, and refuses what it does not know', async () => {
  const reply = await vigil.page.evaluate(() =>
    (globalThis as unknown as { vigil: { call(name: string, input: unknown): Promise<unknown> } }).vigil.call(
      'no.such',
      {},
    ),
  )
  expect(reply).toEqual({ ok: false, code: 'unknown-operation' })
})
