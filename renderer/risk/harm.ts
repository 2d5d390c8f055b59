import type { CaseView } from '../../shared/case/model.ts'
import { situationOf } from '../../shared/case/rules.ts'
import { dayOf } from '../../shared/gate/rules.ts'
import { Day, Instant } from '../../shared/model.ts'
import { HarmCheckDraft, harmQuestions, type HarmCheck } from '../../shared/risk/model.ts'
import { unanswered } from '../../shared/risk/rules.ts'
import type { z } from '../../shared/zod.ts'
import type { Form, Typed } from '../form.ts'

/** A check as it is typed, before it is checked. */
export type HarmTyped = z.input<typeof HarmCheckDraft>

/** What every part of the form is given. */
export interface HarmFields {
  readonly form: Form<HarmTyped>
}

/** A check with all its questions answered; whoever decides says why. */
export const WholeCheck = HarmCheckDraft.superRefine((check, context) => {
  for (const question of unanswered(check))
    context.addIssue({ code: 'custom', path: ['answers', question - 1], input: null })
  if (check.decidedBy !== '' && check.decisionReason === '')
    context.addIssue({ code: 'custom', path: ['decisionReason'], input: '' })
})

const week = 7 * 24 * 3_600_000

/** The last day of a check made now: within a week, and no later than the first risk assessment runs out. */
export function lastDay(view: CaseView): Day {
  const inAWeek = dayOf(Instant.parse(new Date(Date.parse(view.now) + week).toISOString()))
  const ends = view.persons.flatMap(person => situationOf(view.risks, person.id)?.validUntil ?? [])
  const first = [inAWeek, ...ends.map(dayOf)].toSorted()[0] ?? inAWeek
  const today = view.today
  return first < today ? today : first
}

/** What the form begins with: the answers of the check before, or none; never an old decision or day. */
export function harmBeginning(view: CaseView, itemId: string, before: HarmCheck | null): Typed<HarmTyped> {
  return {
    caseId: view.case.id,
    itemId,
    answers: before?.answers ?? Array.from({ length: harmQuestions }, () => null),
    decidedBy: '',
    decisionReason: '',
    validUntil: lastDay(view),
  }
}
