import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Input, Output } from '../../shared/contract.ts'
import { PackageId } from '../../shared/model.ts'
import type { BriefId } from '../../shared/model.ts'
import type { BriefNotice, RecallDraft } from '../../shared/notice/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { briefOf } from '../brief/assemble.ts'
import { caseTag } from '../brief/export.ts'
import { sentPackages } from '../brief/repository.ts'
import type { BriefRow, SentPackage } from '../brief/repository.ts'
import { changed } from '../case/repository.ts'
import { followUps } from '../consent/repository.ts'
import { disclosures } from '../disclosure/repository.ts'
import { sealApart } from '../exchange/apart.ts'
import { writeJson } from '../exchange/json.ts'
import { ownKeys } from '../exchange/keyring.ts'
import { packageName } from '../exchange/packageName.ts'
import type { SealOutput } from '../exchange/run.ts'
import { takeAway, writeDurablySync } from '../file/writeDurably.ts'
import type { CommandContext, QueryContext, TaskContext } from '../handler.ts'
import { isPracticeVault } from '../practice/place.ts'
import { noticeFile } from './read.ts'
import { notices } from './repository.ts'
import { finishTasks } from './send.ts'
import { caseSecrets, mustNameNobody, mustSayNothing } from './words.ts'

/**
 * Asks the reader of a brief by a file not to use that copy any more: sealed anew, signed by whoever is at the desk.
 *
 * As with a brief, the file is written inside the transaction that records it.
 *
 * @returns `null` when the dialog was closed.
 * @throws Refused `brief/gone`, `notice/brief-not-sent`, `notice/note-missing`, `exchange/leak`, `exchange/…`, `file/…`.
 */
export async function recallBrief(
  task: TaskContext,
  { briefId, sealFor, draft, note }: Input<'notice.recallBrief'>,
): Promise<Output<'notice.recallBrief'>> {
  const { app } = task
  const ready = mayAsk(task.vault(), { briefId, draft, note })
  await mustNameNobody(task, draft.words)
  const lock = 'passphrase' in sealFor ? sealFor : { recipients: sealFor.keys }
  const { file, manifest } = await seal(task, ready, lock)
  const path = await app.ask.chooseDestination({ title: 'Vigil', suggestedName: packageName(app.random(8)) })
  if (path === null) return null
  try {
    task.write(context => {
      keepAsked(context, { ready: mayAsk(context, { briefId, draft, note }), packageId: manifest.packageId })
      finishTasks(context, { sha256: ready.sent.sha256, note })
      writeDurablySync(path, file)
    })
  } catch (error) {
    if (!isRecorded(task, manifest.packageId)) takeAway(path, file)
    throw error
  }
  const sha256 = createHash('sha256').update(file).digest('hex')
  return { name: basename(path), size: file.byteLength, sha256 }
}

interface Ready {
  readonly brief: BriefRow
  readonly sent: NonNullable<BriefRow['sent']>
  readonly left: SentPackage
  readonly draft: RecallDraft
}

interface Asked {
  readonly briefId: BriefId
  readonly draft: RecallDraft
  readonly note: string
}

function mayAsk(context: QueryContext, { briefId, draft, note }: Asked): Ready {
  const brief = briefOf(context, briefId)
  const left = sentPackages(context.db).find(one => one.briefId === briefId)
  if (!brief.sent || !left) throw new Refused('notice/brief-not-sent')
  if (note === '' && hasTasks(context, brief.sent.sha256)) throw new Refused('notice/note-missing')
  if (draft.words !== '') mustSayNothing(caseSecrets(context, [brief.caseId]), draft.words)
  return { brief, sent: brief.sent, left, draft }
}

function hasTasks({ db }: QueryContext, sha256: string): boolean {
  const ids = new Set(disclosures.all(db).flatMap(one => (one.sha256 === sha256 ? [one.id] : [])))
  return followUps.all(db).some(task => task.done === null && ids.has(task.disclosureId))
}

function seal(
  { app, vault }: TaskContext,
  { brief, sent: { document }, left, draft }: Ready,
  lock: Parameters<typeof sealApart>[1]['lock'],
): Promise<SealOutput> {
  const context = vault()
  const { copy, date: briefDate, marking, caveats } = document
  const notice: BriefNotice = {
    format: 'vigil-notice/1',
    ...draft,
    copy,
    briefDate,
    marking,
    caveats,
    date: context.today,
    authorRole: context.actor,
    ...(isPracticeVault(context.db) ? { practice: true } : {}),
  }
  return sealApart(app.ask, {
    draft: {
      kind: 'notice',
      packageId: PackageId.parse(app.newId()),
      caseTag: caseTag(context, { brief }),
      sentAt: context.now,
      inReplyTo: { packageId: left.packageId, manifestSha256: left.manifestSha256 },
      replyTo: null,
    },
    files: [{ name: noticeFile, bytes: writeJson(notice) }],
    signingSeed: ownKeys(context).signingSeed,
    lock,
  })
}

function keepAsked(
  context: CommandContext,
  { ready, packageId }: { readonly ready: Ready; readonly packageId: PackageId },
): void {
  const { db, now: at, actor: by } = context
  const { brief, left, draft: says } = ready
  notices.insert(db, {
    id: context.newId(),
    kind: 'recall',
    direction: 'sent',
    packageId,
    colleagueId: null,
    about: left.packageId,
    aboutSha256: left.manifestSha256,
    caseId: brief.caseId,
    says,
    sentAt: at,
    by,
    at,
  })
  changed(context, brief.caseId)
}

/** Whether it counts as asked after all. What cannot be read now is what will be rolled back. */
function isRecorded({ vault }: TaskContext, packageId: PackageId): boolean {
  try {
    return notices.all(vault().db).some(one => one.packageId === packageId)
  } catch {
    return false
  }
}
