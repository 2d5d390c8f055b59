import type { ToldCase } from '../../../shared/exchange/caseDocument.ts'
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
import { rowName } from './plan.ts'
import type { Plan } from './plan.ts'
import { exchangedById } from '../log.ts'
import { keepRef, keepTold } from './refs.ts'
import type { Row } from './sharedTable.ts'
import { keepVersions } from './keptVersions.ts'
import type { VersionedCase } from './versions.ts'
import { planFor } from './incoming.ts'
import type { Planned } from './incoming.ts'
import { keepAnswers, keepOriginals, keepPerson, keepRow } from './keepCase.ts'
import type { Beginning } from './keepCase.ts'

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
  const planned = planFor(context, arrived, choosingIn(context, decisions))
  return keepPlanned(context, planned, {
    decisions,
    files: arrived.files,
    packageRow: () => keepArrived(context, arrived, planned.caseId),
  })
}

/** What a plan is made with when something is taken in for good. */
export const choosingIn = (context: CommandContext, decisions: readonly MergeDecision[]) => ({
  decisions,
  newId: () => context.newId(),
  newWrite: () => Buffer.from(context.random(8)).toString('hex'),
})

interface Keeping extends Pick<Arrived, 'files'> {
  readonly decisions: readonly MergeDecision[]
  /** What a case that is new here begins as. */
  readonly born?: Beginning['born']
  /** The row of the log; asked when the case is there. */
  readonly packageRow: () => string
}

/** Does what was planned: every row of the case. @throws Refused `exchange/decide-identity`, `exchange/damaged` */
export function keepPlanned<T extends ToldCase>(
  context: CommandContext,
  { plan, it, caseId, ours }: Planned<T>,
  { decisions, files, packageRow: logged, born = {} }: Keeping,
): { caseId: CaseId; conflicts: number } {
  const { db } = context
  mustDecideIdentities(plan, decisions)
  const stoodAt = versionsIn(ours)
  for (const [ref, id] of it.fresh) keepRef(db, id, ref)
  moveLabels(db, plan.rows)
  const identified = new Set(plan.identities.map(({ personId }) => personId))
  for (const row of plan.rows) keepRow(context, row, { document: it.document, born, identified })
  const removed = plan.gone.map(one => ({ table: one.shared.name, row: one.shared.byId(db, one.id) }))
  for (const { shared, id } of plan.gone) shared.remove(db, id)
  for (const { personId, identity } of plan.identities) keepPerson(context, personId, identity)
  keepAnswers(db, { caseId, plan, document: it.document })
  keepOriginals(db, { files }, it.document)
  const atEntry = openEntrySeq(db)
  const after = new Map(plan.rows.map(row => [rowName(row.shared.name, row.after.id), row.after]))
  keepVersions(db, {
    caseId,
    atEntry,
    fields: [
      ...new Map(plan.versions.map(({ id, heads, seen }) => [id, { id, version: { heads, seen } }])).values(),
    ],
    standing: row => after.get(row) ?? null,
  })
  if (it.caseId !== null) cases.update(db, { ...mustExist(db, caseId), changedAt: context.now })
  const packageRow = logged()
  const from = exchangedById(db, packageRow)?.colleagueId
  if (from)
    keepTold(
      db,
      from,
      it.document.rows.map(({ ref: id }) => id),
    )
  const added = new Set(
    plan.rows.flatMap(row => (row.before ? [] : [rowName(row.shared.name, row.after.id)])),
  )
  const before: Before = {
    changed: plan.rows.flatMap(row =>
      row.before && isChanged(row.before, row.after)
        ? [{ table: row.shared.name, before: row.before, after: row.after }]
        : [],
    ),
    added: plan.rows.flatMap(row => (row.before ? [] : [{ table: row.shared.name, id: row.after.id }])),
    removed: removed.flatMap(one => (one.row ? [{ table: one.table, row: one.row }] : [])).toReversed(),
    versions: plan.versions.flatMap(({ id }) =>
      added.has(id.slice(0, id.lastIndexOf(':'))) ? [] : [{ id, version: stoodAt(id) }],
    ),
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

const isChanged = (before: Row, after: Row) => JSON.stringify(before) !== JSON.stringify(after)

/** How far a field was written, or `null` when there was no such row. Each row is found at once: there may be thousands. */
function versionsIn({ rows, identities }: VersionedCase): (key: string) => Version | null {
  const all = new Map(rows.map(row => [rowName(row.table, row.id), row]))
  return key => {
    const [name = '', id = '', field = ''] = key.split(':')
    if (field !== 'identity') return all.get(rowName(name, id))?.fields.get(field) ?? null
    const known = identities.get(id)
    return known
      ? { heads: known.heads.map(({ write }) => ({ write, value: null })), seen: [...known.seen] }
      : null
  }
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
