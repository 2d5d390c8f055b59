import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What a busy button had read out stands in the page for some seconds more, and points at what is gone. */
const hasSpoken = (page: Page) =>
  page.waitForFunction(() => document.querySelector('[data-live-announcer] [role=img]') === null)

/** What axe finds wrong with the page as it stands: the rule and where. */
export async function wrongWith(page: Page): Promise<readonly string[]> {
  await hasSpoken(page)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  return page.evaluate(async () => {
    interface Violation {
      readonly id: string
      readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
    }
    const { axe } = globalThis as unknown as {
      axe: { run(context: Document, options: unknown): Promise<{ violations: readonly Violation[] }> }
    }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(node => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join(', ')}`,
    )
  })
}
