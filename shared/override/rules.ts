import type { BriefDocument, ReceivedReply } from '../brief/model.ts'
import type { ConsentDecision } from '../consent/model.ts'
import { isNo } from '../consent/rules.ts'
import type { Finding, GateResult, GrantedOverride, OutwardGate } from '../gate/model.ts'
import { liftedBy } from '../gate/override.ts'
import type { Instant } from '../model.ts'
import type { RefusalCode } from '../refusal.ts'
import type { OverrideAnswer, OverrideAsking } from './model.ts'

/** Everything that stands in the way of some lines of an item and of the item as a whole, each once. */
export function findingsOf({ lines, findings }: GateResult, keys: readonly string[]): Finding[] {
  const ofLines = lines.filter(({ key }) => keys.includes(key)).flatMap(line => line.findings)
  return [...new Map([...ofLines, ...findings].map(one => [JSON.stringify(one), one])).values()]
}

/** Keys of the lines that are shut, and that an override could open: it stands in for everything they lack. */
export const liftableOf = (gate: OutwardGate, { lines }: GateResult): string[] =>
  lines
    .filter(
      ({ verdict, findings }) => verdict === 'blocked' && findings.every(one => liftedBy([{ gate }], one)),
    )
    .map(({ key }) => key)

/**
 * Why an asking is not whole, or `null`. To act without somebody to save a life it must be said which danger it is and
 * what was tried to ask them (5.2); a file needs only its reason.
 */
export const lacksOf = ({
  gate,
  danger,
  reach,
}: Pick<OverrideAsking, 'gate' | 'danger' | 'reach'>): RefusalCode | null =>
  gate !== 'G5' && (danger === null || reach === null) ? 'override/danger-missing' : null

/**
 * The overrides that were granted and still count. A "no" of somebody it is about, recorded after the asking, ends it:
 * nobody acts on behalf of somebody who can speak.
 */
export const grantedNow = (
  askings: readonly (OverrideAsking & { readonly answer: OverrideAnswer | null })[],
  log: readonly ConsentDecision[],
): GrantedOverride[] =>
  askings
    .filter(asking => asking.answer?.grants === true && !isOvertaken(asking, log))
    .map(({ id, gate, of, keys }) => ({ id, gate, of, keys: [...keys] }))

/** Whether somebody it is about said "no" after it was asked for. @param log of the case, in the order of recording. */
export const isOvertaken = (
  { personIds, answersBefore }: Pick<OverrideAsking, 'personIds' | 'answersBefore'>,
  log: readonly ConsentDecision[],
): boolean => log.slice(answersBefore).some(answer => isNo(answer) && personIds.includes(answer.personId))

/** A brief that was sent, and what came back. */
interface Answered {
  readonly sent: { readonly at: Instant; readonly document: BriefDocument } | null
  readonly reply: ReceivedReply | null
}

/** What a reply is asked to answer: a code that the brief must have named, and who asked when. */
interface Named {
  readonly code: string
  readonly by: string
  readonly at: Instant
}

/**
 * What the reply to a brief says to something asked for, or why it says nothing to it.
 *
 * The brief left after the asking and named its code in words of its author, so its reply was decided after the asking.
 * It is a plain "approve" or "decline" of somebody else: a condition or a question is no answer.
 */
export function replyTo(
  { code, by, at }: Named,
  { sent, reply }: Answered,
): Omit<OverrideAnswer, 'at' | 'briefId' | 'byFile'> | RefusalCode {
  if (sent === null || reply === null || sent.at < at) return 'override/no-such-answer'
  if (!names(sent.document, code)) return 'override/no-such-answer'
  if (reply.decision !== 'approve' && reply.decision !== 'decline') return 'override/no-such-answer'
  if (isSameRole(reply.decidedBy, by)) return 'override/needs-two'
  return { by: reply.decidedBy, grants: reply.decision === 'approve', words: reply.words }
}

const names = ({ bottomLine, followUp }: BriefDocument, code: string) =>
  `${bottomLine}\n${followUp}`.toUpperCase().includes(code)

const isSameRole = (one: string, other: string) => one.trim().toUpperCase() === other.trim().toUpperCase()
