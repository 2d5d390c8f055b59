import { ReplyDocument } from '../../shared/brief/model.ts'
import type { Input, Output } from '../../shared/contract.ts'
import { Refused } from '../../shared/refusal.ts'
import { openApart } from '../exchange/apart.ts'
import { fileOf, maxPackageBytes } from '../exchange/packageFile.ts'
import { ofBrief } from '../exchange/seal.ts'
import type { Opened } from '../exchange/seal.ts'
import type { CommandContext, TaskContext } from '../handler.ts'
import { readChosen } from '../file/chosen.ts'
import { isPracticeVault } from '../practice/place.ts'
import { changed } from '../case/repository.ts'
import { briefOf } from './assemble.ts'
import { briefs, sentPackages } from './repository.ts'

/**
 * Opens a reply and puts it on the case it belongs to, all or nothing.
 *
 * @param caseId the case that is open; a reply to any other is refused. `null`: whichever case it belongs to.
 * @throws Refused `brief/reply-to-another-case`, `brief/already-answered`, `brief/practice-reply`, `brief/not-a-practice-reply`, `exchange/…`, `file/…`.
 */
export async function receiveReply(
  { app, vault, write }: TaskContext,
  { fileId, caseId }: Input<'brief.receiveReply'>,
): Promise<Output<'brief.receiveReply'>> {
  const awaited = sentPackages(vault().db)
  if (awaited.length === 0) throw new Refused('exchange/not-for-you')
  const file = await readChosen(app, fileId, maxPackageBytes)
  const key = { identities: awaited.map(one => one.identity) }
  const opened = ofBrief(await openApart(app.ask, { file, key, awaited }).catch(notAReply))
  const reply = replyIn(opened)
  mustBeOfThisKind(reply, isPracticeVault(vault().db))
  const sent = awaited.find(one => one.packageId === opened.manifest.inReplyTo?.packageId)
  if (!sent) throw new Refused('exchange/not-for-you')

  return write(context => {
    const brief = briefOf(context, sent.briefId)
    if (caseId !== null && brief.caseId !== caseId) throw new Refused('brief/reply-to-another-case')
    if (brief.reply !== null && brief.reply.decision !== 'ask') throw new Refused('brief/already-answered')
    return keepReply(context, { brief, reply })
  })
}

/** Replies are never sealed with a passphrase: what wants one is something else, such as a brief. */
function notAReply(error: unknown): never {
  throw error instanceof Refused && error.code === 'exchange/wrong-passphrase'
    ? new Refused('brief/not-a-reply')
    : error
}

function replyIn(opened: Opened): ReplyDocument {
  if (opened.manifest.kind !== 'reply') throw new Refused('brief/not-a-reply')
  const reply = ReplyDocument.safeParse(fileOf(opened, 'reply.json'))
  if (!reply.success) throw new Refused('exchange/not-a-package')
  return reply.data
}

/** A decision on an invented case never lands on a real one, nor the other way round. */
function mustBeOfThisKind(reply: ReplyDocument, isPractice: boolean): void {
  const practice = reply.practice ?? false
  if (practice === isPractice) return
  throw new Refused(practice ? 'brief/practice-reply' : 'brief/not-a-practice-reply')
}

function keepReply(
  context: CommandContext,
  { brief, reply }: { readonly brief: ReturnType<typeof briefOf>; readonly reply: ReplyDocument },
): Output<'brief.receiveReply'> {
  const { format: _format, practice: _practice, ...said } = reply
  const received = { ...said, receivedAt: context.now }
  briefs.update(context.db, { ...brief, reply: received, changedAt: context.now })
  changed(context, brief.caseId)
  return { caseId: brief.caseId, briefId: brief.id, reply: received }
}
