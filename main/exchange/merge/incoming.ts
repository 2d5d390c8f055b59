import { CaseDocument } from '../../../shared/exchange/caseDocument.ts'
import type { ToldCase } from '../../../shared/exchange/caseDocument.ts'
import type { MergeDecision } from '../../../shared/exchange/preview.ts'
import type { Json } from '../../../shared/exchange/version.ts'
import { CaseId } from '../../../shared/model.ts'
import { Refused } from '../../../shared/refusal.ts'
import { unknownCodeIn } from '../../../shared/settings/lists.ts'
import { cases } from '../../case/repository.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { QueryContext } from '../../handler.ts'
import { mustNotBeDisposed } from '../../retention/repository.ts'
import { currentEditions } from '../../settings/repository.ts'
import type { Arrived } from '../arrive.ts'
import { colleagueBySigningKey } from '../colleagues.ts'
import { exchangedOf, isUndone } from '../log.ts'
import { refFor } from './compile.ts'
import { mustBelong } from './mustBelong.ts'
import { planMerge } from './plan.ts'
import type { Plan } from './plan.ts'
import { idOf, replaceIds } from './refs.ts'
import { unheardOf, versionsOf } from './versions.ts'
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

/** A package's case in the ids of this vault. */
export interface Translated<T extends ToldCase = CaseDocument> {
  readonly document: T
  /** The case here, or `null`. */
  readonly caseId: CaseId | null
  readonly refOf: (id: string) => string
  /** What packages call things that this vault did not know. */
  readonly fresh: ReadonlyMap<string, string>
}

/** The document in the ids of this vault. @param newId what to call what is not known here yet */
function translated<T extends ToldCase>(
  context: QueryContext,
  document: T,
  newId: (ref: string) => string,
): Translated<T> {
  const { db } = context
  const derived = refFor(context)
  const fresh = new Map<string, string>()
  const ids = new Map<string, string>()
  const toId = (ref: string) => {
    const met = ids.get(ref)
    if (met !== undefined) return met
    const known = idOf(db, ref)
    const id = known ?? newId(ref)
    if (known === null) fresh.set(ref, id)
    ids.set(ref, id)
    return id
  }
  const mapped = replaceIds(document as unknown as Json, toId) as unknown as T
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
function mustBeInTheLists(db: ReadDb, document: ToldCase): void {
  if (unknownCodeIn(document, currentEditions(db)) !== null) throw new Refused('exchange/code-unknown')
}

/** What came of this case from this sender before, newest first. */
export const before = (db: ReadDb, { manifest }: Arrived, caseId: CaseId | null) =>
  caseId === null
    ? []
    : exchangedOf(db, caseId)
        .filter(
          ({ id, direction, origin, colleagueId }) =>
            direction === 'received' &&
            origin === manifest.origin &&
            colleagueId === colleagueBySigningKey(db, manifest.senderKey)?.id &&
            !isUndone(db, id),
        )
        .toSorted((a, b) => b.entries - a.entries)

/**
 * An older state of the same case tells nothing that is not known. A shorter record that was sent later is another: an older
 * copy of the vault was put back, and what was heard since is in no other file.
 */
function mustBeNewer(db: ReadDb, arrived: Arrived, caseId: CaseId | null): void {
  const { entries, sentAt } = arrived.manifest
  if (before(db, arrived, caseId).some(one => one.entries >= entries && one.sentAt >= sentAt))
    throw new Refused('exchange/older-than-known')
}

/** A plan, for which case. */
export interface Planned<T extends ToldCase = CaseDocument> {
  readonly plan: Plan
  readonly it: Translated<T>
  readonly caseId: CaseId
  /** The case as far as it was written before. */
  readonly ours: VersionedCase
}

interface Choosing {
  readonly decisions: readonly MergeDecision[]
  readonly newId: (ref: string) => string
  readonly newWrite: (key: string) => string
}

/** What taking it in comes to, with these decisions. @throws Refused */
export function planFor(context: QueryContext, arrived: Arrived, choosing: Choosing): Planned {
  const planned = planTold(context, caseIn(arrived), choosing)
  mustBeNewer(context.db, arrived, planned.it.caseId)
  return planned
}

/** The same for a case any package tells; whether it is older than what came before is not asked. @throws Refused */
export function planTold<T extends ToldCase>(
  context: QueryContext,
  document: T,
  { decisions, newId, newWrite }: Choosing,
): Planned<T> {
  const { db } = context
  mustBeInTheLists(db, document)
  const it = translated(context, document, newId)
  const caseId = CaseId.parse(it.document.case)
  mustNotBeDisposed(db, caseId)
  const ours = it.fresh.has(document.case) ? unheardOf : versionsOf(db, caseId)
  mustBelong({ db, caseId, ours, document: it.document, fresh: new Set(it.fresh.values()) })
  const plan = planMerge({ db, caseId, ours, incoming: it.document, decisions, newWrite, refOf: it.refOf })
  const isEmpty = it.caseId === null && !plan.rows.some(({ shared }) => shared.name === 'case_file')
  if (isEmpty) throw new Refused('exchange/not-a-package')
  return { plan, it, caseId, ours }
}
