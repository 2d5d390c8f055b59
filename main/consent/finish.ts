import type { FollowUpId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import type { CommandContext } from '../handler.ts'
import { followUps } from './repository.ts'

/**
 * Writes down that a follow-up task is done, and what came of it.
 *
 * @throws Refused `consent/task-gone`, `consent/task-done`.
 */
export function finishTask(
  context: CommandContext,
  { taskId, note }: { readonly taskId: FollowUpId; readonly note: string },
): void {
  const task = followUps.byId(context.db, taskId)
  if (!task) throw new Refused('consent/task-gone')
  if (task.done) throw new Refused('consent/task-done')
  const done = { on: context.today, by: context.actor, note }
  followUps.update(context.db, { ...task, done })
  changed(context, task.caseId)
}
