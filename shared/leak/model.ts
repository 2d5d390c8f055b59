import { Note, Pointer } from '../model.ts'
import { z } from '../zod.ts'

/** Words that may be a withheld name in another script or spelling, and where they stand. */
export const Alike = z.strictObject({ key: z.string(), where: z.string(), found: z.string() })
export type Alike = z.infer<typeof Alike>

/** Somebody looked: these words mean somebody or something else than the withheld name they sound like, and why. */
export const NotMeant = z.strictObject({ key: Pointer, found: Pointer, reason: Note.min(1).max(300) })
export type NotMeant = z.infer<typeof NotMeant>
