import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import { JobFailed } from '../ask.ts'

/** The bytes of a PDF around its streams, which are compressed and are read for themselves. */
export const withoutStreams = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString('latin1')
    .replaceAll(/\bstream\r?\n[\s\S]*?\bendstream\b/g, '')

/**
 * What the printed pages and everything beside them say. A PDF that cannot be read back does not leave.
 *
 * @throws Refused `brief/unreadable-pdf`
 */
export async function readBack(app: App, pdf: Uint8Array): Promise<string[]> {
  try {
    return (await app.ask.runJob('pdf-text', { bytes: pdf })) as string[]
  } catch (error) {
    throw error instanceof JobFailed ? new Refused('brief/unreadable-pdf') : error
  }
}
