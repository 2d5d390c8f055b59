import { CaseId, Day, Instant, Line, Note } from '../model.ts'
import { z } from '../zod.ts'
import { clockDefaults } from './clockDefaults.ts'

/** The name of a clock. */
export type ClockId = keyof typeof clockDefaults
export const ClockId = z.enum(Object.keys(clockDefaults) as [ClockId, ...ClockId[]])

/** Which days are no working days where this office is. */
export const Weekend = z.enum(['sat-sun', 'fri-sat'])
export type Weekend = z.infer<typeof Weekend>

/** How long every clock of this vault runs, each in its own unit, out of what it may be set to. */
export const Clocks = z.strictObject({
  lengths: z
    .record(ClockId, z.int())
    .refine(lengths => ClockId.options.every(id => isChoice(id, lengths[id])), 'not-a-choice'),
  weekend: Weekend,
})
export type Clocks = z.infer<typeof Clocks>

const isChoice = (id: ClockId, length: number) => clockDefaults[id].choices.includes(length)

/** One setting of the clocks, as kept: added, never changed. It holds from `validFrom` until the next one. */
export const ClocksVersion = z.object({
  id: z.uuid(),
  clocks: Clocks,
  validFrom: Instant,
  /** Role code of the officer who set it. */
  setBy: z.string(),
  reason: Line,
})
export type ClocksVersion = z.infer<typeof ClocksVersion>

/**
 * What only a person can say was done: somebody was reached, why little is kept without consent, the whole case was
 * looked through, the effect of a decision was looked at.
 */
export const Done = z.enum(['contacted', 'basis-written', 'case-reviewed', 'followed-up'])
export type Done = z.infer<typeof Done>

export const MarkDraft = z.strictObject({
  caseId: CaseId,
  what: Done,
  /** The brief whose effect was looked at; only for `followed-up`. */
  about: z.uuid().nullable(),
  /** The day it was done, not the day it was typed. */
  doneOn: Day,
  note: Note.min(1),
})
export type MarkDraft = z.infer<typeof MarkDraft>

/** That something was done, as kept: never changed, never removed. */
export const Mark = MarkDraft.extend({ id: z.uuid(), recordedAt: Instant })
export type Mark = z.infer<typeof Mark>
