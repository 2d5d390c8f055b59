import type { CaseView } from '../../shared/case/model.ts'
import { useText } from '../text.tsx'
import { Notice, Quiet, Stack } from '../ui/index.ts'

interface ViewProps {
  readonly view: CaseView
}

/** What happened to the case on its way, as far as it still holds: urgent, on hold, referred, proposed, closed, reopened. */
export function CourseNotices({ view }: ViewProps) {
  const { urgent, hold, referral, closure, reopened } = view.course
  if (!urgent && !hold && !referral && !closure && !reopened) return null
  return (
    <Stack gap={12}>
      <Hold view={view} />
      <Urgent view={view} />
      <Closure view={view} />
      <Referred view={view} />
      <Reopened view={view} />
    </Stack>
  )
}

function Hold({ view: { course, today } }: ViewProps) {
  const text = useText()
  if (!course.hold) return null
  const { why, reviewOn, since, before } = course.hold
  const facts = {
    why: text(`case.hold.why.${why}`),
    since: text.moment(since),
    day: text.day(reviewOn),
    state: text(`case.state.${before}`),
  }
  return (
    <Notice tone="stop" title={text('case.hold.title')}>
      <p>{text(reviewOn <= today ? 'case.hold.reviewNow' : 'case.hold.until', facts)}</p>
      <Quiet>{text('case.hold.nothingLeaves')}</Quiet>
    </Notice>
  )
}

function Urgent({ view: { course } }: ViewProps) {
  const text = useText()
  if (!course.urgent) return null
  const { why, since, by } = course.urgent
  return (
    <Notice tone="stop" title={text('case.urgent.title', { by, moment: text.moment(since) })}>
      <p dir="auto">{why}</p>
    </Notice>
  )
}

function Closure({ view: { course, case: file } }: ViewProps) {
  const text = useText()
  const { closure } = course
  if (!closure) return null
  const reason = text(`case.closure.${closure.reason}`)
  if (file.state !== 'closed' || closure.approvedBy === null)
    return (
      <Notice
        title={text('case.closure.proposed', {
          by: closure.proposedBy,
          moment: text.moment(closure.proposedAt),
        })}
      >
        <p>{reason}</p>
        <JudgedBy closure={closure} />
      </Notice>
    )
  const facts = { by: closure.approvedBy, moment: text.moment(closure.approvedAt ?? '') }
  return (
    <Notice
      tone={closure.sole ? 'care' : 'neutral'}
      title={text(closure.sole ? 'case.closure.sole' : 'case.closure.closed', facts)}
    >
      <p>{reason}</p>
      <JudgedBy closure={closure} />
    </Notice>
  )
}

/** How many months without an act counted as quiet then, whatever counts today. */
function JudgedBy({ closure }: { readonly closure: NonNullable<CaseView['course']['closure']> }) {
  const text = useText()
  const { quietMonths: months } = closure
  return months === undefined ? null : <p>{text('case.closure.judgedBy', { months })}</p>
}

function Referred({ view: { course } }: ViewProps) {
  const text = useText()
  if (!course.referral) return null
  const { to, answer, how } = course.referral
  return (
    <Notice tone="neutral" title={text('case.referral.title', { to })}>
      <p>{text(`case.referral.answer.${answer}`)}</p>
      <p dir="auto">{how}</p>
    </Notice>
  )
}

function Reopened({ view: { course } }: ViewProps) {
  const text = useText()
  if (!course.reopened) return null
  const { why, at, by } = course.reopened
  return (
    <Notice tone="neutral" title={text('case.reopened.title', { by, moment: text.moment(at) })}>
      {text(`case.reopen.why.${why}`)}
    </Notice>
  )
}
