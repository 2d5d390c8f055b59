import { z } from '../../shared/zod.ts'
import type { Ask } from '../ask.ts'
import { askJob } from '../askJob.ts'

/** More than any QR code can hold. */
const Text = z.string().max(8_000)

/**
 * The text of the QR code in a picture, read in a throw-away process that holds no key.
 *
 * @throws Refused what `textInPicture` refuses; `exchange/took-too-long` when the process ran out of time or memory.
 */
export const readPictureApart = (ask: Pick<Ask, 'runJob'>, bytes: Uint8Array): Promise<string> =>
  askJob(ask, { name: 'read-picture', input: { bytes }, answer: Text, otherwise: 'exchange/took-too-long' })
