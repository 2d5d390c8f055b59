import { Instant } from '../../shared/model.ts'

const full =
  /^(?:[a-z]{3,9}\s*,?\s*)?\d{1,2}\s+[a-z]{3,9}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|gmt|utc?|z|[ecmp][sd]t)(?=\s|\(|$)/i

/**
 * The point in time a `Date` header claims (RFC 5322, 3.3), or `null` unless it is a whole date with its time zone:
 * guessing the rest would make a claim out of nothing.
 */
export function instantOf(said: string): Instant | null {
  const found = full.exec(said.slice(0, 200).replace(/\s+/g, ' ').trim())?.[0].replace(/\but$/i, 'UTC')
  const at = new Date(found ?? Number.NaN)
  return Instant.safeParse(Number.isNaN(at.getTime()) ? '' : at.toISOString()).data ?? null
}
