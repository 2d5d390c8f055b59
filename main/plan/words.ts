import type { PersonId } from '../../shared/model.ts'
import { Words } from '../../shared/plan/model.ts'
import { openApart, sealApart } from '../vault/ownKey.ts'
import type { Sealed } from '../vault/ownKey.ts'

interface Seal {
  readonly personId: PersonId
  /** The vault's sub-key for identities, 32 bytes. */
  readonly vaultKey: Uint8Array
}

const boundTo = (personId: PersonId) => `words:${personId}`

/** Seals the words of one person under a fresh key. */
export const sealWords = (
  words: Words,
  { personId, ...seal }: Seal & { readonly random: (size: number) => Uint8Array },
): Sealed => sealApart(words, { bound: boundTo(personId), ...seal })

/** Opens the words of one person. @throws Error when they were sealed for somebody else or altered. */
export const openWords = (sealed: Sealed, { personId, vaultKey }: Seal): Words =>
  Words.parse(openApart(sealed, { bound: boundTo(personId), vaultKey }))
