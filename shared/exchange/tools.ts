/** Text as UTF-8 and back. */
export interface Utf8 {
  encode(text: string): Uint8Array
  /** A byte order mark stays. @throws for bytes that are not UTF-8. */
  decode(bytes: Uint8Array): string
}

/**
 * What a package needs of where it is made or read: Node's own in Vigil, noble's in a browser (ADR 0022).
 *
 * Hashes are FIPS 180-4; keys, seeds (32 bytes each) and signatures (64 bytes) are Ed25519, RFC 8032.
 */
export interface Tools extends Utf8 {
  sha256(bytes: Uint8Array): Uint8Array
  sha512(bytes: Uint8Array): Uint8Array
  publicKeyOf(seed: Uint8Array): Uint8Array
  signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array
  verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
}
