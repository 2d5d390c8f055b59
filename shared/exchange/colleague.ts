import { ColleagueEventId, ColleagueId, Instant, Line, text } from '../model.ts'
import { z } from '../zod.ts'
import { isSameKeys, PublicKeys } from './card.ts'

/**
 * How far a colleague's keys can be relied on. `unverified`: nobody compared them yet. `changed`: they came anew after
 * others, and nobody compared the new ones. `retired`: not to be used any more.
 */
export const ColleagueStanding = z.enum(['unverified', 'verified', 'changed', 'retired'])
export type ColleagueStanding = z.infer<typeof ColleagueStanding>

/** How keys were compared: their words read aloud, or their picture shown in person. */
export const VerifiedHow = z.enum(['words', 'scan'])
export type VerifiedHow = z.infer<typeof VerifiedHow>

/** What the consent ledger calls a colleague: codes of the vocabulary `recipientClass`. */
export const ColleagueClass = z.enum(['same_office', 'UN_entity', 'UN_expert'])
export type ColleagueClass = z.infer<typeof ColleagueClass>

/** Who a colleague is; chosen when they are added and kept as it is. Role code and office, no name. */
export const ColleagueRow = z.strictObject({
  id: ColleagueId,
  role: Line.max(60),
  /** May be empty. */
  office: text(120),
  recipientClass: ColleagueClass,
  addedAt: Instant,
})
export type ColleagueRow = z.infer<typeof ColleagueRow>

const happened = { id: ColleagueEventId, colleagueId: ColleagueId, at: Instant, by: Line }

/** What happened to a colleague's keys. Added to, never changed. `by` is the role code of who recorded it. */
export const ColleagueEvent = z.discriminatedUnion('kind', [
  PublicKeys.extend({ ...happened, kind: z.literal('added') }),
  PublicKeys.extend({ ...happened, kind: z.literal('key_changed') }),
  PublicKeys.extend({ ...happened, kind: z.literal('verified'), how: VerifiedHow }),
  z.strictObject({ ...happened, kind: z.literal('retired'), reason: Line }),
])
export type ColleagueEvent = z.infer<typeof ColleagueEvent>

/** A colleague as they stand: their keys now, and who compared exactly these keys, when and how. */
export const Colleague = ColleagueRow.extend({
  ...PublicKeys.shape,
  standing: ColleagueStanding,
  verifiedBy: z.string().nullable(),
  verifiedAt: Instant.nullable(),
  verifiedHow: VerifiedHow.nullable(),
})
export type Colleague = z.infer<typeof Colleague>

/** What the events of one colleague come to. `previous`: the last keys that were replaced, while the new wait. */
export interface KeyStanding extends Pick<
  Colleague,
  'standing' | 'verifiedBy' | 'verifiedAt' | 'verifiedHow'
> {
  readonly keys: PublicKeys
  readonly previous: PublicKeys | null
}

const nobody = { verifiedBy: null, verifiedAt: null, verifiedHow: null }
const keysOf = ({ recipient, publicKey }: PublicKeys): PublicKeys => ({ recipient, publicKey })

/**
 * How a colleague's keys stand after these events (ADR 0020).
 *
 * A verification counts only for the very keys it names; other keys take it away again; retiring is for good.
 *
 * @param events of one colleague, oldest first.
 * @returns `null` when they were never added.
 */
export function standingFrom(events: readonly ColleagueEvent[]): KeyStanding | null {
  return events.reduce<KeyStanding | null>(after, null)
}

function after(held: KeyStanding | null, event: ColleagueEvent): KeyStanding | null {
  if (held === null)
    return event.kind === 'added'
      ? { keys: keysOf(event), previous: null, standing: 'unverified', ...nobody }
      : null
  if (held.standing === 'retired' || event.kind === 'added') return held
  if (event.kind === 'retired') return { ...held, standing: 'retired' }
  if (event.kind === 'key_changed') return changed(held, keysOf(event))
  if (!isSameKeys(event, held.keys)) return held
  const { by, at, how } = event
  return { ...held, previous: null, standing: 'verified', verifiedBy: by, verifiedAt: at, verifiedHow: how }
}

const changed = (held: KeyStanding, keys: PublicKeys): KeyStanding =>
  isSameKeys(keys, held.keys)
    ? held
    : { keys, previous: held.previous ?? held.keys, standing: 'changed', ...nobody }

/** One colleague of what is kept of them; `null` when there is no event that added them. */
export function colleagueFrom(row: ColleagueRow, events: readonly ColleagueEvent[]): Colleague | null {
  const held = standingFrom(events)
  if (!held) return null
  const { standing, verifiedBy, verifiedAt, verifiedHow, keys } = held
  return { ...row, ...keys, standing, verifiedBy, verifiedAt, verifiedHow }
}
