import { valueOf } from '../model.ts'
import type { Answered } from '../model.ts'
import type { ConsentDecision, ConsentDraft } from './model.ts'
import { Told } from './talk.ts'
import type { ConsentTalk, TalkDraft, TalkRow } from './talk.ts'

/** What a talk lacks: a code, and whether a "yes" can rest on the talk without it (ADR 0012). */
export interface TalkLack {
  readonly what: Told | 'language' | 'capacity' | 'guardian' | 'read_back' | 'private_place' | 'form'
  readonly essential: boolean
}

/** What decides whether a talk is whole. */
export type Lacking = Pick<
  TalkDraft,
  | 'understood'
  | 'capacity'
  | 'capacityNote'
  | 'guardianMayHarm'
  | 'givenBy'
  | 'told'
  | 'readBack'
  | 'privatePlace'
  | 'form'
  | 'whyNotWritten'
>

/**
 * Which elements of informed consent are missing in a talk.
 *
 * @returns essential ones first, then the rest, each in the order of the screen. Unknown, not asked, declined and
 * withheld count as missing: nobody can rest a "yes" on them.
 * @see docs/adr/0012-the-consent-talk.md
 */
export function lacksOf(talk: Lacking): TalkLack[] {
  const essential = [
    ...(isYesTo(talk.understood) ? [] : ['language' as const]),
    ...(ableToDecide(talk) ? [] : ['capacity' as const]),
    ...(guardianIsSafe(talk) ? [] : ['guardian' as const]),
    ...essentialTold.filter(told => !talk.told.includes(told)),
  ]
  const other = [
    ...Told.options.filter(told => !essentialTold.includes(told) && !talk.told.includes(told)),
    ...(isYesTo(talk.readBack) ? [] : ['read_back' as const]),
    ...(isYesTo(talk.privatePlace) ? [] : ['private_place' as const]),
    ...(formIsPlain(talk) ? [] : ['form' as const]),
  ]
  return [
    ...essential.map(what => ({ what, essential: true })),
    ...other.map(what => ({ what, essential: false })),
  ]
}

/** Whether a "yes" can rest on this talk. */
export const isComplete = (talk: Lacking): boolean => !lacksOf(talk).some(({ essential }) => essential)

/** What nobody can agree without having heard. */
const essentialTold: readonly Told[] = ['risks', 'right_to_refuse']

const isYesTo = (answer: Answered<boolean>) => valueOf(answer) === true

/** Doubt, and not knowing, are answered by a note that says why the answer counts nevertheless. */
function ableToDecide({ capacity, capacityNote }: Lacking): boolean {
  const value = valueOf(capacity)
  return (value !== null && value !== 'doubtful') || capacityNote !== ''
}

/** A guardian who may do the harm decides for no child; a decision in the child's best interests stands in. */
function guardianIsSafe({ capacity, guardianMayHarm, givenBy }: Lacking): boolean {
  if (valueOf(capacity) !== 'minor_with_guardian') return true
  return valueOf(guardianMayHarm) === false || valueOf(givenBy) === 'best_interest_decision'
}

/** Written, or said why not. */
const formIsPlain = ({ form, whyNotWritten }: Lacking) =>
  valueOf(form) === 'written' || (valueOf(form) !== null && whyNotWritten !== '')

/**
 * Whether an answer rests on a talk that cannot carry it. An answer recorded apart from a talk rests on none; a talk
 * that nobody can show carries nothing.
 */
export function restsOnIncomplete(
  { talkId }: Pick<ConsentDecision, 'talkId'>,
  talks: readonly ConsentTalk[],
): boolean {
  if (talkId === null) return false
  const talk = talks.find(one => one.id === talkId)
  return talk === undefined || !isComplete(talk)
}

const notAsked = { none: 'not-asked' } as const

/** One answer of a talk as an answer of the ledger: the question from the row, the rest from the talk. */
export function answerIn(talk: TalkDraft, { reviewWhen: _when, ...row }: TalkRow): ConsentDraft {
  const yes = row.decision === 'given' || row.decision === 'given_with_conditions'
  const asked = row.decision !== 'not_asked'
  return {
    ...row,
    validUntil: yes ? row.validUntil : null,
    reviewOn: yes ? row.reviewOn : null,
    personId: talk.personId,
    form: asked ? talk.form : notAsked,
    givenBy: asked ? talk.givenBy : notAsked,
    decidedOn: talk.heldOn,
    askedBy: talk.askedBy,
    language: talk.language,
    interpreter: talk.interpreter,
    risksExplained: asked ? { value: talk.told.includes('risks') } : notAsked,
    evidence: talk.evidence,
  }
}
