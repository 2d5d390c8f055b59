import { isSameKeys } from './card.ts'
import type { KeyCard, PublicKeys } from './card.ts'
import type { Colleague, ColleagueRow } from './colleague.ts'
import type { RefusalCode } from '../refusal.ts'

const sharesOne = (a: PublicKeys, b: PublicKeys) => a.publicKey === b.publicKey || a.recipient === b.recipient

/** What is known where a card is read: every key of this vault's own people, and the colleagues. */
export interface Known {
  readonly own: readonly PublicKeys[]
  readonly colleagues: readonly Colleague[]
}

/**
 * Why a card cannot be taken, or `null` when it can.
 *
 * @param of the colleague whose keys it is to replace; `null` for somebody new.
 * @returns the first reason that holds: it is of this vault, its keys are known as they are or as retired ones, or one of
 *   its two keys is somebody else's.
 */
export function cardRefusal(
  card: KeyCard,
  { own, colleagues }: Known,
  of: Colleague | null,
): RefusalCode | null {
  if (own.some(keys => sharesOne(keys, card))) return 'exchange/card-own'
  const same = colleagues.find(keys => isSameKeys(keys, card))
  if (same) return same.standing === 'retired' ? 'exchange/card-retired' : 'exchange/card-known'
  const isElses = colleagues.some(keys => keys.id !== of?.id && sharesOne(keys, card))
  return isElses ? 'exchange/card-half-known' : null
}

const plain = (text: string) => text.trim().toLowerCase()

/** The colleague in use who has this role and office, told apart by their letters whatever the case; `null` when nobody. */
export const sameRole = (
  colleagues: readonly Colleague[],
  { role, office }: Pick<ColleagueRow, 'role' | 'office'>,
): Colleague | null =>
  colleagues.find(
    one =>
      one.standing !== 'retired' && plain(one.role) === plain(role) && plain(one.office) === plain(office),
  ) ?? null
