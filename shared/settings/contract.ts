import { Instant, Line, kept } from '../model.ts'
import { command, query } from '../operation.ts'
import { z } from '../zod.ts'
import { Label, ListChange, ListEntry, ListId } from './lists.ts'
import { Moved, Thresholds } from './thresholds.ts'
import { ReportWindow, WindowDraft } from './windows.ts'

/** What every version says: when it began to hold, the role code of who set it, and why. */
const version = { id: z.uuid(), validFrom: Instant, setBy: z.string(), reason: Line }

/** One setting of the thresholds, as kept. */
export const ThresholdsVersion = z.object({ ...version, thresholds: Thresholds, moved: z.array(Moved) })
export type ThresholdsVersion = z.infer<typeof ThresholdsVersion>

/** What happened to which window. */
export const WindowChange = z.strictObject({
  what: z.enum(['added', 'changed', 'retired', 'put-back']),
  ordinal: z.int(),
})

/** One edition of the report windows, as kept. */
export const WindowsVersion = z.object({ ...version, windows: z.array(ReportWindow), change: WindowChange })
export type WindowsVersion = z.infer<typeof WindowsVersion>

/** One edition of one list, as kept. The first of a vault is number 2: the list as it came is number 1. */
export const ListVersion = z.object({
  ...version,
  list: ListId,
  number: z.int(),
  entries: z.array(ListEntry),
  change: ListChange,
})
export type ListVersion = z.infer<typeof ListVersion>

const Code = kept(60).min(1)

export const settingsContract = {
  /** The lists as this vault has them now. What a list does not name is as it came. */
  'settings.lists': query(
    z.strictObject({}),
    z.object({ editions: z.partialRecord(ListId, z.array(ListEntry)), versions: z.array(ListVersion) }),
  ),
  /** Adds a code of the office's own to a list. */
  'settings.addCode': command(
    z.strictObject({ list: ListId, group: z.string().nullable(), label: Label, reason: Line }),
    z.object({ code: z.string() }),
  ),
  /** Words a code anew; `null` words it as it came. What it means stays. */
  'settings.rewordCode': command(
    z.strictObject({ list: ListId, code: Code, label: Label.nullable(), reason: Line }),
    z.null(),
  ),
  /** Stops offering a code for new records, or offers it again. */
  'settings.offerCode': command(
    z.strictObject({ list: ListId, code: Code, offered: z.boolean(), reason: Line }),
    z.null(),
  ),
  /** The thresholds that hold now, and every setting there was, the newest first. */
  'settings.thresholds': query(
    z.strictObject({}),
    z.object({ thresholds: Thresholds, versions: z.array(ThresholdsVersion) }),
  ),
  /** Sets the thresholds from now on. What was judged before keeps what it was judged by. */
  'settings.setThresholds': command(z.strictObject({ thresholds: Thresholds, reason: Line }), z.null()),
  /** The report windows, earliest first, and every edition there was, the newest first. */
  'settings.windows': query(
    z.strictObject({}),
    z.object({ windows: z.array(ReportWindow), versions: z.array(WindowsVersion) }),
  ),
  /** Adds a window, or changes the one with this ordinal. */
  'settings.setWindow': command(z.strictObject({ window: WindowDraft, reason: Line }), z.null()),
  /** Stops counting acts into a window, or counts them again. */
  'settings.useWindow': command(
    z.strictObject({ ordinal: z.int(), used: z.boolean(), reason: Line }),
    z.null(),
  ),
}
