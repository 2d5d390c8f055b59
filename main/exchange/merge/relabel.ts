import { labelsOf } from '../../../shared/exchange/labels.ts'
import type { MergeChange } from '../../../shared/exchange/preview.ts'
import type { Version } from '../../../shared/exchange/version.ts'
import { firstOf, labelFor, rowName } from './plan.ts'
import type { Plan, Planned, PlannedRow, Planning } from './plan.ts'
import { textIn } from './sharedTable.ts'
import { sharedTables } from './tables.ts'
import type { SharedTable } from './sharedTable.ts'
import { fieldKey } from './versions.ts'

interface Relabelled {
  readonly rows: readonly PlannedRow[]
  readonly versions: Plan['versions']
  readonly changes: readonly MergeChange[]
}

/** Gives rows that two offices gave the same neutral code codes of their own, the same in both. */
export function relabelled(planning: Planning, planned: readonly Planned[]): Relabelled {
  const rows = new Map(
    planned.flatMap(({ row }) => (row ? [[rowName(row.shared.name, row.after.id), row] as const] : [])),
  )
  const extra = sharedTables
    .filter(({ letter }) => letter !== null)
    .map(shared => relabel(planning, { shared, rows, planned }))
  return {
    rows: [...rows.values()],
    versions: extra.flatMap(({ versions }) => versions),
    changes: extra.flatMap(({ changes }) => changes),
  }
}

interface Relabel {
  readonly shared: SharedTable
  /** Written to: the rows as they will be. */
  readonly rows: Map<string, PlannedRow>
  readonly planned: readonly Planned[]
}

/** The code each row was first given, with how far that was written. */
function basesOf(
  { ours }: Planning,
  { shared, planned }: Pick<Relabel, 'shared' | 'planned'>,
): Map<string, Version> {
  const bases = new Map<string, Version>()
  for (const { table, id, fields } of ours.rows) {
    const version = fields.get('label')
    if (table === shared.name && version) bases.set(id, version)
  }
  const [start, end] = [`${shared.name}:`, ':label']
  for (const { versions } of planned)
    for (const { id, heads, seen } of versions)
      if (id.endsWith(end) && id.startsWith(start))
        bases.set(id.slice(start.length, -end.length), { heads: [...heads], seen: [...seen] })
  return bases
}

function baseOf(version: Version | undefined): string {
  const value = version && version.heads.length > 0 ? firstOf(version) : ''
  return typeof value === 'string' ? value : ''
}

function relabel(planning: Planning, { shared, rows, planned }: Relabel) {
  const { db, caseId, refOf } = planning
  const base = basesOf(planning, { shared, planned })
  const standing = shared.rowsOf(db, caseId).map(before => ({ before, after: before, shared }))
  const all = new Map<string, PlannedRow>([
    ...standing.map(row => [row.after.id, row] as const),
    ...[...rows.values()].filter(row => row.shared === shared).map(row => [row.after.id, row] as const),
  ])
  const labels = labelsOf(
    [...all.values()].map(({ after }) => ({
      id: after.id,
      ref: refOf(after.id),
      base: baseOf(base.get(after.id)) || textIn(after, 'label'),
      addedAt: textIn(after, 'addedAt') || textIn(after, 'startedAt'),
    })),
  )
  const changed = [...all.values()].flatMap(row => {
    const label = labels.get(row.after.id) ?? ''
    if (label === row.after['label']) return []
    rows.set(rowName(shared.name, row.after.id), { ...row, after: { ...row.after, label } })
    return row.before ? [{ row, label, version: base.get(row.after.id) ?? null }] : []
  })
  return {
    versions: changed.flatMap(({ row, version }) =>
      version ? [{ id: fieldKey(shared.name, row.after.id, 'label'), ...version }] : [],
    ),
    changes: changed.map(({ row, label }): MergeChange => ({
      key: fieldKey(shared.name, refOf(row.after.id), 'label'),
      kind: 'renumbered',
      table: shared.name,
      label: labelFor(row.after),
      field: 'label',
      ours: labelFor(row.after),
      theirs: label,
      proposal: 'theirs',
    })),
  }
}
