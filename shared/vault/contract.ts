import { Bytes, Line, OfficerId } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import {
  DraftKey,
  DraftValue,
  Duty,
  Officer,
  Preferences,
  Strength,
  VaultPerson,
  VaultState,
} from './model.ts'

const nothing = z.strictObject({})
const Duties = z.array(Duty).min(1)

export const vaultContract = {
  'vault.state': task(nothing, VaultState),
  /** Six words, drawn at random, to be shown once and typed back. */
  'vault.offerPassphrase': task(nothing, z.object({ passphrase: z.string() })),
  'vault.strength': task(z.strictObject({ passphrase: Bytes, hints: z.array(z.string()).max(10) }), Strength),
  /** Asks for another folder than the usual place; `null` when the dialog was closed. */
  'vault.choosePlace': task(nothing, VaultState.nullable()),
  'vault.create': task(z.strictObject({ passphrase: Bytes, officer: Officer }), VaultState),
  'vault.unlock': task(z.strictObject({ passphrase: Bytes }), VaultState),
  /** How far an unlock or creation is; asked while one runs. */
  'vault.progress': task(
    nothing,
    z.object({ stage: z.enum(['idle', 'reading', 'deriving', 'opening', 'checking']) }),
  ),
  'vault.changePassphrase': task(z.strictObject({ old: Bytes, new: Bytes }), z.null()),
  /** Everybody whose passphrase opens this vault, in the order of adding. */
  'vault.people': query(nothing, z.array(VaultPerson)),
  /** One more person, who types a passphrase of their own. */
  'vault.addPerson': task(z.strictObject({ role: Officer, duties: Duties, passphrase: Bytes }), z.null()),
  'vault.setDuties': command(z.strictObject({ officerId: OfficerId, duties: Duties }), z.null()),
  /** Their passphrase opens this vault no more. Copies made before still open with it. */
  'vault.removePerson': task(z.strictObject({ officerId: OfficerId, reason: Line }), z.null()),
  /** After how many minutes without anybody the vault locks; holds from now on. */
  'vault.setIdle': task(z.strictObject({ minutes: z.int().min(1).max(15) }), z.null()),
  'vault.preferences': task(nothing, Preferences),
  'vault.setPreferences': task(Preferences, Preferences),
  /** Drafts: what was typed survives the lock, inside the vault, outside the record. */
  'vault.keepDraft': task(z.strictObject({ key: DraftKey, value: DraftValue }), z.null()),
  'vault.draft': task(z.strictObject({ key: DraftKey }), z.string().nullable()),
  'vault.dropDraft': task(z.strictObject({ key: DraftKey }), z.null()),
  /** Answered by the relay, never by the vault: somebody is at the keyboard. */
  'vault.active': task(nothing, z.null()),
  /** Answered by the relay: ends the vault process and loads the page afresh. */
  'vault.lock': task(nothing, z.null()),
}
