import type { Action, ActionEntry, ActionLine } from '../../shared/action/model.ts'
import { lineOf } from '../../shared/action/rules.ts'
import type { CaseId } from '../../shared/model.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

export const actions = table<Action>('action', {
  id: 'plain',
  caseId: 'plain',
  label: 'plain',
  author: 'plain',
  draft: 'json',
  approval: 'json',
  startedAt: 'plain',
  changedAt: 'plain',
})

/** What happened to actions. Added, never changed. */
export const actionEntries = table<ActionEntry>('action_entry', {
  id: 'plain',
  caseId: 'plain',
  actionId: 'plain',
  event: 'json',
  by: 'plain',
  recordedAt: 'plain',
})

/** What happened to one action, in the order of recording. */
export const entriesOf = (db: ReadDb, { id, caseId }: Pick<Action, 'id' | 'caseId'>): ActionEntry[] =>
  actionEntries.ofCase(db, caseId).filter(({ actionId }) => actionId === id)

/**
 * Actions that somebody was asked about or approved and that may not have gone out yet: those that did are never among them,
 * unless their case is for named people.
 */
export const askedActions = (db: ReadDb): Action[] =>
  actions.where(
    db,
    `id IN (SELECT id FROM main.action_planned WHERE asked = 1 UNION ALL SELECT row FROM main.sealed_row WHERE tbl = 'action')`,
  )

function inLines(all: readonly Action[], entries: readonly ActionEntry[]): ActionLine[] {
  const groups = Map.groupBy(entries, ({ actionId }) => actionId)
  return all.map(action => lineOf(action, groups.get(action.id) ?? []))
}

/** The actions of a case with what happened to them, in the order of planning. */
export const actionLines = (db: ReadDb, caseId: CaseId): ActionLine[] =>
  inLines(actions.ofCase(db, caseId), actionEntries.ofCase(db, caseId))

/** The next label of a case: "M1", "M2", …, one more than the highest there is. */
export const nextLabel = (db: ReadDb, caseId: CaseId): string =>
  `M${Math.max(0, ...actions.ofCase(db, caseId).map(({ label }) => Number(label.slice(1)))) + 1}`
