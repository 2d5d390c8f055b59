import { hkdfSync } from 'node:crypto'
import { Decrypter, Encrypter } from 'age-encryption'
import { oneSpelling } from '../../shared/exchange/ageHeader.ts'
import { Refused } from '../../shared/refusal.ts'
import { headerBytes, isAge, lockOf, withoutArmor } from './header.ts'
import { fingerprintOf, identityLines, recipientKind, recipientOf } from './identity.ts'
import { openWhole, sealBehind } from './payload.ts'
import { scryptIdentity, scryptRecipient } from './scryptLock.ts'

/** Who will be able to open it: the holders of these keys, all of one kind, or whoever has the passphrase (UTF-8). */
export type Lock = { readonly recipients: readonly string[] } | { readonly passphrase: Uint8Array }

/**
 * What it is opened with. `identityFile` is a key file as `age` writes it, itself locked with the passphrase; the passphrase
 * is not used when the file is not locked.
 */
export type OpeningKey =
  | { readonly passphrase: Uint8Array }
  | { readonly identities: readonly string[] }
  | { readonly identityFile: Uint8Array; readonly passphrase: Uint8Array }

/** What was inside, and the fingerprints of the keys that were tried; none when it was a passphrase. */
export interface Decrypted {
  readonly content: Uint8Array
  readonly openedAs: readonly string[]
}

const utf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
const passphraseText = (bytes: Uint8Array) => oneSpelling(utf8(bytes))

/**
 * Encrypts with age (ADR 0007).
 *
 * Keys of the two kinds are never mixed: one file is only as strong as its weakest key (security notes F10). A passphrase costs
 * about a second of work.
 *
 * @throws Refused `exchange/recipient-not-a-key` (also for an empty list), `exchange/mixed-keys`.
 */
export const encryptTo = (lock: Lock, content: Uint8Array): Promise<Uint8Array> =>
  encryptParts(lock, [content])

/** The same for content in parts, one after the other. @throws Refused as `encryptTo` */
export async function encryptParts(lock: Lock, parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const { head, key } = await begin(lock)
  return sealBehind(head, { key, parts })
}

/** What a file begins with, and what seals its content. */
export interface Begun {
  /** The header, and the nonce behind it. */
  readonly head: Uint8Array
  /** What the content is sealed with; 32 bytes, of this file alone. */
  readonly key: Uint8Array
}

const tagAlone = 16
const nonceBytes = 16

/**
 * Draws the keys of a file and locks them: an empty file of age's own, whose one empty piece is left off.
 *
 * @throws Refused as `encryptTo`
 */
export async function begin(lock: Lock): Promise<Begun> {
  const encrypter = await encrypterFor(lock)
  const drawn: Uint8Array[] = []
  encrypter.addRecipient({
    wrapFileKey(fileKey) {
      drawn.push(fileKey.slice())
      return []
    },
  })
  const empty = await encrypter.encrypt(new Uint8Array())
  const head = empty.slice(0, -tagAlone)
  const [fileKey = new Uint8Array()] = drawn
  return { head, key: keyOf(fileKey, head.subarray(-nonceBytes)) }
}

async function encrypterFor(lock: Lock): Promise<Encrypter> {
  const encrypter = new Encrypter()
  if ('passphrase' in lock) {
    encrypter.addRecipient(scryptRecipient(passphraseText(lock.passphrase)))
    return encrypter
  }
  await requireOneKind(lock.recipients)
  lock.recipients.forEach(recipient => encrypter.addRecipient(recipient))
  return encrypter
}

/** The key of the content (age-encryption.org/v1, payload); the file's own is wiped. */
function keyOf(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
  fileKey.fill(0)
  return key
}

async function requireOneKind(recipients: readonly string[]): Promise<void> {
  const kinds = new Set(await Promise.all(recipients.map(recipientKind)))
  if (kinds.size === 0 || kinds.has(null)) throw new Refused('exchange/recipient-not-a-key')
  if (kinds.size > 1) throw new Refused('exchange/mixed-keys')
}

