import type { Approval } from '../../shared/gate/model.ts'
import type { CaseId, Instant, ShareId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { ShareDraft, SharedThen } from '../../shared/share/model.ts'
import type { ShareSummary } from '../../shared/share/summary.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'
import { allColleagues } from '../exchange/colleagues.ts'

/** A share as kept. `sent` is the fact that it left. */
export interface ShareRow {
  readonly id: ShareId
  readonly caseId: CaseId
  readonly author: string
  readonly draft: ShareDraft
  readonly approval: Approval | null
  readonly sent: SharedThen | null
  readonly startedAt: Instant
  readonly changedAt: Instant
}

export const shares = table<ShareRow>('share', {
  id: 'plain',
  caseId: 'plain',
  author: 'plain',
  draft: 'json',
  approval: 'json',
  sent: 'json',
  startedAt: 'plain',
  changedAt: 'plain',
})

/** Shares that have not left, of every case. */
export const unsentShares = (db: ReadDb): ShareRow[] => shares.where(db, `sent = 'null'`)

/** One share. @throws Refused `share/gone` */
export function shareOf(db: ReadDb, shareId: ShareId): ShareRow {
  const share = shares.byId(db, shareId)
  if (!share) throw new Refused('share/gone')
  return share
}

/** The last share of a case with a colleague before this one, or `null`. @param id of a share that does not count */
export const lastWith = (
  db: ReadDb,
  {
    id,
    caseId,
    draft: { colleagueId },
  }: Pick<ShareRow, 'caseId'> & {
    readonly id: ShareId | null
    readonly draft: Pick<ShareDraft, 'colleagueId'>
  },
): ShareRow | null =>
  shares.ofCase(db, caseId).findLast(one => one.id !== id && one.draft.colleagueId === colleagueId) ?? null

/** The shares of a case, in the order of starting, as the case lists them. */
export function shareSummaries(db: ReadDb, caseId: CaseId): ShareSummary[] {
  const all = shares.ofCase(db, caseId)
  if (all.length === 0) return []
  const colleagues = allColleagues(db)
  return all.map(({ id, draft, approval, sent, changedAt }) => {
    const { role = '', office = '' } = colleagues.find(one => one.id === draft.colleagueId) ?? {}
    return {
      id,
      role,
      office,
      purpose: draft.purpose,
      state: sent ? 'sent' : approval && approval.at >= changedAt ? 'approved' : 'draft',
      lines: sent ? saidIn(sent) : null,
      sentAt: sent?.at ?? null,
      changedAt,
    }
  })
}

/** How many lines went. */
export const saidIn = ({ verdicts }: Pick<SharedThen, 'verdicts'>): number =>
  verdicts.filter(({ verdict }) => verdict === 'said').length
