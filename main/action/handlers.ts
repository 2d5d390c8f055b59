import type { Action, ActionDraft, ActionEvent } from '../../shared/action/model.ts'
import { mayRecord } from '../../shared/action/rules.ts'
import { approverOf } from '../../shared/gate/approver.ts'
import { ActionId } from '../../shared/model.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed, mustExist } from '../case/repository.ts'
import { disclose } from '../disclosure/repository.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { persons } from '../person/repository.ts'
import { approvalHandlers } from './approvalHandlers.ts'
import { assemble, mustGiveNothingAway, viewOf } from './assemble.ts'
import type { Assembled } from './assemble.ts'
import { planned } from './planned.ts'
import { actionEntries, actions, nextLabel } from './repository.ts'

function mustBeOfCase({ db }: CommandContext, caseId: CaseId, personIds: readonly PersonId[]): void {
  const isHere = (id: PersonId) => persons.byId(db, id)?.caseId === caseId
  if (!personIds.every(isHere)) throw new Refused('action/not-of-this-case')
}

/** What is written down of an action that goes out now. @throws Refused `action/gate-closed`, `action/leak`, `action/sounds-like` */
function discloseNow(context: CommandContext, ready: Assembled): void {
  const { action, result, fingerprint } = ready
  if (!result.open) throw new Refused('action/gate-closed')
  mustGiveNothingAway(ready)
  const { id: itemId, caseId, draft, approval } = action
  const { to: toRole, purpose, recipient, channel } = draft
  const address = { toRole, purpose, recipient, channel }
  disclose(context, {
    ...address,
    kind: 'action',
    caseId,
    itemId,
    approvedBy: approval?.of === fingerprint ? approverOf(approval) : '',
    sha256: fingerprint,
    verdicts: result.lines,
    overrideId: result.overrideId,
  })
}

const aDay = 86_400_000

/**
 * The first day on which it can have gone out through the gate: no sooner than it was planned, and approved where it was.
 * One day is allowed for, because days are those of the place and instants are UTC.
 */
const earliestSent = ({ startedAt, approval }: Pick<Action, 'startedAt' | 'approval'>) =>
  new Date(Date.parse(approval?.at ?? startedAt) - aDay).toISOString().slice(0, 10)

function mayHappen(context: CommandContext, { action, line }: Assembled, event: ActionEvent): void {
  if (event.on > context.today) throw new Refused('action/in-future')
  const no = mayRecord(line, event)
  if (no) throw new Refused(no)
  if (event.what === 'sent' && event.on < earliestSent(action))
    throw new Refused('action/sent-before-approval')
  if (event.what === 'outcome') mustBeOfCase(context, action.caseId, [event.personId])
}

export const actionHandlers: HandlersFor<'action'> = {
  'action.plan': (context, { caseId, draft }) => {
    mustExist(context.db, caseId)
    mustBeOfCase(context, caseId, draft.personIds)
    const { actor: author, now: startedAt } = context
    const id = ActionId.parse(context.newId())
    const label = nextLabel(context.db, caseId)
    const blank = { approval: null, startedAt, changedAt: startedAt }
    actions.insert(context.db, { id, caseId, label, author, draft, ...blank })
    changed(context, caseId)
    return { actionId: id }
  },

  'action.change': (context, { actionId, draft }) => {
    const action = planned(context, actionId)
    mustBeOfCase(context, action.caseId, draft.personIds)
    actions.update(context.db, { ...action, ...rewritten(context, draft) })
    changed(context, action.caseId)
    return null
  },

  'action.view': (context, { actionId }) => viewOf(assemble(context, actionId)),

  ...approvalHandlers,

  'action.record': (context, { actionId, event }) => {
    const assembled = assemble(context, actionId)
    const { id, caseId } = assembled.action
    mayHappen(context, assembled, event)
    if (event.what === 'sent') discloseNow(context, assembled)
    const { actor: by, now: recordedAt } = context
    actionEntries.insert(context.db, { id: context.newId(), caseId, actionId: id, event, by, recordedAt })
    changed(context, caseId)
    return null
  },
}

/** Whoever changed it last is its author: they answer for what it says, and somebody else approves it. */
const rewritten = ({ actor: author, now: changedAt }: CommandContext, draft: ActionDraft) => ({
  author,
  draft,
  changedAt,
})
