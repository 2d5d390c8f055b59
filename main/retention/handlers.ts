import type { CaseId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Disposal, Reader, Tombstone, WaitingDisposal } from '../../shared/retention/model.ts'
import {
  disposalFindings,
  isDisposable,
  mayAnswerDisposal,
  waitingDisposal,
} from '../../shared/retention/rules.ts'
import { cases, changed, mustExist } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { CommandContext, HandlersFor, QueryContext } from '../handler.ts'
import { packagesOf } from '../notice/lines.ts'
import { openEntrySeq } from '../record/entry.ts'
import { printCertificate } from './certificate.ts'
import { destroyCase } from './destroy.ts'
import { disposals, tombstones, unansweredDisposals } from './repository.ts'

/** Everybody who got something of a case by a package that can be called back. */
const readersOf = (db: ReadDb, caseId: CaseId): Reader[] =>
  packagesOf(db, caseId)
    .filter(({ direction, mayRecall }) => direction === 'sent' && mayRecall)
    .map(({ colleague: { role, office }, kind, at: sentAt, standing }) => ({
      role,
      office,
      kind,
      sentAt,
      calledBack: standing === 'recalled',
    }))

/** The asking, while it waits. @throws Refused `retention/answered` */
function waiting(db: ReadDb, request: string): Disposal {
  const asked = disposals.byId(db, request)
  const last = asked && waitingDisposal(disposals.ofCase(db, asked.caseId))
  if (last?.id !== request) throw new Refused('retention/answered')
  return last
}

/** Everything that waits for whoever is at the desk. */
function waitingFor(context: QueryContext): WaitingDisposal[] {
  const { db } = context
  return unansweredDisposals(db).flatMap(({ id, caseId }) => {
    const asked = waitingDisposal(disposals.ofCase(db, caseId))
    const code = cases.byId(db, caseId)?.code
    if (asked?.id !== id || !asked.asked || code === undefined) return []
    const { by, at } = asked
    if (mayAnswerDisposal({ ...context, role: context.actor }, { by, agree: true })) return []
    return [{ caseId, code, ground: asked.asked.ground, by, at }]
  })
}

function decline(context: CommandContext, { id: request, caseId }: Disposal, words: string): null {
  if (words === '') throw new Refused('retention/say-why')
  const { db, actor: by, now: at } = context
  const step = { caseId, kind: 'declined' as const, request, by, words, asked: null, at }
  disposals.insert(db, { ...step, id: context.newId() })
  changed(context, caseId)
  context.because(words)
  return null
}

/** Destroys and leaves the tombstone: codes and numbers, none of the words that were said about it. */
function agree(context: CommandContext, asked: Disposal): Tombstone {
  const { db, actor: agreedBy, now: at } = context
  const { caseId, by: askedBy, at: askedAt } = asked
  const { code, state } = mustExist(db, caseId)
  if (!isDisposable(state)) throw new Refused('retention/not-over')
  const tombstone = {
    id: caseId,
    code,
    ground: asked.asked?.ground ?? 'decision',
    askedBy,
    askedAt,
    agreedBy,
    sole: askedBy === agreedBy,
    ...destroyCase(db, caseId),
    entry: openEntrySeq(db),
    at,
  }
  tombstones.insert(db, tombstone)
  return tombstone
}

/** Destroying a whole case by two (G7). */
export const retentionHandlers: HandlersFor<'retention'> = {
  'retention.ofCase': ({ db }, { caseId }) => ({
    waiting: waitingDisposal(disposals.ofCase(db, caseId)),
    readers: readersOf(db, caseId),
  }),

  'retention.askDisposal': (context, { caseId, ...draft }) => {
    const { db, actor: by, now: at } = context
    if (!isDisposable(mustExist(db, caseId).state)) throw new Refused('retention/not-over')
    if (waitingDisposal(disposals.ofCase(db, caseId))) throw new Refused('retention/already-asked')
    if (disposalFindings(draft, readersOf(db, caseId)).length > 0) throw new Refused('retention/shut')
    const step = { kind: 'asked' as const, request: null, by, words: draft.reason, asked: draft, at }
    disposals.insert(db, { ...step, id: context.newId(), caseId })
    changed(context, caseId)
    context.because(draft.reason)
    return null
  },

  'retention.answerDisposal': (context, { request, agree: agrees, words }) => {
    const asked = waiting(context.db, request)
    const refusal = mayAnswerDisposal({ ...context, role: context.actor }, { by: asked.by, agree: agrees })
    if (refusal) throw new Refused(refusal)
    context.about(asked.caseId)
    return agrees ? agree(context, asked) : decline(context, asked, words)
  },

  'retention.waiting': context => waitingFor(context).toSorted((a, b) => (a.at < b.at ? -1 : 1)),

  'retention.tombstones': ({ db }) => tombstones.all(db).toReversed(),

  'retention.printCertificate': printCertificate,
}
