import { SharedKind } from '../exchange/caseDocument.ts'
import { Colleague } from '../exchange/colleague.ts'
import { ColleagueKind } from '../exchange/manifest.ts'
import { Fact } from '../consent/model.ts'
import { Asking, ConditionMet, Element, Finding, GateResult, LineVerdict } from '../gate/model.ts'
import {
  CaseId,
  ColleagueId,
  Day,
  Instant,
  Line,
  Note,
  PackageId,
  PersonId,
  ShareId,
  kept,
} from '../model.ts'
import { Alike, NotMeant } from '../leak/model.ts'
import { HarmCheck } from '../risk/model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/** At most how much of who people are goes with a case, most telling first. */
export const ShareLevel = z.enum(['full_name', 'role_and_region', 'role_only', 'group_only'])
export type ShareLevel = z.infer<typeof ShareLevel>

/** To whom a case goes, what for, how, and what stays. What goes is never typed here: it is what the case says. */
export const ShareDraft = z.strictObject({
  colleagueId: ColleagueId,
  purpose: coded('purpose'),
  channel: coded('channel'),
  identityLevel: ShareLevel,
  /** Keys of lines the officer keeps back. */
  withheld: z.array(kept(200)).max(50_000),
  conditionsMet: z.array(ConditionMet),
  /** What the colleague should know; it goes with the case. */
  note: Note,
  /** Words that sound like a withheld name and mean somebody or something else. */
  notMeant: z.array(NotMeant).max(500),
})
export type ShareDraft = z.infer<typeof ShareDraft>

/** That a case left, whatever it says now. */
export const SharedThen = z.strictObject({
  at: Instant,
  packageId: PackageId,
  /** Of the file, hex. */
  sha256: z.string(),
  /** Who it was for, by role and office, as they were then. */
  toRole: Line,
  verdicts: z.array(LineVerdict),
})
export type SharedThen = z.infer<typeof SharedThen>

/**
 * One part of one row of the case, or who somebody is. `why`: what keeps it here, `null` when it goes. `chosen`: the officer;
 * `level`: it shows more of who somebody is than is to be told; `gate`: the findings say; `row`: what it belongs to, or
 * names, stays.
 */
export const ShareLine = z.object({
  key: z.string(),
  table: SharedKind,
  fact: Fact,
  element: Element,
  personIds: z.array(PersonId),
  /** The neutral code of the row; may be empty. */
  label: z.string(),
  /** Which row of its table it belongs to, from 1. */
  number: z.int(),
  why: z.enum(['chosen', 'level', 'gate', 'row']).nullable(),
  findings: z.array(Finding),
})
export type ShareLine = z.infer<typeof ShareLine>

/** Everything the page of one share shows. */
export const ShareView = z.object({
  id: ShareId,
  caseId: CaseId,
  author: z.string(),
  draft: ShareDraft,
  colleague: Colleague,
  lines: z.array(ShareLine),
  /** Of the lines that go; what stays is withheld in it. */
  gate: GateResult,
  /** Something that goes gives away something that stays: the line it stands in, and the person whose it is or `null`. */
  leaks: z.array(z.object({ key: z.string(), personId: PersonId.nullable() })),
  /** Words of it that may be a withheld name in another script or spelling; `reason`: why they are not. */
  alike: z.array(Alike.extend({ reason: z.string().nullable() })),
  harmCheck: HarmCheck.nullable(),
  /** The check of the last share of the case with this colleague, to begin with; never counts for this one. */
  checkBefore: HarmCheck.nullable(),
  approval: z.object({ by: z.string(), sole: z.boolean(), at: Instant, current: z.boolean() }).nullable(),
  asking: Asking.nullable(),
  /** What went to or came from this colleague of this case before, newest first. */
  earlier: z.array(z.object({ direction: z.enum(['sent', 'received']), kind: ColleagueKind, at: Instant })),
  left: z.object({ at: Instant, toRole: z.string(), lines: z.int(), packageId: PackageId }).nullable(),
  today: Day,
})
export type ShareView = z.infer<typeof ShareView>

/** A share that waits for whoever is at the desk. */
export const WaitingShare = Asking.extend({
  /** `asked`: somebody else prepared it; `declined`, `approved`: one's own that came back and has not left. */
  kind: z.enum(['asked', 'declined', 'approved']),
  shareId: ShareId,
  caseId: CaseId,
  code: z.string(),
  role: z.string(),
  office: z.string(),
})
export type WaitingShare = z.infer<typeof WaitingShare>
