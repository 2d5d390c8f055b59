import type { ConsentDecision } from './model.ts'
import { isYes } from './rules.ts'

/**
 * The answers of a case in an order in which the last one rules, when they were recorded in several offices.
 *
 * An answer comes after every answer that was known where it was recorded. Between answers that knew nothing of each
 * other a "yes" comes first: a "no" always wins over a "yes" that did not know of it (ADR 0024). A "no" from elsewhere comes
 * after everything that stood here before it came, so that whatever rests on how many answers there were is ended by it.
 * The rest follows the time each office claims: offices with the same answers rule alike.
 *
 * @param log   in the order of recording here; returned as it is when nothing came from elsewhere.
 * @param known for each answer that came from elsewhere, what was known there; others knew everything before them.
 */
export function inRulingOrder(
  log: readonly ConsentDecision[],
  known: ReadonlyMap<string, ReadonlySet<string>>,
): ConsentDecision[] {
  if (known.size === 0) return [...log]
  const before = new Map(
    log.map((answer, index) => [
      answer.id as string,
      known.get(answer.id) ?? new Set<string>(log.slice(0, index).map(({ id }) => id)),
    ]),
  )
  const left = [...log].toSorted(byTime)
  const waits = ({ id }: ConsentDecision) =>
    left.some(other => other.id !== id && (before.get(id)?.has(other.id) ?? false))
  const ordered: ConsentDecision[] = []
  while (left.length > 0) {
    const ready = left.filter(answer => !waits(answer))
    const next = ready.find(isYes) ?? ready.find(({ id }) => !known.has(id)) ?? ready[0] ?? left[0]
    if (!next) break
    ordered.push(next)
    left.splice(left.indexOf(next), 1)
  }
  return ordered
}

/** Without ids, which every vault has its own of. */
const sortKey = ({
  recordedAt,
  decidedOn,
  purpose,
  recipient,
  channel,
  decision,
  evidence,
}: ConsentDecision) =>
  JSON.stringify([recordedAt, decidedOn, purpose, recipient, channel, decision, evidence])

const byTime = (a: ConsentDecision, b: ConsentDecision) => (sortKey(a) < sortKey(b) ? -1 : 1)
