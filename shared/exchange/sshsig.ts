import { base64Of, bytesOfBase64, bytesOfLatin1, joined } from './bytes.ts'
import type { Tools } from './tools.ts'

/** The namespace of every package: a signature made for something else never fits (SSHSIG). */
export const packageNamespace = 'vigil-package-v1'

const asBytes = (value: string | Uint8Array) => (typeof value === 'string' ? bytesOfLatin1(value) : value)

/** SSH's `string`: four bytes of length, then the bytes. */
export function sshString(value: string | Uint8Array): Uint8Array {
  const bytes = asBytes(value)
  const length = [24, 16, 8, 0].map(shift => (bytes.length >> shift) & 255)
  return joined(Uint8Array.from(length), bytes)
}

/** What a signature is made with and for. */
export interface Signing {
  readonly tools: Tools
  readonly namespace: string
}

/** What Ed25519 signs for a message (OpenSSH, PROTOCOL.sshsig). */
const signedBytes = (message: Uint8Array, { tools, namespace }: Signing) =>
  joined(
    bytesOfLatin1('SSHSIG'),
    ...[namespace, '', 'sha512', tools.sha512(message)].map(part => sshString(part)),
  )

/** A signature's 64 bytes as OpenSSH writes them, with the key (32 bytes) they belong to. */
export function armored(key: Uint8Array, signature: Uint8Array, namespace: string): string {
  const blob = joined(
    bytesOfLatin1('SSHSIG\0\0\0\x01'),
    sshString(joined(sshString('ssh-ed25519'), sshString(key))),
    ...[namespace, '', 'sha512'].map(part => sshString(part)),
    sshString(joined(sshString('ssh-ed25519'), sshString(signature))),
  )
  const lines = base64Of(blob).replaceAll(/.{70}(?=.)/g, '$&\n')
  return `-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----\n`
}

/**
 * Signs a message: Ed25519 in OpenSSH's armored SSHSIG form, checked by `ssh-keygen -Y verify -n <namespace>` (ADR 0007).
 *
 * @param by the 32-byte seed. The same seed and message give the same text.
 */
export function signSsh(by: Signing & { readonly seed: Uint8Array }, message: Uint8Array): string {
  const { tools, namespace, seed } = by
  return armored(tools.publicKeyOf(seed), tools.signEd25519(seed, signedBytes(message, by)), namespace)
}

/**
 * Whether this armored signature is the key's own over this message.
 *
 * Only the one spelling that `signSsh` and `ssh-keygen` write is accepted: the text is rebuilt from the key and the
 * signature's 64 bytes and must come out the same, so nothing in it goes unread.
 */
export function isSignedBy(
  by: Signing & { readonly key: Uint8Array },
  message: Uint8Array,
  text: string,
): boolean {
  const base64 = text.split('\n').slice(1, -2).join('')
  const signature = bytesOfBase64(base64)?.subarray(-64)
  if (by.key.length !== 32 || signature?.length !== 64) return false
  if (armored(by.key, signature, by.namespace) !== text) return false
  return by.tools.verifyEd25519(by.key, signedBytes(message, by), signature)
}
