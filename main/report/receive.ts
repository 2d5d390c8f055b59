import { ContributionId } from '../../shared/model.ts'
import { changesBetween, readContribution } from '../../shared/report/document.ts'
import type { ContributionDocument } from '../../shared/report/document.ts'
import type { ContributionArrival, ReceivedContribution } from '../../shared/report/model.ts'
import { isLater, newestOf } from '../../shared/report/received.ts'
import { Refused } from '../../shared/refusal.ts'
import { arrivalOf, keepArrived, onDesk } from '../exchange/arrive.ts'
import type { Arrived } from '../exchange/arrive.ts'
import type { QueryContext, TaskContext } from '../handler.ts'
import { receivedOnes, receivedSummaries } from './repository.ts'

/** @throws Refused `exchange/not-a-package`, `exchange/newer-than-app` */
function documentIn({ document }: Arrived): ContributionDocument {
  const read = readContribution(document)
  if (read === 'newer') throw new Refused('exchange/newer-than-app')
  if (read === null) throw new Refused('exchange/not-a-package')
  return read
}

/** What arrived, as it would be kept. */
function asKept(context: QueryContext, arrived: Arrived): Omit<ReceivedContribution, 'id'> {
  const { packageId, about, origin, entries, sentAt } = arrived.manifest
  const document = documentIn(arrived)
  return {
    ordinal: document.window.ordinal,
    packageId,
    colleagueId: arrivalOf(context, arrived).from.id,
    about: about?.packageId ?? null,
    origin,
    recordEntries: entries,
    document,
    sentAt,
    takenAt: context.now,
    by: context.actor,
  }
}

/** The contribution on the desk, against the newest one of the same sender for the same window. Changes nothing. */
export function preview({ app, vault }: TaskContext): ContributionArrival {
  const arrived = onDesk(app, 'contribution')
  const context = vault()
  const kept = asKept(context, arrived)
  const { from, sentAt, recordDiffers } = arrivalOf(context, arrived)
  const all = receivedOnes.all(context.db)
  const newest = newestOf(all, kept)
  return {
    from,
    sentAt,
    recordDiffers,
    document: kept.document,
    supersedes: receivedSummaries(context.db).find(({ id }) => id === newest?.id) ?? null,
    namesAnother: kept.about !== null && !all.some(({ packageId }) => packageId === kept.about),
    older: newest !== null && !isLater(kept, newest),
    changes: newest ? changesBetween(newest.document, kept.document) : [],
  }
}

/** Takes in the contribution on the desk. @throws Refused `report/older-than-taken`, and what `arrive` refuses */
export function takeIn(task: TaskContext): { id: ContributionId } {
  const { app } = task
  const arrived = onDesk(app, 'contribution')
  const id = ContributionId.parse(app.newId())
  task.write(context => {
    const kept = asKept(context, arrived)
    const newest = newestOf(receivedOnes.all(context.db), kept)
    if (newest && !isLater(kept, newest)) throw new Refused('report/older-than-taken')
    keepArrived(context, arrived, null)
    receivedOnes.insert(context.db, { ...kept, id })
  })
  app.desk.arrived = null
  return { id }
}
