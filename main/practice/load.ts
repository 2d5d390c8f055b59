import type { ActionView } from '../../shared/action/model.ts'
import type { BriefView } from '../../shared/brief/model.ts'
import type { CaseState, CaseView } from '../../shared/case/model.ts'
import type { Name, Output, Sent } from '../../shared/contract.ts'
import type { ActId, CaseId, Day, PersonId } from '../../shared/model.ts'
import type { Reply } from '../../shared/refusal.ts'
import type { ScopeResult } from '../../shared/scope/model.ts'
import { addActions } from './actions.ts'
import { briefOf, consentsOf, riskOf, safeAnswers } from './consents.ts'
import { daysFrom } from './dates.ts'
import { actsOf, engagementOf, intakeOf, perpetratorOf, personOf } from './drafts.ts'
import type { Pattern } from './pattern.ts'
import { scopeOf } from './scopeOf.ts'
import { verify } from './verification.ts'

/** Asks the door for one operation. */
export type Call = <N extends Name>(name: N, input: Sent<N>) => Promise<Reply<Output<N>>>

/** How a pattern is loaded. */
export interface Loading {
  readonly call: Call
  readonly today: Day
  /** Role code of whoever is said to have written it all down. */
  readonly officer: string
  /** Whether a brief is begun, too. */
  readonly brief: boolean
}

/** What became of a pattern. */
export interface Loaded {
  readonly scope: ScopeResult
  readonly view: CaseView
  /** What was planned, in the order of the pattern, as the gate sees it at the end. */
  readonly actions: readonly ActionView[]
  /** `null` when none was begun. */
  readonly brief: BriefView | null
}

/**
 * Turns one pattern into a case, through the door alone: nothing is written that a person at the desk could not write.
 *
 * | field of the pattern | operation |
 * |---|---|
 * | `account`, `language`, `danger` | `case.start` |
 * | `victims`, `wishes`, `remunerated`, `outcome`, `region` | `person.add` (P1) |
 * | `engagement` | `engagement.add` |
 * | `perpetrator` | `act.addPerpetrator` (A1) |
 * | `acts`, `actStatus`, `tools` | `act.add`, one each |
 * | `link`, `purpose`, `humanRights` and what they are read from | `scope.answer` |
 * | `consent` | `consent.record`, one each |
 * | `risk`, `ownView` | `risk.assess` |
 * | `verification` | `evidence.addSource`, `.addClaim`, `.addInformation`, `.assessClaim`, for each act |
 * | `unResponse` | `action.plan`, one each; `action.approve` and `action.record` (sent) where the gate lets it |
 * | `stateResponse`, `responseAdequacy` | `action.record` (reply, adequacy) where something went to the State |
 * | `outcome`, `accountability` | `action.record` (outcome) with the first measure |
 * | `harmCheck` | `risk.checkHarm`, for every measure and the brief |
 * | `state` | `case.move`, as far as the state machine allows |
 *
 * `disposition` is checked and kept out of the case.
 *
 * @throws Error with the operation and the code when the door refuses: a fault of the mapping.
 */
export async function loadPattern(pattern: Pattern, loading: Loading): Promise<Loaded> {
  const { today, officer } = loading
  const get = getting(loading.call)
  const { caseId } = await get('case.start', {
    intake: intakeOf(pattern, { today, owner: officer }),
    fileId: null,
  })
  const { personId } = await get('person.add', { caseId, person: personOf(pattern) })
  const actIds = await addFacts(pattern, { get, today, caseId, personId })
  await verify(pattern.verification, { get, caseId, personId, actIds })
  const scope = await get('scope.answer', { caseId, answers: scopeOf(pattern) })
  for (const consent of consentsOf(pattern, { personId, today, officer }))
    await get('consent.record', consent)
  const risk = riskOf(pattern, personId)
  if (risk) await get('risk.assess', risk)
  await move(pattern.state, { call: loading.call, caseId })
  const actions = await addActions(pattern, { call: loading.call, get, today, caseId, personId, officer })
  const brief = loading.brief ? await addBrief(pattern, { get, today, caseId }) : null
  return { scope, actions, brief, view: await get('case.view', { caseId }) }
}

/** Asks the door for one operation that must be done. */
export type Get = <N extends Name>(name: N, input: Sent<N>) => Promise<Output<N>>

const getting =
  (call: Call): Get =>
  async (name, input) => {
    const reply = await call(name, input)
    if (!reply.ok) throw new Error(`${name} refused: ${reply.code} ${reply.field ?? ''}`.trim())
    return reply.value
  }

interface Place {
  readonly get: Get
  readonly today: Day
  readonly caseId: CaseId
}

async function addFacts(
  pattern: Pattern,
  { get, today, caseId, personId }: Place & { readonly personId: PersonId },
): Promise<ActId[]> {
  const engagement = engagementOf(pattern, { today, personId })
  if (engagement) await get('engagement.add', { caseId, engagement })
  if ((pattern.acts ?? []).length === 0) return []
  const { perpetratorId } = await get('act.addPerpetrator', { caseId, perpetrator: perpetratorOf(pattern) })
  const actIds: ActId[] = []
  for (const act of actsOf(pattern, { today, personId, perpetratorId }))
    actIds.push((await get('act.add', { caseId, act })).actId)
  return actIds
}

async function addBrief(pattern: Pattern, { get, today, caseId }: Place): Promise<BriefView> {
  const view = await get('case.view', { caseId })
  const { briefId } = await get('brief.start', { caseId, draft: briefOf(pattern, { view, today }) })
  if (pattern.harmChecked)
    await get('risk.checkHarm', {
      caseId,
      itemId: briefId,
      answers: safeAnswers(),
      decidedBy: '',
      decisionReason: '',
      validUntil: daysFrom(today, 14),
    })
  return get('brief.view', { briefId })
}

/** The way to each state from a new case. */
const ways: Readonly<Partial<Record<CaseState, readonly CaseState[]>>> = {
  intake: ['intake'],
  triage: ['intake', 'triage'],
  open: ['intake', 'triage', 'open'],
  out_of_scope: ['intake', 'triage', 'out_of_scope'],
  on_hold: ['on_hold'],
}

/** A move that the state machine does not allow is left undone, and with it the ones after it. */
async function move(
  state: CaseState,
  { call, caseId }: { readonly call: Call; readonly caseId: CaseId },
): Promise<void> {
  for (const to of ways[state] ?? []) {
    const reply = await call('case.move', { caseId, to, reason: 'Practice' })
    if (!reply.ok) return
  }
}
