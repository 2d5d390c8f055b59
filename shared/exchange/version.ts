import { z } from '../zod.ts'

/** A value as a field holds it: anything JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Which writing of a field: 16 hexadecimal digits that mean nothing elsewhere. */
export const WriteId = z.string().regex(/^[0-9a-f]{16}$/)

/** Whether JSON can say it, in one walk: there are as many of them as fields in a caseload. */
const isJson = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (Array.isArray(value) ? value.every(isJson) : isPlain(value) && Object.values(value).every(isJson))

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** One value of a field that nothing has taken the place of, and the writing it came from. */
export const Head = z.strictObject({
  write: WriteId,
  value: z.custom<z.infer<ReturnType<typeof z.json>>>(isJson),
})
export type Head = z.infer<typeof Head>

/**
 * How far a field was written, anywhere (ADR 0024).
 *
 * `heads` holds the writings nothing took the place of: one, or several when offices wrote without knowing of each other.
 * `seen` holds every writing that one of them took the place of. Both in ascending order, apart from each other.
 */
export const Version = z.strictObject({
  heads: z.array(Head).min(1).max(16),
  seen: z.array(WriteId).max(10_000),
})
export type Version = z.infer<typeof Version>

const byWrite = (a: Head, b: Head) => (a.write < b.write ? -1 : Number(a.write > b.write))

/**
 * Two versions of one field as one: what either has, without what the other knows to be overtaken.
 *
 * Commutative, associative and idempotent, so that offices that exchanged everything hold the same, in whatever order the
 * files came.
 */
export function mergeVersions(one: Version, other: Version): Version {
  const [before, also] = [new Set(one.seen), new Set(other.seen)]
  const heads = new Map(
    [
      ...one.heads.filter(({ write }) => !also.has(write)),
      ...other.heads.filter(({ write }) => !before.has(write)),
    ].map(head => [head.write, head]),
  )
  return {
    heads: [...heads.values()].toSorted(byWrite),
    seen: [...new Set([...before, ...also])].toSorted(),
  }
}

/** A new writing in place of everything that is there. */
export const written = ({ heads, seen }: Version, write: string, value: Json): Version => ({
  heads: [{ write, value: value as Head['value'] }],
  seen: [...new Set([...seen, ...heads.map(head => head.write)])].toSorted(),
})

/** The different values that stand beside each other; one when there is nothing to decide. */
export function valuesOf({ heads }: Version): Json[] {
  const texts = new Map(heads.map(({ value }) => [JSON.stringify(value), value]))
  return [...texts.values()]
}

/** Whether somebody has to decide between values. */
export const isConflict = (version: Version): boolean => valuesOf(version).length > 1

/** Whether the two say the same. */
export const isSameVersion = (one: Version, other: Version): boolean =>
  JSON.stringify([one.heads, one.seen]) === JSON.stringify([other.heads, other.seen])
