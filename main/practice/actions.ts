import type { ActionDraft, ActionEvent, ActionView } from '../../shared/action/model.ts'
import type { ActionId, CaseId, Day, PersonId } from '../../shared/model.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import { sayIn } from '../text.ts'
import { addressFor, wayFor } from './addresses.ts'
import { safeAnswers } from './consents.ts'
import { daysFrom } from './dates.ts'
import type { Call, Get } from './load.ts'
import type { Pattern } from './pattern.ts'

interface Place {
  readonly call: Call
  readonly get: Get
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly today: Day
}

/** A measure as a focal point would plan it: the usual facts, to the address the person's answers speak of. */
export function actionOf(
  pattern: Pattern,
  { kind, personId, officer }: { kind: Code<'action'>; personId: PersonId; officer: string },
): ActionDraft {
  const { purpose, to, facts } = wayFor(pattern, kind)
  return {
    kind,
    detail: kind === 'other' ? 'What the pattern names no code for.' : '',
    personIds: [personId],
    to,
    purpose,
    ...addressFor(pattern, purpose),
    facts,
    withheld: [],
    conditionsMet: [],
    expected: '',
    riskOfActing: '',
    riskOfNotActing: '',
    safetyReason: '',
    owner: officer,
    deadline: null,
    answerBy: null,
  }
}

/**
 * Plans every measure of a pattern, and sends those the gate lets out: what a pattern says was done is done here only as
 * far as the person's answers, the danger and the proof allow it. The rest stays planned. How the State answered is
 * recorded with the first thing that went to it; what became of the person, with the first measure.
 *
 * @returns what was planned, as it stands afterwards, in the order of the pattern.
 */
export async function addActions(
  pattern: Pattern,
  place: Place & { officer: string },
): Promise<ActionView[]> {
  const { get, personId, officer, caseId } = place
  const ids: ActionId[] = []
  for (const kind of new Set(pattern.unResponse)) {
    const draft = actionOf(pattern, { kind, personId, officer })
    const { actionId } = await get('action.plan', { caseId, draft })
    if (pattern.harmChecked) await checkHarm(place, actionId)
    await sendIfOpen(place, actionId)
    ids.push(actionId)
  }
  await recordAnswer(pattern, place, ids)
  await recordOutcome(pattern, place, ids[0])
  return Promise.all(ids.map(actionId => get('action.view', { actionId })))
}

const checkHarm = ({ get, caseId, today }: Place, itemId: ActionId) =>
  get('risk.checkHarm', {
    caseId,
    itemId,
    answers: safeAnswers(),
    decidedBy: '',
    decisionReason: '',
    validUntil: daysFrom(today, 14),
  })

/** Approved by the one officer there is, which is marked; a "no" of the gate leaves it planned. */
async function sendIfOpen({ call, today }: Place, actionId: ActionId): Promise<void> {
  await call('action.approve', { actionId, sole: true, statement: 'Practice' })
  await call('action.record', { actionId, event: { what: 'sent', on: today, note: '' } })
}

const isSent = ({ line }: ActionView) => line.sentAt !== null

async function recordAnswer(
  { stateResponse, responseAdequacy }: Pattern,
  { get, today }: Place,
  ids: readonly ActionId[],
): Promise<void> {
  if (stateResponse === null || stateResponse === 'none' || stateResponse === 'unknown') return
  const views = await Promise.all(ids.map(actionId => get('action.view', { actionId })))
  const sent = views.find(view => isSent(view) && view.draft.recipient === 'member_state_concerned')
  if (!sent) return
  const record = (event: ActionEvent) => get('action.record', { actionId: sent.id, event })
  await record({
    what: 'reply',
    on: today,
    response: stateResponse,
    language: { none: 'unknown' },
    text: sayIn('en')(`vocabulary.stateResponse.${stateResponse}`),
  })
  if (responseAdequacy)
    await record({ what: 'adequacy', on: today, adequacy: responseAdequacy, reason: 'As the pattern says.' })
}

async function recordOutcome(
  { outcome, accountability }: Pattern,
  { get, today, personId }: Place,
  actionId: ActionId | undefined,
): Promise<void> {
  if (actionId === undefined || (outcome === null && accountability.length === 0)) return
  await get('action.record', {
    actionId,
    event: {
      what: 'outcome',
      on: today,
      personId,
      outcome: outcome ?? 'unknown',
      accountability: [...accountability],
      note: '',
    },
  })
}
