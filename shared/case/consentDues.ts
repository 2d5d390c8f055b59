import type { ConsentDecision } from '../consent/model.ts'
import { consentReviewDue } from '../consent/review.ts'
import { isPast, isYes, latest } from '../consent/rules.ts'
import type { Instant } from '../model.ts'
import type { Person } from '../person/model.ts'
import { runsOut } from './clocks.ts'
import type { Due } from './due.ts'
import { due, endOf, marksOf } from './timed.ts'
import type { Judged } from './timed.ts'

/** Every victim must have been asked something; a case without one is looked at as a whole. */
export function consentChecks(judged: Judged): Due[] {
  const victims = judged.persons.filter(({ parts }) => parts.includes('victim'))
  const check = (personId: Person['id'] | null, since: Instant) =>
    due(judged, {
      kind: 'consent-check',
      personId,
      part: personId === null ? 'persons' : 'consent',
      since,
      at: runsOut('consentCheck', since, judged.clocks),
    })
  if (victims.length === 0) return [check(null, judged.case.startedAt)]
  return victims
    .filter(({ id }) => !judged.consents.some(row => row.personId === id && row.decision !== 'not_asked'))
    .map(({ id, addedAt }) => check(id, addedAt))
}

/** G0: without a consent to be kept, what is kept is looked at again; a "no" after that begins it anew. */
export function minimalReview(judged: Judged): Due[] {
  const keeping = judged.consents.filter(({ purpose }) => purpose === 'keep_record')
  const current = latest(keeping)
  const agreed = current.some(row => isYes(row) && !isPast(row, judged.today))
  const refusal = current.findLast(row => row.decision === 'refused' || row.decision === 'withdrawn')
  if (agreed && !refusal) return []
  const since = refusal?.recordedAt ?? judged.case.startedAt
  if (marksOf(judged, 'basis-written').some(({ recordedAt }) => recordedAt >= since)) return []
  const at = runsOut('minimalReview', since, judged.clocks)
  return [due(judged, { kind: 'minimal-review', part: 'dues', since, at })]
}

/** One line a person: a "yes" that ran out, else one that something that happened puts in question, else the first that should be talked about again. */
export function consentReviews(judged: Judged): Due[] {
  return judged.persons.flatMap(({ id }): Due[] => {
    const yes = latest(judged.consents.filter(row => row.personId === id)).filter(isYes)
    const about = { personId: id, part: 'consent' } as const
    const over = yes.filter(row => isPast(row, judged.today)).toSorted(byDay('validUntil'))[0]
    if (over) return [due(judged, { ...about, kind: 'consent-ended', on: over.validUntil })]
    if (isInQuestion(judged, id)) return [due(judged, { ...about, kind: 'consent-event', on: judged.today })]
    const reviews = yes.map(row => reviewOf(judged, row))
    const first = reviews.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1))[0]
    return first ? [due(judged, { ...about, kind: 'consent-review', ...first })] : []
  })
}

/** Something happened after a "yes" that was to be asked again then. */
function isInQuestion({ consents, consentEvents, acts, today }: Judged, personId: Person['id']): boolean {
  return consentReviewDue(consents, { events: consentEvents, acts, today }).some(
    review =>
      review.personId === personId && review.reasons.some(reason => reason !== 'day' && reason !== 'expired'),
  )
}

const byDay = (field: 'validUntil') => (a: ConsentDecision, b: ConsentDecision) =>
  (a[field] ?? '') < (b[field] ?? '') ? -1 : 1

/** The day that was agreed, and never later than the clock. */
function reviewOf(
  { clocks }: Judged,
  { reviewOn, recordedAt }: ConsentDecision,
): Pick<Due, 'at' | 'on' | 'since'> {
  const at = runsOut('consentReview', recordedAt, clocks)
  return reviewOn !== null && reviewOn.localeCompare(at) < 0
    ? { at: null, on: reviewOn, since: recordedAt }
    : { at, on: null, since: recordedAt }
}
