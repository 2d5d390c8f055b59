import type { Act, Perpetrator } from '../../../shared/act/model.ts'
import type { Action } from '../../../shared/action/model.ts'
import { noCourse, type CaseCourse } from '../../../shared/case/course.ts'
import type { CaseFile, CaseState } from '../../../shared/case/model.ts'
import type { ConsentDecision } from '../../../shared/consent/model.ts'
import type { Engagement } from '../../../shared/engagement/model.ts'
import type { CaseId, EngagementId, PerpetratorId, PersonId } from '../../../shared/model.ts'
import type { Identity, Person } from '../../../shared/person/model.ts'
import type { RiskAssessment } from '../../../shared/risk/model.ts'
import type { ScopeTest } from '../../../shared/scope/model.ts'
import { scopeResult } from '../../../shared/scope/rules.ts'
import { actOf, actionOf, consentOf, personOf, riskOf, scopeOf } from './below.ts'
import { day, dayMs, drawing, instant, officer, onDay, today, yearAt, type Drawing } from './drawing.ts'
import { planted } from './probes.ts'

/** Everything of one case, as the repositories take it: the case, ten rows below it, who one person is, its course. */
export interface CaseRows {
  readonly file: CaseFile
  readonly course: (CaseCourse & { readonly id: CaseId }) | null
  readonly persons: readonly Person[]
  readonly identity: Identity
  readonly engagement: Engagement
  readonly perpetrator: Perpetrator
  readonly acts: readonly Act[]
  readonly scope: ScopeTest & { readonly id: CaseId }
  readonly consent: ConsentDecision
  readonly risk: RiskAssessment
  readonly action: Action
  /** The moment of its first row, milliseconds; each later row is a second later. */
  readonly at: number
}

/** Of a hundred cases: most are over. */
const states: readonly CaseState[] = (
  [
    ['closed', 60],
    ['open', 20],
    ['follow_up', 6],
    ['triage', 5],
    ['intake', 4],
    ['draft', 3],
    ['on_hold', 2],
  ] as const
).flatMap(([state, times]) => Array.from({ length: times }, () => state))

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Six letters that no other number below 31⁵ gives; never those of invented cases for practice. */
function codeOf(n: number): string {
  const digits = Array.from({ length: 5 }, (_, i) => letters[Math.floor(n / 31 ** i) % 31]).join('')
  return `Z${digits.slice(0, 2)}-${digits.slice(2)}`
}

function fileOf(n: number, { caseId, at, language, code, said, of, below }: Drawing): CaseFile {
  const told = planted(n)
  const account = said(60 + below(241))
  return {
    id: caseId,
    code: codeOf(n),
    state: of(states),
    receivedOn: onDay(at),
    channel: code('intakeChannel'),
    language: { value: language },
    interpreter: { value: below(2) === 0 },
    reporterRelation: { value: code('reporterRelation') },
    mandateToAct: { none: 'not-asked' },
    firstEntity: { value: code('unEntity') },
    danger: code('immediateDanger'),
    dangerWhy: said(8),
    safeToWrite: 'yes',
    safeContact: { value: 'none' },
    account: told ? `${account} ${told}` : account,
    owner: of([officer, 'FP-2', 'FP-3', 'FP-4']),
    retentionReviewOn: day(at + 5 * 365 * dayMs),
    startedAt: instant(at),
    changedAt: instant(Math.min(at + below(250) * dayMs + below(dayMs), today - 1000)),
  }
}

function courseOf({ id, state, startedAt }: CaseFile, drawn: Drawing): CaseRows['course'] {
  const since = instant(drawn.at + 20_000)
  const urgent = drawn.below(40) === 0 ? { why: 'Followed home.', since, by: officer } : null
  if (state === 'on_hold')
    return {
      ...noCourse,
      id,
      urgent,
      hold: { why: 'person_asks', reviewOn: day(today + 30 * dayMs), since, before: 'open' },
    }
  if (state !== 'closed') return urgent && { ...noCourse, id, urgent }
  const met = 'met' as const
  const answers = { quiet: met, person_agrees: met, actions_finished: met, state_response: met }
  const closure = {
    reason: 'resolved_safe' as const,
    answers: { ...answers, report_disposition: met, retention_decided: met },
    proposedBy: officer,
    proposedAt: startedAt,
    approvedBy: 'HP-1',
    approvedAt: startedAt,
    sole: false,
  }
  return { ...noCourse, id, urgent, closure }
}

/** The `n`-th of `count` cases: the same for the same two numbers, on any machine and any day. */
export function rowsOf(n: number, count: number): CaseRows {
  const drawn = drawing(n, count)
  const { caseId, id, at, code, said } = drawn
  const file = fileOf(n, drawn)
  const persons = [personOf(1, drawn), personOf(2, drawn)]
  const personId = id(at) as PersonId
  const first = persons[0]?.id ?? personId
  const perpetrator: Perpetrator = {
    id: id(at) as PerpetratorId,
    caseId,
    label: 'A1',
    class: code('perpetratorClass'),
    kind: { value: code('perpetratorKind') },
    involvement: { none: 'unknown' },
    description: said(8),
    addedAt: instant(at + 5000),
  }
  const answers = scopeOf(code)
  return {
    file,
    course: courseOf(file, drawn),
    persons,
    identity: { name: `Zyxwa Markerine ${n}`, otherNames: '', contact: `+999 000 ${n}`, documents: '' },
    engagement: {
      id: id(at) as EngagementId,
      caseId,
      personIds: [first],
      kind: code('cooperationType'),
      status: 'completed',
      entity: code('unEntity'),
      when: yearAt(at - 90 * dayMs),
      locus: { none: 'unknown' },
      publicity: { none: 'unknown' },
      note: said(20),
      addedAt: instant(at + 3000),
    },
    perpetrator,
    acts: [1, 2].map(place => actOf(place, persons, [perpetrator.id], drawn)),
    scope: { id: caseId, answers, result: scopeResult(answers), answeredAt: instant(at + 8000) },
    consent: consentOf(first, drawn),
    risk: riskOf(first, drawn),
    action: actionOf(first, drawn),
    at,
  }
}
