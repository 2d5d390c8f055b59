import type { MergeDecision } from '../../../shared/exchange/preview.ts'
import type { Version } from '../../../shared/exchange/version.ts'
import { CaseId } from '../../../shared/model.ts'
import { Refused } from '../../../shared/refusal.ts'
import { cases, mustExist } from '../../case/repository.ts'
import type { CommandContext } from '../../handler.ts'
import { openEntrySeq } from '../../record/entry.ts'
import { keepArrived } from '../arrive.ts'
import type { Arrived } from '../arrive.ts'
import { addMerge } from './merges.ts'
import type { Before } from './merges.ts'
import { moveLabels } from './moveLabels.ts'
import type { Plan } from './plan.ts'
import { keepRef } from './refs.ts'
import { keepVersion, versionsOf } from './versions.ts'
import type { VersionedCase } from './versions.ts'
import { planFor } from './incoming.ts'
import { keepAnswers, keepOriginals, keepPerson, keepRow } from './keepCase.ts'

/**
 * Takes a case in: every row, or none; one entry of the record, which can be undone (ADR 0024).
 *
 * @returns the case, and how many conflicts wait for somebody.
 * @throws Refused
 */
export function takeInCase(
  context: CommandContext,
  arrived: Arrived,
  decisions: readonly MergeDecision[],
): { caseId: CaseId; conflicts: number } {
  const { db } = context
  const { plan, it, caseId } = planFor(context, arrived, {
    decisions,
    newId: () => context.newId(),
    newWrite: () => Buffer.from(context.random(8)).toString('hex'),
  })
  mustDecideIdentities(plan, decisions)
  const stood = versionsOf(db, caseId)
  for (const [ref, id] of it.fresh) keepRef(db, id, ref)
  moveLabels(db, plan.rows)
  for (const row of plan.rows) keepRow(context, row, it.document)
  const removed = plan.gone.map(one => ({ table: one.shared.name, row: one.shared.byId(db, one.id) }))
  for (const { shared, id } of plan.gone) shared.remove(db, id)
  for (const { personId, identity } of plan.identities) keepPerson(context, personId, identity)
  keepAnswers(db, { caseId, plan, document: it.document })
  keepOriginals(db, arrived, it.document)
  const atEntry = openEntrySeq(db)
  for (const version of plan.versions) keepVersion(db, { ...version, caseId, atEntry })
  cases.update(db, { ...mustExist(db, caseId), changedAt: context.now })
  const packageRow = keepArrived(context, arrived, caseId)
  const before: Before = {
    changed: plan.rows.flatMap(row =>
      row.before ? [{ table: row.shared.name, before: row.before, after: row.after }] : [],
    ),
    added: plan.rows.flatMap(row => (row.before ? [] : [{ table: row.shared.name, id: row.after.id }])),
    removed: removed.flatMap(one => (one.row ? [{ table: one.table, row: one.row }] : [])).toReversed(),
    versions: plan.versions.map(({ id }) => ({ id, version: versionIn(stood, id) })),
  }
  addMerge(db, {
    id: context.newId(),
    caseId,
    packageRow,
    entry: atEntry,
    before,
    undone: null,
    at: context.now,
  })
  context.about(caseId)
  return { caseId, conflicts: plan.open }
}

/** How far a field was written, or `null` when there was no such row. */
function versionIn({ rows, identities }: VersionedCase, key: string): Version | null {
  const [name, id = '', field = ''] = key.split(':')
  if (field === 'identity') {
    const known = identities.get(id)
    return known
      ? { heads: known.heads.map(({ write }) => ({ write, value: null })), seen: [...known.seen] }
      : null
  }
  return rows.find(row => row.table === name && row.id === id)?.fields.get(field) ?? null
}

/** Two identities that were written apart are never kept side by side. @throws Refused `exchange/decide-identity` */
function mustDecideIdentities({ changes }: Plan, decisions: readonly MergeDecision[]): void {
  const left = changes
    .filter(({ kind }) => kind === 'identity-conflict')
    .some(({ key }) => {
      const take = decisions.find(one => one.key === key)?.take ?? 'later'
      return take === 'later'
    })
  if (left) throw new Refused('exchange/decide-identity')
}
