import { Bytes, FileId, Line, OfficerId } from '../model.ts'
import { task } from '../operation.ts'
import { z } from '../zod.ts'
import { Ceremony, ReadShare, Recoverable, Recovery, Scheme, Share, TypedShare } from './model.ts'

const nothing = z.strictObject({})
const Shares = z.array(TypedShare).min(1).max(7)
const Which = z.strictObject({ index: z.int().min(1).max(7) })

export const recoveryContract = {
  /** Draws shares. Nothing is written; they open nothing before `recovery.activate`. */
  'recovery.begin': task(Scheme, Ceremony),
  /** The shares that are being made, or `null`. */
  'recovery.ceremony': task(nothing, Ceremony.nullable()),
  /** The words of one share: the first that was not verified, and no later one. */
  'recovery.share': task(Which, Share),
  /** Compares what was typed with a share, word by word; an empty list: it is verified. Places from 1. */
  'recovery.confirm': task(Which.extend({ words: TypedShare }), z.object({ wrong: z.array(z.int()) })),
  /** Prints one share on paper; `false` when the dialog was closed. It still has to be typed back. */
  'recovery.print': task(Which.extend({ language: z.enum(['en', 'ar']) }), z.boolean()),
  /** Writes one share as a file and reads it back; `null` when the dialog was closed. */
  'recovery.save': task(Which, z.object({ name: z.string() }).nullable()),
  /** From here on these shares open the vault, and those of before no more. */
  'recovery.activate': task(nothing, z.null()),
  /** Forgets the shares that were being made. */
  'recovery.drop': task(nothing, z.null()),
  /** Proves that these shares open the vault. Changes nothing but the date. */
  'recovery.rehearse': task(z.strictObject({ shares: Shares }), z.null()),
  /** From here on no shares open the vault. */
  'recovery.revoke': task(z.strictObject({ reason: Line }), z.null()),
  /** Reads the words of one share, with the vault open or not. */
  'recovery.read': task(z.strictObject({ words: TypedShare }), ReadShare),
  /** Asks for a share as a file and reads it; `null` when the dialog was closed. */
  'recovery.choose': task(nothing, z.string().nullable()),
  /** Who can be let in with these shares. The vault stays locked. */
  'recovery.people': task(z.strictObject({ shares: Shares }), z.array(Recoverable)),
}

const KeyFile = FileId.nullable().default(null)

export const wayContract = {
  /** What the locked vault asks for besides a passphrase, and whether shares were made for it. */
  'way.asked': task(
    nothing,
    z.object({
      keyFile: z.boolean(),
      recovery: z.object({ set: z.string(), k: z.int(), n: z.int() }).nullable(),
    }),
  ),
  /** Whose ways into the open vault there are. */
  'way.list': task(
    nothing,
    z.object({
      people: z.array(
        z.object({
          officerId: OfficerId,
          role: z.string(),
          isYou: z.boolean(),
          keyFile: z.boolean(),
          /** Whether the shares give them back what only they can read; `false` without shares. */
          kept: z.boolean(),
        }),
      ),
      recovery: Recovery.nullable(),
    }),
  ),
  /** Asks for a key file, which is not read yet; `null` when the dialog was closed. */
  'way.chooseKeyFile': task(nothing, z.object({ fileId: FileId, name: z.string() }).nullable()),
  /** Makes a key file: from here on the passphrase opens only together with it. `null` when the dialog was closed. */
  'way.makeKeyFile': task(
    z.strictObject({ passphrase: Bytes, keyFile: KeyFile }),
    z.object({ name: z.string() }).nullable(),
  ),
  /** From here on the passphrase opens alone again. */
  'way.giveUpKeyFile': task(z.strictObject({ passphrase: Bytes, keyFile: FileId }), z.null()),
}
