import type { ConsentDecision } from '../consent/model.ts'
import { isNo, isPast, isYes, latest } from '../consent/rules.ts'
import type { ConsentTalk } from '../consent/talk.ts'
import { restsOnIncomplete } from '../consent/talkRules.ts'
import { reveals } from '../gate/consent.ts'
import type { Day, PersonId } from '../model.ts'
import type { IdentityBasis, KeepConsent } from '../person/basis.ts'
import type { Forgetting } from '../person/forget.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Duty } from '../vault/model.ts'
import type { Mark } from './clockModel.ts'

/** What gate G0 looks at, of one case. Every list in the order of recording. */
interface Kept {
  readonly consents: readonly ConsentDecision[]
  readonly talks: readonly ConsentTalk[]
  readonly bases: readonly IdentityBasis[]
  readonly forgettings: readonly Forgetting[]
  readonly today: Day
}

/** Whether more than the minimum may be written about a person, and on what that rests. */
export interface MinimalRecord {
  /** A "yes", or a basis that still stands. */
  readonly more: boolean
  readonly consent: KeepConsent
  /** The basis that stands, when there is no "yes". */
  readonly basis: IdentityBasis | null
  /** How many answers about being kept there are; for the basis that would be written now. */
  readonly answers: number
  /** How often the identity was destroyed before. */
  readonly destroyed: number
}

/**
 * Gate G0: may more than the minimum be kept about a person? The least is what tells how urgent it is; a name, a way
 * to reach somebody and papers are more.
 *
 * A basis stands until the person says "no" after it, or the identity is destroyed.
 */
export function minimalRecord(content: Kept, personId: PersonId): MinimalRecord {
  const log = content.consents.filter(row => row.personId === personId && row.purpose === 'keep_record')
  const consent = keepConsent(log, content)
  const destroyed = content.forgettings.filter(
    step => step.personId === personId && step.kind === 'agreed',
  ).length
  const last = content.bases.findLast(basis => basis.personId === personId) ?? null
  const stands =
    last !== null && last.destroyedBefore === destroyed && !log.slice(last.answersBefore).some(isNo)
  const basis = consent !== 'agreed' && stands ? last : null
  return { more: consent === 'agreed' || stands, consent, basis, answers: log.length, destroyed }
}

/** Any "no" counts; then the first "yes" that reaches the name. */
function keepConsent(log: readonly ConsentDecision[], content: Pick<Kept, 'talks' | 'today'>): KeepConsent {
  const rows = latest(log)
  const no = rows.findLast(isNo)
  if (no) return no.decision === 'withdrawn' ? 'withdrawn' : 'refused'
  const standings = rows.filter(isYes).map(row => standingOf(row, content))
  return standings.includes('agreed') ? 'agreed' : (standings.at(-1) ?? 'not-asked')
}

function standingOf(row: ConsentDecision, { talks, today }: Pick<Kept, 'talks' | 'today'>): KeepConsent {
  if (isPast(row, today)) return 'ended'
  if (restsOnIncomplete(row, talks)) return 'talk-incomplete'
  if (!reveals[row.identityLevel].includes('name') || !reachesWho(row)) return 'not-by-name'
  return row.decision === 'given' ? 'agreed' : 'conditional'
}

const reachesWho = ({ scope, facts }: ConsentDecision) =>
  scope === 'whole_case' || (scope === 'selected_facts' && facts.includes('who'))

/**
 * What was noted as done, with every basis among it: writing one is also the look at what is kept without consent.
 *
 * @returns in the order of their times.
 */
export function withBases(marks: readonly Mark[], bases: readonly IdentityBasis[]): Mark[] {
  const written = bases.map(({ id, caseId, basis, recordedAt }): Mark => {
    const doneOn = recordedAt.slice(0, 10) as Day
    return { id, caseId, what: 'basis-written', about: null, doneOn, note: basis, recordedAt }
  })
  return [...marks, ...written].toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
}

/** Why an identity may not be written, or `null`. @param basis what was written as the reason; may be empty. */
export function refusalForIdentity(
  { more }: Pick<MinimalRecord, 'more'>,
  { basis, duties }: { readonly basis: string; readonly duties: readonly Duty[] },
): RefusalCode | null {
  if (more) return null
  if (!duties.includes('focal_point')) return 'person/basis-not-your-duty'
  return basis === '' ? 'person/basis-missing' : null
}
