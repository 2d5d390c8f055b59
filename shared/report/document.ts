import { Day, Line, Note } from '../model.ts'
import { codesOf } from '../vocabulary/index.ts'
import { z } from '../zod.ts'
import { Counts } from './counts.ts'
import { Annex, EntryLevel, StateReply } from './entry.ts'
import { OmittedFor } from './proposal.ts'

/** Codes every vault has. What an office added to a list means nothing elsewhere and leaves as `other`. */
const shipped = <Id extends Parameters<typeof codesOf>[0]>(id: Id) =>
  z.string().refine(code => codesOf(id).some(one => one === code))

/** Which entry: 16 random-looking digits in hexadecimal, the same for the same case and window, meaningless elsewhere. */
export const EntryRef = z.string().regex(/^[0-9a-f]{16}$/)
export type EntryRef = z.infer<typeof EntryRef>

/** A month of the calendar, `YYYY-MM`: an exact day could tell who it is (8.2). */
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** One case as it is told: what consent lets out of it, and the author's paragraph. */
export const ContributionEntry = z.strictObject({
  ref: EntryRef,
  level: EntryLevel,
  annex: Annex,
  /** Names, only where everybody concerned agreed to be named. */
  names: z.array(Line).max(64),
  state: shipped('country').nullable(),
  regions: z.array(shipped('region')).max(40),
  /** The first and last month of the acts told; `null` where no act or no date is told. */
  period: z.strictObject({ from: Month, to: Month }).nullable(),
  forms: z.array(shipped('formOfAct')).max(200),
  perpetrators: z.array(shipped('perpetratorClass')).max(40),
  entities: z.array(shipped('unEntity')).max(100),
  reply: StateReply,
  references: z.array(Line).max(12),
  text: Note.min(1),
  words: z.int().min(1),
})
export type ContributionEntry = z.infer<typeof ContributionEntry>

/** Cases that are only counted. Every number is at least `smallest`. */
export const Trends = z.strictObject({
  /** How many; `null` where that would tell what is joined below. */
  cases: z.int().min(1).nullable(),
  regions: Counts.nullable(),
  forms: Counts.nullable(),
  perpetrators: Counts.nullable(),
})
export type Trends = z.infer<typeof Trends>

/**
 * What a presence hands in for one annual report, as data: exactly what headquarters gets. The first field is the
 * format's name and version (ADR 0026).
 */
export const ContributionDocument = z.strictObject({
  format: z.literal('vigil-contribution/1'),
  window: z.strictObject({ ordinal: z.int().min(1).max(200), from: Day, to: Day }),
  /** Role code of the sending presence. */
  presence: Line,
  entries: z.array(ContributionEntry).max(2_000),
  /** Below which number nothing is counted out. */
  smallest: z.int().min(1),
  /** `null`: fewer than `smallest`, or none. */
  trends: Trends.nullable(),
  /** How many cases were left out, for every reason there is; `null`: fewer than `smallest`, or none. */
  omitted: z.array(z.strictObject({ reason: OmittedFor, cases: z.int().min(1).nullable() })).length(6),
  /** Of all entries together. */
  words: z.int().min(0),
  /** Only from a practice vault: everything in it is invented. */
  practice: z.literal(true).optional(),
})
export type ContributionDocument = z.infer<typeof ContributionDocument>

/** The version a document says it is of, when it is a contribution at all. */
const Headed = z.looseObject({ format: z.string() })

/** A contribution out of what arrived; `newer`: of a version this program does not know. */
export function readContribution(document: unknown): ContributionDocument | 'newer' | null {
  const read = ContributionDocument.safeParse(document)
  if (read.success) return read.data
  const version = /^vigil-contribution\/(\d{1,4})$/.exec(Headed.safeParse(document).data?.format ?? '')?.[1]
  return version !== undefined && Number(version) > 1 ? 'newer' : null
}

/** How one entry differs from the one it takes the place of. `gone`: it is no longer in it. */
export const EntryChange = z.object({
  ref: EntryRef,
  change: z.enum(['new', 'changed', 'gone']),
  before: ContributionEntry.nullable(),
  now: ContributionEntry.nullable(),
})
export type EntryChange = z.infer<typeof EntryChange>

type Entries = Pick<ContributionDocument, 'entries'>

/** What a later contribution changes in an earlier one, entry by entry; what stays the same is not among it. */
export function changesBetween(before: Entries, now: Entries): EntryChange[] {
  const [old, later] = [byRef(before), byRef(now)]
  const refs = [...new Set([...later.keys(), ...old.keys()])]
  return refs.flatMap((ref): EntryChange[] => {
    const [was, is] = [old.get(ref) ?? null, later.get(ref) ?? null]
    if (was === null) return [{ ref, change: 'new', before: null, now: is }]
    if (is === null) return [{ ref, change: 'gone', before: was, now: null }]
    return JSON.stringify(was) === JSON.stringify(is)
      ? []
      : [{ ref, change: 'changed', before: was, now: is }]
  })
}

const byRef = ({ entries }: Entries) => new Map(entries.map(entry => [entry.ref, entry]))
