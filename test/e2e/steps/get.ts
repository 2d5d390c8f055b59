import type { Page } from 'playwright-core'
import type { Name, Output } from '../../../shared/contract.ts'
import type { Reply } from '../../../shared/refusal.ts'

/** Asks the vault process from inside the page. Passphrases are given as text and cross as bytes. */
export async function get<N extends Name>(page: Page, name: N, input: unknown): Promise<Output<N>> {
  const reply = (await page.evaluate(
    ([name, input]) => {
      const bytes = (key: string, value: unknown) =>
        key === 'passphrase' && typeof value === 'string' ? [...new TextEncoder().encode(value)] : value
      const revived = JSON.parse(JSON.stringify(input, bytes), (key, value: unknown) =>
        key === 'passphrase' && Array.isArray(value) ? new Uint8Array(value as number[]) : value,
      ) as unknown
      const { vigil } = globalThis as unknown as {
        vigil: { call(name: string, input: unknown): Promise<unknown> }
      }
      return vigil.call(name, revived)
    },
    [name, input] as const,
  )) as Reply<Output<N>>
  if (!reply.ok) throw new Error(`${name}: ${reply.code}`)
  return reply.value
}
