import { CheckInId } from '../../shared/model.ts'
import type { PersonId } from '../../shared/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { nextDueAfter, refusalForCheckIns } from '../../shared/plan/checkIn.ts'
import { isProtective } from '../../shared/plan/measure.ts'
import type { CheckInPlan } from '../../shared/plan/model.ts'
import { refusalForMove, stateAfter } from '../../shared/plan/rules.ts'
import { Refused } from '../../shared/refusal.ts'
import { wrapKeyOf } from '../access/wrapKey.ts'
import { changed } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { HandlersFor } from '../handler.ts'
import { persons } from '../person/repository.ts'
import { currentEditions } from '../settings/repository.ts'
import {
  checkInPlans,
  checkIns,
  contacts,
  destroyWords,
  keepWords,
  plans,
  put,
  sealedWords,
} from './repository.ts'
import { openWords, sealWords } from './words.ts'

const personOf = (db: ReadDb, personId: PersonId): Person => {
  const person = persons.byId(db, personId)
  if (!person) throw new Refused('person/gone')
  return person
}

/** Other persons a plan or a card names must be persons of the same case. */
function sameCase(db: ReadDb, { caseId }: Person, others: readonly PersonId[]): void {
  const known = others.every(id => persons.byId(db, id)?.caseId === caseId)
  if (!known) throw new Refused('plan/not-of-this-case')
}

const checkInsOf = (db: ReadDb, { id, caseId }: Person) => ({
  plan: checkInPlans.byId(db, id),
  results: checkIns.ofCase(db, caseId).filter(({ personId }) => personId === id),
})

function agreedCheckIns(db: ReadDb, personId: PersonId): CheckInPlan {
  const agreed = checkInPlans.byId(db, personId)
  if (!agreed) throw new Refused('plan/no-check-ins')
  return agreed
}

export const planHandlers: HandlersFor<'plan'> = {
  'plan.write': (context, { personId, plan }) => {
    const { db, now } = context
    const person = personOf(db, personId)
    sameCase(db, person, plan.trusted)
    const { action: edition } = currentEditions(db)
    if (!plan.measures.every(({ action }) => isProtective(action, edition)))
      throw new Refused('plan/not-protective')
    const before = plans.byId(db, personId)
    const state = stateAfter(before, plan)
    const kept = before ?? { agreedOn: null, agreedHow: '', reviewedOn: null }
    put(db, plans, { ...kept, ...plan, id: personId, caseId: person.caseId, state, changedAt: now })
    changed(context, person.caseId)
    return null
  },

  'plan.move': (context, { personId, to, on, how, reviewOn }) => {
    const { db, now, today } = context
    const { wishes, caseId } = personOf(db, personId)
    const plan = plans.byId(db, personId)
    if (!plan) throw new Refused('plan/none')
    const refusal = refusalForMove(plan, { to, on, reviewOn, wishes, today })
    if (refusal) throw new Refused(refusal)

    const agreement = to === 'agreed' ? { agreedOn: on, agreedHow: how } : {}
    const review = to === 'reviewed' ? { reviewedOn: on } : {}
    plans.update(db, {
      ...plan,
      ...agreement,
      ...review,
      reviewOn: reviewOn ?? plan.reviewOn,
      state: to,
      changedAt: now,
    })
    changed(context, caseId)
    return null
  },

  'plan.keepContact': (context, { personId, contact }) => {
    const { db, now } = context
    const person = personOf(db, personId)
    sameCase(db, person, 'value' in contact.alternative ? [contact.alternative.value] : [])
    put(db, contacts, { ...contact, id: personId, caseId: person.caseId, changedAt: now })
    changed(context, person.caseId)
    return null
  },

  'plan.keepWords': (context, { personId, words }) => {
    const person = personOf(context.db, personId)
    const { random } = context
    const sealed = sealWords(words, { personId, vaultKey: wrapKeyOf(context, personId), random })
    keepWords(context.db, { personId, ...sealed })
    changed(context, person.caseId)
    return null
  },

  'plan.revealWords': (context, { personId, reason }) => {
    const { db, about, because } = context
    const { caseId } = personOf(db, personId)
    const sealed = sealedWords(db, personId)
    if (!sealed) throw new Refused('plan/no-words')
    about(caseId, personId)
    because(reason)
    return openWords(sealed, { personId, vaultKey: wrapKeyOf(context, personId) })
  },

  'plan.forgetWords': (context, { personId, reason }) => {
    const { caseId } = personOf(context.db, personId)
    if (!sealedWords(context.db, personId)) throw new Refused('plan/no-words')
    destroyWords(context.db, personId)
    changed(context, caseId)
    context.because(reason)
    return null
  },

  'plan.agreeCheckIns': (context, { personId, checkIns: draft }) => {
    const { db, now } = context
    const person = personOf(db, personId)
    const refusal = refusalForCheckIns(checkInsOf(db, person), { nextDue: draft.nextDue, now })
    if (refusal) throw new Refused(refusal)
    put(db, checkInPlans, { ...draft, id: personId, caseId: person.caseId, agreedAt: now })
    changed(context, person.caseId)
    return null
  },

  'plan.recordCheckIn': (context, { personId, result, note }) => {
    const { db, now } = context
    const { caseId } = personOf(db, personId)
    const agreed = agreedCheckIns(db, personId)
    const checkInId = CheckInId.parse(context.newId())
    const { nextDue: dueAt } = agreed
    checkIns.insert(db, { id: checkInId, caseId, personId, dueAt, result, note, recordedAt: now })
    checkInPlans.update(db, { ...agreed, nextDue: nextDueAfter(agreed, { result, now }) })
    changed(context, caseId)
    return { checkInId }
  },

  'plan.stopCheckIns': (context, { personId, reason }) => {
    const { caseId } = personOf(context.db, personId)
    agreedCheckIns(context.db, personId)
    checkInPlans.remove(context.db, personId)
    changed(context, caseId)
    context.because(reason)
    return null
  },
}
