import type {
  HandedOver,
  HandoverDraft,
  HandoverFinished,
  HandoverSent,
  HandoverTold,
  Signature,
} from '../../shared/handover/model.ts'
import type { z } from '../../shared/zod.ts'
import type { CaseId, ColleagueId, HandoverId, Instant, PackageId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { cases } from '../case/repository.ts'
import { caseKey } from '../db/apartKeys.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'
import { disclosures } from '../disclosure/repository.ts'
import { mergedPackages, notices } from '../notice/repository.ts'
import type { NoticeRow } from '../notice/repository.ts'

/** A handover as kept. `sent` is the fact that it left, `finished` that the cases are the successor's here. */
export interface HandoverRow {
  readonly id: HandoverId
  readonly colleagueId: ColleagueId
  readonly author: string
  readonly draft: HandoverDraft
  readonly sent: HandoverSent | null
  readonly finished: z.infer<typeof HandoverFinished> | null
  readonly startedAt: Instant
  readonly changedAt: Instant
}

export const handovers = table<HandoverRow>('handover', {
  id: 'plain',
  colleagueId: 'plain',
  author: 'plain',
  draft: 'json',
  sent: 'json',
  finished: 'json',
  startedAt: 'plain',
  changedAt: 'plain',
})

/** A handover that was taken in. `packageRow`: its row in the log. Never changed. */
export interface ReceivedRow {
  readonly id: HandoverId
  readonly packageRow: string
  readonly told: HandoverTold
  readonly signature: Signature
  readonly statement: string
  readonly by: string
  readonly at: Instant
}

export const received = table<ReceivedRow>('handover_received', {
  id: 'plain',
  packageRow: 'plain',
  told: 'json',
  signature: 'json',
  statement: 'plain',
  by: 'plain',
  at: 'plain',
})

/** One handover of this vault. @throws Refused `handover/gone` */
export function handoverOf(db: ReadDb, id: HandoverId): HandoverRow {
  const row = handovers.byId(db, id)
  if (!row) throw new Refused('handover/gone')
  return row
}

/** Cases that were left out and are for others now, with why: they stay as they were, and are told to nobody else. */
export const leftOutForOthers = (db: ReadDb, { leftOut }: HandoverDraft): HandoverDraft['leftOut'] =>
  leftOut.filter(({ caseId }) => caseKey(db, caseId) === null)

/** A handover that has not left. @throws Refused `handover/gone`, `handover/already-sent` */
export function unsentOf(db: ReadDb, id: HandoverId): HandoverRow {
  const row = handoverOf(db, id)
  if (row.sent) throw new Refused('handover/already-sent')
  return row
}

/** The last receipt the successor sent for a package, or `null`. */
export const receiptFor = (
  db: ReadDb,
  { colleagueId, packageId }: { readonly colleagueId: ColleagueId; readonly packageId: PackageId },
): NoticeRow | null =>
  notices
    .all(db)
    .findLast(
      one =>
        one.kind === 'receipt' &&
        one.direction === 'received' &&
        one.about === packageId &&
        one.colleagueId === colleagueId,
    ) ?? null

/** The cases that left with a handover. */
export const handedWith = (db: ReadDb, id: HandoverId): HandedOver[] =>
  handed(
    db,
    disclosures
      .all(db)
      .filter(({ kind, itemId }) => kind === 'handover' && itemId === id)
      .map(({ caseId }) => caseId),
  )

/** The cases that came with a row of the log. */
export const broughtBy = (db: ReadDb, packageRow: string): HandedOver[] =>
  handed(
    db,
    mergedPackages(db)
      .filter(one => one.packageRow === packageRow && !one.undone)
      .map(({ caseId }) => caseId),
  )

const handed = (db: ReadDb, ids: readonly CaseId[]): HandedOver[] =>
  [...new Set(ids)].flatMap(id => {
    const file = cases.byId(db, id)
    return file ? [{ id, code: file.code, state: file.state }] : []
  })
