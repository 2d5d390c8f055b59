import type { Askable, WaitingFile } from '../../shared/approval/asking.ts'
import { AskingCode } from '../../shared/approval/model.ts'
import { mayBeAsked } from '../../shared/approval/rules.ts'
import type { Output } from '../../shared/contract.ts'
import type { Colleague } from '../../shared/exchange/colleague.ts'
import { Refused } from '../../shared/refusal.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import { cases } from '../case/repository.ts'
import { allColleagues, colleagueOf, mustBeVerified } from '../exchange/colleagues.ts'
import { isOfCase } from '../gate/items.ts'
import { itemOf } from '../gate/outgoing.ts'
import type { HandlersFor, QueryContext } from '../handler.ts'
import { askings } from '../override/repository.ts'
import { answerByFile, showRequest } from './answer.ts'
import { askByFile } from './ask.ts'
import type { About, Wanted } from './asked.ts'
import { compile } from './compile.ts'
import { dutyOf, givenAnswers, lineOf, unansweredByFile } from './repository.ts'
import { showAnswer, takeIn } from './takeIn.ts'

/** What a decision refuses; `null` when it does not. Anything else goes on. */
function refusedBy(work: () => unknown): RefusalCode | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

/** Every colleague who was not retired, each with why they cannot be asked. */
function askables(context: QueryContext, { itemId, overrideId }: About): Askable[] {
  const { db } = context
  const author = (overrideId && askings.byId(db, overrideId)?.by) ?? itemOf(context, itemId).author
  return allColleagues(db)
    .filter(({ standing }) => standing !== 'retired')
    .map(colleague => {
      const { id, role, office, recipientClass } = colleague
      const no = refusedBy(() => mustBeVerified(db, id)) ?? mayBeAsked(colleague, author)
      return { id, role, office, recipientClass, duty: dutyOf(db, id), no }
    })
}

/** The code is drawn when the file is written. */
const asPreview = AskingCode.parse('AP-2222')

function preview(
  context: QueryContext,
  wanted: Omit<Wanted, 'code' | 'question'>,
): Output<'approval.preview'> {
  try {
    return { document: compile(context, { ...wanted, question: '', code: asPreview }).document, no: null }
  } catch (error) {
    if (error instanceof Refused) return { document: null, no: error.code }
    throw error
  }
}

/** Askings without an answer, the longest waiting first. An override that was answered otherwise waits no longer. */
function waitingFor(context: QueryContext): WaitingFile[] {
  const { db } = context
  return unansweredByFile(db).flatMap(asking => {
    const { document: _document, answer, ...line } = lineOf(db, asking)
    const { itemId, caseId, overrideId, of } = asking
    if (answer || !isOfCase(db, { itemId, caseId })) return []
    const { left, content, fingerprint } = itemOf(context, itemId)
    if (left) return []
    const same = (overrideId === null ? fingerprint : content) === of
    return [{ ...line, caseCode: cases.byId(db, caseId)?.code ?? '', same }]
  })
}

const withColleague = ({ role, office }: Colleague) => ({ role, office })

export const approvalHandlers: HandlersFor<'approval'> = {
  'approval.colleagues': askables,
  'approval.preview': preview,
  'approval.ask': askByFile,
  'approval.waiting': waitingFor,
  'approval.request': showRequest,
  'approval.answer': answerByFile,
  'approval.arrived': showAnswer,
  'approval.takeIn': takeIn,
  'approval.given': ({ db }) =>
    givenAnswers
      .all(db)
      .toReversed()
      .map(given => ({ ...given, ...withColleague(colleagueOf(db, given.colleagueId)) })),
}
