import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  type KeyObject,
} from 'node:crypto'
import { hkdf } from './slot.ts'

/*
 * What one person of the vault may open and others may lock: X25519 with a key made for this one box, HKDF-SHA-256,
 * AES-256-GCM (ADR 0029). A box: the 32 bytes of the one-time public key, the ciphertext, the 16 bytes of the tag. The
 * nonce is zero: no key is ever used twice.
 */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex')
const nonce = Buffer.alloc(12)

const privateKey = (secret: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([privatePrefix, secret]), format: 'der', type: 'pkcs8' })

const publicKey = (bytes: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([publicPrefix, bytes]), format: 'der', type: 'spki' })

const bytesOf = (key: KeyObject) =>
  new Uint8Array(key.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length))

/** The public half, 32 bytes, of a secret of 32 bytes. */
export const boxKeyOf = (secret: Uint8Array): Uint8Array => bytesOf(createPublicKey(privateKey(secret)))

interface Ends {
  readonly mine: KeyObject
  readonly theirs: Uint8Array
  /** The one-time key and the key it is locked to, in this order. */
  readonly both: Uint8Array
}

function keyBetween({ mine, theirs, both }: Ends): Uint8Array {
  const agreed = diffieHellman({ privateKey: mine, publicKey: publicKey(theirs) })
  const key = hkdf(agreed, both, 'vigil/box/v1')
  agreed.fill(0)
  return key
}

/** What a box is locked to, and what it is for: it opens for nothing else. */
interface Locking {
  /** The public half of whoever may open it, 32 bytes. */
  readonly to: Uint8Array
  readonly bound: string
  readonly random: (size: number) => Uint8Array
}

/** Locks a few bytes for one person. Anybody can; only they can open it. */
export function lockBox(bytes: Uint8Array, { to, bound, random }: Locking): Uint8Array {
  const secret = random(32)
  const mine = privateKey(secret)
  const shown = boxKeyOf(secret)
  secret.fill(0)
  const key = keyBetween({ mine, theirs: to, both: Buffer.concat([shown, to]) })
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  key.fill(0)
  return Buffer.concat([shown, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/**
 * What is in a box.
 *
 * @param secret of whoever it was locked for, 32 bytes.
 * @throws Error when it was locked for somebody or something else, or altered.
 */
export function openBox(
  box: Uint8Array,
  { secret, bound }: { readonly secret: Uint8Array; readonly bound: string },
): Uint8Array {
  const shown = box.subarray(0, 32)
  const both = Buffer.concat([shown, boxKeyOf(secret)])
  const key = keyBetween({ mine: privateKey(secret), theirs: shown, both })
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
    .setAAD(Buffer.from(bound))
    .setAuthTag(box.subarray(-16))
  key.fill(0)
  return new Uint8Array(Buffer.concat([cipher.update(box.subarray(32, -16)), cipher.final()]))
}
