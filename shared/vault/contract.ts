import { Bytes, FileId, Instant, Line, OfficerId, text } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { TypedShare } from '../recovery/model.ts'
import { refusalCodes } from '../refusal.ts'
import { z } from '../zod.ts'
import { CopiesView, CopyLabel, CopyStage } from './copies.ts'
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
/** The key file somebody chose; `null` for a way in that needs none. */
const KeyFile = FileId.nullable().default(null)

export const vaultContract = {
  'vault.state': task(nothing, VaultState),
  /** Six words, drawn at random, to be shown once and typed back. */
  'vault.offerPassphrase': task(nothing, z.object({ passphrase: z.string() })),
  'vault.strength': task(z.strictObject({ passphrase: Bytes, hints: z.array(text(500)).max(10) }), Strength),
  /** Asks for another folder than the usual place; `null` when the dialog was closed. */
  'vault.choosePlace': task(nothing, VaultState.nullable()),
  'vault.create': task(z.strictObject({ passphrase: Bytes, officer: Officer }), VaultState),
  'vault.unlock': task(z.strictObject({ passphrase: Bytes, keyFile: KeyFile }), VaultState),
  /** Lets somebody in with the shares: a new passphrase in place of what they lost. The vault is open afterwards. */
  'vault.recover': task(
    z.strictObject({ shares: z.array(TypedShare).min(1).max(7), officerId: OfficerId, passphrase: Bytes }),
    VaultState,
  ),
  /** How far an unlock or creation is; asked while one runs. */
  'vault.progress': task(
    nothing,
    z.object({ stage: z.enum(['idle', 'reading', 'deriving', 'opening', 'checking']) }),
  ),
  'vault.changePassphrase': task(z.strictObject({ old: Bytes, new: Bytes, keyFile: KeyFile }), z.null()),
  /** Everybody whose passphrase opens this vault, in the order of adding. */
  'vault.people': query(nothing, z.array(VaultPerson)),
  /** One more person, who types a passphrase of their own. */
  'vault.addPerson': task(z.strictObject({ role: Officer, duties: Duties, passphrase: Bytes }), z.null()),
  'vault.setDuties': command(z.strictObject({ officerId: OfficerId, duties: Duties }), z.null()),
  /** Their passphrase opens this vault no more. Copies made before still open with it. */
  'vault.removePerson': task(z.strictObject({ officerId: OfficerId, reason: Line }), z.null()),
  /** The copies that were made, the drills that proved them, and how old the last are. */
  'vault.copies': query(nothing, CopiesView),
  /** Asks where to, writes the whole vault there in one encrypted file, and opens it to prove it. `null`: dialog closed. */
  'vault.makeCopy': task(
    z.strictObject({ label: CopyLabel }),
    z.object({ name: z.string(), bytes: z.int(), entries: z.int() }).nullable(),
  ),
  /** How far the copying, drill or restoring is that runs now; `null` when none does. Bytes; 0 of 0 when not known. */
  'vault.copyProgress': task(nothing, z.object({ stage: CopyStage, done: z.int(), all: z.int() }).nullable()),
  'vault.stopCopy': task(nothing, z.null()),
  /** Asks for a copy; `null` when the dialog was closed. */
  'vault.chooseCopy': task(nothing, z.object({ fileId: FileId, name: z.string(), size: z.int() }).nullable()),
  /** Opens a copy beside the vault as somebody would who lost this laptop, compares, and removes it again. */
  'vault.drill': task(
    z.strictObject({ fileId: FileId, passphrase: Bytes, keyFile: KeyFile }),
    z.object({
      copyMadeAt: Instant,
      entries: z.int(),
      /** Entries of the record that were made after the copy and are not in it. */
      since: z.int(),
      cases: z.int(),
    }),
  ),
  /** Unpacks a copy into a new place, which is then locked, and the one at the desk. Never over a vault. */
  'vault.restore': task(z.strictObject({ fileId: FileId }), z.null()),
  /** What somebody before a locked vault, or none, should know of this place. */
  'vault.foundHere': task(
    nothing,
    z.object({
      /** What was found while it was open, so that it was closed; `null`: nothing. */
      closedFor: z
        .object({ code: z.enum(refusalCodes), facts: z.record(z.string(), z.number()).optional() })
        .nullable(),
      /** It was unpacked from a copy and not opened since. */
      unproved: z.boolean(),
      /** Bringing it up to date did not come to its end. */
      cutShort: z.boolean(),
      /** It stands beside the usual place and can take it. */
      mayBeUsual: z.boolean(),
      /** Names of the vaults that were set aside beside the usual place. */
      setAside: z.array(z.string()),
    }),
  ),
  /** Makes the open vault that of this machine; the one that was is set aside, by the name that is told. Locks. */
  'vault.makeUsual': task(nothing, z.object({ setAside: z.string().nullable() })),
  /** Puts back the vault from before an update that did not come to its end; what is there is set aside. */
  'vault.goBack': task(nothing, z.object({ setAside: z.string() })),
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
  /** Answered by the relay: the same, with the window taken off the screen first where the shell can. */
  'vault.panic': task(nothing, z.null()),
  /** Answered by the relay: everything typed is kept, the lock need not wait any longer. */
  'vault.handedOver': task(nothing, z.null()),
  /** Answered by the relay: something was copied to the clipboard; it is to be cleared in time. */
  'vault.copied': task(nothing, z.null()),
  /** Whether erasing the vault of this place was begun and cut off before its keys were gone. */
  'vault.erasure': task(nothing, z.object({ begun: z.boolean() })),
  /** Destroys the keys of the vault at this place, then its files, open or not. It needs no passphrase (ADR 0032). */
  'vault.erase': task(z.strictObject({ confirmed: z.literal('erase') }), VaultState),
}
