import { text } from '../model.ts'
import { z } from '../zod.ts'
import { AgeRecipient, Key32 } from './manifest.ts'

/** How a card calls itself: its first field, and what everything that is not a card lacks. */
export const cardFormat = 'vigil-card/1'

/** The public half of somebody's keys: what others encrypt to and what their signatures are checked against. */
export const PublicKeys = z.strictObject({ recipient: AgeRecipient, publicKey: Key32 })
export type PublicKeys = z.infer<typeof PublicKeys>

/**
 * A key card: public keys, and what its owner typed on it. It is the one thing that leaves unencrypted (ADR 0020).
 *
 * `role` is a role code, up to 60 characters, and `office` up to 120; both may be empty and neither is a name. `practice`
 * is there only on a card from a vault whose cases are all invented.
 */
export const KeyCard = PublicKeys.extend({
  format: z.literal(cardFormat),
  role: text(60),
  office: text(120),
  practice: z.literal(true).optional(),
})
export type KeyCard = z.infer<typeof KeyCard>

/** A card and its own signature: 64 bytes of Ed25519 in base64. It proves that nobody altered it, not whose it is. */
export const SignedCard = z.strictObject({
  card: KeyCard,
  signature: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/),
})
export type SignedCard = z.infer<typeof SignedCard>

/** The kind of a recipient: `hybrid` also resists a later quantum computer, `x25519` does not. */
export const KeyKind = z.enum(['hybrid', 'x25519'])
export type KeyKind = z.infer<typeof KeyKind>

/** Which kind of key this recipient is, told by how it begins. */
export const kindOf = (recipient: string): KeyKind => (recipient.startsWith('age1pq1') ? 'hybrid' : 'x25519')

/** Whether both keys are the same ones. */
export const isSameKeys = (a: PublicKeys, b: PublicKeys): boolean =>
  a.publicKey === b.publicKey && a.recipient === b.recipient
