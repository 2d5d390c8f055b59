import { Duty } from './model.ts'

/** What the rules look at of somebody in the vault. */
interface Holder {
  readonly id: string
  readonly role: string
  readonly duties: readonly Duty[]
}

/** Without somebody for these no case can be opened or closed, and nobody can be added or removed. */
const alwaysHeld: readonly Duty[] = ['focal_point', 'records_officer']

/**
 * What somebody may decide. Whoever is alone holds every duty.
 *
 * @param people everybody of the vault now.
 */
export function dutiesOf(people: readonly Holder[], id: string | null): readonly Duty[] {
  if (people.length <= 1) return Duty.options
  return people.find(person => person.id === id)?.duties ?? []
}

/** Role codes are told apart by their letters and digits, whatever the case. */
export const isRoleTaken = (people: readonly Holder[], role: string): boolean =>
  people.some(person => person.role.toLowerCase() === role.trim().toLowerCase())

/** Duties nobody would hold; none when one person is left, who holds them all. */
export function unheld(people: readonly Holder[]): readonly Duty[] {
  if (people.length <= 1) return []
  return alwaysHeld.filter(duty => !people.some(person => person.duties.includes(duty)))
}
