import type { PersonId } from '../../shared/model.ts'
import { Identity } from '../../shared/person/model.ts'
import { openApart, sealApart } from '../vault/ownKey.ts'
import type { Binding, Sealed } from '../vault/ownKey.ts'

interface Seal {
  readonly personId: PersonId
  /** The vault's sub-key for identities, 32 bytes. */
  readonly vaultKey: Binding['vaultKey']
}

/** Seals one identity under a fresh key. The person's id is bound to both layers (ADR 0006). */
export function sealIdentity(
  identity: Identity,
  { personId, ...seal }: Seal & { readonly random: (size: number) => Uint8Array },
): Sealed {
  return sealApart(identity, { bound: personId, ...seal })
}

/** Opens one identity. @throws Error when it was sealed for somebody else or altered. */
export function openIdentity(sealed: Sealed, { personId, vaultKey }: Seal): Identity {
  return Identity.parse(openApart(sealed, { bound: personId, vaultKey }))
}
