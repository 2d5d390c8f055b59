import { isNo } from '../../../shared/consent/rules.ts'
import { PersonId } from '../../../shared/model.ts'
import type { CaseId } from '../../../shared/model.ts'
import { Refused } from '../../../shared/refusal.ts'
import { cases } from '../../case/repository.ts'
import { consents } from '../../consent/repository.ts'
import { prepare } from '../../db/handles.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import type { CommandContext } from '../../handler.ts'
import { dropOriginal } from '../../evidence/repository.ts'
import { dropIdentity } from '../../person/repository.ts'
import { dropWords } from '../../plan/repository.ts'
import { toldIn } from '../../db/said.ts'
import { openEntrySeq } from '../../record/entry.ts'
import { moveLabels } from './moveLabels.ts'
import { dropKnown } from './known.ts'
import { changeMerge, mergeById, mergesOf } from './merges.ts'
import type { Merge } from './merges.ts'
import type { HandedKind } from '../../../shared/exchange/caseDocument.ts'
import { sharedTable } from './tables.ts'
import type { Row } from './sharedTable.ts'
import { keepVersions } from './keptVersions.ts'
import { rowName } from './plan.ts'

/**
 * Takes out again what a package brought, as if it had never come (ADR 0024). One entry.
 *
 * What somebody wrote here since stays. A "no" of a person who stays is never taken out, and an identity that was replaced does
 * not come back: its key is destroyed.
 *
 * @throws Refused `exchange/merge-gone`, `exchange/undo-newer-first` when a later package was merged into the case,
 *   `exchange/undo-too-late` when something here rests on what came.
 */
export function undoMerge(
  context: CommandContext,
  { mergeId, why }: { mergeId: string; why: string },
): CaseId {
  const { db } = context
  const merge = mergeById(db, mergeId)
  if (!merge || merge.undone) throw new Refused('exchange/merge-gone')
  const { caseId } = merge
  if (mergesOf(db, caseId).some(other => other.entry > merge.entry && !other.undone))
    throw new Refused('exchange/undo-newer-first')
  const leaving = leavingWith(db, merge)
  if (isUsed(db, merge, leaving)) throw new Refused('exchange/undo-too-late')
  takeOut(db, leaving)
  bringBack(db, merge)
  const entry = openEntrySeq(db)
  keepVersions(db, {
    caseId,
    atEntry: entry,
    fields: merge.before.versions.filter(
      ({ id, version }) => version === null || !isWrittenSince(db, merge, id),
    ),
    dropped: merge.before.added.map(({ table, id }) => rowName(table, id)),
    standing: name => rowNamed(db, name),
  })
  changeMerge(db, { ...merge, undone: { entry, by: context.actor, at: context.now, why } })
  const file = cases.byId(db, caseId)
  if (file) cases.update(db, { ...file, changedAt: context.now })
  context.about(caseId)
  context.because(why)
  return caseId
}

interface Leaving {
  readonly table: HandedKind
  readonly id: string
}

/** The rows that came, without every "no" of somebody who stays. */
function leavingWith(db: ReadDb, { before }: Merge): Leaving[] {
  const added = before.added.map(({ table, id }) => ({ table: table as HandedKind, id }))
  const persons = new Set(added.filter(({ table }) => table === 'person').map(({ id }) => id))
  const nos = added.flatMap(({ table, id }) => {
    const answer = table === 'consent_decision' ? consents.byId(db, id) : null
    return answer && isNo(answer) && !persons.has(answer.personId) ? [answer] : []
  })
  const stay = new Set<string>(nos.flatMap(({ id, talkId }) => (talkId ? [id, talkId] : [id])))
  return added.filter(({ id }) => !stay.has(id))
}

