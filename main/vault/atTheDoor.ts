import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Reply } from '../../shared/refusal.ts'
import type { Preferences, VaultState } from '../../shared/vault/model.ts'

/*
 * What the window asks before it shows anything. It is answered before the rest of the program is read, which takes longer
 * than everything else of a start (ADR 0042): so this file brings nothing with it.
 */

/** Where the slots of a vault stand. */
export const keysPath = (folder: string): string => join(folder, 'keys.vk')

/** Where its database stands. */
export const databasePath = (folder: string): string => join(folder, 'case.db')

/** Stands in the folder from before the first key is destroyed until the last file is gone. It holds nothing. */
export const erasingPath = (folder: string): string => join(folder, 'erasing')

/** Says which folder beside it is about to take the place of a vault. Two renames cannot be one; this makes them one. */
export const replacingPath = (folder: string): string => `${folder}.replacing`

/** Whether there is anything of a vault here that opens. */
export const isThere = (folder: string): boolean =>
  existsSync(keysPath(folder)) || existsSync(databasePath(folder))

/** How a vault stands that is not open, at the usual place. */
export const closedState = (state: 'none' | 'locked'): VaultState => ({
  state,
  place: null,
  officer: null,
  duties: [],
  people: 0,
  warnings: [],
  idleMinutes: 5,
  practice: false,
})

/** What is known at the door. */
interface Door {
  readonly folder: string
  readonly preferences: Preferences
}

/**
 * The answer to what the window asks first, of a vault that nobody has touched yet.
 *
 * @returns `null` where more is needed: another question, or an erasing or replacing that was cut short.
 */
export function answerAtTheDoor(name: unknown, { folder, preferences }: Door): Reply<unknown> | null {
  if (name === 'vault.preferences') return { ok: true, value: preferences }
  if (name !== 'vault.state') return null
  if (existsSync(erasingPath(folder)) || existsSync(replacingPath(folder))) return null
  return { ok: true, value: closedState(isThere(folder) ? 'locked' : 'none') }
}
