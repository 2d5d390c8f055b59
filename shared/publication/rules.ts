import type { Act } from '../act/model.ts'
import type { Engagement } from '../engagement/model.ts'
import type { PublicationCheck } from '../gate/model.ts'
import { dayOf } from '../gate/rules.ts'
import type { PersonId } from '../model.ts'
import { valueOf } from '../model.ts'
import type { Person } from '../person/model.ts'
import { PublicationQuestion } from './model.ts'
import type { IdentityCheck, PublicationAnswers, SecondReading } from './model.ts'

/** Questions that were not answered with the one safe answer, in the order of the screen. */
export const unsafeAnswers = (answers: PublicationAnswers): PublicationQuestion[] =>
  PublicationQuestion.options.filter(question => answers[question].answer !== 'no')

/**
 * What the gate is told of the checks and readings of one item: the latest check, and who read the same text.
 *
 * @param checks  of the item, in the order of recording.
 * @param readings of the item, in the order of recording.
 */
export function publicationOf(
  checks: readonly IdentityCheck[],
  readings: readonly SecondReading[],
): PublicationCheck | null {
  const check = checks.at(-1)
  const reading = readings.findLast(one => check === undefined || one.of === check.of)
  if (check === undefined) {
    if (reading === undefined) return null
    const { of, by, at } = reading
    return { of, unrecognisable: null, secondReader: by, checkedOn: dayOf(at) }
  }
  const { of, answers, checkedOn } = check
  return {
    of,
    unrecognisable: unsafeAnswers(answers).length === 0,
    secondReader: reading?.by ?? null,
    checkedOn,
  }
}

/** What of a case makes somebody in it recognisable. */
export interface Quasi {
  readonly persons: readonly Pick<Person, 'id' | 'roles' | 'region'>[]
  readonly engagements: readonly Pick<Engagement, 'personIds' | 'entity'>[]
  readonly acts: readonly Pick<Act, 'personIds' | 'when'>[]
}

const noneAs = <T>(list: readonly T[], none: T): readonly T[] => (list.length > 0 ? list : [none])

/** Whether something on a case is about a person: by name of them, or of everybody. */
export const concerns = (personId: PersonId, { personIds }: { readonly personIds: readonly PersonId[] }) =>
  personIds.length === 0 || personIds.includes(personId)

/** One combination: region, role, UN entity and year; what is not known is empty. */
export type Combination = readonly [region: string, role: string, entity: string, year: string]

/** A combination as it is compared. */
export const combinationIn = (key: string): Combination => JSON.parse(key) as Combination

/** Every combination there is of one person, as it is compared; what is not known is one value more. */
export function combinationsOf(personId: PersonId, { persons, engagements, acts }: Quasi): string[] {
  const person = persons.find(({ id }) => id === personId)
  if (!person) return []
  const entities = engagements.filter(one => concerns(personId, one)).map(({ entity }) => entity as string)
  const years = acts.filter(one => concerns(personId, one)).map(({ when }) => when.from?.slice(0, 4) ?? '')
  const region = valueOf(person.region) ?? ''
  const all = noneAs<string>(person.roles, '').flatMap(role =>
    noneAs(entities, '').flatMap(entity =>
      noneAs(years, '').map(year => JSON.stringify([region, role, entity, year] satisfies Combination)),
    ),
  )
  return [...new Set(all)]
}

/**
 * The fewest cases that share any one combination of a person. The person's own case counts, so it is 1 at least.
 *
 * @param all the combinations of the cases that can share any of them, the person's own among them.
 */
export const fewestSharing = (mine: readonly string[], all: readonly ReadonlySet<string>[]): number =>
  mine.length === 0
    ? 0
    : Math.min(...mine.map(one => all.filter(combinations => combinations.has(one)).length))
