import { Instant, PackageId } from '../../shared/model.ts'
import type { DraftOf } from '../../main/exchange/seal.ts'
import type { BriefManifest } from '../../shared/exchange/manifest.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'

export const officeSeed = new Uint8Array(32).fill(1)
export const oneTimeSeed = new Uint8Array(32).fill(2)
export const strangerSeed = new Uint8Array(32).fill(3)

export const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A brief nobody in particular is to read. */
export const aDraft: DraftOf<BriefManifest> = {
  kind: 'brief',
  packageId: PackageId.parse('0e0fd9a5-1c0c-4f0e-9c3c-4f8f2a1f6d10'),
  caseTag: '00112233445566778899aabbccddeeff',
  sentAt: Instant.parse('2026-03-02T12:00:00.000Z'),
  to: [],
  inReplyTo: null,
  replyTo: null,
}

/** The code something was refused with, `null` when it was not. Anything thrown that is no refusal fails the test. */
export async function refusalOf(run: () => unknown): Promise<RefusalCode | null> {
  try {
    await run()
    return null
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

/** The same bytes with some bits of one byte turned over. */
export function flipped(bytes: Uint8Array, at: number, bits = 1): Uint8Array {
  const copy = bytes.slice()
  copy[at] = copy[at]! ^ bits
  return copy
}