/** Whether anything was written to these rows since, or names them. */
function isUsed(db: ReadDb, { entry, caseId }: Merge, leaving: readonly Leaving[]): boolean {
  const ids = new Set(leaving.map(({ id }) => id))
  const sql = `SELECT c.tbl, c.row, c.said FROM change c JOIN entry e ON e.seq = c.entry
               WHERE e.case_id = ? AND c.entry > ?`
  const since = prepare<[string, number], Since>(db, sql).all(caseId, entry)
  if (ids.has(caseId) && isWorkedOn(db, caseId, entry)) return true
  const hasAnswers = leaving.some(({ table }) => table === 'consent_decision')
  if (hasAnswers && since.some(isCounted)) return true
  return since.some(
    ({ tbl, row, said }) =>
      !tbl.startsWith('exchange') &&
      ((ids.has(row) && row !== caseId) ||
        toldIn(said).some(([, , now]) => now !== null && mentions(now, ids, caseId))),
  )
}

interface Since {
  readonly tbl: string
  readonly row: string
  readonly said: Uint8Array | null
}

/**
 * Whether a change rests on how many answers there were, as what a later "no" ends does: with fewer, that "no" would stand
 * where an earlier answer stood.
 */
const isCounted = ({ said }: Since): boolean => toldIn(said).some(([col]) => col === 'answers_before')

/** Whether anybody did anything on a case since it came, beside looking after its files. */
function isWorkedOn(db: ReadDb, caseId: CaseId, entry: number): boolean {
  const sql = `SELECT 1 FROM entry WHERE case_id = ? AND seq > ? AND operation NOT LIKE 'notice.%'`
  return prepare<[string, number]>(db, sql).get(caseId, entry) !== undefined
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const mentions = (value: string, ids: ReadonlySet<string>, caseId: string) =>
  (value.match(uuids) ?? []).some(id => id !== caseId && ids.has(id))

function takeOut(db: WriteDb, leaving: readonly Leaving[]): void {
  prepare<[]>(db, `INSERT INTO entry_undoing (one) VALUES (1)`).run()
  for (const { table, id } of leaving.toReversed()) {
    if (table === 'consent_decision') dropKnown(db, id)
    if (table === 'source_message' || table === 'attachment') dropOriginal(db, id)
    if (table === 'person') {
      dropIdentity(db, PersonId.parse(id))
      dropWords(db, PersonId.parse(id))
    }
    sharedTable(table).remove(db, id)
  }
  prepare<[]>(db, `DELETE FROM entry_undoing`).run()
}

/** Fields go back to what they were, unless somebody wrote to them here since; rows that were taken off come back. */
function bringBack(db: WriteDb, merge: Merge): void {
  for (const { table, row } of merge.before.removed) sharedTable(table as HandedKind).insert(db, row)
  const rows = merge.before.changed.flatMap(({ table, before, after }) => {
    const shared = sharedTable(table as HandedKind)
    const now = shared.byId(db, before.id)
    return now ? [{ shared, before: now, after: reverted({ before, after, now }) }] : []
  })
  moveLabels(db, rows)
  for (const { shared, after } of rows) shared.update(db, after)
}

function reverted({
  before,
  after,
  now,
}: {
  readonly before: Row
  readonly after: Row
  readonly now: Row
}): Row {
  const fields = Object.keys(after).filter(
    field =>
      JSON.stringify(before[field]) !== JSON.stringify(after[field]) &&
      JSON.stringify(now[field]) === JSON.stringify(after[field]),
  )
  return { ...now, ...Object.fromEntries(fields.map(field => [field, before[field] ?? null])) }
}

function rowNamed(db: ReadDb, name: string): Row | null {
  const [table = '', id = ''] = name.split(':')
  return sharedTable(table as HandedKind).byId(db, id)
}

/** Whether somebody wrote to a field here after the merge. */
function isWrittenSince(db: ReadDb, { entry }: Merge, key: string): boolean {
  const [table = '', row = '', field = ''] = key.split(':')
  const sql = `SELECT said FROM change WHERE entry > ? AND tbl = ? AND row = ?`
  const col = field.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  return prepare<[number, string, string], Pick<Since, 'said'>>(db, sql)
    .all(entry, table, row)
    .some(({ said }) => toldIn(said).some(([name]) => name === col))
}
