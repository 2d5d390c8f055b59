import { maxEmailBytes, ReadEmail } from '../../shared/import/model.ts'
import { Refused, refusalCodes, type RefusalCode } from '../../shared/refusal.ts'
import { JobFailed, type Ask } from '../ask.ts'

/**
 * Reads one e-mail in a throw-away process that holds no key, and checks what comes back as if a stranger sent it.
 *
 * @throws Refused what `readEmail` refuses; `import/took-too-long` when the process ran out of time or memory.
 */
export async function readEmailApart(ask: Pick<Ask, 'runJob'>, bytes: Uint8Array): Promise<ReadEmail> {
  if (bytes.length > maxEmailBytes) throw new Refused('file/too-large', { limit: maxEmailBytes })
  try {
    return ReadEmail.parse(await ask.runJob('read-email', { bytes }))
  } catch (error) {
    throw error instanceof JobFailed ? new Refused(refusalOf(error)) : error
  }
}

function refusalOf({ kind, code }: JobFailed): RefusalCode {
  if (kind !== 'refused') return 'import/took-too-long'
  return refusalCodes.find(known => known === code) ?? 'fault'
}
