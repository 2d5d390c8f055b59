import type { Act } from '../act/model.ts'
import type { Engagement } from '../engagement/model.ts'
import { valueOf } from '../model.ts'
import type { PersonId } from '../model.ts'
import type { Person } from '../person/model.ts'
import { concerns } from '../publication/rules.ts'

/** What of one case makes somebody in it recognisable. */
export interface Recognisable {
  readonly persons: readonly Pick<Person, 'id' | 'roles' | 'region' | 'gender' | 'ageBand'>[]
  readonly engagements: readonly Pick<Engagement, 'id' | 'personIds' | 'entity'>[]
  readonly acts: readonly Pick<Act, 'id' | 'personIds' | 'form' | 'when' | 'region'>[]
}

/** One thing that is true of a person, and the line of a brief that would tell it. */
interface Trait {
  readonly key: string
  readonly trait: ToldTrait
}

const traits = (key: string, kind: string, values: readonly (string | null)[]): Trait[] =>
  values.flatMap(value => (value === null ? [] : [{ key, trait: { kind, value } }]))

/** Region, roles, gender and age, the bodies dealt with, and what was done in which month. */
function traitsOf(
  { id, roles, region, gender, ageBand }: Recognisable['persons'][number],
  of: Recognisable,
): Trait[] {
  return [
    ...traits(`person:${id}:roles`, 'role', roles),
    ...traits(`person:${id}:region`, 'region', [valueOf(region)]),
    ...traits(`person:${id}:profile`, 'gender', [valueOf(gender)]),
    ...traits(`person:${id}:profile`, 'age', [valueOf(ageBand)]),
    ...of.engagements
      .filter(one => concerns(id, one))
      .flatMap(one => traits(`engagement:${one.id}:engagement`, 'entity', [one.entity])),
    ...of.acts.flatMap(one => (concerns(id, one) ? actTraits(one) : [])),
  ]
}

const actTraits = ({ id, form, when, region }: Recognisable['acts'][number]): Trait[] => [
  ...traits(`act:${id}:act`, 'act', [`${form}:${when.from?.slice(0, 7) ?? ''}`]),
  ...traits(`act:${id}:actRegion`, 'actRegion', [valueOf(region)]),
]

/** What is told of a person. `kind`: what it is about, as in `region`; none of them tells more than its value. */
export interface ToldTrait {
  readonly kind: string
  readonly value: string
}

/** What some lines tell of one person of a case that makes them recognisable. */
export function traitsTold(of: Recognisable, personId: PersonId, keys: readonly string[]): ToldTrait[] {
  const person = of.persons.find(({ id }) => id === personId)
  return (person ? traitsOf(person, of) : [])
    .filter(({ key }) => keys.includes(key))
    .map(({ trait: { kind, value } }) => ({ kind, value }))
}

/** Whether a case has somebody of whom all of this is true. */
export const hasSomebody = (of: Recognisable, told: readonly ToldTrait[]): boolean =>
  of.persons.some(person => {
    const known = traitsOf(person, of).map(({ trait }) => trait)
    return told.every(({ kind, value }) => known.some(one => one.kind === kind && one.value === value))
  })

/**
 * Counts how many cases have somebody of whom everything is true that some lines tell of a person. The person's own case
 * counts, so it is 1 at least; lines that tell nothing of this kind fit everybody.
 *
 * @param all every case of the vault.
 */
export function sharingIn(
  all: readonly Recognisable[],
): (personId: PersonId, keys: readonly string[]) => number {
  return (personId, keys) => {
    const told = all.flatMap(of => traitsTold(of, personId, keys))
    if (told.length === 0) return Number.POSITIVE_INFINITY
    return all.filter(of => hasSomebody(of, told)).length
  }
}
