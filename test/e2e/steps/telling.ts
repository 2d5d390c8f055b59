import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { addressOf } from './look.ts'
import type { Planted } from './planted.ts'
import type { Telling } from './story.ts'

interface TellingOptions {
  readonly planted: Planted
  readonly desk: string
  /** Called after every step that went well, with how long it took. */
  readonly after?: (name: string, page: Page, milliseconds: number) => Promise<void>
}

/** Where pictures of failed steps are left. */
const failures = join(import.meta.dirname, '../../../test-results')

/** Tells the story step by step; a step that fails says which it was and leaves a picture. */
export function tell({ planted, desk, after = async () => {} }: TellingOptions): Telling {
  return {
    planted,
    desk,
    async step(name, page, act) {
      const began = performance.now()
      const value = await act().catch(async (error: unknown) => {
        mkdirSync(failures, { recursive: true })
        await page.screenshot({ path: join(failures, `${name}.png`) }).catch(() => {})
        const at = await addressOf(page).catch(() => 'nowhere')
        throw new Error(`step "${name}" at ${at}: ${error instanceof Error ? error.message : ''}`, {
          cause: error,
        })
      })
      await after(name, page, Math.round(performance.now() - began))
      return value
    },
  }
}
