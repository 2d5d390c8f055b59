import { Day, Line, Note } from '../model.ts'
import type { ListEdition } from '../settings/lists.ts'
import { addedTo, coded, vocabularies } from '../vocabulary/index.ts'
import type { Code } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

const groupOf = (name: string): readonly Code<'action'>[] =>
  vocabularies.action.groups.find(({ group }) => group === name)?.codes ?? []

const protectiveGroups = ['urgent_protective', 'protection_menu']

/** Measures that can be asked for at once, in the order of the screen. */
export const urgentActions = groupOf('urgent_protective')

/** Every measure a protection plan can name: the urgent ones, the other protective ones, and `other` in words. */
export const protectiveActions: readonly Code<'action'>[] = [
  ...urgentActions,
  ...groupOf('protection_menu'),
  'other',
]

/** Whether a plan can name an action: it is protective, or the office added it to a protective group. */
export const isProtective = (action: Code<'action'>, edition: ListEdition = []): boolean =>
  protectiveActions.includes(action) ||
  edition.some(({ code, group }) => code === action && group !== null && protectiveGroups.includes(group))

/** How far a measure is. `stopped` stays in sight: why it was given up matters. */
export const MeasureStatus = z.enum(['proposed', 'agreed', 'in_progress', 'done', 'stopped'])
export type MeasureStatus = z.infer<typeof MeasureStatus>

/** One measure of a plan: what exactly, who sees to it, by when or on what sign, and what it may set off. */
export const Measure = z
  .strictObject({
    /** Of a protective group; of what an office added only its vault knows the group (`plan/not-protective`). */
    action: coded('action').refine(code => protectiveActions.includes(code) || addedTo(code) !== null),
    /** What exactly; needed for `other`. */
    detail: Note,
    /** The role of whoever sees to it; empty while nobody does. Never a name. */
    owner: z.union([Line, z.literal('')]),
    due: Day.nullable(),
    /** On what sign it is done; empty when it does not wait for one. */
    trigger: Note,
    status: MeasureStatus,
    /** To what the person must have agreed before it is done. */
    needs: z.array(coded('purpose')),
    /** What could follow from doing it. */
    riskOfActing: Note,
  })
  .refine(measure => measure.action !== 'other' || measure.detail !== '', { path: ['detail'] })
export type Measure = z.infer<typeof Measure>
