import type { Input, Output } from '../../shared/contract.ts'
import { mayReceipt, mayRecall } from '../../shared/exchange/notices.ts'
import type { ColleagueId, Day, Instant, PackageId } from '../../shared/model.ts'
import type { PackageLine, RecallDraft, ReceiptDocument, ReceiptSays } from '../../shared/notice/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { finishTask } from '../consent/finish.ts'
import { followUps } from '../consent/repository.ts'
import { disclosures } from '../disclosure/repository.ts'
import { exchanged } from '../exchange/log.ts'
import { sendPackage } from '../exchange/sendPackage.ts'
import type { Outgoing, Sealed } from '../exchange/sendPackage.ts'
import type { CommandContext, QueryContext, TaskContext } from '../handler.ts'
import { linesUnder } from './lines.ts'
import { declined, notices } from './repository.ts'
import type { NoticeRow } from './repository.ts'
import { caseSecrets, mustNameNobody, notOfTheForm } from './words.ts'

/** The package a notice is to speak of, as it was sent or came. */
interface Spoken {
  readonly packageId: PackageId
  readonly manifestSha256: string
  readonly caseId: PackageLine['cases'][number]['id']
}

const dayOf = (at: Instant): Day => at.slice(0, 10) as Day

/** Writes a receipt for what was taken in or declined here. @throws Refused `notice/no-receipt`, and as `sendPackage` */
export async function writeReceipt(
  task: TaskContext,
  { packageId }: Input<'notice.writeReceipt'>,
): Promise<Output<'notice.writeReceipt'>> {
  await mustNameNobody(task, receiptFor(task.vault(), packageId).says.words)
  return sendPackage(task, {
    prepare: context => receiptFor(context, packageId).leaving,
    record(context, sealed) {
      const { spoken, says } = receiptFor(context, packageId)
      keepSent(context, { sealed, spoken, kind: 'receipt', says })
    },
  })
}

interface ReceiptReady {
  readonly leaving: Outgoing
  readonly spoken: Spoken
  readonly says: ReceiptSays
}

/** Taken in counts; what was declined first and taken in later was taken in. */
function receiptFor(context: QueryContext, packageId: PackageId): ReceiptReady {
  const { db } = context
  const isIt = (one: { readonly packageId: PackageId }) => one.packageId === packageId
  const taken = exchanged(db).find(one => isIt(one) && one.direction === 'received')
  const not = declined.all(db).findLast(isIt)
  const came = taken ?? not
  if (!came || !mayReceipt({ direction: 'received', kind: came.kind })) throw new Refused('notice/no-receipt')
  const caseId = taken?.caseId ?? null
  const says: ReceiptSays = {
    outcome: taken ? 'taken-in' : 'declined',
    reason: taken ? null : (not?.reason ?? null),
    words: taken ? '' : (not?.words ?? ''),
    receivedOn: dayOf(came.at),
  }
  const document: ReceiptDocument = { format: 'vigil-receipt/1', ...says }
  const spoken = { packageId, manifestSha256: came.manifestSha256, caseId }
  const to = [came.colleagueId]
  const form = [document.format, says.outcome, says.reason ?? '']
  const secrets = says.words === '' ? [] : notOfTheForm(caseSecrets(context, [caseId]), form)
  return {
    leaving: { kind: 'receipt', to, document, about: aboutOf(spoken), caseId, secrets },
    spoken,
    says,
  }
}

const aboutOf = ({ packageId, manifestSha256 }: Spoken) => ({ packageId, manifestSha256 })

/**
 * Asks colleagues by a file not to use a package any more.
 *
 * It passes no gate: it tells of nobody, and must be able to leave just when nothing else may. Its words are searched for
 * everything of the case (ADR 0027).
 *
 * @throws Refused `notice/not-sent`, `notice/note-missing`, and as `sendPackage`
 */
export async function writeRecall(
  task: TaskContext,
  input: Input<'notice.writeRecall'>,
): Promise<Output<'notice.writeRecall'>> {
  recallFor(task.vault(), input)
  await mustNameNobody(task, input.draft.words)
  return sendPackage(task, {
    prepare: context => recallFor(context, input).leaving,
    record(context, sealed) {
      const { spoken, lines } = recallFor(context, input)
      keepSent(context, { sealed, spoken, kind: 'recall', says: input.draft })
      if (isForAll(lines, input.to))
        finishTasks(context, { sha256: lines[0]?.sha256 ?? '', note: input.note })
    },
  })
}

interface RecallReady {
  readonly leaving: Outgoing
  readonly spoken: Spoken
  /** One for each colleague who has it. */
  readonly lines: readonly PackageLine[]
}

function recallFor(
  context: QueryContext,
  { packageId, to, draft, note }: Input<'notice.writeRecall'>,
): RecallReady {
  const lines = linesUnder(context.db, packageId).filter(mayRecall)
  const row = exchanged(context.db).find(one => one.packageId === packageId && one.direction === 'sent')
  const has = (id: ColleagueId) => lines.some(({ colleague }) => colleague.id === id)
  if (!row || !to.every(has)) throw new Refused('notice/not-sent')
  if (isForAll(lines, to) && (lines[0]?.tasks ?? 0) > 0 && note === '')
    throw new Refused('notice/note-missing')
  const spoken = { packageId, manifestSha256: row.manifestSha256, caseId: row.caseId }
  const document = { format: 'vigil-recall/1', ...draft }
  const form = ['vigil-recall/1', draft.reason, draft.wish]
  const caseIds = lines.flatMap(({ cases }) => cases.map(({ id }) => id))
  const secrets = draft.words === '' ? [] : notOfTheForm(caseSecrets(context, caseIds), form)
  return {
    leaving: {
      kind: 'recall',
      to: [...new Set(to)],
      document,
      about: aboutOf(spoken),
      caseId: row.caseId,
      secrets,
    },
    spoken,
    lines,
  }
}

/** Whether everybody who has it is asked now or was asked before. */
const isForAll = (lines: readonly PackageLine[], to: readonly ColleagueId[]): boolean =>
  lines.every(({ colleague, recalls }) => to.includes(colleague.id) || recalls.length > 0)

/** The open tasks about a file that left are done: its reader was asked. */
export function finishTasks(
  context: CommandContext,
  { sha256, note }: { readonly sha256: string; readonly note: string },
): void {
  if (sha256 === '') return
  const told = disclosures.all(context.db).filter(one => one.sha256 === sha256)
  const ids = new Set(told.map(({ id }) => id))
  const open = followUps.all(context.db).filter(task => task.done === null && ids.has(task.disclosureId))
  for (const { id: taskId } of open) finishTask(context, { taskId, note })
}

interface Keeping extends Pick<NoticeRow, 'kind'> {
  readonly sealed: Sealed
  readonly spoken: Spoken
  readonly says: ReceiptSays | RecallDraft
}

function keepSent(context: CommandContext, { sealed, spoken, kind, says }: Keeping): void {
  const { db, now: at, actor: by } = context
  const { packageId: about, manifestSha256: aboutSha256, caseId } = spoken
  const { packageId } = sealed
  const whole = {
    kind,
    direction: 'sent',
    packageId,
    about,
    aboutSha256,
    caseId,
    says,
    sentAt: at,
    by,
    at,
  } as const
  for (const { id: colleagueId } of sealed.to)
    notices.insert(db, { ...whole, id: context.newId(), colleagueId })
  if (caseId !== null) context.about(caseId)
}
