import type {
  BriefDocument,
  BriefDraft,
  BriefState,
  BriefSummary,
  ReceivedReply,
} from '../../shared/brief/model.ts'
import type { Approval } from '../../shared/gate/model.ts'
import type { BriefId, CaseId, Instant, PackageId } from '../../shared/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { putRow } from '../db/rawRow.ts'
import { table } from '../db/table.ts'

/** That a brief left, and what it said then, whatever the case says now. Names are kept apart from it. */
interface Sent {
  readonly at: Instant
  readonly sha256: string
  readonly document: BriefDocument
}

/** A brief as kept. `sent` is the fact that it left; `reply` what came back. */
export interface BriefRow {
  readonly id: BriefId
  readonly caseId: CaseId
  readonly copy: string
  readonly author: string
  readonly draft: BriefDraft
  readonly approval: Approval | null
  readonly sent: Sent | null
  readonly reply: ReceivedReply | null
  readonly changedAt: Instant
}

export const briefs = table<BriefRow>('brief', {
  id: 'plain',
  caseId: 'plain',
  copy: 'plain',
  author: 'plain',
  draft: 'json',
  approval: 'json',
  sent: 'json',
  reply: 'json',
  changedAt: 'plain',
})

/** Briefs that have not left, of every case. */
export const unsentBriefs = (db: ReadDb): BriefRow[] => briefs.where(db, `sent = 'null'`)

/** Where a brief stands. An approval counts only while nothing was changed after it. */
export function stateOf({ reply, sent, approval, changedAt }: BriefRow): BriefState {
  if (reply) return 'decided'
  if (sent) return 'sent'
  return approval && approval.at >= changedAt ? 'approved' : 'draft'
}

/** The briefs of a case, oldest first, as the case shows them. */
export const briefSummaries = (db: ReadDb, caseId: CaseId): BriefSummary[] =>
  briefs.ofCase(db, caseId).map(summaryOf)

const summaryOf = (brief: BriefRow): BriefSummary => ({
  id: brief.id,
  copy: brief.copy,
  forRole: brief.draft.forRole,
  state: stateOf(brief),
  asked: brief.draft.asked,
  answerBy: brief.draft.answerBy,
  sentAt: brief.sent?.at ?? null,
  soleApproval: brief.approval?.sole ?? false,
  reply: brief.reply,
  changedAt: brief.changedAt,
})

/** A package that left and may be answered. */
export interface SentPackage {
  readonly packageId: PackageId
  readonly briefId: BriefId
  readonly manifestSha256: string
  /** Public half of the one-time key its reply must be signed with. */
  readonly publicKey: Uint8Array
  /** The one-time age identity its reply is encrypted to. */
  readonly identity: string
}

export function keepPackage(db: WriteDb, sent: SentPackage): void {
  const { packageId, briefId, manifestSha256, publicKey, identity } = sent
  const caseId = briefs.byId(db, briefId)?.caseId ?? null
  const row = {
    package_id: packageId,
    brief_id: briefId,
    manifest_sha256: manifestSha256,
    public_key: publicKey,
    identity,
  }
  putRow(db, 'brief_package', { key: ['package_id'], row, caseId })
}

/** Every package that left, newest first. */
export function sentPackages(db: ReadDb): SentPackage[] {
  return prepare<[], SentPackage>(
    db,
    `SELECT package_id AS packageId, brief_id AS briefId, manifest_sha256 AS manifestSha256,
            public_key AS publicKey, identity FROM brief_package ORDER BY rowid DESC`,
  ).all()
}
