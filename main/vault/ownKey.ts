import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'

/** Something of one person, sealed under a key of its own, and that key wrapped for this vault (ADR 0006). */
export interface Sealed {
  /** Base64 of nonce, ciphertext and tag. */
  readonly sealed: string
  readonly wrapped: Uint8Array
}

/** What both layers are bound to, and the sub-key of the vault that wraps. */
export interface Binding {
  /** Whose it is, and, unless it is an identity, what it is. */
  readonly bound: string
  /** 32 bytes; made ready with `readyKey` where many are opened with it. */
  readonly vaultKey: Uint8Array | KeyObject
}

/** Seals a value of JSON under a fresh key. AES-256-GCM at both layers. */
export function sealApart(
  value: unknown,
  { bound, vaultKey, random }: Binding & { readonly random: (size: number) => Uint8Array },
): Sealed {
  const key = random(32)
  const sealed = encrypt(Buffer.from(JSON.stringify(value)), { key, bound, nonce: random(12) })
  const wrapped = encrypt(key, { key: vaultKey, bound, nonce: random(12) })
  key.fill(0)
  return { sealed: Buffer.from(sealed).toString('base64'), wrapped }
}

/** Opens what was sealed. @throws Error when it is bound to something else or was altered. */
export function openApart({ sealed, wrapped }: Sealed, { bound, vaultKey }: Binding): unknown {
  const key = decrypt(wrapped, { key: vaultKey, bound })
  const bytes = decrypt(Buffer.from(sealed, 'base64'), { key, bound })
  key.fill(0)
  return JSON.parse(Buffer.from(bytes).toString('utf8'))
}

/** A key for many layers: OpenSSL looks at it once, and wipes its copy when nobody has it any more. */
export const readyKey = (key: Uint8Array): KeyObject => createSecretKey(key)

interface Layer {
  readonly key: Uint8Array | KeyObject
  readonly bound: string
}

function encrypt(
  bytes: Uint8Array,
  { key, bound, nonce }: Layer & { readonly nonce: Uint8Array },
): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function decrypt(bytes: Uint8Array, { key, bound }: Layer): Buffer {
  // Node takes twice as long over bytes as over a key it was given.
  const ready = key instanceof Uint8Array ? readyKey(key) : key
  const decipher = createDecipheriv('aes-256-gcm', ready, bytes.subarray(0, 12), {
    authTagLength: 16,
  }).setAAD(Buffer.from(bound))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}
