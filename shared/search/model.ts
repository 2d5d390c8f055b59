import { CaseCode, CasePart, CaseState } from '../case/model.ts'
import { CaseId, text } from '../model.ts'
import { z } from '../zod.ts'

/** What can be found. The order is the order of the screen and, in the index, their numbers: new ones come last. */
export const SearchKind = z.enum([
  'case',
  'person',
  'engagement',
  'act',
  'action',
  'evidence',
  'document',
  'consent',
  'risk',
  'plan',
])
export type SearchKind = z.infer<typeof SearchKind>

/** Where one looks on from; opaque to whoever asks. */
export const SearchPlace = z.int().positive()

/** What is looked for. Empty `kinds` or `states`: all of them. */
export const Search = z.strictObject({
  words: text(200),
  kinds: z.array(SearchKind),
  states: z.array(CaseState),
  after: SearchPlace.nullable(),
})
export type Search = z.infer<typeof Search>

const Span = z.tuple([z.int(), z.int()])

/** One thing that was found. */
export const Hit = z.object({
  kind: SearchKind,
  caseId: CaseId,
  code: CaseCode,
  state: CaseState,
  /** Its neutral code inside the case: "P1", "M2"; empty where it has none. */
  label: z.string(),
  /** Where it is opened. */
  part: CasePart,
  item: z.string().nullable(),
  excerpt: z.object({
    text: z.string(),
    found: z.array(Span),
    before: z.boolean(),
    after: z.boolean(),
  }),
})
export type Hit = z.infer<typeof Hit>

/** How many of a kind there are among what was counted. */
export const KindCount = z.object({ kind: SearchKind, count: z.int() })

/** What was found, the newest first; what is for named people comes before the rest. */
export const Found = z.object({
  hits: z.array(Hit),
  /** Every kind in order, whatever kinds were asked for. */
  kinds: z.array(KindCount),
  /** Whether there are more than were counted: then only the newest were. */
  more: z.boolean(),
  /** To go on after the last of `hits`; `null` when these are all. */
  next: SearchPlace.nullable(),
  /** How much has not been read into the index yet, up to a thousand. */
  behind: z.int(),
})
export type Found = z.infer<typeof Found>
