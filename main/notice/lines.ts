import { mayReceipt, mayRecall, stateOf } from '../../shared/exchange/notices.ts'
import type { Known } from '../../shared/exchange/notices.ts'
import type { Colleague } from '../../shared/exchange/colleague.ts'
import type { ExchangedPackage } from '../../shared/exchange/packages.ts'
import type { CaseId, PackageId } from '../../shared/model.ts'
import type {
  BriefRecall,
  PackageLine,
  RecallDraft,
  RecallLine,
  WaitingRecall,
} from '../../shared/notice/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { sentPackages } from '../brief/repository.ts'
import { openTasks } from '../consent/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { allColleagues } from '../exchange/colleagues.ts'
import { exchanged, exchangedById, logAround } from '../exchange/log.ts'
import {
  colleagueNotices,
  declined,
  mergedInto,
  notices as everyNotice,
  noticesAbout,
  recallDecisions,
} from './repository.ts'
import type { DeclinedRow, KeptNotice, NoticeRow } from './repository.ts'
import { keptOf, touchedBy, unsettled } from './touched.ts'
import type { Kept } from './touched.ts'

/** What is asked of a package that may be shown: its number, and where it is known its row and case. */
type Wanted = Pick<ExchangedPackage, 'packageId'> & Partial<Pick<ExchangedPackage, 'id' | 'caseId'>>

/**
 * Everything that was sent to colleagues or came from them, and what became of it, oldest first.
 *
 * @param isWanted which of it is told of; everything is looked at all the same.
 */
export function packageLines(db: ReadDb, isWanted: (one: Wanted) => boolean = () => true): PackageLine[] {
  const log = exchanged(db)
  const not = declined.all(db)
  const shown = { sent: log.filter(isWanted), not: not.filter(isWanted) }
  if (shown.sent.length === 0 && shown.not.length === 0) return []
  return withColleagues(db, linesOf(db, { log, notices: colleagueNotices(db), kept: keptOf(db) }, shown))
}

