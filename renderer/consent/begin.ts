import type { CaseView } from '../../shared/case/model.ts'
import type { ConsentDecision, ConsentDraft } from '../../shared/consent/model.ts'
import type { z } from '../../shared/zod.ts'
import { Day } from '../../shared/model.ts'
import type { Person } from '../../shared/person/model.ts'
import type { Form, Typed } from '../form.ts'

/** An answer as it is typed, before it is checked. */
export type AnswerTyped = z.input<typeof ConsentDraft>

/** What every group of questions of the form is given. */
export interface ConsentFields {
  readonly form: Form<AnswerTyped>
}

interface Beginning {
  readonly view: CaseView
  readonly person: Person
  /** An answer whose question is put again. */
  readonly question?: ConsentDecision | undefined
  readonly officer: string
}

const usual = {
  purpose: 'share_UN_country_presence',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  identityLevel: 'role_and_region',
  scope: 'whole_case',
  facts: [],
  document: '',
} as const

/** What the form begins with: the usual question, or that of an earlier answer; nothing answered yet. */
export function beginning({ view, person, question, officer }: Beginning): Typed<AnswerTyped> {
  const { purpose, recipient, channel, identityLevel, scope, facts, document } = question ?? usual
  const today = view.today
  return {
    personId: person.id,
    purpose,
    recipient,
    channel,
    identityLevel,
    scope,
    facts: [...facts],
    document,
    decision: null,
    form: null,
    givenBy: null,
    decidedOn: today,
    askedBy: officer,
    language: view.case.language,
    interpreter: view.case.interpreter,
    risksExplained: null,
    conditions: [],
    validUntil: null,
    reviewOn: inMonths(today, 6),
    evidence: '',
  }
}

/** The same day so many months later, or the last of that month. */
export function inMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return Day.parse(
    new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10),
  )
}

const notAsked = { none: 'not-asked' } as const

/** An answer as it is sent: nothing that does not belong to a "no", or to a question that was not put. */
export function tidied(draft: AnswerTyped): AnswerTyped {
  if (draft.decision === 'given' || draft.decision === 'given_with_conditions') return draft
  const no = { ...draft, validUntil: null, reviewOn: null }
  if (draft.decision !== 'not_asked') return no
  return { ...no, form: notAsked, givenBy: notAsked, risksExplained: notAsked }
}
