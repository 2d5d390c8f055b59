import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as signRaw,
  verify as verifyRaw,
} from 'node:crypto'
import words from '../../resources/words/eff-large.json' with { type: 'json' }

/** The namespace of every signature here: one made for something else never fits (SSHSIG). */
const namespace = 'vigil-package-v1'

const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

const sha512 = (...parts: readonly (string | Uint8Array)[]) => {
  const hash = createHash('sha512')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** SSH's `string`: four bytes of length, then the bytes. */
function sshString(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

const privateKey = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' })
const publicKey = (raw: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' })

/** What Ed25519 signs for a message (OpenSSH, PROTOCOL.sshsig). */
const signedBytes = (message: Uint8Array) =>
  Buffer.concat([
    Buffer.from('SSHSIG'),
    ...[namespace, '', 'sha512', sha512(message)].map(part => sshString(part)),
  ])

function armor(key: Uint8Array, signature: Uint8Array): string {
  const blob = Buffer.concat([
    Buffer.from('SSHSIG\0\0\0\x01', 'latin1'),
    sshString(Buffer.concat([sshString('ssh-ed25519'), sshString(key)])),
    ...[namespace, '', 'sha512'].map(part => sshString(part)),
    sshString(Buffer.concat([sshString('ssh-ed25519'), sshString(signature)])),
  ])
  const lines = blob.toString('base64').replaceAll(/.{70}(?=.)/g, '$&\n')
  return `-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----\n`
}

/** The public half (32 bytes) of a 32-byte Ed25519 seed. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  const spki = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' })
  return new Uint8Array(spki.subarray(publicPrefix.length))
}

/**
 * Signs a message: Ed25519 in OpenSSH's armored SSHSIG form, checked by `ssh-keygen -Y verify -n vigil-package-v1` (ADR 0007).
 *
 * @param seed 32 bytes. The same seed and message give the same text.
 */
export function sign(seed: Uint8Array, message: Uint8Array): string {
  return armor(publicKeyOf(seed), signRaw(null, signedBytes(message), privateKey(seed)))
}

/** Plain Ed25519 (RFC 8032): whether these 64 bytes are the key's own signature over this message. */
export function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verifyRaw(null, message, publicKey(key), signature)
}

/**
 * Whether this armored signature is the key's own over this message.
 *
 * Only the one spelling that `sign` and `ssh-keygen` write is accepted: the text is rebuilt from the key and the
 * signature's 64 bytes and must come out the same, so nothing in it goes unread.
 */
export function verify(key: Uint8Array, message: Uint8Array, armored: string): boolean {
  const base64 = armored.split('\n').slice(1, -2).join('')
  const signature = Buffer.from(base64, 'base64').subarray(-64)
  if (key.length !== 32 || signature.length !== 64 || armor(key, signature) !== armored) return false
  return verifyEd25519(key, signedBytes(message), signature)
}

/**
 * Twelve words that stand for a public key, to be compared in person or by telephone; 155 bits.
 *
 * From the list passphrases are made of (resources/words), whose order must therefore never change.
 */
export function fingerprintWords(key: Uint8Array): string[] {
  let number = BigInt(`0x${sha512('vigil-fingerprint-v1\0', key).toString('hex')}`)
  const base = BigInt(words.length)
  return Array.from({ length: 12 }, () => {
    const word = words[Number(number % base)] ?? ''
    number /= base
    return word
  })
}

/** The same key as OpenSSH writes it in an allowed-signers file. */
export function sshPublicKey(key: Uint8Array): string {
  return `ssh-ed25519 ${Buffer.concat([sshString('ssh-ed25519'), sshString(key)]).toString('base64')}`
}