/**
 * Decrypts an age file, armored or not: all of it or nothing.
 *
 * A passphrase that does not fit and a damaged file are told apart wherever age can: once the passphrase or key has opened
 * its lock, everything after is damage. A byte changed in the lock itself looks like a wrong passphrase (or like a package for
 * somebody else); age cannot know better.
 *
 * @throws Refused `exchange/not-a-package`, `newer-than-app`, `damaged`, `not-for-you`, `wrong-passphrase`, `too-large`;
 *   `exchange/identity-not-a-key` for a key file that holds no key.
 */
export async function decrypt(file: Uint8Array, key: OpeningKey): Promise<Decrypted> {
  const bare = withoutArmor(file)
  const { openedAs, ...begun } = await openLocks(bare, key)
  return { content: openWhole(bare.subarray(begun.size), begun.key), openedAs }
}

/** What was found behind the locks of a file. */
interface Unlocked extends Pick<Begun, 'key'> {
  readonly openedAs: readonly string[]
  /** Where the content begins: the bytes of the header, and of the nonce. */
  readonly size: number
}

/**
 * Opens the locks of a file and nothing behind them.
 *
 * @param file its first bytes, the whole header among them; not armored.
 * @throws Refused as `decrypt`
 */
export async function openLocks(file: Uint8Array, key: OpeningKey): Promise<Unlocked> {
  if ('identityFile' in key) return openLocks(file, { identities: await unlockIdentities(key) })
  const lock = await lockOf(file)
  const decrypter = new Decrypter()
  const openedAs = 'identities' in key ? await addIdentities(decrypter, key.identities) : []
  if ('passphrase' in key) addPassphrase(decrypter, key.passphrase)
  // age asks its keys in order: this last one is only asked when no other fitted.
  decrypter.addIdentity({ unwrapFileKey: () => noneFits(lock) })
  const head = headerBytes(file)
  const nonce = file.subarray(head, head + nonceBytes)
  try {
    const fileKey = await decrypter.decryptHeader(file.subarray(0, head))
    if (nonce.length < nonceBytes) throw new Refused('exchange/damaged')
    return { openedAs, key: keyOf(fileKey, nonce), size: head + nonceBytes }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('exchange/damaged')
  }
}

function noneFits(lock: 'passphrase' | 'keys'): never {
  throw new Refused(lock === 'passphrase' ? 'exchange/wrong-passphrase' : 'exchange/not-for-you')
}

async function addIdentities(decrypter: Decrypter, identities: readonly string[]): Promise<string[]> {
  const recipients = await Promise.all(identities.map(recipientOf))
  identities.forEach((identity, i) => {
    if (!recipients[i]) throw new Refused('exchange/identity-not-a-key')
    decrypter.addIdentity(identity)
  })
  return recipients.map(recipient => fingerprintOf(recipient ?? ''))
}

function addPassphrase(decrypter: Decrypter, passphrase: Uint8Array): void {
  try {
    decrypter.addIdentity(scryptIdentity(passphraseText(passphrase)))
  } catch {
    throw new Refused('exchange/wrong-passphrase')
  }
}

interface KeyFile {
  readonly identityFile: Uint8Array
  readonly passphrase: Uint8Array
}

async function unlockIdentities(key: KeyFile): Promise<string[]> {
  const content = isAge(key.identityFile) ? await unlocked(key) : key.identityFile
  const identities = identityLines(Buffer.from(content).toString('utf8'))
  if (identities.length === 0) throw new Refused('exchange/identity-not-a-key')
  return identities
}

async function unlocked({ identityFile, passphrase }: KeyFile): Promise<Uint8Array> {
  try {
    return (await decrypt(identityFile, { passphrase })).content
  } catch (error) {
    const isWrong = error instanceof Refused && error.code === 'exchange/wrong-passphrase'
    throw isWrong ? error : new Refused('exchange/identity-not-a-key')
  }
}
