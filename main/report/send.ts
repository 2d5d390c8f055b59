import type { ColleagueId } from '../../shared/model.ts'
import { ContributionId } from '../../shared/model.ts'
import type { InReplyTo } from '../../shared/exchange/manifest.ts'
import { clearedBy } from '../../shared/report/followUp.ts'
import type { ContributionDocument } from '../../shared/report/document.ts'
import type { SentContribution } from '../../shared/report/model.ts'
import { reportAddress } from '../../shared/report/coverage.ts'
import { Refused } from '../../shared/refusal.ts'
import { leftWith } from '../action/leave.ts'
import { followUps } from '../consent/repository.ts'
import { disclose, disclosures } from '../disclosure/repository.ts'
import { sendPackage } from '../exchange/sendPackage.ts'
import type { Outgoing, Sealed } from '../exchange/sendPackage.ts'
import type { CommandContext, QueryContext, TaskContext } from '../handler.ts'
import { whole } from '../working.ts'
import type { Step } from '../working.ts'
import { standingOfCase } from './cases.ts'
import { compile, readyEntry, toldAs } from './compile.ts'
import type { ToldCase } from './compile.ts'
import { caseIds, lastTo, sentOnes } from './repository.ts'
import { mustDecide } from './rights.ts'
import { windowOf } from './window.ts'

interface Asked {
  readonly ordinal: number
  readonly to: ColleagueId
  readonly why: string
}

/** What is about to leave, with what is written down of it. */
interface Leaving extends Outgoing {
  readonly document: ContributionDocument
  readonly told: readonly ToldCase[]
}

/** Hands in the contribution as it stands now, to one colleague whose keys were verified. */
export async function send(task: TaskContext, asked: Asked) {
  const id = ContributionId.parse(task.app.newId())
  const receipt = await sendPackage(task, {
    prepare: context => whole(mayLeave(context, asked)),
    prepareInSlices: context => mayLeave(context, asked),
    record: (context, sealed) => record(context, { id, asked, sealed }),
  })
  return receipt && { name: receipt.name, size: receipt.size, sha256: receipt.sha256, id }
}

/** @throws Refused `report/not-your-duty`, `report/nothing-to-send`, `report/why-missing`, `report/same-as-before` */
function* mayLeave(context: QueryContext, asked: Asked): Generator<Step, Leaving> {
  mustDecide(context)
  const window = windowOf(context, asked.ordinal)
  const made = yield* compile(context, window)
  const { last, about } = earlierThan(context, asked)
  if (last === null && made.told.length === 0) throw new Refused('report/nothing-to-send')
  if (last !== null && asked.why === '') throw new Refused('report/why-missing')
  if (last !== null && says(last) === says(made)) throw new Refused('report/same-as-before')
  return {
    ...made,
    kind: 'contribution',
    to: [asked.to],
    about,
    caseId: null,
    cases: caseIds(context.db).length,
  }
}

/** What the gate says of the entries at the moment they leave. @throws Refused `exchange/changed-meanwhile` */
function mustStillBeReady(context: QueryContext, told: readonly ToldCase[], ordinal: number): void {
  const window = windowOf(context, ordinal)
  for (const { standing, judged } of told) {
    if (!judged) continue
    const now = readyEntry(context, standingOfCase(context, window, standing.file.id))
    if (JSON.stringify(now?.judged.entry) !== JSON.stringify(judged.entry))
      throw new Refused('exchange/changed-meanwhile')
  }
}

const says = ({ document }: Pick<SentContribution, 'document'>): string => JSON.stringify(document)

/** The contribution this one takes the place of. */
function earlierThan({ db }: Pick<QueryContext, 'db'>, { ordinal, to }: Asked) {
  const last = lastTo(sentOnes.all(db), { ordinal, colleagueId: to })
  const about: InReplyTo | null = last && {
    packageId: last.packageId,
    manifestSha256: last.manifestSha256,
  }
  return { last, about }
}

interface Recording {
  readonly id: ContributionId
  readonly asked: Asked
  readonly sealed: Sealed & { readonly leaving: Leaving }
}

function record(context: CommandContext, { id, asked, sealed }: Recording): void {
  const { db, actor: by, now: sentAt } = context
  const { document, told } = sealed.leaving
  mustStillBeReady(context, told, asked.ordinal)
  const { about } = earlierThan(context, asked)
  finishTasks(context, asked)
  sentOnes.insert(db, {
    id,
    ordinal: asked.ordinal,
    packageId: sealed.packageId,
    manifestSha256: sealed.manifestSha256,
    colleagueId: asked.to,
    about: about?.packageId ?? null,
    document,
    told: toldAs(told),
    why: asked.why,
    by,
    sentAt,
  })
  for (const one of told) writeDown(context, one, { id, sealed })
  if (asked.why !== '') context.because(asked.why)
}

/** What was told of one case, and that its entry went out. */
function writeDown(
  context: CommandContext,
  { standing, judged, verdicts }: ToldCase,
  { id, sealed }: Pick<Recording, 'id' | 'sealed'>,
): void {
  const { action, file } = standing
  const [reader] = sealed.to
  if (!reader) return
  const isTold = judged !== null && action !== null
  disclose(context, {
    kind: 'contribution',
    caseId: file.id,
    itemId: id,
    toRole: reader.role,
    purpose: isTold ? action.draft.purpose : 'sg_report_trend_only',
    recipient: reader.recipientClass,
    channel: reportAddress.channel,
    approvedBy: isTold && action.approval?.of === judged.fingerprint ? action.approval.by : '',
    sha256: sealed.sha256,
    verdicts,
  })
  if (isTold) leftWith(context, action.id)
}

/** Handing in another asks the reader to stop using the one before: tasks that say so are done by it. */
function finishTasks(context: CommandContext, asked: Asked): void {
  const { db, today: on, actor: by } = context
  const earlier = sentOnes
    .all(db)
    .filter(one => one.ordinal === asked.ordinal && one.colleagueId === asked.to)
    .map(({ id }) => id)
  if (earlier.length === 0) return
  for (const task of clearedBy(followUps.all(db), disclosures.all(db), earlier))
    followUps.update(db, { ...task, done: { on, by, note: asked.why } })
}
