import { checkedPackage, packageOf, packageParts } from '../../shared/exchange/seal.ts'
import type { Awaited, Built, BuiltInParts, Contents } from '../../shared/exchange/seal.ts'
import { nodeTools as tools } from './tools.ts'

export { ofBrief } from '../../shared/exchange/seal.ts'
export type { Awaited, Built, Draft, DraftOf, Opened } from '../../shared/exchange/seal.ts'

/** Signs a manifest over the files and packs all of it, padded. Pure. @throws Refused `exchange/too-large` */
export const buildPackage = (input: Contents): Built => packageOf(input, tools)

/** The same in parts: what the files hold is not copied. @throws Refused `exchange/too-large` */
export const buildParts = (input: Contents): BuiltInParts => packageParts(input, tools)

/**
 * Checks a package after decryption, whole or not at all; see `checkedPackage`.
 *
 * @param known.openedAs fingerprints of the keys it was decrypted with; empty: a passphrase.
 * @throws Refused `exchange/not-a-package`, `damaged`, `is-a-reply` (where none is awaited), `bad-signature`,
 * `not-for-you`, `newer-than-app`.
 */
export const openPackage = (
  tar: Uint8Array,
  known: { readonly awaited?: readonly Awaited[]; readonly openedAs: readonly string[] },
): ReturnType<typeof checkedPackage> => checkedPackage(tar, { ...known, tools })
