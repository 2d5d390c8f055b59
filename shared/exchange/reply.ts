import type { BriefDocument, ReplyDocument, ReplyDraft } from '../brief/model.ts'
import type { Day, Instant, PackageId } from '../model.ts'
import { Refused } from '../refusal.ts'
import type { BriefManifest, ReplyTo } from './manifest.ts'
import type { DraftOf } from './seal.ts'

/** A brief that was opened. `manifestSha256` is what the reply names. */
export interface OpenBrief {
  readonly document: BriefDocument
  readonly manifest: BriefManifest
  readonly manifestSha256: string
}

/** What a reply is made of beside the brief: what was decided, and when by the clock of where it is made. */
export interface Answered {
  readonly reply: ReplyDraft
  readonly packageId: PackageId
  readonly sentAt: Instant
  readonly decidedOn: Day
}

/** A reply before it is packed, and what it is signed with and encrypted to. */
export interface ReplyMade {
  readonly draft: Omit<DraftOf<BriefManifest>, 'to'>
  readonly document: ReplyDocument
  readonly replyTo: ReplyTo
}

/** The reply to a brief: it names the brief and goes to its one-time key. @throws Refused `exchange/nothing-to-answer` */
export function replyTo({ document, manifest, manifestSha256 }: OpenBrief, answered: Answered): ReplyMade {
  if (manifest.replyTo === null) throw new Refused('exchange/nothing-to-answer')
  const { reply, packageId, sentAt, decidedOn } = answered
  return {
    draft: {
      kind: 'reply',
      packageId,
      caseTag: manifest.caseTag,
      sentAt,
      inReplyTo: { packageId: manifest.packageId, manifestSha256 },
      replyTo: null,
    },
    document: {
      format: 'vigil-reply/1',
      ...reply,
      decidedOn,
      ...(document.practice ? { practice: true } : {}),
    },
    replyTo: manifest.replyTo,
  }
}
