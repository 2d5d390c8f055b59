import { AskingCode } from '../../shared/approval/model.ts'
import { DutyFact, FileAsking } from '../../shared/approval/asking.ts'
import type { Input, Output } from '../../shared/contract.ts'
import { changed } from '../case/repository.ts'
import { disclose } from '../disclosure/repository.ts'
import { sendPackage } from '../exchange/sendPackage.ts'
import type { Outgoing, Sealed } from '../exchange/sendPackage.ts'
import { shortCode } from '../gate/shortCode.ts'
import type { CommandContext, TaskContext } from '../handler.ts'
import type { Wanted } from './asked.ts'
import { compile } from './compile.ts'
import type { Compiled } from './compile.ts'
import { colleagueDuties, dutyOf, fileAskings } from './repository.ts'

/**
 * Asks one verified colleague by file. The gate is asked twice, like for everything that leaves: before sealing, and when
 * the file is written.
 *
 * @returns `null` when the dialog was closed. @throws Refused as `compile` and `sendPackage`.
 */
export async function askByFile(
  task: TaskContext,
  input: Input<'approval.ask'>,
): Promise<Output<'approval.ask'>> {
  const { app, vault } = task
  const taken = fileAskings.all(vault().db).map(({ code }) => code)
  const wanted: Wanted = { ...input, code: AskingCode.parse(shortCode('AP', app.random, taken)) }
  const receipt = await sendPackage(task, {
    prepare: context => outgoing(wanted, compile(context, wanted)),
    record: (context, sealed) => record(context, { wanted, sealed }),
  })
  if (receipt === null) return null
  const { name, size, sha256 } = receipt
  return { name, size, sha256 }
}

const outgoing = ({ colleagueId }: Wanted, { document, item, secrets }: Compiled): Outgoing => ({
  kind: 'approval-request',
  to: [colleagueId],
  document,
  about: null,
  caseId: item.caseId,
  secrets,
})

interface Left {
  readonly wanted: Wanted
  readonly sealed: Sealed
}

/** The asking, the duty the colleague was said to have, and that they were told of the case. */
function record(context: CommandContext, { wanted, sealed }: Left): void {
  const compiled = compile(context, wanted)
  const { item, colleague, address, result } = compiled
  fileAskings.insert(context.db, askingOf(context, { wanted, sealed, compiled }))
  noteDuty(context, wanted)
  const { caseId, itemId, kind } = item
  disclose(context, {
    ...address,
    kind,
    caseId,
    itemId,
    toRole: colleague.role,
    verdicts: result.lines,
    approvedBy: '',
    sha256: sealed.sha256,
  })
  changed(context, caseId)
  if (wanted.question !== '') context.because(wanted.question)
}

function askingOf(
  context: CommandContext,
  { wanted, sealed, compiled }: Left & { readonly compiled: Compiled },
): FileAsking {
  const { itemId, asks, code, overrideId, colleagueId, duty } = wanted
  const { packageId, manifestSha256, sha256 } = sealed
  const { document, personIds, answersBefore, item } = compiled
  const { actor: by, now: at } = context
  return FileAsking.parse({
    id: context.newId(),
    caseId: item.caseId,
    itemId,
    asks,
    code,
    overrideId,
    of: document.of,
    colleagueId,
    duty,
    document,
    personIds,
    answersBefore,
    packageId,
    manifestSha256,
    sha256,
    by,
    at,
  })
}

/** Which duty whoever asks says the colleague has, unless it was said before. */
function noteDuty(context: CommandContext, { colleagueId, duty }: Wanted): void {
  const { db, actor: by, now: at } = context
  if (dutyOf(db, colleagueId) === duty) return
  colleagueDuties.insert(db, DutyFact.parse({ id: context.newId(), colleagueId, duty, by, at }))
}
