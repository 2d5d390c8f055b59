import words from '../../resources/words/eff-large.json' with { type: 'json' }
import { base64Of, joined } from '../../shared/exchange/bytes.ts'
import { fingerprintOf } from '../../shared/exchange/fingerprint.ts'
import { isSignedBy, packageNamespace, signSsh, sshString } from '../../shared/exchange/sshsig.ts'
import { nodeTools as tools } from './tools.ts'

/** The public half (32 bytes) of a 32-byte Ed25519 seed. */
export const publicKeyOf = (seed: Uint8Array): Uint8Array => tools.publicKeyOf(seed)

/**
 * Signs a message: Ed25519 in OpenSSH's armored SSHSIG form, checked by `ssh-keygen -Y verify -n vigil-package-v1` (ADR 0007).
 *
 * @param seed 32 bytes. The same seed and message give the same text.
 */
export const sign = (seed: Uint8Array, message: Uint8Array): string =>
  signSsh({ tools, namespace: packageNamespace, seed }, message)

/** Plain Ed25519 (RFC 8032): whether these 64 bytes are the key's own signature over this message. */
export const verifyEd25519 = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  tools.verifyEd25519(key, message, signature)

/** Whether this armored signature is the key's own over this message, in the one spelling that is accepted. */
export const verify = (key: Uint8Array, message: Uint8Array, armored: string): boolean =>
  isSignedBy({ tools, namespace: packageNamespace, key }, message, armored)

/** Twelve words that stand for a public key, to be compared in person or by telephone; 155 bits. */
export const fingerprintWords = (key: Uint8Array): string[] => fingerprintOf(key, { tools, words })

/** The same key as OpenSSH writes it in an allowed-signers file. */
export const sshPublicKey = (key: Uint8Array): string =>
  `ssh-ed25519 ${base64Of(joined(sshString('ssh-ed25519'), sshString(key)))}`
