import type { ColleagueKind } from '../../shared/exchange/manifest.ts'
import type { Notice } from '../../shared/exchange/notices.ts'
import type { CaseId, ColleagueId, Instant, PackageId } from '../../shared/model.ts'
import type { DeclineReason, RecallDecision, RecallDraft, ReceiptSays } from '../../shared/notice/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** A receipt or a recall as its table keeps it; `colleagueId` is `null` for what was written to the reader of a brief. */
export interface NoticeRow {
  readonly id: string
  readonly kind: 'receipt' | 'recall'
  readonly direction: 'sent' | 'received'
  /** Its own number. */
  readonly packageId: PackageId
  readonly colleagueId: ColleagueId | null
  /** The package it speaks of, and the SHA-256 of that one's manifest. */
  readonly about: PackageId
  readonly aboutSha256: string
  readonly caseId: CaseId | null
  readonly says: ReceiptSays | RecallDraft
  readonly sentAt: Instant
  readonly by: string
  readonly at: Instant
}

/** Receipts and recalls, sent and received. Never changed. */
export const notices = table<NoticeRow>('exchange_notice', {
  id: 'plain',
  kind: 'plain',
  direction: 'plain',
  packageId: 'plain',
  colleagueId: 'plain',
  about: 'plain',
  aboutSha256: 'plain',
  caseId: 'plain',
  says: 'json',
  sentAt: 'plain',
  by: 'plain',
  at: 'plain',
})

/** A notice between colleagues, with who wrote it down here. */
export type KeptNotice = Notice & Pick<NoticeRow, 'by' | 'at'>

/** Every notice between colleagues, in the order of writing down. */
export const colleagueNotices = (db: ReadDb): KeptNotice[] =>
  notices.all(db).filter(({ colleagueId }) => colleagueId !== null) as KeptNotice[]

/** Calls that came from colleagues to use something no more, in the order of writing down. */
export const recallsThatCame = (db: ReadDb): KeptNotice[] =>
  notices.where(db, `kind = 'recall' AND direction = 'received' AND colleague_id IS NOT NULL`) as KeptNotice[]

/** Notices between colleagues about these packages, in the order of writing down. */
export const noticesAbout = (db: ReadDb, packageIds: readonly PackageId[]): KeptNotice[] =>
  prepare<[string], { readonly id: string }>(
    db,
    `SELECT id FROM exchange_notice WHERE colleague_id IS NOT NULL AND about IN (SELECT value FROM json_each(?))
     ORDER BY rowid`,
  )
    .all(JSON.stringify(packageIds))
    .flatMap(({ id }) => (notices.byId(db, id) as KeptNotice | null) ?? [])

/** A package that lay on the desk and was not taken in. */
export interface DeclinedRow {
  readonly id: string
  readonly packageId: PackageId
  readonly kind: ColleagueKind
  readonly colleagueId: ColleagueId
  readonly manifestSha256: string
  readonly sentAt: Instant
  readonly reason: DeclineReason
  readonly words: string
  readonly by: string
  readonly at: Instant
}

/** What was not taken in, in the order of deciding. Never changed. */
export const declined = table<DeclinedRow>('exchange_declined', {
  id: 'plain',
  packageId: 'plain',
  kind: 'plain',
  colleagueId: 'plain',
  manifestSha256: 'plain',
  sentAt: 'plain',
  reason: 'plain',
  words: 'plain',
  by: 'plain',
  at: 'plain',
})

/** A decision about a recall as its table keeps it. `packageRow`: the recalled package in the log. */
export interface DecisionRow extends RecallDecision {
  readonly id: string
  readonly packageRow: string
  readonly caseId: CaseId | null
}

/** What was decided about recalls, in the order of deciding. Never changed. */
export const recallDecisions = table<DecisionRow>('recall_decision', {
  id: 'plain',
  packageRow: 'plain',
  caseId: 'plain',
  decision: 'plain',
  why: 'plain',
  sole: 'flag',
  by: 'plain',
  at: 'plain',
})

/** That a package was taken into a case, and whether that was undone. */
export interface Merged {
  readonly packageRow: string
  readonly caseId: CaseId
  readonly undone: boolean
}

type MergedRow = Omit<Merged, 'undone'> & { readonly undone: number }

const mergedSql = (
  condition: string,
) => `SELECT package_row AS packageRow, case_id AS caseId, undone <> 'null' AS undone
  FROM exchange_merge WHERE ${condition} ORDER BY rowid`

const inMerged = (rows: readonly MergedRow[]): Merged[] =>
  rows.map(row => ({ ...row, undone: row.undone === 1 }))

/** Every package that was taken into a case, in the order of taking in. */
export const mergedPackages = (db: ReadDb): Merged[] =>
  inMerged(prepare<[], MergedRow>(db, mergedSql('true')).all())

/** The packages that were taken into one case, in the order of taking in. */
export const mergedInto = (db: ReadDb, caseId: CaseId): Merged[] =>
  inMerged(prepare<[CaseId], MergedRow>(db, mergedSql('case_id = ?')).all(caseId))

/** The packages of a number that a colleague may have called back, in the order of taking in. */
export const mergedUnderRecall = (db: ReadDb): Merged[] =>
  inMerged(
    prepare<[], MergedRow>(
      db,
      mergedSql(`package_row IN (SELECT id FROM exchange_package WHERE package_id IN
        (SELECT about FROM exchange_notice WHERE kind = 'recall' AND direction = 'received'))`),
    ).all(),
  )
