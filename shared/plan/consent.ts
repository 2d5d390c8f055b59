import { Fact, type ConsentDecision } from '../consent/model.ts'
import type { ConsentTalk } from '../consent/talk.ts'
import { consentFor } from '../gate/consent.ts'
import type { Address } from '../gate/consent.ts'
import type { GateReason } from '../gate/model.ts'
import type { Day, PersonId } from '../model.ts'

/** Whether a consent a measure needs is there: for whom and how, or why not. */
export type Held =
  | { readonly held: true; readonly to: readonly Address[] }
  | { readonly held: false; readonly reason: GateReason }

interface Asked {
  readonly personId: PersonId
  readonly purpose: ConsentDecision['purpose']
  /** Every answer of everybody, in the order of recording. */
  readonly log: readonly ConsentDecision[]
  /** Every talk in which answers were given. */
  readonly talks: readonly ConsentTalk[]
  readonly today: Day
  /** Whether the measure is one that saves a life: then a "yes" by others in the person's best interest counts (5.2). */
  readonly lifeSaving?: boolean
}

/**
 * Whether one person agreed that anything at all is told of them for a purpose, as the gate sees it. A "yes, if" whose
 * condition nobody confirmed is no yes. What exactly may be told is asked again, line by line, before anything leaves.
 */
export function consentHeld({ personId, purpose, log, talks, today, lifeSaving = false }: Asked): Held {
  const mine = log.filter(row => row.personId === personId && row.purpose === purpose)
  const addresses = new Map(
    mine.map(({ recipient, channel }) => [`${recipient} ${channel}`, { purpose, recipient, channel }]),
  )
  const verdicts = [...addresses.values()].map(address => ({
    address,
    verdicts: Fact.options.map(fact =>
      consentFor({ key: 'measure', fact, element: 'group', personIds: [personId] }, personId, {
        ...address,
        log,
        talks,
        today,
        lifeSaving,
        conditionsMet: [],
      }),
    ),
  }))
  const to = verdicts.filter(one => one.verdicts.some(({ ok }) => ok)).map(({ address }) => address)
  if (to.length > 0) return { held: true, to }
  const first = verdicts.flatMap(one => one.verdicts).find(verdict => !verdict.ok)
  return { held: false, reason: first && !first.ok ? first.finding.reason : 'not-asked' }
}
