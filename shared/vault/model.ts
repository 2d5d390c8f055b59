import { Instant, Line, OfficerId, kept } from '../model.ts'
import { z } from '../zod.ts'

/** What somebody of the vault is there for (6.3). The order is that of the screen. */
export const Duty = z.enum(['first_respondent', 'focal_point', 'head_of_presence', 'records_officer'])
export type Duty = z.infer<typeof Duty>

/** Somebody whose passphrase opens this vault. */
export const VaultPerson = z.object({
  id: OfficerId,
  /** Role code; no name. */
  role: z.string(),
  duties: z.array(Duty),
  addedAt: Instant,
  /** Whether they are at the desk now. */
  isYou: z.boolean(),
})
export type VaultPerson = z.infer<typeof VaultPerson>

/** `none`: no vault at this place. `locked`: one is there. `open`: it is open in this process. */
export const VaultState = z.object({
  state: z.enum(['none', 'locked', 'open']),
  /** The folder's own name when it is not the usual place; never a path. */
  place: z.string().nullable(),
  /** Role code of the officer; only while open. */
  officer: z.string().nullable(),
  /** What that officer may decide; empty while the vault is not open. */
  duties: z.array(Duty),
  /** How many people this vault has; 0 while it is not open. With one, that one holds every duty. */
  people: z.int(),
  warnings: z.array(z.string()),
  idleMinutes: z.int(),
  /** Every case of this vault is invented. While locked: the vault at the practice place. */
  practice: z.boolean(),
})
export type VaultState = z.infer<typeof VaultState>

export const Strength = z.object({
  /** Base-10 logarithm of the guesses an informed attacker needs. 18 is enough. */
  guessesLog10: z.number(),
  enough: z.boolean(),
  reason: z.string().nullable(),
})
export type Strength = z.infer<typeof Strength>

/** What hides and locks at once: Control and the key under Escape, Escape three times quickly, or either. */
export const PanicKeys = z.enum(['both', 'keys', 'escape'])
export type PanicKeys = z.infer<typeof PanicKeys>

/** How the window looks and what its keys do. Kept outside the vault because the first screen needs it; says nothing of any case. */
export const Preferences = z.strictObject({
  language: z.enum(['en', 'ar']),
  theme: z.enum(['system', 'light', 'dark']),
  panic: PanicKeys.default('both'),
  /** Whether other programs may take pictures of the window, as far as the system lets Vigil decide. */
  capture: z.enum(['refused', 'allowed']).default('refused'),
})
export type Preferences = z.infer<typeof Preferences>

/** Role code of an officer: no name. */
export const Officer = Line.max(60)

/** What was typed and not yet recorded: any JSON text up to 200,000 characters. */
export const DraftValue = kept(200_000)
/** Which form it belongs to, e.g. `person:new:<case id>`. */
export const DraftKey = kept(200).min(1)
