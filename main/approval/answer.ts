import { GivenAnswer } from '../../shared/approval/asking.ts'
import { countsOf } from '../../shared/approval/model.ts'
import type { AnswerDocument, RequestDocument } from '../../shared/approval/model.ts'
import type { Input, Output } from '../../shared/contract.ts'
import { Refused } from '../../shared/refusal.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import type { Arrived } from '../exchange/arrive.ts'
import { arrivalOf, keepArrived } from '../exchange/arrive.ts'
import { sendPackage } from '../exchange/sendPackage.ts'
import type { Sealed } from '../exchange/sendPackage.ts'
import type { CommandContext, QueryContext, TaskContext } from '../handler.ts'
import { arrivedRequest } from './arrived.ts'
import { givenAnswers } from './repository.ts'

/** Why whoever is at the desk cannot answer, or `null`. What was sealed for somebody else never comes to their desk. */
const mayAnswer = ({ duties }: QueryContext, { asDuty }: RequestDocument): RefusalCode | null =>
  duties.includes(asDuty) ? null : 'approval/not-your-duty'

/** The question on the desk, and whether whoever is there can answer it. */
export function showRequest({ app, vault }: TaskContext): Output<'approval.request'> {
  const { arrived, document } = arrivedRequest(app)
  const context = vault()
  const { from, sentAt } = arrivalOf(context, arrived)
  const { role, office } = from
  return { document, from: { role, office }, sentAt, no: mayAnswer(context, document) }
}

/** Writes the signed answer, to whoever asked and nobody else. @throws Refused as `sendPackage`, or why they cannot answer */
export async function answerByFile(
  task: TaskContext,
  given: Input<'approval.answer'>,
): Promise<Output<'approval.answer'>> {
  const { app } = task
  const { arrived, document } = arrivedRequest(app)
  const { packageId, kind: _kind } = arrived.manifest
  const about = { packageId, manifestSha256: arrived.manifestSha256 }
  const receipt = await sendPackage(task, {
    prepare: context => {
      const no = mayAnswer(context, document)
      if (no) throw new Refused(no)
      const { from } = arrivalOf(context, arrived)
      const answer = answerTo(context, document, given)
      return { kind: 'approval', to: [from.id], document: answer, about, caseId: null, secrets: [] }
    },
    record: (context, sealed) => record(context, { arrived, document, given, sealed }),
  })
  if (receipt === null) return null
  app.desk.arrived = null
  const { name, size, sha256 } = receipt
  return { name, size, sha256 }
}

const answerTo = (
  { actor: role }: QueryContext,
  { code, of, asDuty: duty }: RequestDocument,
  { decision, words }: Input<'approval.answer'>,
): AnswerDocument => ({ format: 'vigil-approval/1', code, of, decision, words, role, duty })

interface Answered {
  readonly arrived: Arrived
  readonly document: RequestDocument
  readonly given: Input<'approval.answer'>
  readonly sealed: Sealed
}

/** That the question was answered: what it asked stays with those who asked, so that less of their case lies here. */
function record(context: CommandContext, { arrived, document, given, sealed }: Answered): void {
  const { from } = arrivalOf(context, arrived)
  keepArrived(context, arrived, null)
  const { asks, code, asDuty: duty } = document
  const kept: GivenAnswer = {
    id: context.newId(),
    colleagueId: from.id,
    asks,
    code,
    duty,
    ...given,
    ...countsOf(document),
    requestId: arrived.manifest.packageId,
    requestSha256: arrived.manifestSha256,
    answerSha256: sealed.sha256,
    by: context.actor,
    at: context.now,
  }
  givenAnswers.insert(context.db, GivenAnswer.parse(kept))
  context.because(given.words)
}
