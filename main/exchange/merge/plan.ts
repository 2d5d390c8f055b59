import type { SharedRow, ToldCase } from '../../../shared/exchange/caseDocument.ts'
import type { MergeChange, MergeDecision } from '../../../shared/exchange/preview.ts'
import {
  isConflict,
  isSameVersion,
  mergeVersions,
  valuesOf,
  written,
} from '../../../shared/exchange/version.ts'
import type { Json, Version } from '../../../shared/exchange/version.ts'
import type { CaseId } from '../../../shared/model.ts'
import { Refused } from '../../../shared/refusal.ts'
import type { ReadDb } from '../../db/handles.ts'
import { textIn } from './sharedTable.ts'
import { sharedTable, sharedTables } from './tables.ts'
import type { Row, SharedTable } from './sharedTable.ts'
import { planGone } from './planGone.ts'
import { planIdentities } from './planIdentities.ts'
import { relabelled } from './relabel.ts'
import { fieldKey } from './versions.ts'
import type { VersionedCase, VersionedRow } from './versions.ts'

/** A case as a package brings it: every id is this vault's already. */
export type Incoming = Pick<ToldCase, 'rows' | 'gone' | 'identities'>

/** One row as it will be. `before`: as it is; `null` when it is new. */
export interface PlannedRow {
  readonly shared: SharedTable
  readonly before: Row | null
  readonly after: Row
}

/** Everything that taking a package in would do. Nothing was done yet. */
export interface Plan {
  /** In the order in which rows can be added. */
  readonly rows: readonly PlannedRow[]
  /** Rows to take off, in the order in which they can go. */
  readonly gone: readonly { readonly shared: SharedTable; readonly id: string }[]
  readonly versions: readonly ({ readonly id: string } & Version)[]
  /** Persons whose identity is to be sealed anew. */
  readonly identities: readonly { readonly personId: string; readonly identity: Json }[]
  readonly changes: readonly MergeChange[]
  /** How many conflicts were left for later. */
  readonly open: number
}

/** What a plan is made from. */
export interface Planning {
  readonly db: ReadDb
  readonly caseId: CaseId
  readonly ours: VersionedCase
  readonly incoming: Incoming
  readonly decisions: readonly MergeDecision[]
  /** A writing that is new: of the person who decides. */
  readonly newWrite: (key: string) => string
  readonly refOf: (id: string) => string
}

interface Merged {
  readonly value: Json
  readonly version: Version
  readonly change: MergeChange | null
}

/** The name of a row. */
export const rowName = (name: string, id: string) => `${name}:${id}`

/** What taking this in would do to the case as it is. Pure but for reading rows. */
export function planMerge(planning: Planning): Plan {
  const { incoming, ours } = planning
  const mine = new Map(ours.rows.map(row => [rowName(row.table, row.id), row]))
  const gone = new Map(ours.gone.map(row => [rowName(row.table, row.id), row]))
  const isOff = (row: SharedRow) => {
    const name = rowName(row.table, row.ref)
    const off = gone.get(name)
    return !mine.has(name) && off !== undefined && knowsAll(row, off.known)
  }
  const named = new Set(incoming.rows.filter(row => !isOff(row)).flatMap(parentsIn))
  const planned = incoming.rows.flatMap(row => {
    if (isOff(row) && !named.has(row.ref)) return []
    const name = rowName(row.table, row.ref)
    return [planRow(planning, { row, here: mine.get(name) ?? null, wasOff: gone.has(name) })]
  })
  const goneHere = planGone(planning, mine)
  const identities = planIdentities(planning)
  const rows = relabelled(planning, planned)
  return {
    rows: inOrder(rows.rows),
    gone: goneHere.gone.toReversed(),
    versions: [...planned.flatMap(({ versions }) => versions), ...rows.versions, ...identities.versions],
    identities: identities.identities,
    changes: [
      ...planned.flatMap(({ changes }) => changes),
      ...goneHere.changes,
      ...rows.changes,
      ...identities.changes,
    ],
    open: planned
      .flatMap(({ changes }) => changes)
      .filter(one => one.kind === 'conflict' && isLeft(planning, one)).length,
  }
}

