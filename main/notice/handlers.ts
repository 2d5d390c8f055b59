import { decisionsFor } from '../../shared/exchange/notices.ts'
import type { Input } from '../../shared/contract.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { onePackage, packageLines, waitingRecalls } from './lines.ts'
import { recallBrief } from './recallBrief.ts'
import { recallDecisions } from './repository.ts'
import { writeRecall, writeReceipt } from './send.ts'
import { decline, seeRecall, seeReceipt, takeRecall, takeReceipt } from './take.ts'
import { recalledHere } from './touched.ts'

export const noticeHandlers: HandlersFor<'notice'> = {
  'notice.log': ({ db }) => packageLines(db).toReversed(),
  'notice.package': ({ db }, { id }) => onePackage(db, id),
  'notice.waiting': ({ db }) => waitingRecalls(db),
  'notice.writeReceipt': writeReceipt,
  'notice.receipt': seeReceipt,
  'notice.takeReceipt': takeReceipt,
  'notice.decline': decline,
  'notice.writeRecall': writeRecall,
  'notice.recallBrief': recallBrief,
  'notice.recall': seeRecall,
  'notice.takeRecall': takeRecall,
  'notice.decide': decide,
}

/** What is done with what a recalled package brought: for the focal point to say, with why. */
function decide(context: CommandContext, { id, caseId, decision, why }: Input<'notice.decide'>): null {
  const { db, now: at, actor: by, sole } = context
  if (!context.duties.includes('focal_point')) throw new Refused('notice/not-your-duty')
  const found = recalledHere(db).find(({ one, touched }) => one.id === id && touched.id === caseId)
  if (!found || !decisionsFor(caseId).includes(decision)) throw new Refused('notice/nothing-to-decide')
  if (decision === 'undo' && !found.touched.canUndo) throw new Refused('notice/nothing-to-undo')
  const packageRow = found.one.id
  recallDecisions.insert(db, { id: context.newId(), packageRow, caseId, decision, why, sole, by, at })
  if (caseId !== null) changed(context, caseId)
  context.because(why)
  return null
}
