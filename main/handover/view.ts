import type {
  HandoverCase,
  HandoverLine,
  HandoverReceived,
  HandoverView,
  Signature,
} from '../../shared/handover/model.ts'
import { missingIn, standingOf } from '../../shared/handover/rules.ts'
import { ReceiptSays } from '../../shared/notice/model.ts'
import type { HandoverId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { casesAskedAbout } from '../consent/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { cardWords } from '../exchange/card.ts'
import { colleagueOf } from '../exchange/colleagues.ts'
import { exchangedById } from '../exchange/log.ts'
import { openConflicts } from '../exchange/merge/conflicts.ts'
import type { QueryContext } from '../handler.ts'
import { persons } from '../person/repository.ts'
import { linesNow } from '../lines/now.ts'
import { givesAway, unnamedIn } from './assemble.ts'
import {
  broughtBy,
  handedWith,
  handoverOf,
  handovers,
  leftOutForOthers,
  receiptFor,
  received,
} from './repository.ts'
import type { HandoverRow, ReceivedRow } from './repository.ts'

interface Receipt {
  readonly outcome: 'taken-in' | 'declined'
  readonly signature: Signature
}

/** What the successor's receipt says, and who signed it; `null` while none came. */
export function receiptOf(db: ReadDb, { colleagueId, sent }: HandoverRow): Receipt | null {
  const notice = sent && receiptFor(db, { colleagueId, packageId: sent.packageId })
  if (!notice) return null
  const colleague = colleagueOf(db, colleagueId)
  const { outcome } = ReceiptSays.parse(notice.says)
  return {
    outcome,
    signature: { role: colleague.role, at: notice.sentAt, words: cardWords(colleague) },
  }
}

const standing = (db: ReadDb, row: HandoverRow) =>
  standingOf({
    isSent: row.sent !== null,
    receipt: receiptOf(db, row),
    isFinished: row.finished !== null,
  })

/** Every handover, newest first. */
export function handoverLines(db: ReadDb): HandoverLine[] {
  const own = handovers.all(db).map((row): HandoverLine => {
    const { role, office } = colleagueOf(db, row.colleagueId)
    const { id, sent, startedAt } = row
    const cases = sent ? handedWith(db, id).length : null
    return { id, standing: standing(db, row), role, office, cases, at: sent?.signature.at ?? startedAt }
  })
  const came = received.all(db).map((row): HandoverLine => {
    const { role, office } = senderOf(db, row)
    const cases = broughtBy(db, row.packageRow).length
    return { id: row.id, standing: 'received', role, office, cases, at: row.at }
  })
  return [...own, ...came].toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

function senderOf(db: ReadDb, { packageRow }: ReceivedRow) {
  const row = exchangedById(db, packageRow)
  if (!row) throw new Refused('handover/gone')
  return { ...colleagueOf(db, row.colleagueId), packageId: row.packageId }
}

/** One handover of this vault. @throws Refused `handover/gone` */
export function handoverView(context: QueryContext, handoverId: HandoverId): HandoverView {
  const { db } = context
  const row = handoverOf(db, handoverId)
  const { id, author, draft, sent, finished } = row
  const hidden = leftOutForOthers(db, draft)
  return {
    id,
    standing: standing(db, row),
    colleague: colleagueOf(db, row.colleagueId),
    author,
    draft: { ...draft, leftOut: draft.leftOut.filter(one => !hidden.includes(one)) },
    cases: sent ? [] : casesToHand(context),
    conflicts: sent ? 0 : openConflicts(db, null).length,
    missing: missingIn(draft),
    sent,
    receipt: receiptOf(db, row),
    finished,
    handed: sent ? handedWith(db, id) : [],
  }
}

function casesToHand(context: QueryContext): HandoverCase[] {
  const { db } = context
  const asked = new Set(casesAskedAbout(db, 'share_inside_office'))
  return linesNow(context).map(line => {
    const nos = asked.has(line.id) ? unnamedIn(context, line.id) : []
    const unnamed = nos.length === 0 ? [] : persons.ofCase(db, line.id).filter(({ id }) => nos.includes(id))
    const leaks = nos.length > 0 && givesAway(context, line)
    return { ...line, unnamed: unnamed.map(({ label }) => label), leaks }
  })
}

/** A handover that was taken in here. @throws Refused `handover/gone` */
export function receivedView(db: ReadDb, handoverId: HandoverId): HandoverReceived {
  const row = received.byId(db, handoverId)
  if (!row) throw new Refused('handover/gone')
  const { packageId, ...colleague } = senderOf(db, row)
  const { id, told, signature, statement, at, by } = row
  return {
    id,
    ...told,
    packageId,
    colleague,
    signature,
    statement,
    at,
    by,
    cases: broughtBy(db, row.packageRow),
  }
}
