import { z } from '../../shared/zod.ts'
import type { App } from '../app.ts'
import { askJob } from '../askJob.ts'

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
  const answer = z.array(z.string()).min(1)
  return askJob(app.ask, {
    name: 'pdf-text',
    input: { bytes: pdf },
    answer,
    otherwise: 'brief/unreadable-pdf',
  })
}
