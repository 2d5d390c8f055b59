import type { Limit } from '../../shared/access/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { OfficerId } from '../../shared/model.ts'
import { apartCases, knowApart } from '../db/apartKeys.ts'
import { hide, moving } from '../db/apartMove.ts'
import { openCase, show } from '../db/apartView.ts'
import { forWriting } from '../db/handles.ts'
import type { Connection, ReadDb } from '../db/handles.ts'
import type { CommandContext, QueryContext } from '../handler.ts'
import { boxKeyOf, lockBox, openBox } from '../vault/box.ts'
import { officers, people, type OfficerRow } from '../vault/people.ts'
import type { Holder } from '../vault/slot.ts'
import { boxOf, dropBoxes, limits, putBox } from './repository.ts'

/** Whoever is at the desk, as far as opening what was locked for them goes. */
type AtDesk = Pick<QueryContext, 'db' | 'officerId' | 'ownKey'>

const bound = (subject: string) => `vigil/access/v1|${subject}`

/** The key others lock with what is for this person, in base64. */
export function boxKey({ ownKey }: Pick<Holder, 'ownKey'>): string {
  const secret = ownKey('box')
  const shown = Buffer.from(boxKeyOf(secret)).toString('base64')
  secret.fill(0)
  return shown
}

/**
 * Whether others would lock what is for this person with a key that is not theirs: Vigil never changes it, so somebody did it
 * with another program.
 */
export function isBoxKeyReplaced(db: ReadDb, holder: Holder): boolean {
  const shown = people(db).find(one => one.holder === holder.holder)?.boxKey ?? null
  return shown !== null && shown !== boxKey(holder)
}

/**
 * Somebody of a vault from before gets the key others lock with, and whoever's was replaced gets theirs again; it is no
 * decision of anybody, and no entry.
 */
export function keepBoxKey(
  connection: Connection,
  officer: OfficerRow,
  holder: Pick<Holder, 'ownKey'>,
): void {
  const own = boxKey(holder)
  if (officer.boxKey === own) return
  const db = forWriting(connection)
  connection.transaction(() => moving(db, () => officers.update(db, { ...officer, boxKey: own })))()
}

/** The key of what is limited, 32 bytes that the caller wipes; `null` when it is not locked for whoever is at the desk. */
export function openKey({ db, officerId, ownKey }: AtDesk, subject: string): Uint8Array | null {
  const box = boxOf(db, subject, officerId)
  if (!box) return null
  const secret = ownKey('box')
  try {
    return openBox(box, { secret, bound: bound(subject) })
  } finally {
    secret.fill(0)
  }
}

/** The same. @throws Refused `access/not-named` */
export function mustOpenKey(context: AtDesk, subject: string): Uint8Array {
  const key = openKey(context, subject)
  if (!key) throw new Refused('access/not-named')
  return key
}

/** Somebody something can be locked for. @throws Refused `access/cannot-be-named` */
export function mustBeNameable(db: ReadDb, officerId: OfficerId): OfficerRow & { readonly boxKey: string } {
  const officer = people(db).find(one => one.id === officerId)
  if (!officer?.boxKey) throw new Refused('access/cannot-be-named')
  return { ...officer, boxKey: officer.boxKey }
}

/** What is locked, and for whom. */
interface Locking {
  readonly subject: string
  readonly key: Uint8Array
}

/** Locks a key for one more person. @throws Refused `access/cannot-be-named` */
export function lockFor(
  { db, random }: CommandContext,
  officerId: OfficerId,
  { subject, key }: Locking,
): void {
  const to = Buffer.from(mustBeNameable(db, officerId).boxKey, 'base64')
  putBox(db, { subject, officerId, box: lockBox(key, { to, bound: bound(subject), random }) })
}

/** Locks a key for these people and nobody else. */
export function lockForAll(context: CommandContext, named: Limit['named'], locking: Locking): void {
  dropBoxes(context.db, locking.subject)
  for (const officerId of named) lockFor(context, officerId, locking)
}

/** A key that does not open, or a case whose rows do not, is as if it were somebody else's. */
function tryOpening(desk: AtDesk, caseId: string): Uint8Array | null {
  try {
    return openKey(desk, caseId)
  } catch {
    return null
  }
}

/**
 * From here on this connection reads and writes the cases that are for whoever is at the desk, and knows of the others that
 * they are not. Called when the vault opens, and again when a decision was not kept.
 */
export function loadAccess(desk: AtDesk): void {
  const { db } = desk
  const cases = limits.all(db).filter(({ about }) => about === 'case')
  const keys = new Map(cases.map(({ id }) => [id, tryOpening(desk, id)]))
  knowApart(db, keys)
  const readable = [...keys].flatMap(([caseId, key]) => (key ? [{ caseId, key }] : []))
  if (readable.length > 0) show(db)
  for (const { caseId, key } of readable) tryShowing(db, caseId, key)
}

/** A case of which a row does not open is not shown in part; what is in memory of it already is opened afresh. */
function tryShowing(db: ReadDb, caseId: string, key: Uint8Array): void {
  try {
    hide(db, caseId)
    openCase(db, caseId, key)
  } catch {
    hide(db, caseId)
    knowApart(
      db,
      new Map([...apartCases(db)].map(([id, one]) => [id, id === caseId ? null : (one?.slice() ?? null)])),
    )
  }
}
