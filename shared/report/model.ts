import { ActionDraft } from '../action/model.ts'
import { Colleague } from '../exchange/colleague.ts'
import { ActionId, CaseId, ColleagueId, ContributionId, Instant, Line, Note, PackageId } from '../model.ts'
import { ReportWindow } from '../settings/windows.ts'
import { z } from '../zod.ts'
import { ContributionDocument, EntryChange } from './document.ts'
import { Annex } from './entry.ts'
import { Proposal, ReportLevel, Why } from './proposal.ts'
import { ReportCount, ReportKey } from './row.ts'

/** An officer's decision on one case for one window. `as_proposed` takes an earlier one back. */
export const DecidedLevel = z.enum(['as_proposed', 'anonymised', 'trend_only', 'omitted'])
export type DecidedLevel = z.infer<typeof DecidedLevel>

/** A decision as kept. Never changed: the next one stands beside it. `by` is a role code. */
export const ReportDecision = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  ordinal: z.int(),
  level: DecidedLevel,
  reason: Note.min(1),
  by: Line,
  at: Instant,
})
export type ReportDecision = z.infer<typeof ReportDecision>

/** How far the entry of a case is. `other-level`: written for another level or about others than the case has now. */
export const EntryStanding = z.enum(['none', 'not-ready', 'gives-away', 'other-level', 'ready'])
export type EntryStanding = z.infer<typeof EntryStanding>

/** One case of the vault as it stands for one window. */
export const ReportLine = z.object({
  caseId: CaseId,
  code: z.string(),
  proposal: Proposal,
  /** As it would be handed in now: as proposed, or lower. */
  level: ReportLevel,
  annex: Annex,
  why: Why,
  decision: ReportDecision.pick({ level: true, reason: true, by: true, at: true }).nullable(),
  /** To what it may be lowered. */
  lower: z.array(ReportLevel),
  entry: z
    .object({
      actionId: ActionId,
      label: z.string(),
      standing: EntryStanding,
      words: z.int(),
      sent: z.boolean(),
    })
    .nullable(),
})
export type ReportLine = z.infer<typeof ReportLine>

/** A contribution that left, as a line. `newest`: none after it for the same window and reader. */
export const SentSummary = z.object({
  id: ContributionId,
  ordinal: z.int(),
  to: z.string(),
  entries: z.int(),
  words: z.int(),
  sentAt: Instant,
  by: z.string(),
  newest: z.boolean(),
})
export type SentSummary = z.infer<typeof SentSummary>

/** A contribution that left, as kept. Never changed. */
export const SentContribution = z.object({
  id: ContributionId,
  ordinal: z.int(),
  packageId: PackageId,
  manifestSha256: z.string(),
  colleagueId: ColleagueId,
  /** The one it takes the place of. */
  about: PackageId.nullable(),
  document: ContributionDocument,
  /** Which cases it tells of or counts, by the reference of their entry. */
  told: z.array(z.object({ caseId: CaseId, ref: z.string(), level: ReportLevel })),
  /** Why another one was sent; empty in the first. */
  why: z.string(),
  by: z.string(),
  sentAt: Instant,
})
export type SentContribution = z.infer<typeof SentContribution>

/** One case as a line of the page. `entry`: `null` where the case is told in none. */
export const ReportListed = ReportLine.pick({
  caseId: true,
  code: true,
  level: true,
  annex: true,
  why: true,
}).extend({ entry: EntryStanding.nullable() })
export type ReportListed = z.infer<typeof ReportListed>

/** The page of one window. */
export const ReportOverview = z.object({
  windows: z.array(ReportWindow),
  window: ReportWindow,
  lines: z.array(ReportListed),
  /** How many cases are asked for, and how many there are. */
  total: z.int(),
  all: z.int(),
  /** How many of all stand at each level. */
  levels: z.array(z.object({ level: ReportLevel, cases: z.int() })),
  counts: z.array(ReportCount),
  /** Where the page before and the page after are to be asked from; `null` where there is none. */
  before: ReportKey.nullable(),
  next: ReportKey.nullable(),
  /** Cases that were not looked at yet, or not again since they were written to. Asked again, there are fewer. */
  behind: z.int(),
  sent: z.array(SentSummary),
})
export type ReportOverview = z.infer<typeof ReportOverview>

/** The page of one case in one window. */
export const ReportCase = z.object({
  window: ReportWindow,
  line: ReportLine,
  /** What an entry is written into: the action as it stands, or as it would begin; `null` where there is no entry. */
  draft: ActionDraft.nullable(),
  /** The action whose draft this is, while it can still be changed; `null`: it would be a new one. */
  actionId: ActionId.nullable(),
  /** Words of the entry that sound like a name that must not be told: somebody looks at them. */
  alike: z.array(z.string()),
})
export type ReportCase = z.infer<typeof ReportCase>

/** What would be handed in now. */
export const ReadyContribution = z.object({
  window: ReportWindow,
  document: ContributionDocument,
  /** Cases that would have an entry, and whose entry is not ready: they stay out. How many, and some of them. */
  notReady: z.object({ count: z.int(), some: z.array(z.object({ caseId: CaseId, code: z.string() })) }),
  /** Cases that were not looked at yet. While there are any, this is not what would be handed in. */
  behind: z.int(),
  sent: z.array(SentSummary),
})
export type ReadyContribution = z.infer<typeof ReadyContribution>

/** A contribution that came from a colleague, as kept. Never changed, and apart from cases. */
export const ReceivedContribution = z.object({
  id: ContributionId,
  ordinal: z.int(),
  packageId: PackageId,
  colleagueId: ColleagueId,
  about: PackageId.nullable(),
  /** The sender's vault, and how long its record was: of two contributions the one with more entries is the later. */
  origin: z.string(),
  recordEntries: z.int(),
  document: ContributionDocument,
  sentAt: Instant,
  takenAt: Instant,
  by: z.string(),
})
export type ReceivedContribution = z.infer<typeof ReceivedContribution>

/** The same as a line. */
export const ReceivedSummary = z.object({
  id: ContributionId,
  ordinal: z.int(),
  packageId: PackageId,
  from: z.string(),
  office: z.string(),
  presence: z.string(),
  entries: z.int(),
  sentAt: Instant,
  takenAt: Instant,
  newest: z.boolean(),
})
export type ReceivedSummary = z.infer<typeof ReceivedSummary>

/** A contribution on the desk, before it is taken in. */
export const ContributionArrival = z.object({
  from: Colleague,
  sentAt: Instant,
  recordDiffers: z.boolean(),
  document: ContributionDocument,
  /** The one here whose place it takes. */
  supersedes: ReceivedSummary.nullable(),
  /** It names one whose place it takes, and that one is not here. */
  namesAnother: z.boolean(),
  /** A later one is here already: this one cannot be taken in. */
  older: z.boolean(),
  changes: z.array(EntryChange),
})
export type ContributionArrival = z.infer<typeof ContributionArrival>
