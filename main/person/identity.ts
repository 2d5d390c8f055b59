import { createCipheriv, createDecipheriv } from 'node:crypto'
import { Identity } from '../../shared/person/model.ts'
import type { PersonId } from '../../shared/model.ts'

/** One identity, sealed under its own key, and that key wrapped for this vault (ADR 0006). */
export interface SealedIdentity {
  /** Base64 of nonce, ciphertext and tag. */
  readonly sealed: string
  readonly wrapped: Uint8Array
}

interface Seal {
  readonly personId: PersonId
  /** The vault's sub-key for identities, 32 bytes. */
  readonly vaultKey: Uint8Array
}

/** Seals one identity under a fresh key. The person's id is bound to both layers. */
export function sealIdentity(
  identity: Identity,
  { personId, vaultKey, random }: Seal & { readonly random: (size: number) => Uint8Array },
): SealedIdentity {
  const key = random(32)
  const sealed = encrypt(Buffer.from(JSON.stringify(identity)), { key, personId, nonce: random(12) })
  const wrapped = encrypt(key, { key: vaultKey, personId, nonce: random(12) })
  key.fill(0)
  return { sealed: Buffer.from(sealed).toString('base64'), wrapped }
}

/** Opens one identity. @throws Error when it was sealed for somebody else or altered. */
export function openIdentity({ sealed, wrapped }: SealedIdentity, { personId, vaultKey }: Seal): Identity {
  const key = decrypt(wrapped, { key: vaultKey, personId })
  const bytes = decrypt(Buffer.from(sealed, 'base64'), { key, personId })
  key.fill(0)
  return Identity.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
}

interface Layer {
  readonly key: Uint8Array
  readonly personId: PersonId
}

function encrypt(
  bytes: Uint8Array,
  { key, personId, nonce }: Layer & { readonly nonce: Uint8Array },
): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(personId))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function decrypt(bytes: Uint8Array, { key, personId }: Layer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(personId))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}
