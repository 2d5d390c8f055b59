import type { ActionSummary } from '../../shared/action/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { ReviewTrigger, type ConsentDraft } from '../../shared/consent/model.ts'
import type { TalkRow, TalkWithRows } from '../../shared/consent/talk.ts'
import { Day } from '../../shared/model.ts'
import type { Person } from '../../shared/person/model.ts'
import type { z } from '../../shared/zod.ts'
import type { Form, Typed } from '../form.ts'

/** An answer apart from a talk as it is typed, before it is checked. */
export type AnswerTyped = z.input<typeof ConsentDraft>
/** A talk with its answers as it is typed. */
export type TalkTyped = z.input<typeof TalkWithRows>
/** One answer of a talk as it is typed. */
export type RowTyped = z.input<typeof TalkRow>

/** What the questions about how a "yes" was taken back are given. */
export interface ConsentFields {
  readonly form: Form<AnswerTyped>
}

/** What the questions about a talk are given. */
export interface TalkFieldsProps {
  readonly form: Form<TalkTyped>
}

/** What the questions about one answer of a talk are given; `id` is the name of a field on the whole page. */
export interface RowFields {
  readonly form: Form<RowTyped>
  readonly id: (field: string) => string
}

interface Beginning {
  readonly view: CaseView
  readonly person: Person
  /** An answer whose question is put again. */
  readonly question?: Question | undefined
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

/** What an answer is an answer to. */
export type Question = Pick<
  RowTyped,
  'purpose' | 'recipient' | 'channel' | 'identityLevel' | 'scope' | 'document'
> & {
  readonly facts: readonly RowTyped['facts'][number][]
}

/**
 * Whether the person wants something on paper themself, handed over or in an envelope: it shows that they are one of a group
 * and no more.
 */
export const paperQuestion = (channel: 'in_person' | 'sealed_paper'): Question => ({
  purpose: 'contact_victim_again',
  recipient: 'person_concerned',
  channel,
  identityLevel: 'group_only',
  scope: 'whole_case',
  facts: [],
  document: '',
})

/** What an action needs the person to agree to: this address, this much of who they are, these facts, and no more. */
export const actionQuestion = ({
  purpose,
  recipient,
  channel,
  identityLevel,
  facts,
}: ActionSummary): Question => ({
  purpose,
  recipient,
  channel,
  identityLevel,
  scope: 'selected_facts',
  facts,
  document: '',
})

/** What an answer begins with: the usual question, or that of an earlier answer; nothing answered yet. */
export function beginningRow(today: Day, question: Question = usual): RowTyped {
  const { purpose, recipient, channel, identityLevel, scope, facts, document } = question
  const row: Typed<RowTyped> = {
    purpose,
    recipient,
    channel,
    identityLevel,
    scope,
    facts: [...facts],
    document,
    decision: null,
    conditions: [],
    validUntil: null,
    reviewOn: inMonths(today, 6),
    reviewWhen: [...ReviewTrigger.options],
  }
  // What nobody chose yet is found when the form is checked.
  return row as RowTyped
}

/** What the page of a talk begins with: one answer to the usual question, or to that of an earlier answer. */
export function beginningTalk({ view, person, question, officer }: Beginning): Typed<TalkTyped> {
  return {
    personId: person.id,
    heldOn: view.today,
    askedBy: officer,
    givenBy: null,
    capacity: null,
    capacityNote: '',
    guardianMayHarm: { none: 'not-asked' },
    representation: '',
    language: view.case.language,
    understood: null,
    interpreter: view.case.interpreter,
    interpreterCode: '',
    readBack: null,
    privatePlace: null,
    othersPresent: '',
    told: [],
    withdrawHow: '',
    form: null,
    whyNotWritten: '',
    evidence: '',
    rows: [beginningRow(view.today, question)],
  }
}

/** What the page of taking back begins with: the very question that was answered "yes". */
export function beginningWithdrawal({ view, person, question, officer }: Beginning): Typed<AnswerTyped> {
  const { reviewWhen: _when, ...row } = beginningRow(view.today, question)
  return {
    ...row,
    personId: person.id,
    decision: 'withdrawn',
    form: null,
    givenBy: null,
    decidedOn: view.today,
    askedBy: officer,
    language: view.case.language,
    interpreter: view.case.interpreter,
    risksExplained: { none: 'not-asked' },
    reviewOn: null,
    evidence: '',
  }
}

/** The form of one answer inside the form of its talk. Changes made one after the other all count. */
export function rowForm(form: Form<TalkTyped>, at: number): Form<RowTyped> {
  const rows = form.value.rows ?? []
  let row = rows[at] as Typed<RowTyped>
  return {
    ...form,
    value: row,
    set: (field, now) => {
      row = { ...row, [field]: now }
      form.set('rows', rows.with(at, row as RowTyped))
    },
    error: field => form.error(`rows.${at}.${field}`),
    submit: () => Promise.resolve(),
  }
}

/** The same day so many months later, or the last of that month. */
function inMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return Day.parse(
    new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10),
  )
}
