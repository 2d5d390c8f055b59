import { maxEmailBytes, ReadEmail } from '../../shared/import/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Ask } from '../ask.ts'
import { askJob } from '../askJob.ts'

/**
 * Reads one e-mail in a throw-away process that holds no key, and checks what comes back as if a stranger sent it.
 *
 * @throws Refused what `readEmail` refuses; `import/took-too-long` when the process ran out of time or memory, or came back
 *   with something that is not an e-mail that was read.
 */
export async function readEmailApart(ask: Pick<Ask, 'runJob'>, bytes: Uint8Array): Promise<ReadEmail> {
  if (bytes.length > maxEmailBytes) throw new Refused('file/too-large', { limit: maxEmailBytes })
  const otherwise = 'import/took-too-long'
  return askJob(ask, { name: 'read-email', input: { bytes }, answer: ReadEmail, otherwise })
}
