import { createHash } from 'node:crypto'
import type { CaseFile } from '../../../shared/case/model.ts'
import type { ToldCase } from '../../../shared/exchange/caseDocument.ts'
import type { Json } from '../../../shared/exchange/version.ts'
import { CaseId, PersonId } from '../../../shared/model.ts'
import { Identity } from '../../../shared/person/model.ts'
import { Refused } from '../../../shared/refusal.ts'
import { wrapKeyOf } from '../../access/wrapKey.ts'
import { freshCode, isCodeTaken } from '../../case/repository.ts'
import type { WriteDb } from '../../db/handles.ts'
import { keepOriginal, original } from '../../evidence/repository.ts'
import type { CommandContext } from '../../handler.ts'
import { sealIdentity } from '../../person/identity.ts'
import { keepIdentity, persons } from '../../person/repository.ts'
import type { Arrived } from '../arrive.ts'
import { keepKnown } from './known.ts'
import type { Plan, PlannedRow } from './plan.ts'
import type { Row, SharedTable } from './sharedTable.ts'

/** What a row that is new here begins with, beside what the package says of it. */
export interface Beginning {
  readonly document: ToldCase
  /** What a case that is new here begins as; its usual beginning where there is nothing. */
  readonly born: Partial<Pick<CaseFile, 'state' | 'retentionReviewOn'>>
  /** Persons who will be identified. */
  readonly identified: ReadonlySet<string>
}

/** @throws Refused `exchange/damaged` for a row that is not one. */
export function keepRow(
  context: CommandContext,
  { shared, before, after }: PlannedRow,
  beginning: Beginning,
): void {
  const { db } = context
  const planned = before === null ? newRow(context, { shared, after }, beginning) : after
  const row = ownOf(context, planned)
  if (!shared.isRow(row)) throw new Refused('exchange/damaged')
  if (before === null) insertWhole(db, shared, row)
  else if (JSON.stringify(before) !== JSON.stringify(planned)) shared.update(db, row)
}

/** A row that names what is nowhere is none. @throws Refused `exchange/damaged` */
function insertWhole(db: WriteDb, shared: SharedTable, row: Row): void {
  try {
    shared.insert(db, row)
  } catch (error) {
    const { code } = error as { readonly code?: unknown }
    throw String(code).startsWith('SQLITE_CONSTRAINT') ? new Refused('exchange/damaged') : error
  }
}

/** What belongs to this vault alone. */
const ownOf = ({ now }: CommandContext, row: Row): Row =>
  'changedAt' in row ? { ...row, changedAt: now } : row

/** A row that was not here, with what belongs to this vault alone. */
function newRow(
  context: CommandContext,
  { shared, after }: Pick<PlannedRow, 'shared' | 'after'>,
  { document, born, identified }: Beginning,
): Row {
  if (shared.name === 'case_file') return { ...newCase(context, after, document), ...born }
  return shared.name === 'person' && identified.has(after.id) ? { ...after, hasIdentity: true } : after
}

/** A case that was not here: under the code both offices say when it is free, owned by whoever takes it in. */
function newCase(context: CommandContext, row: Row, { code }: ToldCase): Row {
  const { db, now, today, actor } = context
  const taken = isCodeTaken(db, code)
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

/** Seals who a person is anew. @throws Refused `exchange/damaged` */
export function keepPerson(context: CommandContext, id: string, value: Json): void {
  const { db, random } = context
  const personId = PersonId.parse(id)
  const person = persons.byId(db, personId)
  const identity = Identity.safeParse(value)
  if (!person || !identity.success) throw new Refused('exchange/damaged')
  keepIdentity(db, {
    personId,
    ...sealIdentity(identity.data, { personId, vaultKey: wrapKeyOf(context, personId), random }),
  })
  if (!person.hasIdentity) persons.update(db, { ...person, hasIdentity: true })
}

interface Answers {
  readonly caseId: CaseId
  readonly plan: Plan
  readonly document: ToldCase
}

/** What was known where each answer that is new here was recorded. */
export function keepAnswers(db: WriteDb, { caseId, plan, document }: Answers): void {
  const fresh = new Set(
    plan.rows
      .filter(({ shared, before }) => shared.name === 'consent_decision' && before === null)
      .map(({ after }) => after.id),
  )
  for (const { ref: id, known } of document.answers) if (fresh.has(id)) keepKnown(db, { id, caseId, known })
}

/** The bytes that came with e-mails, each held to its sum. @throws Refused `exchange/damaged` */
export function keepOriginals(db: WriteDb, { files }: Pick<Arrived, 'files'>, { originals }: ToldCase): void {
  const bytes = files.get('originals') ?? new Uint8Array()
  for (const { ref: id, at, size, sha256 } of originals) {
    const one = bytes.subarray(at, at + size)
    const sum = createHash('sha256').update(one).digest('hex')
    if (one.length !== size || sum !== sha256) throw new Refused('exchange/damaged')
    if (original(db, id) === null) keepOriginal(db, { id, bytes: one })
  }
}
