import { type Lock, type OpeningKey, decrypt, encryptParts, encryptTo } from './age.ts'
import { fingerprintOf } from './identity.ts'
import { type Awaited, type Built, type Draft, buildParts, openPackage } from './seal.ts'
import type { Entry } from '../../shared/exchange/tar.ts'

type WithoutTo<D> = D extends unknown ? Omit<D, 'to'> : never
/** What the sender decides but for whom, which follows from the lock. */
export type Unaddressed = WithoutTo<Draft>

/** What the job `seal` is given. `to` of the manifest follows from `lock`, so the two cannot differ. */
export interface SealInput {
  readonly draft: Unaddressed
  readonly files: readonly Entry[]
  /** 32 bytes: the office's own key for a brief, the brief's one-time key for a reply. */
  readonly signingSeed: Uint8Array
  readonly lock: Lock
}

/** What the job `seal` gives back: the file to write, and the manifest to remember. */
export interface SealOutput extends Omit<Built, 'tar'> {
  readonly file: Uint8Array
}

/** What the job `open` is given. `awaited`: the briefs whose reply has not come; needed for replies only. */
export interface OpenInput {
  readonly file: Uint8Array
  readonly key: OpeningKey
  readonly awaited?: readonly Awaited[]
}

/** What the job `open` gives back, with all that is needed to check it once more: its signature, and the keys it was for. */
export type OpenOutput = ReturnType<typeof openPackage> & { readonly openedAs: readonly string[] }

/**
 * Builds, signs, pads and encrypts one package.
 *
 * @throws Refused `exchange/too-large`, `recipient-not-a-key`, `mixed-keys`.
 */
export async function runSeal({ draft, files, signingSeed, lock }: SealInput): Promise<SealOutput> {
  const recipients = 'recipients' in lock ? [...new Set(lock.recipients)] : []
  const to = recipients.map(fingerprintOf)
  const { parts, ...built } = buildParts({ draft: { ...draft, to }, files, signingSeed })
  return { ...built, file: await encryptParts('recipients' in lock ? { recipients } : lock, parts) }
}

/** What the job `encrypt` is given: one file as it is, and who will be able to open it. */
export interface EncryptInput {
  readonly lock: Lock
  readonly content: Uint8Array
}

/** Encrypts one file as it is, without a manifest. @throws Refused `exchange/recipient-not-a-key`, `mixed-keys` */
export const runEncrypt = ({ lock, content }: EncryptInput): Promise<Uint8Array> => encryptTo(lock, content)

/**
 * Decrypts and checks one package; what comes back was wholly verified.
 *
 * @throws Refused as `decrypt` and `openPackage`.
 */
export async function runOpen({ file, key, awaited }: OpenInput): Promise<OpenOutput> {
  const { content, openedAs } = await decrypt(file, key)
  return { ...openPackage(content, awaited ? { awaited, openedAs } : { openedAs }), openedAs }
}
