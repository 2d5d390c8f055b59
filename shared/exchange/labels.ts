/** A row with a neutral code, as far as numbering depends on it. `base` is the code it was first given, anywhere. */
export interface Labelled {
  readonly id: string
  /** What it is called in packages, or its own id: the same for every office that has the row. */
  readonly ref: string
  readonly base: string
  readonly addedAt: string
}

const numberOf = (label: string) => Number(label.slice(1))
const byAge = (a: Labelled, b: Labelled) =>
  a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : a.ref < b.ref ? -1 : 1

/**
 * The neutral codes of rows that were numbered in several offices: the older row keeps the code both were given, the other
 * gets the next free number.
 *
 * A function of the rows alone, so that offices with the same rows call them the same, in whatever order they came.
 *
 * @returns the code of each row, by id.
 */
export function labelsOf(rows: readonly Labelled[]): Map<string, string> {
  const taken = new Set<string>()
  let highest = Math.max(0, ...rows.map(({ base }) => numberOf(base)))
  return new Map(
    rows.toSorted(byAge).map(({ id, base }) => {
      const label = taken.has(base) ? `${base.slice(0, 1)}${++highest}` : base
      taken.add(label)
      return [id, label]
    }),
  )
}