const isLeft = ({ decisions }: Planning, { key }: MergeChange) =>
  (decisions.find(one => one.key === key)?.take ?? 'later') === 'later'

/** Whether whoever took the row off had seen everything that was written to it. */
const knowsAll = ({ fields }: SharedRow, known: readonly string[]) => {
  const seen = new Set(known)
  return Object.values(fields).every(({ heads }) => heads.every(({ write }) => seen.has(write)))
}

/** What one row of a package comes to. */
export interface Planned {
  readonly row: PlannedRow | null
  readonly versions: Plan['versions']
  readonly changes: readonly MergeChange[]
}

/** The rows a row cannot be without. */
const parentsIn = ({ table, fields }: SharedRow): string[] =>
  sharedTable(table).parents.flatMap(field => {
    const value = fields[field]?.heads[0]?.value
    return typeof value === 'string' ? [value] : []
  })

interface RowIn {
  readonly row: SharedRow
  readonly here: VersionedRow | null
  readonly wasOff: boolean
}

function planRow(planning: Planning, { row, here, wasOff }: RowIn): Planned {
  const shared = sharedTable(row.table)
  mustBeValid(shared, row)
  return here ? mergeRow(planning, { shared, row, here }) : addRow(planning, { shared, row, wasOff })
}

/** Every value in a package is held to the schema of its field. @throws Refused `exchange/damaged` */
function mustBeValid(shared: SharedTable, { fields }: SharedRow): void {
  for (const [field, version] of Object.entries(fields)) {
    const isKnown = shared.fields.includes(field)
    if (field === 'label' && !version.heads.every(({ value }) => isLabel(shared, value)))
      throw new Refused('exchange/damaged')
    if (!isKnown || !isBounded(version) || !version.heads.every(({ value }) => shared.isValid(field, value)))
      throw new Refused('exchange/damaged')
  }
}

/** More than any honest field has, and far from where it could not be sent any more. */
const isBounded = ({ heads, seen }: Version): boolean => heads.length <= 16 && seen.length <= 1_000

/** A neutral code as one is given: so short that numbers are never used up by it. */
const isLabel = ({ letter }: SharedTable, value: unknown): boolean =>
  letter === null || (typeof value === 'string' && /^[A-Z][1-9]\d{0,4}$/.test(value))

/** The value a new row starts with where several stand: deterministic, the first in order. */
export const firstOf = (version: Version): Json => valuesOf(version)[0] ?? null

function addRow(
  { caseId, refOf }: Planning,
  {
    shared,
    row,
    wasOff,
  }: { readonly shared: SharedTable; readonly row: SharedRow; readonly wasOff: boolean },
): Planned {
  const told = Object.entries(row.fields).map(([field, version]) => [field, firstOf(version)] as const)
  const after = { ...shared.blank, ...Object.fromEntries(told), id: row.ref, caseId } as Row
  const values = shared.ofCase ? without(after, 'caseId') : after
  const nothing: Version = { heads: [], seen: [] }
  const versions = shared.fields.map(field => ({
    id: fieldKey(shared.name, row.ref, field),
    ...(row.fields[field] ?? nothing),
  }))
  const change: MergeChange = {
    key: rowName(shared.name, refOf(row.ref)),
    kind: wasOff ? 'kept' : 'added',
    table: shared.name,
    label: typeof after['label'] === 'string' ? after['label'] : '',
    field: '',
    ours: null,
    theirs: Object.fromEntries(told) as MergeChange['theirs'],
    proposal: 'theirs',
  }
  return { row: { shared, before: null, after: values }, versions, changes: [change] }
}

const without = (row: Row, field: string): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== field)) as Row

