import { z } from './zod.ts'

/** Lone surrogates and NUL do not survive SQLite and JSON unchanged, so they are refused wherever text comes in. */
const isWhole = (value: string) => value.isWellFormed() && !value.includes('\0')

/**
 * Text as a person typed it: well-formed Unicode without NUL, trimmed at both ends.
 *
 * @param max the longest value in UTF-16 code units.
 */
export const text = (max: number) => z.string().trim().max(max).refine(isWhole, 'not-text')

/**
 * Well-formed text without NUL, kept as it stands: nothing is trimmed.
 *
 * @param max the longest value in UTF-16 code units.
 */
export const kept = (max: number) => z.string().max(max).refine(isWhole, 'not-text')

/** What points at something by its own words: a key, a code, a passage that was found. Up to 4,000 characters. */
export const Pointer = kept(4_000)

/** One line: a label, a role, a file name. 1 to 200 characters. */
export const Line = text(200).min(1)
/** A few sentences; may be empty. Up to 4,000 characters. */
export const Note = text(4_000)
/** A narrative; may be empty. Up to 100,000 characters. */
export const Narrative = text(100_000)

/** A point in time: ISO 8601, UTC, milliseconds. The machine's clock is a claim, never an order. */
export const Instant = z.iso.datetime({ precision: 3 }).brand('Instant')
export type Instant = z.infer<typeof Instant>

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date().brand('Day')
export type Day = z.infer<typeof Day>

const id = <B extends string>(brand: B) => z.uuid().brand(brand)

export const CaseId = id('CaseId')
export type CaseId = z.infer<typeof CaseId>
export const PersonId = id('PersonId')
export type PersonId = z.infer<typeof PersonId>
export const EngagementId = id('EngagementId')
export type EngagementId = z.infer<typeof EngagementId>
export const ActId = id('ActId')
export type ActId = z.infer<typeof ActId>
export const PerpetratorId = id('PerpetratorId')
export type PerpetratorId = z.infer<typeof PerpetratorId>
export const ConsentId = id('ConsentId')
export type ConsentId = z.infer<typeof ConsentId>
export const ConsentTalkId = id('ConsentTalkId')
export type ConsentTalkId = z.infer<typeof ConsentTalkId>
export const ConsentEventId = id('ConsentEventId')
export type ConsentEventId = z.infer<typeof ConsentEventId>
export const DisclosureId = id('DisclosureId')
export type DisclosureId = z.infer<typeof DisclosureId>
export const FollowUpId = id('FollowUpId')
export type FollowUpId = z.infer<typeof FollowUpId>
export const RiskId = id('RiskId')
export type RiskId = z.infer<typeof RiskId>
export const RiskEventId = id('RiskEventId')
export type RiskEventId = z.infer<typeof RiskEventId>
export const HarmCheckId = id('HarmCheckId')
export type HarmCheckId = z.infer<typeof HarmCheckId>
export const SourceId = id('SourceId')
export type SourceId = z.infer<typeof SourceId>
export const AttachmentId = id('AttachmentId')
export type AttachmentId = z.infer<typeof AttachmentId>
export const EvidenceSourceId = id('EvidenceSourceId')
export type EvidenceSourceId = z.infer<typeof EvidenceSourceId>
export const ClaimId = id('ClaimId')
export type ClaimId = z.infer<typeof ClaimId>
export const InformationId = id('InformationId')
export type InformationId = z.infer<typeof InformationId>
export const BriefId = id('BriefId')
export type BriefId = z.infer<typeof BriefId>
export const ActionId = id('ActionId')
export type ActionId = z.infer<typeof ActionId>
export const PaperId = id('PaperId')
export type PaperId = z.infer<typeof PaperId>
export const OverrideId = id('OverrideId')
export type OverrideId = z.infer<typeof OverrideId>
export const ContributionId = id('ContributionId')
export type ContributionId = z.infer<typeof ContributionId>
export const ShareId = id('ShareId')
export type ShareId = z.infer<typeof ShareId>
export const HandoverId = id('HandoverId')
export type HandoverId = z.infer<typeof HandoverId>
/** Anything that may leave: a brief, an action, a paper, a contribution, a share, a handover. */
export const ItemId = z.union([BriefId, ActionId, PaperId, ContributionId, ShareId, HandoverId])
export type ItemId = z.infer<typeof ItemId>
export const CheckInId = id('CheckInId')
export type CheckInId = z.infer<typeof CheckInId>
export const OfficerId = id('OfficerId')
export type OfficerId = z.infer<typeof OfficerId>
export const OfficerKeyId = id('OfficerKeyId')
export type OfficerKeyId = z.infer<typeof OfficerKeyId>
export const ColleagueId = id('ColleagueId')
export type ColleagueId = z.infer<typeof ColleagueId>
export const ColleagueEventId = id('ColleagueEventId')
export type ColleagueEventId = z.infer<typeof ColleagueEventId>
export const PackageId = id('PackageId')
export type PackageId = z.infer<typeof PackageId>

/** A file somebody chose in a dialog: known to the page by this number and its base name, never by its path. */
export const FileId = id('FileId')
export type FileId = z.infer<typeof FileId>

/** How exactly a date is known (HURIDOCS list 48, adapted; `season` and `about` as people say them). */
export const Precision = z.enum(['day', 'about', 'month', 'season', 'year', 'unknown'])
export type Precision = z.infer<typeof Precision>

/**
 * A date as well as it is known.
 *
 * `said` is what was typed ("spring 2025"); `from` and `to` are the first and last day it can mean,
 * both `null` when the precision is `unknown`.
 */
export const PartialDate = z
  .strictObject({
    said: text(100),
    precision: Precision,
    from: Day.nullable(),
    to: Day.nullable(),
  })
  .refine(date => (date.precision === 'unknown') === (date.from === null), { path: ['from'] })
  .refine(date => (date.from === null) === (date.to === null), { path: ['to'] })
  .refine(date => date.from === null || date.to === null || date.from <= date.to, { path: ['to'] })
export type PartialDate = z.infer<typeof PartialDate>

/** The four kinds of "no answer". They are different facts and are never merged. */
export const NoAnswer = z.enum(['unknown', 'not-asked', 'declined', 'withheld'])
export type NoAnswer = z.infer<typeof NoAnswer>

/** A value, or which of the four kinds of "no answer" it is. */
export const answered = <T extends z.ZodType>(value: T) =>
  z.union([z.strictObject({ value }), z.strictObject({ none: NoAnswer })])
export type Answered<T> = { readonly value: T } | { readonly none: NoAnswer }

/** The value of an answer, or `null` when there is none. */
export const valueOf = <T>(answer: Answered<T>): T | null => ('value' in answer ? answer.value : null)

/** Bytes that cross from the page: passphrases and keys travel so, never as strings. */
export const Bytes = z.instanceof(Uint8Array)
