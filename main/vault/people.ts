import { OfficerId } from '../../shared/model.ts'
import type { Instant } from '../../shared/model.ts'
import type { Duty, VaultPerson } from '../../shared/vault/model.ts'
import { dutiesOf } from '../../shared/vault/rules.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** Somebody whose passphrase opens this vault, or did. */
export interface OfficerRow {
  readonly id: OfficerId
  readonly role: string
  readonly duties: readonly Duty[]
  /** Whose ways in these are, in `keys.vk`. */
  readonly holder: string
  /** What others of this vault lock for them, in base64; `null` until they open a vault from before once. */
  readonly boxKey: string | null
  readonly addedAt: Instant
  readonly removedAt: Instant | null
}

export const officers = table<OfficerRow>('officer', {
  id: 'plain',
  role: 'plain',
  duties: 'json',
  holder: 'plain',
  boxKey: 'plain',
  addedAt: 'plain',
  removedAt: 'plain',
})

/** Everybody of the vault now, in the order of adding. */
export const people = (db: ReadDb): OfficerRow[] => officers.all(db).filter(one => one.removedAt === null)

/** Everybody of the vault now, as screens show them. */
export function vaultPeople(db: ReadDb, officerId: OfficerId | null): VaultPerson[] {
  const all = people(db)
  return all.map(({ id, role, addedAt }) => ({
    id,
    role,
    duties: [...dutiesOf(all, id)],
    addedAt,
    isYou: id === officerId,
  }))
}

/** What whoever is at the desk may decide, and whether there is nobody else. */
export function standingOf(db: ReadDb, officerId: OfficerId | null) {
  const all = people(db)
  return { officerId, duties: dutiesOf(all, officerId), sole: all.length <= 1 }
}
