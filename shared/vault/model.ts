import { Line } from '../model.ts'
import { z } from '../zod.ts'

/** `none`: no vault at this place. `locked`: one is there. `open`: it is open in this process. */
export const VaultState = z.object({
  state: z.enum(['none', 'locked', 'open']),
  /** The folder's own name when it is not the usual place; never a path. */
  place: z.string().nullable(),
  /** Role code of the officer; only while open. */
  officer: z.string().nullable(),
  warnings: z.array(z.string()),
  idleMinutes: z.int(),
})
export type VaultState = z.infer<typeof VaultState>

export const Strength = z.object({
  /** Base-10 logarithm of the guesses an informed attacker needs. 18 is enough. */
  guessesLog10: z.number(),
  enough: z.boolean(),
  reason: z.string().nullable(),
})
export type Strength = z.infer<typeof Strength>

/** How the window looks. Kept outside the vault because the first screen needs it; says nothing of any case. */
export const Preferences = z.strictObject({
  language: z.enum(['en', 'ar']),
  theme: z.enum(['system', 'light', 'dark']),
})
export type Preferences = z.infer<typeof Preferences>

/** Role code of an officer: no name. */
export const Officer = Line.max(60)
  /** Every case of this vault is invented. While locked: the vault at the practice place. */
  practice: z.boolean(),

/** What was typed and not yet recorded: any JSON text up to 200,000 characters. */
export const DraftValue = z.string().max(200_000)
/** Which form it belongs to, e.g. `person:new:<case id>`. */
export const DraftKey = z.string().min(1).max(200)
