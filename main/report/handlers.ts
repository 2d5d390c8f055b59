import { Refused } from '../../shared/refusal.ts'
import { lowerThan } from '../../shared/report/proposal.ts'
import { changed } from '../case/repository.ts'
import { colleagueOf } from '../exchange/colleagues.ts'
import type { HandlersFor, QueryContext } from '../handler.ts'
import { currentWindows } from '../settings/repository.ts'
import { standingOfCase } from './cases.ts'
import { draftFor } from './draft.ts'
import { judgeEntry } from './entry.ts'
import { reportPage } from './kept/page.ts'
import { readyContribution } from './kept/ready.ts'
import { lineOf } from './lines.ts'
import { preview, takeIn } from './receive.ts'
import { decisions, receivedOnes, receivedSummaries, sentOnes, sentSummaries } from './repository.ts'
import { mustDecide } from './rights.ts'
import { send } from './send.ts'
import { usualWindow, windowOf } from './window.ts'
import type { CaseId } from '../../shared/model.ts'

function standingIn(context: QueryContext, { caseId, ordinal }: { caseId: CaseId; ordinal: number }) {
  const window = windowOf(context, ordinal)
  return { window, standing: standingOfCase(context, window, caseId) }
}

const sentFor = ({ db }: QueryContext, ordinal: number) =>
  sentSummaries(db).filter(one => one.ordinal === ordinal)

export const reportHandlers: HandlersFor<'report'> = {
  'report.overview': (context, { ordinal, ...asked }) => {
    const window = ordinal === null ? usualWindow(context) : windowOf(context, ordinal)
    return {
      windows: currentWindows(context.db).filter(({ used }) => used),
      window,
      ...reportPage(context, window, asked),
      sent: sentFor(context, window.ordinal),
    }
  },

  'report.case': (context, asked) => {
    const { window, standing } = standingIn(context, asked)
    const { action, isSent } = standing
    const line = lineOf(context, standing)
    return {
      window,
      line,
      draft: draftFor(context, standing, window),
      actionId: action !== null && !isSent ? action.id : null,
      alike: line.entry ? (judgeEntry(context, standing)?.alike ?? []).map(({ found }) => found) : [],
    }
  },

  'report.decide': (context, { caseId, ordinal, level, reason }) => {
    mustDecide(context)
    const { standing } = standingIn(context, { caseId, ordinal })
    const { coverage, proposal } = standing
    if (level !== 'as_proposed' && !lowerThan(proposal.level, coverage).includes(level))
      throw new Refused('report/never-raised')
    const { actor: by, now: at } = context
    decisions.insert(context.db, { id: context.newId(), caseId, ordinal, level, reason, by, at })
    changed(context, caseId)
    context.because(reason)
    return null
  },

  'report.ready': (context, { ordinal }) => {
    const window = windowOf(context, ordinal)
    return { window, ...readyContribution(context, window), sent: sentFor(context, ordinal) }
  },

  'report.send': send,
  'report.sent': ({ db }) => sentSummaries(db),

  'report.oneSent': ({ db }, { id }) => {
    const one = sentOnes.byId(db, id)
    if (!one) throw new Refused('report/gone')
    return { ...one, to: colleagueOf(db, one.colleagueId).role }
  },

  'report.arrival': task => preview(task),
  'report.takeIn': task => takeIn(task),
  'report.received': ({ db }) => receivedSummaries(db),

  'report.oneReceived': ({ db }, { id }) => {
    const one = receivedOnes.byId(db, id)
    const summary = receivedSummaries(db).find(line => line.id === id)
    if (!one || !summary) throw new Refused('report/gone')
    return { summary, document: one.document }
  },
}
