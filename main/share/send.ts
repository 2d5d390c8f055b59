import type { Input, Output } from '../../shared/contract.ts'
import type { InReplyTo } from '../../shared/exchange/manifest.ts'
import type { ShareId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { disclose } from '../disclosure/repository.ts'
import { mustBeVerified } from '../exchange/colleagues.ts'
import { exchangedOf } from '../exchange/log.ts'
import type { Compiled } from '../exchange/merge/compile.ts'
import { keepRef, keepTold } from '../exchange/merge/refs.ts'
import { sendPackage } from '../exchange/sendPackage.ts'
import type { Outgoing, Sealed } from '../exchange/sendPackage.ts'
import type { CommandContext, QueryContext, TaskContext } from '../handler.ts'
import { assemble, mustGiveNothingAway } from './assemble.ts'
import type { Assembled } from './assemble.ts'
import { shares } from './repository.ts'
import type { ShareRow } from './repository.ts'

/**
 * Sends a case, or what may be told of it, as one sealed file for one colleague.
 *
 * @returns `null` when the dialog was closed.
 * @throws Refused `share/already-sent`, `share/gate-closed`, `share/leak`, `share/sounds-like`, and as `sendPackage`.
 */
export async function sendShare(
  task: TaskContext,
  { shareId }: Input<'share.send'>,
): Promise<Output<'share.send'>> {
  const sent = await sendPackage(task, {
    prepare: context => outgoingOf(context, mayLeave(context, shareId)),
    record: (context, sealed) => recordSent(context, sealed),
  })
  if (sent === null) return null
  const { name, size, sha256 } = sent
  return { name, size, sha256 }
}

interface Ready extends Assembled {
  readonly compiled: Compiled
}

/** The share as it may leave now. @throws Refused */
function mayLeave(context: QueryContext, shareId: ShareId): Ready {
  const ready = assemble(context, shareId)
  const { share, gate, chosen } = ready
  if (share.sent) throw new Refused('share/already-sent')
  mustBeVerified(context.db, share.draft.colleagueId)
  mustGiveNothingAway(ready)
  if (!gate.open || chosen.compiled === null) throw new Refused('share/gate-closed')
  return { ...ready, compiled: chosen.compiled }
}

/** A share that may leave now. */
interface Leaving extends Outgoing {
  readonly ready: Ready
}

function outgoingOf({ db }: QueryContext, ready: Ready): Leaving {
  const { share, compiled, secrets } = ready
  return {
    kind: 'case',
    to: [share.draft.colleagueId],
    document: compiled.document,
    files: compiled.files,
    about: takesPlaceOf(db, share),
    caseId: share.caseId,
    secrets,
    ready,
  }
}

/** The last package of this case that went to the same colleague, or `null`. */
function takesPlaceOf(db: ReadDb, { caseId, draft }: ShareRow): InReplyTo | null {
  const last = exchangedOf(db, caseId).findLast(
    one => one.direction === 'sent' && one.kind === 'case' && one.colleagueId === draft.colleagueId,
  )
  return last ? { packageId: last.packageId, manifestSha256: last.manifestSha256 } : null
}

/** The disclosure, what rows are called from now on, and the share's own state. */
function recordSent(
  context: CommandContext,
  { packageId, sha256, leaving: { ready } }: Sealed & { readonly leaving: Leaving },
): void {
  const { db, now } = context
  const { share, gate, colleague, compiled } = ready
  const { draft, caseId } = share
  const toRole = [colleague.role, colleague.office].filter(Boolean).join(', ')
  disclose(context, {
    kind: 'case',
    caseId,
    itemId: share.id,
    toRole,
    purpose: draft.purpose,
    recipient: colleague.recipientClass,
    channel: draft.channel,
    verdicts: gate.lines,
    approvedBy: share.approval?.by ?? '',
    sha256,
  })
  for (const [id, ref] of compiled.refs) keepRef(db, id, ref)
  keepTold(db, colleague.id, compiled.refs.keys())
  const sent = { at: now, packageId, sha256, toRole, verdicts: gate.lines }
  shares.update(db, { ...share, sent, changedAt: now })
  changed(context, caseId)
}
