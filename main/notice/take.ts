import type { Input, Output } from '../../shared/contract.ts'
import type { Colleague } from '../../shared/exchange/colleague.ts'
import type { ColleagueKind } from '../../shared/exchange/manifest.ts'
import type { ExchangedPackage } from '../../shared/exchange/packages.ts'
import { RecallDocument, ReceiptDocument } from '../../shared/notice/model.ts'
import type { PackageLine, RecallDraft, ReceiptSays } from '../../shared/notice/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'
import { changed } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { arrivalOf, keepArrived, onDesk } from '../exchange/arrive.ts'
import type { Arrived } from '../exchange/arrive.ts'
import { exchanged, sentUnder } from '../exchange/log.ts'
import type { CommandContext, TaskContext } from '../handler.ts'
import { onePackage } from './lines.ts'
import { declined, notices } from './repository.ts'
import type { NoticeRow } from './repository.ts'
import { keptOf, touchedBy } from './touched.ts'
import { mustNameNobody } from './words.ts'

const Format = z.looseObject({ format: z.string() })

/** @throws Refused `exchange/newer-than-app` for a later version of the format, `exchange/not-a-package` for all else */
function documentIn<T>(schema: z.ZodType<T>, { document, manifest }: Arrived): T {
  const parsed = schema.safeParse(document)
  if (parsed.success) return parsed.data
  const version = /^vigil-([a-z-]+)\/([1-9]\d*)$/.exec(Format.safeParse(document).data?.format ?? '')
  const isNewer = version?.[1] === manifest.kind && version[2] !== '1'
  throw new Refused(isNewer ? 'exchange/newer-than-app' : 'exchange/not-a-package')
}

function receiptIn(arrived: Arrived): ReceiptSays {
  const { outcome, reason, words, receivedOn } = documentIn(ReceiptDocument, arrived)
  return { outcome, reason, words, receivedOn }
}

const whatIsAbout = ({ manifest: { about } }: Arrived) => {
  if (about === null) throw new Refused('exchange/not-a-package')
  return about
}

/** The row of what a receipt speaks of: sent to just this colleague, just as it was. @throws Refused `notice/not-sent-to-them` */
function sentToThem(db: ReadDb, arrived: Arrived, from: Colleague): ExchangedPackage {
  const { packageId, manifestSha256 } = whatIsAbout(arrived)
  const row = sentUnder(db, packageId).find(
    one => one.colleagueId === from.id && one.manifestSha256 === manifestSha256,
  )
  if (!row || row.kind === 'receipt') throw new Refused('notice/not-sent-to-them')
  return row
}

/** The row of what a recall speaks of; `null` when it has not come. @throws Refused `notice/not-theirs` */
function cameFromThem(db: ReadDb, arrived: Arrived, from: Colleague): ExchangedPackage | null {
  const { packageId, manifestSha256 } = whatIsAbout(arrived)
  const rows = exchanged(db).filter(one => one.direction === 'received' && one.packageId === packageId)
  if (rows.length === 0) return null
  const row = rows.find(one => one.colleagueId === from.id && one.manifestSha256 === manifestSha256)
  if (!row) throw new Refused('notice/not-theirs')
  return row
}

const lineOf = (db: ReadDb, row: ExchangedPackage): PackageLine => onePackage(db, row.id).line

/** The receipt on the desk, and what it speaks of. */
export function seeReceipt({ app, vault }: TaskContext): Output<'notice.receipt'> {
  const context = vault()
  const arrived = onDesk(app, 'receipt')
  const says = receiptIn(arrived)
  return { says, line: lineOf(context.db, sentToThem(context.db, arrived, arrivalOf(context, arrived).from)) }
}

/** Keeps the receipt on the desk: one entry, all or nothing. */
export function takeReceipt({ app, write }: TaskContext): Output<'notice.takeReceipt'> {
  const arrived = onDesk(app, 'receipt')
  const says = receiptIn(arrived)
  const id = write(context => {
    const { from } = arrivalOf(context, arrived)
    const row = sentToThem(context.db, arrived, from)
    keepArrived(context, arrived, row.caseId)
    keepNotice(context, { arrived, from, kind: 'receipt', says, caseId: row.caseId })
    if (row.caseId !== null) changed(context, row.caseId)
    return row.id
  })
  app.desk.arrived = null
  return { id }
}

/** The recall on the desk, and what it speaks of. */
export function seeRecall({ app, vault }: TaskContext): Output<'notice.recall'> {
  const context = vault()
  const arrived = onDesk(app, 'recall')
  const says = documentIn(RecallDocument, arrived)
  const row = cameFromThem(context.db, arrived, arrivalOf(context, arrived).from)
  return { says, line: row && lineOf(context.db, row) }
}

/** Keeps the recall on the desk. From here on what it speaks of is marked, or not taken in when it comes. */
export function takeRecall({ app, write }: TaskContext): Output<'notice.takeRecall'> {
  const arrived = onDesk(app, 'recall')
  const { reason, wish, tellBy, words } = documentIn(RecallDocument, arrived)
  const id = write(context => {
    const { from } = arrivalOf(context, arrived)
    const row = cameFromThem(context.db, arrived, from)
    const caseId = row?.caseId ?? null
    keepArrived(context, arrived, caseId)
    keepNotice(context, { arrived, from, kind: 'recall', says: { reason, wish, tellBy, words }, caseId })
    const into = row ? touchedBy(context.db, row, keptOf(context.db)) : []
    for (const { id: touched } of into) if (touched !== null) changed(context, touched)
    return row?.id ?? null
  })
  const { packageId } = arrived.manifest
  app.desk.arrived = null
  return { id, packageId }
}

interface Keeping extends Pick<NoticeRow, 'kind' | 'caseId'> {
  readonly arrived: Arrived
  readonly from: Colleague
  readonly says: ReceiptSays | RecallDraft
}

function keepNotice(context: CommandContext, { arrived, from, kind, says, caseId }: Keeping): void {
  const { packageId, sentAt } = arrived.manifest
  const about = whatIsAbout(arrived)
  notices.insert(context.db, {
    id: context.newId(),
    kind,
    direction: 'received',
    packageId,
    colleagueId: from.id,
    about: about.packageId,
    aboutSha256: about.manifestSha256,
    caseId,
    says,
    sentAt,
    by: context.actor,
    at: context.now,
  })
}

/** Notices are not declined: a receipt can be put away, and a recall counts as soon as somebody read it. */
const neverDeclined: readonly ColleagueKind[] = ['receipt', 'recall']

/** Writes down that the package on the desk was not taken in, and why. @throws Refused `exchange/nothing-arrived`, `notice/cannot-decline`, `exchange/leak` */
export async function decline(
  task: TaskContext,
  { reason, words }: Input<'notice.decline'>,
): Promise<Output<'notice.decline'>> {
  const { app, write } = task
  const { arrived } = app.desk
  if (!arrived) throw new Refused('exchange/nothing-arrived')
  const { packageId, kind, sentAt } = arrived.manifest
  if (neverDeclined.includes(kind)) throw new Refused('notice/cannot-decline')
  const { manifestSha256 } = arrived
  await mustNameNobody(task, words)
  if (app.desk.arrived !== arrived) throw new Refused('exchange/nothing-arrived')
  write(context => {
    const { from } = arrivalOf(context, arrived)
    declined.insert(context.db, {
      id: context.newId(),
      packageId,
      kind,
      colleagueId: from.id,
      manifestSha256,
      sentAt,
      reason,
      words,
      by: context.actor,
      at: context.now,
    })
  })
  app.desk.arrived = null
  return { packageId }
}
