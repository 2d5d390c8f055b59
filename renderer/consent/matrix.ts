import type { ConsentDecision } from '../../shared/consent/model.ts'
import { reviewsDue } from '../../shared/case/consent.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { ReviewReason } from '../../shared/consent/review.ts'
import { isPast, isYes, latest } from '../../shared/consent/rules.ts'
import { restsOnIncomplete } from '../../shared/consent/talkRules.ts'
import type { Day } from '../../shared/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import type { Text } from '../text.tsx'
import type { CellShape, MatrixCell } from '../ui/index.ts'

type Question = Pick<ConsentDecision, 'purpose' | 'recipient' | 'channel' | 'scope' | 'facts' | 'document'>

/** One row of the matrix: what would be told and to whom, with the answers that count, by level of identity. */
export interface QuestionRow {
  readonly id: string
  readonly question: ConsentDecision
  readonly answers: ReadonlyMap<string, ConsentDecision>
}

const keyOf = ({ purpose, recipient, channel, scope, facts, document }: Question) =>
  JSON.stringify([purpose, recipient, channel, scope, facts.toSorted(), document])

/** The questions of one person, in the order of the purposes. */
export function rowsOf(log: readonly ConsentDecision[]): QuestionRow[] {
  const groups = Map.groupBy(latest(log), keyOf)
  const order = codesOf('purpose')
  return [...groups]
    .flatMap(([id, answers]) => {
      const [question] = answers
      const byLevel = new Map(answers.map(answer => [answer.identityLevel, answer]))
      return question ? [{ id, question, answers: byLevel }] : []
    })
    .toSorted((a, b) => order.indexOf(a.question.purpose) - order.indexOf(b.question.purpose))
}

const alwaysShown: readonly string[] = ['full_name', 'role_and_region', 'group_only']

/** The levels anybody was asked about and the three most usual, most exposing first. */
export const levelsOf = (rows: readonly QuestionRow[]) =>
  codesOf('identityLevel').filter(
    level => alwaysShown.includes(level) || rows.some(row => row.answers.has(level)),
  )

/** What would be told, in words: the whole case, these facts, this document. */
export function contentOf(text: Text, { scope, facts, document }: Question): string {
  if (scope === 'selected_facts')
    return facts.map(fact => text(`consent.fact.${fact}`)).join(text('form.listComma'))
  return scope === 'one_document'
    ? text('consent.oneDocument', { document })
    : text.code('scopeOfContent', scope)
}

/** To whom, how, and what, in one quiet line. */
export const addressOf = (text: Text, question: Question): string =>
  text('consent.address', {
    recipient: text.code('recipientClass', question.recipient),
    channel: text.code('channel', question.channel),
    content: contentOf(text, question),
  })

/** Where an answer stands, in the five words of the matrix. */
export function stateOf(
  answer: ConsentDecision,
  today: Day,
): { readonly shape: CellShape; readonly key: string } {
  if (isPast(answer, today)) return { shape: 'ended', key: 'ended' }
  if (answer.decision === 'given') return { shape: 'yes', key: 'yes' }
  if (answer.decision === 'given_with_conditions') return { shape: 'partly', key: 'yesIf' }
  if (answer.decision === 'refused') return { shape: 'no', key: 'no' }
  if (answer.decision === 'withdrawn') return { shape: 'ended', key: 'withdrawn' }
  return { shape: 'empty', key: 'notAsked' }
}

/** What stands in one cell of the matrix. */
export function cellOf(text: Text, answer: ConsentDecision | undefined, view: CaseView): MatrixCell {
  if (!answer) return { shape: 'empty', word: text('consent.state.notAsked') }
  const { shape, key } = stateOf(answer, view.today)
  const hollow = shape === 'yes' && restsOnIncomplete(answer, view.talks)
  return {
    shape: hollow ? 'partly' : shape,
    word: text(`consent.state.${key}`),
    detail: detailOf(text, answer, view),
  }
}

function detailOf(text: Text, answer: ConsentDecision, view: CaseView): string | undefined {
  if (!isYes(answer)) return undefined
  if (isPast(answer, view.today)) return text('consent.endedDo')
  if (restsOnIncomplete(answer, view.talks)) return text('consent.talkIncomplete')
  if (reasonsFor(view, answer).length > 0) return text('consent.reviewDue')
  return answer.validUntil === null ? undefined : text('consent.until', { day: text.day(answer.validUntil) })
}

/** Why an answer must be asked again; empty when it need not. */
export const reasonsFor = (view: CaseView, { id }: ConsentDecision): readonly ReviewReason[] =>
  reviewsDue(view).find(({ consentId }) => consentId === id)?.reasons ?? []
