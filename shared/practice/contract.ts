import { Bytes } from '../model.ts'
import { task } from '../operation.ts'
import { VaultState } from '../vault/model.ts'
import { z } from '../zod.ts'

const nothing = z.strictObject({})

/** The practice vault: a vault of invented cases in a folder of its own, beside the usual place. */
export const practiceContract = {
  'practice.state': task(nothing, z.object({ state: z.enum(['none', 'there']) })),
  /** Makes the practice vault, opens it and fills it with invented cases. */
  'practice.create': task(z.strictObject({ passphrase: Bytes }), VaultState),
  /** How many invented cases are in; asked while `practice.create` runs. 0 of 0 before it begins. */
  'practice.progress': task(nothing, z.object({ loaded: z.int(), all: z.int() })),
  /** Turns to the practice vault, which then asks for its passphrase. */
  'practice.open': task(nothing, VaultState),
  /** Closes the practice vault and turns back to the usual place. Nothing to leave: nothing happens. */
  'practice.leave': task(nothing, VaultState),
  /** Deletes the practice vault, and turns back to the usual place when it was there. Touches no other vault. */
  'practice.delete': task(nothing, VaultState),
}
