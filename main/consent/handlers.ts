import { consentsInOrder } from '../exchange/merge/known.ts'
import { stillHeld } from '../../shared/gate/withdrawal.ts'
import type { ConsentDecision, ConsentDraft } from '../../shared/consent/model.ts'
import { refusalFor } from '../../shared/consent/rules.ts'
import type { TalkWithRows } from '../../shared/consent/talk.ts'
import { answerIn } from '../../shared/consent/talkRules.ts'
import { ConsentEventId, ConsentId, ConsentTalkId, Day, FollowUpId } from '../../shared/model.ts'
import type { PersonId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import type { CommandContext, HandlersFor, QueryContext } from '../handler.ts'
import { askedOf } from '../override/repository.ts'
import { persons } from '../person/repository.ts'
import { disclosedOf } from '../disclosure/repository.ts'
import { currentThresholds } from '../settings/repository.ts'
import { finishTask } from './finish.ts'
import { consentEvents, consents, followUps, talks } from './repository.ts'
import { whatIf } from './whatIf.ts'

export const consentHandlers: HandlersFor<'consent'> = {
  'consent.record': (context, draft) => {
    const { caseId } = mustBeThere(context, draft.personId)
    const consentId = append(context, draft, { caseId, talkId: null, reviewWhen: [] })
    changed(context, caseId)
    return { consentId }
  },

  'consent.recordTalk': (context, { rows, ...talk }: TalkWithRows) => {
    const { caseId } = mustBeThere(context, talk.personId)
    if (talk.heldOn > context.today) throw new Refused('consent/decided-in-future')
    const talkId = ConsentTalkId.parse(context.newId())
    talks.insert(context.db, { ...talk, id: talkId, caseId, recordedAt: context.now })
    const consentIds = rows.map(row =>
      append(context, answerIn(talk, row), { caseId, talkId, reviewWhen: row.reviewWhen }),
    )
    changed(context, caseId)
    return { talkId, consentIds }
  },

  'consent.noteEvent': (context, draft) => {
    const { caseId } = mustBeThere(context, draft.personId)
    const id = ConsentEventId.parse(context.newId())
    consentEvents.insert(context.db, { ...draft, id, caseId, recordedAt: context.now })
    changed(context, caseId)
    return null
  },

  'consent.finishTask': (context, { taskId, note }) => {
    finishTask(context, { taskId, note })
    return null
  },

  'consent.whatIf': (context, draft) => {
    const { caseId } = mustBeThere(context, draft.personId)
    return whatIf(context, { caseId, draft })
  },
}

function mustBeThere({ db }: Pick<QueryContext, 'db'>, personId: PersonId) {
  const person = persons.byId(db, personId)
  if (!person) throw new Refused('person/gone')
  return person
}

/** Adds one answer, and a task for every reader of what it takes back. @throws Refused when it may not be recorded */
function append(
  context: CommandContext,
  draft: ConsentDraft,
  rest: Pick<ConsentDecision, 'caseId' | 'talkId' | 'reviewWhen'>,
): ConsentId {
  const log = consentsInOrder(context.db, rest.caseId)
  const refusal = refusalFor(draft, { log, today: context.today })
  if (refusal) throw new Refused(refusal)
  const decision = { ...draft, ...rest, id: ConsentId.parse(context.newId()), recordedAt: context.now }
  consents.insert(context.db, decision)
  askToStopUsing(context, decision, log)
  return decision.id
}

/** One task for each thing others still have after this answer. */
function askToStopUsing(context: CommandContext, no: ConsentDecision, log: readonly ConsentDecision[]): void {
  const { db, actor, now, today, newId } = context
  const disclosures = disclosedOf(db, no.caseId)
  const told = stillHeld(no, { disclosures, overrides: askedOf(db, no.caseId), log })
  const days = currentThresholds(db).daysToAsk
  for (const disclosure of told)
    followUps.insert(db, {
      id: FollowUpId.parse(newId()),
      caseId: no.caseId,
      disclosureId: disclosure.id,
      consentId: no.id,
      what: 'ask-to-stop-using',
      owner: actor,
      due: inDays(today, days),
      done: null,
      madeAt: now,
    })
}

/** The day so many days later. */
function inDays(day: Day, days: number): Day {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return Day.parse(at.toISOString().slice(0, 10))
}
