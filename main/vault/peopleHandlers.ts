import { OfficerId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Duty } from '../../shared/vault/model.ts'
import { isRoleTaken, unheld } from '../../shared/vault/rules.ts'
import { boxKey } from '../access/keys.ts'
import { leaveLimits, mustLeaveNobodyOut } from '../access/leaving.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { dropKeys, keepKeys, newKeys, retireKeys, type OwnKeys } from '../exchange/keyring.ts'
import type { CommandContext, HandlersFor, QueryContext, TaskContext } from '../handler.ts'
import { mustBeStrong } from './mustBeStrong.ts'
import { officers, people, vaultPeople, type OfficerRow } from './people.ts'
import type { Adding } from './changeSlots.ts'
import { dropEscrowOf, keepEscrow } from '../recovery/repository.ts'
import type { Holder } from './slot.ts'
import type { OpenVault } from './vaultFile.ts'

/** Keys and people are the records officer's. @throws Refused `vault/not-your-duty` */
export function mustKeepKeys({ duties }: Pick<QueryContext, 'duties'>): void {
  if (!duties.includes('records_officer')) throw new Refused('vault/not-your-duty')
}

/** @throws Refused `vault/person-gone` */
function mustBeThere(db: ReadDb, officerId: OfficerId): OfficerRow {
  const officer = people(db).find(one => one.id === officerId)
  if (!officer) throw new Refused('vault/person-gone')
  return officer
}

/** @throws Refused `vault/duty-unheld` */
function mustStayHeld(after: readonly OfficerRow[]): void {
  if (unheld(after).length > 0) throw new Refused('vault/duty-unheld')
}

/** @throws Refused `vault/locked` */
function vaultOf({ app }: TaskContext): OpenVault {
  if (!app.desk.vault) throw new Refused('vault/locked')
  return app.desk.vault
}

interface Newcomer {
  readonly id: OfficerId
  readonly role: string
  readonly duties: readonly Duty[]
  readonly holder: Holder
  readonly keys: OwnKeys
}

/** A code belongs to one person for ever: the record would otherwise not say who. @throws Refused `vault/role-taken` */
function mustBeFree(db: ReadDb, role: string): void {
  if (isRoleTaken(officers.all(db), role)) throw new Refused('vault/role-taken')
}

/** Named before the key is written: a slot nobody is named for would let in somebody unknown. */
function name({ db, now, newId }: CommandContext, { keys, holder, ...newcomer }: Newcomer): void {
  mustBeFree(db, newcomer.role)
  const own = { holder: holder.holder, boxKey: boxKey(holder) }
  officers.insert(db, { ...newcomer, ...own, addedAt: now, removedAt: null })
  keepKeys(db, { id: newId(), officerId: newcomer.id, keys, at: now, ownKey: holder.ownKey })
}

/** Takes back the naming of somebody whose slot could not be written. */
function unname(db: WriteDb, id: OfficerId): void {
  dropKeys(db, id)
  officers.remove(db, id)
}

function markRemoved({ db, now }: CommandContext, officerId: OfficerId): void {
  officers.update(db, { ...mustBeThere(db, officerId), removedAt: now })
  retireKeys(db, officerId, now)
  leaveLimits(db, officerId)
}

type Shown = 'vault.people' | 'vault.addPerson' | 'vault.setDuties' | 'vault.removePerson'

export const peopleHandlers: Pick<HandlersFor<'vault'>, Shown> = {
  'vault.people': ({ db, officerId }) => vaultPeople(db, officerId),

  'vault.addPerson': async (task, { role, duties, passphrase }) => {
    const { app } = task
    const context = task.vault()
    const id = OfficerId.parse(app.newId())
    let named = false
    try {
      mustKeepKeys(context)
      mustBeFree(context.db, role)
      await mustBeStrong(passphrase, [role, ...people(context.db).map(one => one.role)])
      const keys = await newKeys(app.random)
      const before: Adding['before'] = ({ escrow, ...holder }) => {
        task.write(writing => {
          name(writing, { id, role, duties, holder, keys })
          if (escrow) keepEscrow(writing.db, escrow)
        })
        named = true
      }
      await vaultOf(task).addSlot({ passphrase, kdf: app.kdf, before })
    } catch (error) {
      // A slot that may stand belongs to somebody: one that does not is noticed at the next opening.
      const isUnsure = error instanceof Refused && error.code === 'vault/passphrase-unsure'
      if (named && !isUnsure) task.write(({ db }) => unname(db, id))
      throw error
    } finally {
      passphrase.fill(0)
    }
    return null
  },

  'vault.setDuties': (context, { officerId, duties }) => {
    mustKeepKeys(context)
    const officer = mustBeThere(context.db, officerId)
    const after = people(context.db).map(one => (one.id === officerId ? { ...one, duties } : one))
    mustStayHeld(after)
    officers.update(context.db, { ...officer, duties })
    return null
  },

  'vault.removePerson': async (task, { officerId, reason }) => {
    const context = task.vault()
    mustKeepKeys(context)
    const officer = mustBeThere(context.db, officerId)
    if (officerId === task.app.desk.officerId) throw new Refused('vault/cannot-remove-yourself')
    mustStayHeld(people(context.db).filter(one => one.id !== officerId))
    mustLeaveNobodyOut(context.db, officerId)
    if (task.app.desk.lookFirst) throw new Refused('record/look-first')
    await vaultOf(task).removeHolder(officer.holder)
    task.write(writing => {
      markRemoved(writing, officerId)
      dropEscrowOf(writing.db, officer.holder)
      writing.because(reason)
    })
    return null
  },
}
