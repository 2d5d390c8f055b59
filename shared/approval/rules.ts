import type { ConsentDecision } from '../consent/model.ts'
import type { ColleagueClass } from '../exchange/colleague.ts'
import type { InReplyTo } from '../exchange/manifest.ts'
import type { Approval, Finding, GateResult } from '../gate/model.ts'
import { mayGrantOverride } from '../gate/override.ts'
import type { ColleagueId, OverrideId } from '../model.ts'
import type { OverrideAsking } from '../override/model.ts'
import { isOvertaken } from '../override/rules.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Code } from '../vocabulary/index.ts'
import type { FileAnswer, FileAsking } from './asking.ts'
import type { AnsweringDuty, AnswerDocument } from './model.ts'

/** Role codes are told apart by their letters and digits, whatever the case. */
export const isSameRole = (one: string, other: string): boolean =>
  one.trim().toUpperCase() === other.trim().toUpperCase()

/** What the consent ledger calls asking a colleague of each class; an expert is no colleague of an office. */
export const purposeFor: Readonly<
  Record<Exclude<ColleagueClass, 'UN_expert'>, Extract<Code<'purpose'>, `share_${string}`>>
> = { same_office: 'share_inside_office', UN_entity: 'share_UN_country_presence' }

/** Who would be asked, and with which duty. */
interface Asked {
  readonly role: string
  readonly recipientClass: ColleagueClass
}

/**
 * Why a colleague cannot be asked at all, or `null`: an expert answers for no office, and nobody who carries the role code
 * of the author can be told from the author.
 *
 * @param author who wrote it; of an override, who asked for it.
 */
export function mayBeAsked({ role, recipientClass }: Asked, author: string): RefusalCode | null {
  if (recipientClass === 'UN_expert') return 'approval/expert'
  return isSameRole(role, author) ? 'approval/same-role' : null
}

/** Why this duty is not the one that lacks, or `null`. Any of the two approves and reads; an override needs the other one. */
export function lacksDuty(
  duty: AnsweringDuty,
  { role, asking }: { readonly role: string; readonly asking: OverrideAsking | null },
): RefusalCode | null {
  if (asking === null) return null
  const { by, duties } = asking
  return mayGrantOverride({ role, duties: [duty] }, { role: by, duties })
}

/** Findings of a whole that are not the approval that is asked for. */
export const besidesApproval = ({ findings }: Pick<GateResult, 'findings'>): Finding[] =>
  findings.filter(({ place }) => place !== 'approval')

/** What came, and who signed it. */
interface Came {
  readonly from: ColleagueId
  readonly document: AnswerDocument
}

/** How what was asked about stands now. */
export interface StandsNow {
  /** The fingerprint now: of what would leave, or for an override of what it is made of. */
  readonly of: string
  readonly left: boolean
  /** Role code of its author now. */
  readonly author: string
  /** Whether the override was answered otherwise. */
  readonly overrideAnswered: boolean
  /** Every answer about consent of the case, in the order of recording. */
  readonly log: readonly ConsentDecision[]
}

/** The asking a package answers, by the number and the hash of the question. */
export const askingFor = <T extends Pick<FileAsking, 'packageId' | 'manifestSha256'>>(
  askings: readonly T[],
  about: InReplyTo | null,
): T | undefined =>
  askings.find(
    ({ packageId, manifestSha256 }) =>
      packageId === about?.packageId && manifestSha256 === about.manifestSha256,
  )

/**
 * Why an answer by file cannot be taken in, or `null` (ADR 0025). The first reason that holds, most basic first.
 *
 * Only whom the file was sealed for answers it, once. A yes counts only for the very thing, still here, and only while
 * nobody it tells of has said no since; a no and a question can be taken in whatever became of it.
 *
 * @param before what was taken in for this asking, or `null`.
 */
export function refusalFor(
  { from, document }: Came,
  asking: FileAsking | undefined,
  { before, now }: { readonly before: FileAnswer | null; readonly now: StandsNow | null },
): RefusalCode | null {
  if (asking === undefined) return 'approval/nothing-asked'
  if (asking.colleagueId !== from) return 'approval/not-asked-of-them'
  if (before) return before.decision === 'declined' ? 'approval/declined-before' : 'approval/answered-before'
  if (!answersIt(document, asking)) return 'approval/of-something-else'
  if (document.decision !== 'granted') return null
  return now === null ? 'item/gone' : yesRefused(document, asking, now)
}

const answersIt = ({ code, of, duty }: AnswerDocument, asking: FileAsking) =>
  code === asking.code && of === asking.of && duty === asking.duty

function yesRefused({ role }: AnswerDocument, asking: FileAsking, now: StandsNow): RefusalCode | null {
  if (now.left) return 'approval/item-left'
  if (now.overrideAnswered) return 'override/answered'
  if (isOvertaken(asking, now.log)) return 'approval/person-said-no'
  if (now.of !== asking.of) return 'approval/changed-since'
  return isSameRole(role, now.author) ? 'approval/same-role' : null
}

/**
 * The approval while it counts: one that came by file ends when somebody it tells of says no after it was asked for, as an
 * override does.
 */
export function standingApproval(
  approval: Approval | null,
  askings: readonly FileAsking[],
  log: readonly ConsentDecision[],
): Approval | null {
  const asking = askings.find(({ code }) => code === approval?.file?.code)
  return asking && isOvertaken(asking, log) ? null : approval
}

/** The overrides that were answered by file. */
export const overridesByFile = (
  askings: readonly FileAsking[],
  answers: readonly FileAnswer[],
): ReadonlySet<OverrideId | null> =>
  new Set(
    askings
      .filter(({ id, asks }) => asks === 'override' && answers.some(({ askingId }) => askingId === id))
      .map(({ overrideId }) => overrideId),
  )