function withColleagues(db: ReadDb, lines: readonly Bare[]): PackageLine[] {
  const people = new Map(allColleagues(db).map(one => [one.id, one]))
  return lines
    .flatMap(({ colleagueId, ...line }) => {
      const colleague = people.get(colleagueId)
      return colleague ? [{ ...line, colleague: shortOf(colleague) }] : []
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
}

const shortOf = ({ id, role, office, standing }: Colleague): PackageLine['colleague'] => ({
  id,
  role,
  office,
  standing,
})

type Bare = Omit<PackageLine, 'colleague'> & Pick<ExchangedPackage, 'colleagueId'>

interface Shown {
  readonly sent: readonly ExchangedPackage[]
  readonly not: readonly DeclinedRow[]
}

/** What is looked at to tell of a package: the others like it, what came back, and what recalls depend on. */
interface Looked extends Known<ExchangedPackage, KeptNotice> {
  readonly kept: Kept
}

function linesOf(db: ReadDb, { kept, ...known }: Looked, { sent, not }: Shown): Bare[] {
  const { log } = known
  const of = (one: ExchangedPackage): Bare => {
    const { recalls, supersededBy, takesPlaceOf, ...state } = stateOf(one, known)
    const { entries: _entries, head: _head, origin: _origin, caseId: _case, ...row } = one
    const { manifestSha256: _manifest, sentAt: _sent, ...shown } = row
    return {
      ...shown,
      ...state,
      declined: declinedAs(not.findLast(row => isThat(row, one))),
      recalls: recalls.map(recallLine),
      supersededBy: otherOf(supersededBy),
      takesPlaceOf: otherOf(takesPlaceOf),
      cases: touchedBy(db, one, kept),
      tasks: one.direction === 'sent' ? openTasks(db, one.sha256) : 0,
      mayReceipt: mayReceipt(one),
      mayRecall: mayRecall(one),
    }
  }
  const isIn = (row: DeclinedRow) => log.some(one => one.direction === 'received' && isThat(row, one))
  const latest = new Map(not.filter(row => !isIn(row)).map(row => [row.packageId + row.colleagueId, row]))
  return [...sent.map(of), ...[...latest.values()].map(row => declinedLine(row, known))]
}

/** A package that was declined here and never taken in. */
function declinedLine(row: DeclinedRow, known: Known<ExchangedPackage, KeptNotice>): Bare {
  const one = { ...row, direction: 'received', about: null, entries: 1 } as const
  const { id, packageId, kind, colleagueId, at, by } = row
  const { receipt, recalls } = stateOf(one, known)
  return {
    id,
    direction: 'received',
    packageId,
    kind,
    colleagueId,
    at,
    by,
    receipt,
    sha256: '',
    about: null,
    standing: recalls.length > 0 ? 'recalled' : 'declined-here',
    declined: declinedAs(row),
    recalls: recalls.map(recallLine),
    supersededBy: null,
    takesPlaceOf: null,
    cases: [],
    tasks: 0,
    mayReceipt: mayReceipt(one),
    mayRecall: false,
  }
}

const isThat = (
  row: Pick<DeclinedRow, 'packageId' | 'manifestSha256' | 'colleagueId'>,
  one: Pick<ExchangedPackage, 'packageId' | 'manifestSha256' | 'colleagueId'>,
): boolean =>
  row.packageId === one.packageId &&
  row.manifestSha256 === one.manifestSha256 &&
  row.colleagueId === one.colleagueId

const declinedAs = (row: DeclinedRow | undefined): PackageLine['declined'] =>
  row ? { reason: row.reason, words: row.words, by: row.by, at: row.at } : null

const otherOf = (one: Pick<ExchangedPackage, 'packageId' | 'at'> | null) =>
  one && { packageId: one.packageId, at: one.at }

const recallLine = ({
  says: { reason, wish, tellBy, words },
  sentAt,
  at,
  by,
}: Pick<NoticeRow, 'sentAt' | 'at' | 'by'> & { readonly says: RecallDraft }): RecallLine => ({
  reason,
  wish,
  tellBy,
  words,
  sentAt,
  at,
  by,
})

/** The packages that tell of one case or went into it, oldest first. Of what else they went into nothing is said. */
export function packagesOf(db: ReadDb, caseId: CaseId): PackageLine[] {
  const log = logAround(db, caseId)
  if (log.length === 0) return []
  const merged = mergedInto(db, caseId)
  const into = new Set(merged.map(({ packageRow }) => packageRow))
  const notices = noticesAbout(
    db,
    log.map(({ packageId }) => packageId),
  )
  const sent = log.filter(one => one.caseId === caseId || into.has(one.id))
  const kept = { merged, decisions: recallDecisions.all(db), notices }
  return withColleagues(db, linesOf(db, { log, notices, kept }, { sent, not: [] }))
}

/** One package, a line for each colleague. */
export const linesUnder = (db: ReadDb, packageId: PackageId): PackageLine[] =>
  packageLines(db, one => one.packageId === packageId)

/** One line, and the same package to everybody it went to. @throws Refused `notice/package-gone` */
export function onePackage(db: ReadDb, id: string): { line: PackageLine; all: PackageLine[] } {
  const row = exchangedById(db, id) ?? declined.byId(db, id)
  const under = row ? linesUnder(db, row.packageId) : []
  const line = under.find(one => one.id === id)
  if (!line) throw new Refused('notice/package-gone')
  return { line, all: under.filter(({ direction }) => direction === line.direction) }
}

/** What readers of briefs of a case were asked not to use any more, in the order of asking. */
export function briefRecallsOf(db: ReadDb, caseId: CaseId): BriefRecall[] {
  const toReaders = everyNotice.ofCase(db, caseId).filter(({ colleagueId }) => colleagueId === null)
  if (toReaders.length === 0) return []
  const briefOf = new Map(sentPackages(db).map(({ packageId, briefId }) => [packageId, briefId]))
  return toReaders.flatMap(row => {
    const briefId = briefOf.get(row.about)
    return briefId ? [{ ...recallLine({ ...row, says: row.says as RecallDraft }), briefId }] : []
  })
}

/** Recalls on which somebody here must still decide or act, the longest waiting first. */
export function waitingRecalls(db: ReadDb): WaitingRecall[] {
  const waiting = unsettled(db)
  if (waiting.length === 0) return []
  const ids = new Set<string | undefined>(waiting.map(({ one }) => one.id))
  const lines = new Map(packageLines(db, ({ id }) => ids.has(id)).map(line => [line.id, line]))
  return waiting.flatMap(({ one, touched }): WaitingRecall[] => {
    const line = lines.get(one.id)
    const [first] = line?.recalls ?? []
    if (!line || !first || touched.standing === null) return []
    const { reason, tellBy, at } = first
    const { id: caseId, code, standing } = touched
    return [
      { id: one.id, kind: one.kind, role: line.colleague.role, caseId, code, standing, reason, tellBy, at },
    ]
  })
}
