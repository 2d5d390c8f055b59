import type { RefusalCode } from '../refusal.ts'
import type { Duty } from '../vault/model.ts'
import type { AccessStep, Limit, Subject } from './model.ts'

/** Who may decide that a case is for named people. */
const limiting: readonly Duty[] = ['focal_point', 'head_of_presence']

interface Limiting {
  readonly named: readonly string[]
  /** Whoever is at the desk. */
  readonly you: string | null
  readonly duties: readonly Duty[]
  /** Whether lost keys could be made again from shares. */
  readonly hasShares: boolean
}

/**
 * Why a case or an identity may not be limited to these people, or `null` (6.3). With one named person and no shares, one lost
 * passphrase would lose it.
 *
 * @returns the first reason that holds, most basic first.
 */
export function refusalToLimit({ named, you, duties, hasShares }: Limiting): RefusalCode | null {
  if (!duties.some(duty => limiting.includes(duty))) return 'access/not-your-duty'
  if (you === null || !named.includes(you)) return 'access/name-yourself'
  if (new Set(named).size < 2 && !hasShares) return 'access/two-or-shares'
  return null
}

/** The asking about one case or identity that waits for an answer, or `null`. @param steps of the case, in the order of recording. */
export function waitingStep(steps: readonly AccessStep[], { personId }: Subject): AccessStep | null {
  const answered = new Set(steps.map(({ request }) => request))
  return (
    steps.findLast(step => step.kind === 'asked' && step.personId === personId && !answered.has(step.id)) ??
    null
  )
}

interface Answering {
  /** Role code of whoever is at the desk. */
  readonly role: string
  /** How many are named. */
  readonly named: number
  /** Role code of whoever asked. */
  readonly by: string
  readonly agree: boolean
}

/** Why an asking may not be answered so, or `null`: two agree, unless there is one alone. */
export const refusalToAnswer = ({ role, named, by, agree }: Answering): RefusalCode | null =>
  agree && role === by && named > 1 ? 'access/needs-another' : null

/** Why somebody may not be taken from the named, or `null`. */
export function refusalToRemove({ named }: Pick<Limit, 'named'>, officerId: string): RefusalCode | null {
  if (!named.some(one => one === officerId)) return 'access/not-one-of-them'
  return named.length === 1 ? 'access/last-named' : null
}
