import type { ConsentDecision } from './model.ts'
import { isNo, isYes, rowOf } from './rules.ts'

type Known = ReadonlyMap<string, ReadonlySet<string>>

/**
 * The answers of a case in an order in which the last one rules, when they were recorded in several offices (ADR 0024).
 *
 * A "yes" that did not know of a "no" to the same person, purpose, recipient and channel comes before everything: no such "no" is
 * ever overtaken by it, in whatever order files came. Everything else keeps the order in which it came here, which puts an
 * answer after all it knew of. Two "yes" to the same question that knew nothing of each other stand in one order everywhere.
 *
 * @param log   in the order of recording here; returned as it is when nothing came from elsewhere.
 * @param known for each answer that came from elsewhere, what was known there; others knew everything before them.
 */
export function inRulingOrder(log: readonly ConsentDecision[], known: Known): ConsentDecision[] {
  if (known.size === 0) return [...log]
  const before: Known = new Map(
    log.map((answer, index) => [
      answer.id,
      known.get(answer.id) ?? new Set<string>(log.slice(0, index).map(({ id }) => id)),
    ]),
  )
  const isBeaten = (yes: ConsentDecision) => isYes(yes) && log.some(other => beats(other, yes, before))
  const beaten = log.filter(isBeaten)
  const rest = log.filter(answer => !beaten.includes(answer))
  return [...inOneOrder(beaten, before), ...inOneOrder(rest, before)]
}

const knows = (known: Known, one: ConsentDecision, other: ConsentDecision) =>
  known.get(one.id)?.has(other.id) ?? false

const addressOf = ({ personId, purpose, recipient, channel }: ConsentDecision) =>
  JSON.stringify([personId, purpose, recipient, channel])

/** Whether this answer stands against a "yes" that knew nothing of it, and that it knew nothing of. */
function beats(other: ConsentDecision, yes: ConsentDecision, known: Known): boolean {
  if (isYes(other) || knows(known, yes, other) || knows(known, other, yes)) return false
  return isNo(other) ? addressOf(other) === addressOf(yes) : rowOf(other) === rowOf(yes)
}

/** With each "yes" to one question in the same order everywhere, in the places they have. */
function inOneOrder(rest: readonly ConsentDecision[], known: Known): ConsentDecision[] {
  const groups = Map.groupBy(rest.filter(isYes), rowOf)
  const ordered = new Map([...groups].map(([row, group]) => [row, sorted(group, known)]))
  return rest.map(answer => (isYes(answer) ? (ordered.get(rowOf(answer))?.shift() ?? answer) : answer))
}

/** After all it knew of; otherwise by the time each office claims. */
function sorted(group: readonly ConsentDecision[], known: Known): ConsentDecision[] {
  const left = group.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  const waits = new Map(
    left.map(one => [one, left.filter(other => other !== one && knows(known, one, other)).length]),
  )
  const done: ConsentDecision[] = []
  while (left.length > 0) {
    const next = left.find(one => waits.get(one) === 0) ?? left[0]
    if (!next) break
    done.push(next)
    left.splice(left.indexOf(next), 1)
    for (const one of left) if (knows(known, one, next)) waits.set(one, (waits.get(one) ?? 0) - 1)
  }
  return done
}

/** Without ids, which every vault has its own of. */
const sortKey = ({ recordedAt, decidedOn, decision, evidence, identityLevel, scope }: ConsentDecision) =>
  JSON.stringify([recordedAt, decidedOn, decision, evidence, identityLevel, scope])
