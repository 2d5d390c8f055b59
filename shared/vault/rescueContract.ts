import { task } from '../operation.ts'
import { z } from '../zod.ts'
import { VaultState } from './model.ts'
import { CopiedAsIs, Damage, RescueProgress, Rescued } from './rescue.ts'

const nothing = z.strictObject({})

/** What can be done with a vault that does not open (ADR 0033). All of it only reads the damaged vault. */
export const rescueContract = {
  /** What was found the last time somebody tried to open it; `null` when nothing was. */
  'rescue.damage': task(nothing, Damage.nullable()),
  /** Asks where, and copies every file as it is; `null` when the dialog was closed. */
  'rescue.copyAsIs': task(nothing, CopiedAsIs.nullable()),
  /** Asks where, and makes a new vault of what can be read; `null` when the dialog was closed. */
  'rescue.start': task(nothing, Rescued.nullable()),
  'rescue.progress': task(nothing, RescueProgress),
  /** Gives up the rescue that is running; nothing is left of it. */
  'rescue.stop': task(nothing, z.null()),
  /** From now on the rescued vault is the one that is opened. */
  'rescue.use': task(nothing, VaultState),
}
