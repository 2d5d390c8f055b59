import { isRecalled, isShutBy, isWaiting, recallStanding } from '../../shared/exchange/notices.ts'
import type { ExchangedPackage } from '../../shared/exchange/packages.ts'
import type { CaseId } from '../../shared/model.ts'
import type { RecallStanding, Touched } from '../../shared/notice/model.ts'
import { cases } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { underRecall } from '../exchange/log.ts'
import { persons, sealedIdentity } from '../person/repository.ts'
import {
  colleagueNotices,
  mergedPackages,
  mergedUnderRecall,
  recallDecisions,
  recallsThatCame,
} from './repository.ts'
import type { DecisionRow, KeptNotice, Merged } from './repository.ts'

/** What is looked at to say how far recalls are settled. */
export interface Kept {
  readonly merged: readonly Merged[]
  readonly decisions: readonly DecisionRow[]
  readonly notices: readonly KeptNotice[]
}

/** Everything that recalls depend on here, read once. */
export const keptOf = (db: ReadDb): Kept => ({
  merged: mergedPackages(db),
  decisions: recallDecisions.all(db),
  notices: colleagueNotices(db),
})

/** The cases a received package went into; just `null` when it went into none. */
function casesOf(one: ExchangedPackage, { merged }: Kept): (CaseId | null)[] {
  const into = merged.filter(({ packageRow }) => packageRow === one.id).map(({ caseId }) => caseId)
  const all = [...new Set(one.caseId === null ? into : [one.caseId, ...into])]
  return all.length > 0 ? all : [null]
}

/** Whether anybody of a case can still be identified here. */
const hasIdentities = (db: ReadDb, caseId: CaseId | null): boolean =>
  caseId !== null && persons.ofCase(db, caseId).some(({ id }) => sealedIdentity(db, id) !== null)

interface Into {
  readonly one: ExchangedPackage
  readonly caseId: CaseId | null
}

const decisionsOn = ({ one, caseId }: Into, { decisions }: Kept): DecisionRow[] =>
  decisions.filter(row => row.packageRow === one.id && row.caseId === caseId)

const mergesOf = ({ one, caseId }: Into, { merged }: Kept): Merged[] =>
  merged.filter(row => row.packageRow === one.id && row.caseId === caseId)

function standingOf(db: ReadDb, kept: Kept, into: Into): RecallStanding | null {
  if (!isRecalled(into.one, kept.notices)) return null
  const merges = mergesOf(into, kept)
  return recallStanding({
    decision: decisionsOn(into, kept).at(-1)?.decision ?? null,
    undone: merges.length > 0 && merges.every(({ undone }) => undone),
    identities: hasIdentities(db, into.caseId),
  })
}

/** What a received package went into, and how far its recall is settled there. */
export function touchedBy(db: ReadDb, one: ExchangedPackage, kept: Kept): Touched[] {
  if (one.direction === 'sent') return one.caseId === null ? [] : [bare(db, one.caseId)]
  return casesOf(one, kept).map(caseId => ({
    ...bare(db, caseId),
    standing: standingOf(db, kept, { one, caseId }),
    canUndo: mergesOf({ one, caseId }, kept).some(({ undone }) => !undone),
    decisions: decisionsOn({ one, caseId }, kept).map(({ decision, why, by, sole, at }) => ({
      decision,
      why,
      by,
      sole,
      at,
    })),
  }))
}

const bare = (db: ReadDb, id: CaseId | null): Touched => ({
  id,
  code: (id && cases.byId(db, id)?.code) ?? '',
  standing: null,
  canUndo: false,
  decisions: [],
})

/** Every recalled package that came, with each thing it went into. */
export function recalledHere(db: ReadDb): { one: ExchangedPackage; touched: Touched }[] {
  const recalls = recallsThatCame(db)
  if (recalls.length === 0) return []
  const kept = { merged: mergedUnderRecall(db), decisions: recallDecisions.all(db), notices: recalls }
  return underRecall(db)
    .filter(one => isRecalled(one, recalls))
    .flatMap(one => touchedBy(db, one, kept).map(touched => ({ one, touched })))
}

/** The cases nothing may leave, because their sender called back what they rest on and nobody settled that. */
export const shutByRecall = (db: ReadDb): ReadonlySet<CaseId> =>
  new Set(
    recalledHere(db).flatMap(({ touched: { id, standing } }) =>
      id !== null && standing !== null && isShutBy(standing) ? [id] : [],
    ),
  )

/** Whether nothing may leave this one. */
export const isShutByRecall = (db: ReadDb, caseId: CaseId): boolean => shutByRecall(db).has(caseId)

/** Recalls on which somebody must still decide or act, in the order of taking in. */
export const unsettled = (db: ReadDb) =>
  recalledHere(db).filter(({ touched }) => touched.standing !== null && isWaiting(touched.standing))
