import type { Timed } from '../case/timed.ts'
import { situationOf } from '../risk/rules.ts'
import { msOf, numberOf } from './time.ts'

const hour = 3_600_000

/** When a line may read otherwise though nobody writes anything: each is the first moment, or day, of the new reading. */
export interface Moments {
  /** In milliseconds. */
  readonly instants: readonly number[]
  /** In days since 1970. */
  readonly days: readonly number[]
}

/** What time can change in a case. */
type Changing = Pick<Timed, 'persons' | 'risks' | 'consents' | 'protection'>

/** An assessment is due in the last quarter of its time, and overdue past it. */
const ofRisks = ({ persons, risks }: Changing): number[] =>
  persons.flatMap(({ id }) => {
    const risk = situationOf(risks, id)
    if (!risk) return []
    const [made, end] = [msOf(risk.assessedAt), msOf(risk.validUntil)]
    return [Math.ceil(end - (end - made) / 4), end + 1]
  })

/** A check-in is missed when the time allowed after it is over, and once more with each that follows. */
const ofCheckIns = ({ protection }: Changing): number[] =>
  protection.checkInPlans.flatMap(({ nextDue, graceHours, everyHours }) => {
    const missed = msOf(nextDue) + graceHours * hour + 1
    return [0, 1, 2, 3].map(times => missed + times * everyHours * hour)
  })

/** A "yes" falls due on its day, and has run out after its last. */
const ofConsents = ({ consents }: Changing): number[] =>
  consents.flatMap(({ validUntil, reviewOn }) => [
    ...(validUntil === null ? [] : [numberOf(validUntil) + 1]),
    ...(reviewOn === null ? [] : [numberOf(reviewOn)]),
  ])

const inOrder = (all: readonly number[]) => [...new Set(all)].toSorted((a, b) => a - b)

/** Every moment and day at which time alone can change what the line of a case says, past and future, in order. */
export const momentsOf = (content: Changing): Moments => ({
  instants: inOrder([...ofRisks(content), ...ofCheckIns(content)]),
  days: inOrder(ofConsents(content)),
})
