import { below, oneOf } from './mutate.ts'
import type { Random } from './mutate.ts'

/** What stands where something else should: of another kind, too large, of no kind a schema knows. */
export const wrongValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  2 ** 53,
  '',
  ' ',
  '\0',
  '\ud800',
  'x'.repeat(7e4),
  '__proto__',
  [],
  {},
  [[]],
  [null],
  { value: {} },
  { none: 'x' },
  new Date(0),
  new Map([['a', 1]]),
  new Uint8Array(3),
  10n,
  undefined,
  '2026-02-30',
  '9999-99-99T99:99:99.999Z',
  '00000000-0000-0000-0000-000000000000',
  '../../x',
]

/** Wrong values that JSON can say. */
export const wrongJson = wrongValues.filter(
  value =>
    value === null ||
    ['string', 'boolean'].includes(typeof value) ||
    Number.isFinite(value) ||
    isPlain(value),
)

function isPlain(value: unknown): boolean {
  return (
    Array.isArray(value) ||
    (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
  )
}

type Path = readonly (string | number)[]

/** Every place in a value, itself first. */
export function placesIn(value: unknown, at: Path = []): Path[] {
  if (!isPlain(value)) return [at]
  const inside = Object.entries(value as object).flatMap(([key, part]) => placesIn(part, [...at, key]))
  return [at, ...inside]
}

/** The same value with another in one place; nothing else is shared that could be changed. */
export function replacedAt(value: unknown, [first, ...rest]: Path, other: unknown): unknown {
  if (first === undefined) return other
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  const holder = copy as Record<string | number, unknown>
  holder[first] = replacedAt(holder[first], rest, other)
  return copy
}

/** What stands in one place of a value. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((found, key) => (found as Record<string | number, unknown> | null)?.[key], value)

/** A value with one to three places changed: replaced, left out, doubled, given a part more. */
export function mutatedValue(value: unknown, random: Random, wrong: readonly unknown[]): unknown {
  let found = value
  for (let n = 1 + below(random, 3); n > 0; n--) {
    const path = oneOf(random, placesIn(found))
    const there = valueAt(found, path)
    const other = oneOf(random, [
      () => oneOf(random, wrong),
      () =>
        Array.isArray(there) ? [...(there as unknown[]), ...(there as unknown[])] : oneOf(random, wrong),
      () =>
        isPlain(there) && !Array.isArray(there)
          ? { ...(there as object), [oneOf(random, ['x', '__proto__', ''])]: 1 }
          : there,
      () => (typeof there === 'string' ? there + oneOf(random, ['\u202e', ' ', 'x', '\n']) : there),
      () => (typeof there === 'number' ? there + oneOf(random, [1, -1, 0.5, 2 ** 53]) : there),
      () => valueAt(found, oneOf(random, placesIn(found))),
    ])()
    found = replacedAt(found, path, other)
  }
  return found
}
