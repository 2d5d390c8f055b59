import { Line, Note } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import type { Code } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/** How openly an entry tells of somebody: by name, or so that nobody can tell who it is. */
export const EntryLevel = z.enum(['named', 'anonymised'])
export type EntryLevel = z.infer<typeof EntryLevel>

/** Where an entry stands: annex I has new cases, annex II follows up on cases of earlier reports (domain 2.3). */
export const Annex = z.enum(['annex1', 'annex2'])
export type Annex = z.infer<typeof Annex>

/** Whether the Government was given the chance to reply, and whether it did: a reply or its absence is reported (2.4). */
export const StateReply = z.enum(['not_asked', 'no_reply', 'replied'])
export type StateReply = z.infer<typeof StateReply>

/**
 * What the author of an entry in the annual report writes. Everything else in the entry is coded and comes from the case,
 * as far as consent lets it out.
 */
export const ReportEntry = z.strictObject({
  /** The report it is for, by its number in the row of annual reports. */
  ordinal: z.int().min(1).max(200),
  level: EntryLevel,
  annex: Annex,
  /** The State concerned; `null` where the person did not agree that it is told. */
  state: coded('country').nullable(),
  /** The paragraph in the author's own words. */
  text: Note.min(1),
  /** Symbols and paragraphs of official documents that raised it. */
  references: z.array(Line).max(12),
  reply: StateReply,
})
export type ReportEntry = z.infer<typeof ReportEntry>

/** How many words a text has. The calls for input name no limit, so they are counted and nothing more (2.6). */
export const wordsIn = (text: string): number => text.split(/\s+/u).filter(word => word !== '').length

/** To whom, for what and how an entry is told. */
interface Told {
  readonly purpose: Code<'purpose'>
  readonly recipient: Code<'recipientClass'>
  readonly channel: Code<'channel'>
}

const entryPurposes: readonly Told['purpose'][] = ['sg_report_named', 'sg_report_anonymised']

/** Whether something is told as an entry in the annual report is: to everybody, in a document of the United Nations. */
export const isEntryAddress = ({ purpose, recipient, channel }: Told): boolean =>
  entryPurposes.includes(purpose) && recipient === 'public' && channel === 'UN_document'
