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
  readonly trait: string
}

const traits = (key: string, kind: string, values: readonly (string | null)[]): Trait[] =>
  values.flatMap(value => (value === null ? [] : [{ key, trait: `${kind}:${value}` }]))

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

/**
 * Counts how many cases have somebody of whom everything is true that some lines tell of a person. The person's own case
 * counts, so it is 1 at least; lines that tell nothing of this kind fit everybody.
 *
 * @param all every case of the vault.
 */
export function sharingIn(
  all: readonly Recognisable[],
): (personId: PersonId, keys: readonly string[]) => number {
  const known = all.map(of => of.persons.map(person => ({ id: person.id, traits: traitsOf(person, of) })))
  const sets = known.map(persons => persons.map(person => new Set(person.traits.map(({ trait }) => trait))))
  return (personId, keys) => {
    const mine = known.flat().find(({ id }) => id === personId)?.traits ?? []
    const told = mine.filter(({ key }) => keys.includes(key)).map(({ trait }) => trait)
    if (told.length === 0) return Number.POSITIVE_INFINITY
    return sets.filter(persons => persons.some(person => told.every(trait => person.has(trait)))).length
  }
}
