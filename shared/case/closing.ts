import type { Day } from '../model.ts'
import { Criterion } from './course.ts'
import type { ClosureDraft, ClosureReason, CriterionAnswer } from './course.ts'
import type { CaseContent } from './rules.ts'

/** What of a case tells whether it may be closed. */
type Closable = Pick<CaseContent, 'persons' | 'acts' | 'consents' | 'briefs' | 'today'>

/** For how many months no act and no threat may have happened (6.5, a default of Vigil). */
export const quietMonths = 6

/** What no closing goes without, whatever its reason (G6). */
export const alwaysNeeded: readonly Criterion[] = ['actions_finished', 'retention_decided']

const all = Criterion.options
const withAgreement: readonly Criterion[] = ['person_agrees', ...alwaysNeeded]

/**
 * Which criteria a closing needs, by its reason. `person_agrees` is also met when the person could not be reached after
 * everything that was agreed with them was tried.
 */
export const needed: Readonly<Record<ClosureReason, readonly Criterion[]>> = {
  resolved_safe: all,
  victim_request: withAgreement,
  contact_lost: withAgreement,
  out_of_scope: alwaysNeeded,
  duplicate: alwaysNeeded,
  merged: alwaysNeeded,
  transferred: withAgreement,
  victim_deceased: ['actions_finished', 'state_response', 'report_disposition', 'retention_decided'],
  unverifiable: withAgreement,
  other: all,
}

/** What the case itself knows of each criterion; nothing where only somebody can say. */
export function known(content: Closable): Partial<Record<Criterion, CriterionAnswer>> {
  return {
    ...(isRestless(content) ? { quiet: 'not_met' } : {}),
    ...(hasOpenBrief(content) ? { actions_finished: 'not_met' } : {}),
    retention_decided: retentionDecided(content) ? 'met' : 'not_met',
  }
}

/** How each criterion stands: as the case knows it, else as the officer says. */
export function standingOf(content: Closable, answers: ClosureDraft['answers']): ClosureDraft['answers'] {
  return { ...answers, ...known(content) }
}

/** Criteria a closing for this reason needs and that are not met, in their order. */
export function notMet(content: Closable, { reason, answers }: ClosureDraft): Criterion[] {
  const standing = standingOf(content, answers)
  return all.filter(criterion => needed[reason].includes(criterion) && standing[criterion] !== 'met')
}

/** Whether an act may have happened within the quiet months, as far as its date is known. */
const isRestless = ({ acts, today }: Closable) =>
  acts.some(({ when }) => when.to !== null && when.to > monthsBefore(today, quietMonths))

/** The same day of an earlier month; the 31st of a short month becomes the day after its last, never an earlier one. */
function monthsBefore(day: Day, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, date)).toISOString().slice(0, 10)
}

/** How many days an answer is waited for when no day was set. */
const answerDays = 60

/** A brief that left and asks for something, while its answer may still come. What was begun and never left only somebody can judge. */
const hasOpenBrief = ({ briefs, today }: Closable) =>
  briefs.some(
    ({ state, asked, answerBy, sentAt }) =>
      state === 'sent' &&
      asked !== 'no_action' &&
      (answerBy ?? daysAfter(sentAt ?? today, answerDays)) >= today,
  )

function daysAfter(moment: string, days: number): string {
  return new Date(Date.parse(moment) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whether everybody harmed was asked if the file may be kept; any answer is a decision. */
const retentionDecided = ({ persons, consents }: Closable) =>
  persons
    .filter(({ parts }) => parts.includes('victim'))
    .every(({ id }) =>
      consents.some(
        ({ personId, purpose, decision }) =>
          personId === id && purpose === 'retention_after_closure' && decision !== 'not_asked',
      ),
    )
