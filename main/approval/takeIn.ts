import type { FileAnswer, FileAsking } from '../../shared/approval/asking.ts'
import { countsOf } from '../../shared/approval/model.ts'
import type { AnswerDocument } from '../../shared/approval/model.ts'
import { askingFor, refusalFor } from '../../shared/approval/rules.ts'
import type { StandsNow } from '../../shared/approval/rules.ts'
import type { Output } from '../../shared/contract.ts'
import type { Colleague } from '../../shared/exchange/colleague.ts'
import { ActionId, BriefId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import { approveAction, declineAction } from '../action/approvalHandlers.ts'
import { approveBrief, declineBrief } from '../brief/approvalHandlers.ts'
import { changed } from '../case/repository.ts'
import { consentsInOrder } from '../exchange/merge/known.ts'
import { arrivalOf, keepArrived } from '../exchange/arrive.ts'
import type { Arrived } from '../exchange/arrive.ts'
import { isOfCase } from '../gate/items.ts'
import { itemOf } from '../gate/outgoing.ts'
import type { CommandContext, QueryContext, TaskContext } from '../handler.ts'
import { answerByFile as answerOverride } from '../override/handlers.ts'
import { askedOf } from '../override/repository.ts'
import { readByFile } from '../publication/handlers.ts'
import { arrivedAnswer } from './arrived.ts'
import { answerTo, fileAnswers, fileAskings, lineOf } from './repository.ts'

interface Came {
  readonly arrived: Arrived
  readonly document: AnswerDocument
}

interface Judged {
  readonly from: Colleague
  readonly asking: FileAsking | undefined
  readonly no: RefusalCode | null
}

/** What an answer answers, and why it cannot be taken in. */
function judge(context: QueryContext, { arrived, document }: Came): Judged {
  const { about } = arrived.manifest
  const { from } = arrivalOf(context, arrived)
  const asking = askingFor(fileAskings.all(context.db), about)
  const standing = {
    before: asking ? answerTo(context.db, asking) : null,
    now: asking ? standsNow(context, asking) : null,
  }
  return { from, asking, no: refusalFor({ from: from.id, document }, asking, standing) }
}

/** How what was asked about stands now; `null` when it is not there any more. */
function standsNow(context: QueryContext, asking: FileAsking): StandsNow | null {
  const { itemId, caseId, overrideId } = asking
  if (!isOfCase(context.db, { itemId, caseId })) return null
  const { content, fingerprint, left, author } = itemOf(context, itemId)
  const override = askedOf(context.db, caseId).find(({ id }) => id === overrideId)
  return {
    of: override ? content : fingerprint,
    left,
    author: override?.by ?? author,
    overrideAnswered: (override?.answer ?? null) !== null,
    log: consentsInOrder(context.db, caseId),
  }
}

/** The answer on the desk, beside what it answers. */
export function showAnswer({ app, vault }: TaskContext): Output<'approval.arrived'> {
  const context = vault()
  const came = arrivedAnswer(app)
  const { from, asking, no } = judge(context, came)
  const { decision, words, role, duty } = came.document
  const { sentAt } = came.arrived.manifest
  const { role: known, office } = from
  const answered = asking && asking.colleagueId === from.id ? lineOf(context.db, asking) : null
  return { decision, words, role, duty, from: { role: known, office }, sentAt, asking: answered, no }
}

/**
 * Takes the answer on the desk in: one entry, all or nothing. A yes counts through the same gate as any other: what it is
 * for must still lack nothing else.
 *
 * @throws Refused as `arrive`, `refusalFor`; what approving, answering or reading refuses.
 */
export function takeIn({ app, write }: TaskContext): Output<'approval.takeIn'> {
  const came = arrivedAnswer(app)
  const done = write(context => {
    const { from, asking, no } = judge(context, came)
    if (no || !asking) throw new Refused(no ?? 'approval/nothing-asked')
    keepArrived(context, came.arrived, asking.caseId)
    keepAnswer(context, asking, came)
    letCount(context, asking, { from, document: came.document })
    changed(context, asking.caseId)
    context.because(came.document.words)
    const { caseId, itemId, document } = asking
    return { caseId, itemId, kind: document.item }
  })
  app.desk.arrived = null
  return done
}

function keepAnswer(context: CommandContext, { id: askingId, caseId }: FileAsking, came: Came): void {
  const { decision, words, role, duty } = came.document
  const { manifestSha256, sha256, manifest } = came.arrived
  const { packageId, sentAt } = manifest
  const { actor: by, now: at } = context
  const told: Omit<FileAnswer, 'id'> = {
    caseId,
    askingId,
    decision,
    words,
    role,
    duty,
    packageId,
    manifestSha256,
    sha256,
    sentAt,
    by,
    at,
  }
  fileAnswers.insert(context.db, { id: context.newId(), ...told })
}

interface Said {
  readonly from: Colleague
  readonly document: AnswerDocument
}

/** What the answer does. A question does nothing but stand there. */
function letCount(context: CommandContext, asking: FileAsking, said: Said): void {
  if (said.document.decision === 'question') return
  if (asking.overrideId !== null) answerTheOverride(context, asking, said)
  else if (said.document.decision === 'declined') decline(context, asking, said)
  else if (asking.asks === 'reading')
    readByFile(context, ActionId.parse(asking.itemId), { by: said.from.role, words: said.document.words })
  else approve(context, asking, said)
}

function answerTheOverride(context: CommandContext, asking: FileAsking, { from, document }: Said): void {
  const { overrideId, caseId } = asking
  const waiting = askedOf(context.db, caseId).find(({ id }) => id === overrideId)
  if (overrideId === null || waiting?.answer) return
  answerOverride(context, overrideId, {
    by: from.role,
    grants: document.decision === 'granted',
    words: document.words,
  })
}

/** An item that left since cannot be declined any more; the answer stands beside it all the same. */
function decline(context: CommandContext, { itemId, caseId, asks, document: asked }: FileAsking, said: Said) {
  if (asks === 'reading' || !isOfCase(context.db, { itemId, caseId }) || itemOf(context, itemId).left) return
  const words = { by: said.from.role, words: said.document.words }
  if (asked.item === 'brief') declineBrief(context, BriefId.parse(itemId), words)
  else declineAction(context, ActionId.parse(itemId), words)
}

function approve(context: CommandContext, { itemId, code, document: asked }: FileAsking, said: Said): void {
  const { office, role: by } = said.from
  const { words: statement, duty } = said.document
  const given = { by, sole: false, statement, file: { code, office, duty, ...countsOf(asked) } }
  if (asked.item === 'brief') approveBrief(context, BriefId.parse(itemId), given)
  else approveAction(context, ActionId.parse(itemId), given)
}
