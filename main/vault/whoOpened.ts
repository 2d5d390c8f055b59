import { OfficerId } from '../../shared/model.ts'
import type { Instant } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { Duty } from '../../shared/vault/model.ts'
import { boxKey, keepBoxKey } from '../access/keys.ts'
import { leaveLimits, onlyFor } from '../access/leaving.ts'
import { forReading, forWriting } from '../db/handles.ts'
import type { Connection, WriteDb } from '../db/handles.ts'
import { retireKeys } from '../exchange/keyring.ts'
import { openEntry, sealEntry } from '../record/entry.ts'
import { officers, people, type OfficerRow } from './people.ts'
import { setting } from './repository.ts'
import type { Holder } from './slot.ts'

/** What opening a vault tells of who opened it. */
interface Opened extends Holder {
  readonly holders: readonly string[]
  readonly at: Instant
  readonly newId: () => string
  /** 16 random bytes, for the entry that may have to be written. */
  readonly salt: Uint8Array
}

/** The officer a vault begins with: alone, and so with every duty. */
export function firstOfficer(
  role: string,
  { holder, ownKey, at, newId }: Omit<Opened, 'holders' | 'salt'>,
): OfficerRow {
  const own = { holder, boxKey: boxKey({ ownKey }) }
  const id = OfficerId.parse(newId())
  return { id, role, duties: [...Duty.options], ...own, addedAt: at, removedAt: null }
}

/**
 * Who is at the desk: the person whose way in it was.
 *
 * A vault from before it could have several people gets its officer as the first of them. Somebody whose adding or
 * removing was cut short, so that no way in is theirs, is no longer counted; unless something is for such people alone: nobody
 * removes those, so that an older copy of the keys must have been put back, and what is for them would be lost.
 *
 * @throws Refused `vault/not-a-person` when the way in is nobody's: an older copy of the keys was put back.
 */
export function whoOpened(connection: Connection, opened: Opened): OfficerRow {
  const db = forReading(connection)
  const isFromBefore = officers.all(db).length === 0
  const without = people(db).filter(one => !opened.holders.includes(one.holder))
  const leftAlone = onlyFor(db, new Set(without.map(({ id }) => id)))
  const gone = without.filter(({ id }) => !leftAlone.has(id))
  if (isFromBefore || gone.length > 0) settlePeople(connection, { opened, gone })
  const officer = people(db).find(one => one.holder === opened.holder)
  if (!officer) throw new Refused('vault/not-a-person')
  keepBoxKey(connection, officer, opened)
  return officer
}

/** One entry that says so. */
function settlePeople(
  connection: Connection,
  { opened, gone }: { readonly opened: Opened; readonly gone: readonly OfficerRow[] },
): void {
  const db = forWriting(connection)
  const { at, salt } = opened
  const actor = setting(db, 'officer') ?? ''
  const operation = gone.length > 0 ? 'vault.removePerson' : 'vault.addPerson'
  connection
    .transaction(() => {
      const seq = openEntry(db)
      if (gone.length === 0) officers.insert(db, firstOfficer(actor, opened))
      for (const one of gone) leave(db, one, at)
      sealEntry(db, seq, { at, actor, operation, caseId: null, subject: null, reason: null, salt })
    })
    .immediate()
}

function leave(db: WriteDb, officer: OfficerRow, removedAt: Instant): void {
  officers.update(db, { ...officer, removedAt })
  retireKeys(db, officer.id, removedAt)
  leaveLimits(db, officer.id)
}
