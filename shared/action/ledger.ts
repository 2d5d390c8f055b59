import type { GateResult } from '../gate/model.ts'
import { urgentActions } from '../plan/measure.ts'
import type { ActionLine } from './model.ts'

/** The ledger as it is read. */
export interface Ledger<T> {
  /** Urgent protective measures that are not over. */
  readonly urgent: readonly T[]
  /** Everything else that is not over. */
  readonly open: readonly T[]
  readonly over: readonly T[]
}

type Sorted = Pick<ActionLine, 'kind' | 'ended' | 'deadline' | 'answerBy' | 'stage'>

/** The day something is wanted of it next: the deadline until it is sent, then the day an answer is wanted by. */
export const wantedBy = ({ stage, deadline, answerBy }: Sorted) => (stage === 'planned' ? deadline : answerBy)

const byDay = <T extends Sorted>(actions: readonly T[]): T[] =>
  actions.toSorted((a, b) => (wantedBy(a) ?? '9999').localeCompare(wantedBy(b) ?? '9999'))

/** Urgent measures first, then what is open, both by the day something is wanted; what is over last, the newest first. */
export function ledgerOf<T extends Sorted>(actions: readonly T[]): Ledger<T> {
  const open = actions.filter(({ ended }) => ended === null)
  const isUrgent = ({ kind }: T) => urgentActions.includes(kind)
  return {
    urgent: byDay(open.filter(isUrgent)),
    open: byDay(open.filter(action => !isUrgent(action))),
    over: actions.filter(({ ended }) => ended !== null).toReversed(),
  }
}

/** The one thing to do next with an action; `null` when nothing is. */
export type ActionStep = 'resolve' | 'approve' | 'sent' | 'reply' | 'adequacy' | 'effect' | 'ended'

type Stepped = Pick<ActionLine, 'stage' | 'recipient' | 'sentAt' | 'lastReply' | 'adequacy' | 'lastEffect'>

const answering: readonly ActionLine['recipient'][] = [
  'UN_entity',
  'UN_expert',
  'member_state_concerned',
  'member_state_other',
  'regional_body',
  'court',
]

/** Whether whoever it goes to usually answers. */
export const mayAnswer = ({ recipient }: Pick<ActionLine, 'recipient'>): boolean =>
  answering.includes(recipient)

/** Answers after which another one is still awaited. */
const interim: readonly NonNullable<ActionLine['lastReply']>['response'][] = [
  'acknowledged_only',
  'requested_time',
  'requested_details',
]

const isInterim = ({ response }: Pick<NonNullable<ActionLine['lastReply']>, 'response'>) =>
  interim.includes(response)

/** What to do next: what stands in the way, else what the ledger has not been told yet. */
export function nextOf(line: Stepped, { open, lines, findings }: GateResult): ActionStep | null {
  const { stage, recipient, sentAt, lastReply, adequacy, lastEffect } = line
  if (stage === 'ended') {
    if (sentAt === null) return null
    if (lastReply !== null && adequacy === null) return 'adequacy'
    return lastEffect === null ? 'effect' : null
  }
  if (stage === 'planned') {
    if (open) return 'sent'
    const isBlocked = lines.some(({ verdict }) => verdict === 'blocked')
    return isBlocked || findings.some(({ place }) => place !== 'approval') ? 'resolve' : 'approve'
  }
  if (lastReply === null && mayAnswer({ recipient })) return 'reply'
  if (lastReply !== null && adequacy === null) return 'adequacy'
  if (lastEffect === null) return 'effect'
  return lastReply !== null && isInterim(lastReply) ? 'reply' : 'ended'
}
