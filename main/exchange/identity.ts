import { createHash } from 'node:crypto'
import {
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption'

/**
 * Two kinds of key. `hybrid` (ML-KEM-768 with X25519) also resists a later quantum computer and is the default;
 * `x25519` is for offices whose `age` is older than 1.3.
 */
export type IdentityKind = 'hybrid' | 'x25519'

/** A secret key and the recipient string that may be given away. */
export interface Identity {
  readonly identity: string
  readonly recipient: string
}

/** A new key of this kind. */
export async function newIdentity(kind: IdentityKind): Promise<Identity> {
  const identity = await (kind === 'hybrid' ? generateHybridIdentity() : generateX25519Identity())
  return { identity, recipient: await identityToRecipient(identity) }
}

/** The recipient that belongs to a secret key, or `null` when the text is no such key. */
export async function recipientOf(identity: string): Promise<string | null> {
  if (!/^AGE-SECRET-KEY-(PQ-)?1/.test(identity)) return null
  return identityToRecipient(identity).catch(() => null)
}

/** Which kind of recipient this text is, or `null` when nothing can be encrypted to it. Tried, not guessed. */
export async function recipientKind(recipient: string): Promise<IdentityKind | null> {
  if (!/^age1(pq1)?[02-9ac-hj-np-z]+$/.test(recipient)) return null
  try {
    const trial = new Encrypter()
    trial.addRecipient(recipient)
    await trial.encrypt(new Uint8Array())
  } catch {
    return null
  }
  return recipient.startsWith('age1pq1') ? 'hybrid' : 'x25519'
}

/** What a manifest calls a recipient by: SHA-256 of its string, hexadecimal. */
export function fingerprintOf(recipient: string): string {
  return createHash('sha256').update(recipient, 'utf8').digest('hex')
}

/** The text of a key file as `age-keygen` writes it, without a date. It is a secret: encrypt it before it is written. */
export function identityFileText({ identity, recipient }: Identity): string {
  return `# public key: ${recipient}\n${identity}\n`
}

/** The secret keys in the text of an `age-keygen` file: one a line, comments and empty lines left out. */
export function identityLines(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
}
