import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import type { Tools } from '../shared/exchange/tools.ts'

/** Hashes and signatures as noble has them: the same results as Node's in Vigil (ADR 0022). */
export const pageTools: Tools = {
  encode: text => new TextEncoder().encode(text),
  decode: bytes => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
  sha256,
  sha512,
  publicKeyOf: seed => ed25519.getPublicKey(seed),
  signEd25519: (seed, message) => ed25519.sign(message, seed),
  // RFC 8032 to the letter, as OpenSSL has it; the default also takes other spellings of a point.
  verifyEd25519: (key, message, signature) => ed25519.verify(signature, message, key, { zip215: false }),
}
