import { createHash } from 'node:crypto'
import { isNo } from '../../../shared/consent/rules.ts'
import { CaseDocument } from '../../../shared/exchange/caseDocument.ts'
import type { MergeDecision, MergePreview } from '../../../shared/exchange/preview.ts'
import type { Json, Version } from '../../../shared/exchange/version.ts'
import { CaseId, PersonId } from '../../../shared/model.ts'
import { Identity } from '../../../shared/person/model.ts'
import { Refused } from '../../../shared/refusal.ts'
import { unknownCodeIn } from '../../../shared/settings/lists.ts'
import { cases, freshCode, mustExist } from '../../case/repository.ts'
import { prepare } from '../../db/handles.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { keepOriginal, original } from '../../evidence/repository.ts'
import type { CommandContext, QueryContext } from '../../handler.ts'
import { sealIdentity } from '../../person/identity.ts'
import { keepIdentity, persons } from '../../person/repository.ts'
import { openEntrySeq } from '../../record/entry.ts'
import { currentEditions } from '../../settings/repository.ts'
import { keepArrived } from '../arrive.ts'
import type { Arrived } from '../arrive.ts'
import { exchangedOf, isUndone } from '../log.ts'
import { refFor } from './compile.ts'
import { keepKnown, knownAnswers } from './known.ts'
import { addMerge } from './merges.ts'
import type { Before } from './merges.ts'
import { moveLabels } from './moveLabels.ts'
import { planMerge } from './plan.ts'
import type { Plan, PlannedRow } from './plan.ts'
import { idOf, keepRef, replaceIds } from './refs.ts'
import type { Row } from './tables.ts'
import { keepVersion, versionsOf } from './versions.ts'
import type { VersionedCase } from './versions.ts'

/** The case a package tells, as it was signed. @throws Refused `exchange/newer-than-app`, `exchange/not-a-package` */
export function caseIn({ document }: Arrived): CaseDocument {
  const read = CaseDocument.safeParse(document)
  if (read.success) return read.data
  const format = (document as { readonly format?: unknown } | null)?.format
  throw new Refused(
    typeof format === 'string' && /^vigil-case\/\d+$/.test(format) && format !== 'vigil-case/1'
      ? 'exchange/newer-than-app'
      : 'exchange/not-a-package',
  )
}

interface Translated {
  readonly document: CaseDocument
  /** The case here, or `null`. */
  readonly caseId: CaseId | null
  readonly refOf: (id: string) => string
  /** What packages call things that this vault did not know. */
  readonly fresh: ReadonlyMap<string, string>
}

/** The document in the ids of this vault. @param newId what to call what is not known here yet */
function translated(
  context: QueryContext,
  document: CaseDocument,
  newId: (ref: string) => string,
): Translated {
  const { db } = context
  const derived = refFor(context)
  const fresh = new Map<string, string>()
  const ids = new Map<string, string>()
  const toId = (ref: string) => {
    const id = ids.get(ref) ?? idOf(db, ref) ?? newId(ref)
    if (!ids.has(ref) && idOf(db, ref) === null) fresh.set(ref, id)
    ids.set(ref, id)
    return id
  }
  const mapped = replaceIds(document as unknown as Json, toId) as unknown as CaseDocument
  const refs = new Map([...ids].map(([ref, id]) => [id, ref]))
  const caseId = CaseId.parse(mapped.case)
  return {
    document: mapped,
    caseId: cases.byId(db, caseId) ? caseId : null,
    refOf: id => refs.get(id) ?? derived(id),
    fresh,
  }
}

/** Codes an office added to its own lists mean nothing here until somebody adds them. */
function mustBeInTheLists(db: ReadDb, document: CaseDocument): void {
  if (unknownCodeIn(document, currentEditions(db)) !== null) throw new Refused('exchange/code-unknown')
}

/** What came of this case from this sender before, newest first. */
const before = (db: ReadDb, { manifest }: Arrived, caseId: CaseId | null) =>
  caseId === null
    ? []
    : exchangedOf(db, caseId)
        .filter(
          ({ id, direction, origin }) =>
            direction === 'received' && origin === manifest.origin && !isUndone(db, id),
        )
        .toSorted((a, b) => b.entries - a.entries)

/** An older state of the same case tells nothing that is not known: it is a copy, or somebody put it back. */
function mustBeNewer(db: ReadDb, arrived: Arrived, caseId: CaseId | null): void {
  const last = before(db, arrived, caseId)[0]
  if (last && last.entries >= arrived.manifest.entries) throw new Refused('exchange/older-than-known')
}

interface Planned {
  readonly plan: Plan
  readonly it: Translated
  readonly caseId: CaseId
}

interface Choosing {
  readonly decisions: readonly MergeDecision[]
  readonly newId: (ref: string) => string
  readonly newWrite: (key: string) => string
}

function planFor(context: QueryContext, arrived: Arrived, { decisions, newId, newWrite }: Choosing): Planned {
  const { db } = context
  const document = caseIn(arrived)
  mustBeInTheLists(db, document)
  const it = translated(context, document, newId)
  mustBeNewer(db, arrived, it.caseId)
  const caseId = CaseId.parse(it.document.case)
  const ours = versionsOf(db, caseId)
  const plan = planMerge({ db, caseId, ours, incoming: it.document, decisions, newWrite, refOf: it.refOf })
  const isEmpty = it.caseId === null && !plan.rows.some(({ shared }) => shared.name === 'case_file')
  if (isEmpty) throw new Refused('exchange/not-a-package')
  return { plan, it, caseId }
}

