import { Refused, refusalCodes, type RefusalCode } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'
import { JobFailed, type Ask } from '../ask.ts'

/** More than any QR code can hold. */
const Text = z.string().max(8_000)

/**
 * The text of the QR code in a picture, read in a throw-away process that holds no key.
 *
 * @throws Refused what `textInPicture` refuses; `exchange/took-too-long` when the process ran out of time or memory.
 */
export async function readPictureApart(ask: Pick<Ask, 'runJob'>, bytes: Uint8Array): Promise<string> {
  try {
    return Text.parse(await ask.runJob('read-picture', { bytes }))
  } catch (error) {
    throw error instanceof JobFailed ? new Refused(refusalOf(error)) : error
  }
}

function refusalOf({ kind, code }: JobFailed): RefusalCode {
  if (kind !== 'refused') return 'exchange/took-too-long'
  return refusalCodes.find(known => known === code) ?? 'fault'
}
