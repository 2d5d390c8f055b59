import { kindOf } from '../../shared/exchange/card.ts'
import { ColleagueEvent, colleagueFrom } from '../../shared/exchange/colleague.ts'
import type { Colleague, ColleagueRow, VerifiedHow } from '../../shared/exchange/colleague.ts'
import type { ColleagueEventId, ColleagueId, Instant } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

const rows = table<ColleagueRow>('colleague', {
  id: 'plain',
  role: 'plain',
  office: 'plain',
  recipientClass: 'plain',
  addedAt: 'plain',
})

/** An event as its table keeps it: what a kind does not have is `null`. */
interface EventRow {
  readonly id: ColleagueEventId
  readonly colleagueId: ColleagueId
  readonly kind: ColleagueEvent['kind']
  readonly at: Instant
  readonly by: string
  readonly publicKey: string | null
  readonly recipient: string | null
  readonly how: VerifiedHow | null
  readonly reason: string | null
}

const events = table<EventRow>('colleague_event', {
  id: 'plain',
  colleagueId: 'plain',
  kind: 'plain',
  at: 'plain',
  by: 'plain',
  publicKey: 'plain',
  recipient: 'plain',
  how: 'plain',
  reason: 'plain',
})

const nothing = { publicKey: null, recipient: null, how: null, reason: null }

const eventOf = (row: EventRow): ColleagueEvent =>
  ColleagueEvent.parse(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)))

/** Everything that happened to colleagues' keys, oldest first. */
const colleagueEvents = (db: ReadDb): ColleagueEvent[] => events.all(db).map(eventOf)

/** What happened to the keys of one colleague, oldest first. */
const eventsOf = (db: ReadDb, id: ColleagueId): ColleagueEvent[] =>
  colleagueEvents(db).filter(event => event.colleagueId === id)

/** Adds a colleague; the event that carries their keys is added beside it. */
export const addColleague = (db: WriteDb, row: ColleagueRow): void => rows.insert(db, row)

/** Adds one event. There is no update and no delete. */
export const addEvent = (db: WriteDb, event: ColleagueEvent): void =>
  events.insert(db, { ...nothing, ...event })

/** Every colleague, retired ones too, in the order of adding, with what happened to their keys, oldest first. */
export function colleaguesWithEvents(
  db: ReadDb,
): { readonly row: ColleagueRow; readonly events: readonly ColleagueEvent[] }[] {
  const all = colleagueEvents(db)
  return rows.all(db).map(row => ({ row, events: all.filter(event => event.colleagueId === row.id) }))
}

/** Every colleague, retired ones too, in the order of adding. */
export const allColleagues = (db: ReadDb): Colleague[] =>
  colleaguesWithEvents(db).flatMap(({ row, events }) => colleagueFrom(row, events) ?? [])

/** One colleague. @throws Refused `exchange/colleague-gone` */
export function colleagueOf(db: ReadDb, id: ColleagueId): Colleague {
  const row = rows.byId(db, id)
  const colleague = row && colleagueFrom(row, eventsOf(db, id))
  if (!colleague) throw new Refused('exchange/colleague-gone')
  return colleague
}

const refusals: { readonly [S in Colleague['standing']]: RefusalCode | null } = {
  unverified: 'exchange/colleague-unverified',
  changed: 'exchange/colleague-changed',
  retired: 'exchange/colleague-retired',
  verified: null,
}

/**
 * The colleague, when a package may go to them: their keys were compared, and their recipient is a hybrid one.
 *
 * @throws Refused `exchange/colleague-gone`, `colleague-unverified`, `colleague-changed`, `colleague-retired`,
 *   `colleague-compatibility`.
 */
export function mustBeVerified(db: ReadDb, id: ColleagueId): Colleague {
  const colleague = colleagueOf(db, id)
  const refusal = refusals[colleague.standing]
  if (refusal) throw new Refused(refusal)
  if (kindOf(colleague.recipient) !== 'hybrid') throw new Refused('exchange/colleague-compatibility')
  return colleague
}

/**
 * Whose signing key this is now (base64), or `null`. Look at `standing`: only `verified` says who signed. A key that was
 * replaced is nobody's.
 */
export const colleagueBySigningKey = (db: ReadDb, publicKeyBase64: string): Colleague | null =>
  allColleagues(db).find(one => one.publicKey === publicKeyBase64) ?? null
