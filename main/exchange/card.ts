import { cardFormat, KeyCard, SignedCard } from '../../shared/exchange/card.ts'
import type { PublicKeys } from '../../shared/exchange/card.ts'
import { armored, isSignedBy, signSsh } from '../../shared/exchange/sshsig.ts'
import { Refused } from '../../shared/refusal.ts'
import { canonicalJson } from '../vault/canonicalJson.ts'
import { base32Of, bytesOfBase32 } from './base32.ts'
import { fingerprintWords } from './signature.ts'
import { nodeTools as tools } from './tools.ts'

/** Most bytes a card has as a file. */
export const maxCardBytes = 16 * 1024

const namespace = 'vigil-card-v1'
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

/** The line that is signed: JSON in its one spelling and a line feed. */
const lineOf = (card: KeyCard) => Buffer.from(`${canonicalJson(card)}\n`)

/** The signature as OpenSSH writes it. */
const sshSignatureOf = ({ card, signature }: SignedCard) =>
  armored(bytesOf(card.publicKey), bytesOf(signature), namespace)

/** The 64 bytes of an armored signature, wherever they are. */
const bareSignature = (text: string) =>
  base64(Buffer.from(text.split('\n').slice(1, -2).join(''), 'base64').subarray(-64))

/** Twelve words that stand for both keys at once, so that neither can be exchanged unnoticed. */
export const cardWords = ({ publicKey, recipient }: PublicKeys): string[] =>
  fingerprintWords(Buffer.concat([bytesOf(publicKey), Buffer.from(recipient, 'latin1')]))

/** Makes a card of somebody's own keys and signs it with them. */
export function makeCard(
  said: Pick<KeyCard, 'role' | 'office' | 'practice'>,
  keys: { readonly recipient: string; readonly signingSeed: Uint8Array },
): SignedCard {
  const publicKey = base64(tools.publicKeyOf(keys.signingSeed))
  const card = KeyCard.parse({ format: cardFormat, ...said, recipient: keys.recipient, publicKey })
  const signature = bareSignature(signSsh({ tools, namespace, seed: keys.signingSeed }, lineOf(card)))
  return { card, signature }
}

/** Whether the card was signed with the key it names. It says that nobody altered it, not whose it is. */
export const isGenuine = (signed: SignedCard): boolean =>
  isSignedBy(
    { tools, namespace, key: bytesOf(signed.card.publicKey) },
    lineOf(signed.card),
    sshSignatureOf(signed),
  )

/** A card as a file: one line of JSON, then its signature as `ssh-keygen -Y verify` reads it. */
export const cardFile = (signed: SignedCard): Uint8Array =>
  new Uint8Array(Buffer.concat([lineOf(signed.card), Buffer.from(sshSignatureOf(signed))]))

/** A card as the text of a QR code: only signs of its alphanumeric mode. */
export function cardText({ card, signature }: SignedCard): string {
  const parts = [
    base32Of(bytesOf(card.publicKey)),
    card.recipient.toUpperCase(),
    base32Of(Buffer.from(card.role)),
    base32Of(Buffer.from(card.office)),
    base32Of(bytesOf(signature)),
    ...(card.practice ? ['PRACTICE'] : []),
  ]
  return `${cardFormat.toUpperCase()}:${parts.join(':')}`
}

/** @throws Refused `exchange/not-a-card`, `card-newer` */
function mustBeThisFormat(start: string, format: RegExp): void {
  const version = format.exec(start)?.[1]
  if (version === undefined) throw new Refused('exchange/not-a-card')
  if (version !== '1') throw new Refused('exchange/card-newer')
}

/** What was read, when writing it again gives the same and its signature holds. @throws Refused `exchange/card-damaged` */
function genuine(read: unknown, isTheSame: (signed: SignedCard) => boolean): SignedCard {
  const signed = SignedCard.safeParse(read)
  if (!signed.success || !isTheSame(signed.data) || !isGenuine(signed.data))
    throw new Refused('exchange/card-damaged')
  return signed.data
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/**
 * The card in a file, in the one spelling `cardFile` writes.
 *
 * @throws Refused `exchange/not-a-card`, `card-newer`, `card-damaged`.
 */
export function readCardFile(file: Uint8Array): SignedCard {
  const text = Buffer.from(file.subarray(0, maxCardBytes + 1)).toString('utf8')
  mustBeThisFormat(text, /^\{"format":"vigil-card\/(\d+)"/)
  const end = text.indexOf('\n') + 1
  const read = { card: jsonIn(text.slice(0, end)), signature: bareSignature(text.slice(end)) }
  return genuine(read, signed => Buffer.from(cardFile(signed)).equals(file))
}

/** The card in the text of a QR code. @throws Refused as `readCardFile`. */
export function readCardText(text: string): SignedCard {
  mustBeThisFormat(text, /^VIGIL-CARD\/(\d+):/)
  const [, publicKey = '', recipient = '', role = '', office = '', signature = '', practice] = text.split(':')
  const utf8 = (part: string) => Buffer.from(bytesOfBase32(part)).toString('utf8')
  const card = {
    format: cardFormat,
    role: utf8(role),
    office: utf8(office),
    recipient: recipient.toLowerCase(),
    publicKey: base64(bytesOfBase32(publicKey)),
    ...(practice === 'PRACTICE' ? { practice: true } : {}),
  }
  const read = { card, signature: base64(bytesOfBase32(signature)) }
  return genuine(read, signed => cardText(signed) === text)
}
