import type { Action } from '../../shared/action/model.ts'
import { stageOf } from '../../shared/action/rules.ts'
import type { ActionId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { QueryContext } from '../handler.ts'
import { actionOf } from './assemble.ts'
import { entriesOf } from './repository.ts'

/** An action that was not sent yet. @throws Refused `action/gone`, `action/already-sent`, `action/ended` */
export function planned(context: Pick<QueryContext, 'db'>, actionId: ActionId): Action {
  const action = actionOf(context, actionId)
  const stage = stageOf(entriesOf(context.db, action))
  if (stage === 'ended') throw new Refused('action/ended')
  if (stage !== 'planned') throw new Refused('action/already-sent')
  return action
}
