import type { ActionId } from '../../shared/model.ts'
import { stageOf } from '../../shared/action/rules.ts'
import type { CommandContext } from '../handler.ts'
import { actionOf } from './assemble.ts'
import { actionEntries, entriesOf } from './repository.ts'

/**
 * Notes that an action went out inside something larger that passed the gate and wrote down what was disclosed. One that
 * went out before stays as it is.
 */
export function leftWith(context: CommandContext, actionId: ActionId): void {
  const { id, caseId } = actionOf(context, actionId)
  if (stageOf(entriesOf(context.db, { id, caseId })) !== 'planned') return
  const { actor: by, now: recordedAt, today: on } = context
  const event = { what: 'sent', on, note: '' } as const
  actionEntries.insert(context.db, { id: context.newId(), caseId, actionId: id, event, by, recordedAt })
}