interface Both {
  readonly shared: SharedTable
  readonly row: SharedRow
  readonly here: VersionedRow
}

function mergeRow(planning: Planning, { shared, row, here }: Both): Planned {
  const before = shared.byId(planning.db, here.id)
  if (!before) return { row: null, versions: [], changes: [] }
  if (shared.fixed && !saysTheSame(row, before)) throw new Refused('exchange/damaged')
  const merged = Object.entries(row.fields).flatMap(([field, theirs]) => {
    const mine = here.fields.get(field) ?? { heads: [], seen: [] }
    const both = mergeVersions(mine, theirs)
    if (isSameVersion(both, mine)) return []
    if (!isBounded(both)) throw new Refused('exchange/damaged')
    return [{ field, ...mergeField(planning, { shared, id: here.id, field, before, both, mine }) }]
  })
  const after = { ...before, ...Object.fromEntries(merged.map(({ field, value }) => [field, value])) } as Row
  return {
    row: { shared, before, after },
    versions: merged.map(({ field, version }) => ({ id: fieldKey(shared.name, here.id, field), ...version })),
    changes: merged.flatMap(({ change }) => change ?? []),
  }
}

/** A row that is never changed is the same wherever it is. */
const saysTheSame = ({ fields }: SharedRow, before: Row): boolean =>
  Object.entries(fields).every(([field, { heads }]) =>
    heads.every(({ value }) => JSON.stringify(value) === JSON.stringify(before[field] ?? null)),
  )

interface FieldIn {
  readonly shared: SharedTable
  readonly id: string
  readonly field: string
  readonly before: Row
  readonly both: Version
  readonly mine: Version
}

function mergeField({ decisions, newWrite, refOf }: Planning, it: FieldIn): Merged {
  const { shared, id, field, before, both, mine } = it
  const stands = before[field] ?? null
  const values = valuesOf(both)
  if (field === 'label') return { value: stands, version: both, change: null }
  const key = fieldKey(shared.name, refOf(id), field)
  const theirs = values.find(value => JSON.stringify(value) !== JSON.stringify(stands)) ?? stands
  const change = {
    key,
    table: shared.name,
    label: labelFor(before),
    field,
    ours: stands as MergeChange['ours'],
    theirs: theirs as MergeChange['theirs'],
  }
  if (!isConflict(both)) {
    const value = values[0] ?? stands
    const isNew = JSON.stringify(value) !== JSON.stringify(stands)
    return { value, version: both, change: isNew ? { ...change, kind: 'changed', proposal: 'theirs' } : null }
  }
  const wasOpen = isConflict(mine) && values.length === valuesOf(mine).length
  const take = decisions.find(one => one.key === key)?.take ?? 'later'
  const conflict = {
    ...change,
    kind: 'conflict',
    proposal: proposalFor(field, { ours: stands, theirs }),
  } as const
  if (take === 'later') return { value: stands, version: both, change: wasOpen ? null : conflict }
  const value = take === 'theirs' ? theirs : stands
  return { value, version: written(both, newWrite(key), value), change: conflict }
}

/** What tells of more danger is proposed; otherwise nothing is. */
const worse: Readonly<Record<string, readonly Json[]>> = {
  danger: ['imminent', 'possible', 'unknown', 'none'],
}

function proposalFor(
  field: string,
  { ours, theirs }: { readonly ours: Json; readonly theirs: Json },
): MergeChange['proposal'] {
  const order = worse[field]
  if (!order) return 'later'
  const [mine, other] = [order.indexOf(ours), order.indexOf(theirs)]
  return other !== -1 && other < mine ? 'theirs' : 'ours'
}

export const labelFor = (row: Row): string => textIn(row, 'label')

const inOrder = (rows: readonly PlannedRow[]): PlannedRow[] =>
  rows.toSorted((a, b) => sharedTables.indexOf(a.shared) - sharedTables.indexOf(b.shared))