/** What taking it in would do. Nothing is changed. @throws Refused */
export function previewOf(context: QueryContext, arrived: Arrived): MergePreview {
  const same = (ref: string) => ref
  const { plan, it } = planFor(context, arrived, {
    decisions: [],
    newId: same,
    newWrite: () => '0'.repeat(16),
  })
  const { db } = context
  const last = before(db, arrived, it.caseId)[0]
  const known = new Set(it.caseId ? knownAnswers(db, it.caseId).map(({ id }) => id) : [])
  const labels = labelsAfter(db, plan, it.caseId)
  const file = it.caseId ? mustExist(db, it.caseId) : null
  return {
    caseId: it.caseId,
    code: file?.code ?? it.document.code,
    state: file?.state ?? null,
    purpose: it.document.purpose,
    note: it.document.note,
    order: last ? 'newer' : 'first',
    lastSentAt: last?.sentAt ?? null,
    persons: it.document.rows.filter(({ table }) => table === 'person').length,
    rows: it.document.rows.length,
    withheld: it.document.withheld,
    changes: plan.changes.map(change => ({
      ...change,
      label: change.label || (labels.get(rowOf(change.key, it)) ?? ''),
    })),
    newNos: newNos(plan, known).map(personId => labels.get(personId) ?? ''),
  }
}

/** The row or person a change is about, in the ids of this vault. */
function rowOf(key: string, it: Translated): string {
  const ref = key.split(':')[1] ?? ''
  const row = it.document.rows.find(({ ref: id }) => it.refOf(id) === ref)
  const about = row?.fields['personId']?.heads[0]?.value
  return typeof about === 'string' ? about : (row?.ref ?? ref)
}

function labelsAfter(db: ReadDb, plan: Plan, caseId: CaseId | null): Map<string, string> {
  const here = caseId ? persons.ofCase(db, caseId).map(({ id, label }) => [id as string, label] as const) : []
  const coming = plan.rows.flatMap(({ after }) => {
    const label = after['label']
    return typeof label === 'string' ? [[after.id, label] as const] : []
  })
  return new Map([...here, ...coming])
}

/** Persons of whom a "no" comes that is not known here. */
function newNos({ rows }: Plan, known: ReadonlySet<string>): string[] {
  const nos = rows.filter(
    ({ shared, after }) =>
      shared.name === 'consent_decision' &&
      !known.has(after.id) &&
      isNo(after as unknown as Parameters<typeof isNo>[0]),
  )
  return [...new Set(nos.map(({ after }) => String(after['personId'])))]
}

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

/** @throws Refused `exchange/damaged` for a row that is not one. */
function keepRow(
  context: CommandContext,
  { shared, before, after }: PlannedRow,
  document: CaseDocument,
): void {
  const { db } = context
  const row = before === null && shared.name === 'case_file' ? newCase(context, after, document) : after
  if (!shared.isRow(row)) throw new Refused('exchange/damaged')
  if (before === null) shared.insert(db, ownOf(context, row))
  else if (JSON.stringify(before) !== JSON.stringify(row)) shared.update(db, ownOf(context, row))
}

/** What belongs to this vault alone. */
const ownOf = ({ now }: CommandContext, row: Row): Row =>
  'changedAt' in row ? { ...row, changedAt: now } : row

/** A case that was not here: under the code both offices say when it is free, owned by whoever takes it in. */
function newCase(context: CommandContext, row: Row, { code }: CaseDocument): Row {
  const { db, now, today, actor } = context
  const taken = prepare<[string]>(db, `SELECT 1 FROM case_file WHERE code = ?`).get(code)
  return {
    ...row,
    code: taken ? freshCode(db, size => context.random(size)) : code,
    state: 'intake',
    owner: actor,
    retentionReviewOn: yearAfter(today),
    changedAt: now,
  }
}

/** The same day a year later; the last of February for its 29th. */
function yearAfter(today: string): string {
  const next = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  return next.endsWith('-02-29') ? `${next.slice(0, 8)}28` : next
}

function keepPerson(context: CommandContext, id: string, value: Json): void {
  const { db, key, random } = context
  const personId = PersonId.parse(id)
  const person = persons.byId(db, personId)
  const identity = Identity.safeParse(value)
  if (!person || !identity.success) throw new Refused('exchange/damaged')
  keepIdentity(db, {
    personId,
    ...sealIdentity(identity.data, { personId, vaultKey: key('identity'), random }),
  })
  persons.update(db, { ...person, hasIdentity: true })
}

interface Answers {
  readonly caseId: CaseId
  readonly plan: Plan
  readonly document: CaseDocument
}

/** What was known where each answer that is new here was recorded. */
function keepAnswers(db: WriteDb, { caseId, plan, document }: Answers): void {
  const fresh = new Set(
    plan.rows
      .filter(({ shared, before }) => shared.name === 'consent_decision' && before === null)
      .map(({ after }) => after.id),
  )
  for (const { ref: id, known } of document.answers) if (fresh.has(id)) keepKnown(db, { id, caseId, known })
}

/** The bytes that came with e-mails, each held to its sum. @throws Refused `exchange/damaged` */
function keepOriginals(db: WriteDb, { files }: Arrived, { originals }: CaseDocument): void {
  const bytes = files.get('originals') ?? new Uint8Array()
  for (const { ref: id, at, size, sha256 } of originals) {
    const one = bytes.subarray(at, at + size)
    const sum = createHash('sha256').update(one).digest('hex')
    if (one.length !== size || sum !== sha256) throw new Refused('exchange/damaged')
    if (original(db, id) === null) keepOriginal(db, { id, bytes: one })
  }
}
