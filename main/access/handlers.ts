import type { Access, AccessStep, Reader, Subject, WaitingStep } from '../../shared/access/model.ts'
import { refusalToAnswer, refusalToLimit, refusalToRemove, waitingStep } from '../../shared/access/rules.ts'
import { Refused } from '../../shared/refusal.ts'
import { mayReadCases } from '../../shared/vault/mayRead.ts'
import { cases, changed } from '../case/repository.ts'
import { apartCases } from '../db/apartKeys.ts'
import type { ReadDb } from '../db/handles.ts'
import type { CommandContext, HandlersFor, QueryContext } from '../handler.ts'
import { personOf, persons } from '../person/repository.ts'
import { people, vaultPeople, type OfficerRow } from '../vault/people.ts'
import { lockFor, mustBeNameable, mustOpenKey } from './keys.ts'
import { lift, limit, sealWithout } from './limit.ts'
import { hasShares, limitOf, limits, steps, subjectId, unansweredSteps } from './repository.ts'

/** Everybody who reads cases, and whether they read this. */
function readers({ db, officerId }: QueryContext, named: readonly string[]): Reader[] {
  const rows = new Map(people(db).map(row => [row.id, row] as const))
  return vaultPeople(db, officerId)
    .filter(({ id, duties }) => mayReadCases(duties) || named.includes(id))
    .map(({ id, role, isYou }) => ({
      officerId: id,
      role,
      isYou,
      named: named.includes(id),
      canBeNamed: (rows.get(id)?.boxKey ?? null) !== null,
    }))
}

const roleOf = (all: readonly OfficerRow[], id: string | null) => all.find(one => one.id === id)?.role ?? null

/** An asking as a screen shows it; nothing when it is for others. */
function shownStep(context: QueryContext, step: AccessStep): WaitingStep[] {
  const { db, actor, officerId } = context
  const found = limitOf(db, step)
  if (!found || officerId === null || !found.named.includes(officerId)) return []
  const { id, caseId, personId, what, words, by, at } = step
  const label = personId ? (persons.byId(db, personId)?.label ?? null) : null
  const mayAgree = refusalToAnswer({ role: actor, named: found.named.length, by, agree: true }) === null
  const role = roleOf(people(db), step.officerId)
  return [
    {
      id,
      caseId,
      personId,
      code: found.code,
      label,
      what,
      role,
      words,
      by,
      at,
      isYours: by === actor,
      mayAgree,
    },
  ]
}

/** What waits of one case, or of the identity of one person of it. */
function waitingOf(context: QueryContext, subject: Subject): WaitingStep[] {
  const step = waitingStep(steps.ofCase(context.db, subject.caseId), subject)
  return step ? shownStep(context, step) : []
}

/** Everything that waits, of every case. */
function allWaiting(context: QueryContext): WaitingStep[] {
  return unansweredSteps(context.db).flatMap(step => shownStep(context, step))
}

function accessOf(context: QueryContext, subject: Subject): Access {
  const found = limitOf(context.db, subject)
  return {
    since: found?.since ?? null,
    by: found?.by ?? null,
    people: readers(context, found?.named ?? []),
    hasShares: hasShares(context.db, context.officerId),
    waiting: waitingOf(context, subject),
  }
}

/** The case is there, the person is of it. @throws Refused `case/gone`, `person/gone` */
function mustBeThere(db: ReadDb, { caseId, personId }: Subject): void {
  if (!cases.byId(db, caseId)) throw new Refused('case/gone')
  if (personId && personOf(db, personId).caseId !== caseId) throw new Refused('person/gone')
}

/** For whom it is, when whoever is at the desk is one of them. @throws Refused `access/not-limited`, `access/not-named` */
function mustBeNamed({ db, officerId }: QueryContext, subject: Subject) {
  mustBeThere(db, subject)
  const found = limitOf(db, subject)
  if (!found) throw new Refused('access/not-limited')
  if (officerId === null || !found.named.includes(officerId)) throw new Refused('access/not-named')
  return found
}

type Step = Pick<AccessStep, 'what' | 'kind' | 'officerId' | 'request' | 'words' | 'sole'>

/** Notes one step on the case. */
function note(context: CommandContext, { caseId, personId }: Subject, step: Step): void {
  const { db, actor: by, now: at } = context
  steps.insert(db, { ...step, id: context.newId(), caseId, personId, by, at })
  changed(context, caseId)
  context.about(caseId, personId ?? '')
  context.because(step.words)
}

/** The asking, while it waits. @throws Refused `access/answered` */
function waitingRequest(context: QueryContext, request: string): AccessStep {
  const asked = steps.byId(context.db, request)
  const last = asked && waitingStep(steps.ofCase(context.db, asked.caseId), asked)
  if (last?.id !== request) throw new Refused('access/answered')
  return last
}

/** Does what two agreed to. */
function fulfil(context: CommandContext, { what, officerId, caseId, personId }: AccessStep): void {
  const subject = { caseId, personId }
  if (what === 'lift') return lift(context, subject)
  const found = mustBeNamed(context, subject)
  if (officerId === null || found.named.includes(officerId)) return
  const key = mustOpenKey(context, subjectId(subject))
  lockFor(context, officerId, { subject: subjectId(subject), key })
  key.fill(0)
  limits.update(context.db, { ...found, named: [...found.named, officerId] })
}

export const accessHandlers: HandlersFor<'access'> = {
  'access.of': (context, subject) => accessOf(context, subject),

  'access.overview': ({ db }) => {
    const known = apartCases(db)
    const all = limits.all(db).filter(({ about }) => about === 'case')
    return {
      yours: all.filter(({ id }) => known.get(id)).map(({ caseId }) => caseId),
      hidden: all.filter(({ id }) => !known.get(id)).map(({ code }) => code),
    }
  },

  'access.waiting': context => allWaiting(context),

  'access.limit': (context, { subject, named, reason }) => {
    const { db, officerId: you, duties } = context
    mustBeThere(db, subject)
    if (limitOf(db, subject)) throw new Refused('access/already-limited')
    const unique = [...new Set(named)]
    const refusal = refusalToLimit({ named: unique, you, duties, hasShares: hasShares(db, you) })
    if (refusal) throw new Refused(refusal)
    for (const officerId of unique) mustBeNameable(db, officerId)
    limit(context, subject, unique)
    changed(context, subject.caseId)
    context.about(subject.caseId, subject.personId ?? '')
    context.because(reason)
    return null
  },

  'access.ask': (context, { subject, what, officerId, words }) => {
    const found = mustBeNamed(context, subject)
    if (waitingStep(steps.ofCase(context.db, subject.caseId), subject))
      throw new Refused('access/already-asked')
    const whom = what === 'admit' ? officerId : null
    if (what === 'admit' && (whom === null || found.named.includes(whom)))
      throw new Refused('access/choose-somebody')
    if (whom) mustBeNameable(context.db, whom)
    note(context, subject, { what, kind: 'asked', officerId: whom, request: null, words, sole: false })
    return null
  },

  'access.answer': (context, { request, agree, words }) => {
    const asked = waitingRequest(context, request)
    const found = mustBeNamed(context, asked)
    const { by, what, officerId } = asked
    const refusal = refusalToAnswer({ role: context.actor, named: found.named.length, by, agree })
    if (refusal) throw new Refused(refusal)
    const kind = agree ? 'agreed' : 'declined'
    note(context, asked, { what, kind, officerId, request, words, sole: agree && by === context.actor })
    if (agree) fulfil(context, asked)
    return null
  },

  'access.remove': (context, { subject, officerId, reason }) => {
    const found = mustBeNamed(context, subject)
    const refusal = refusalToRemove(found, officerId)
    if (refusal) throw new Refused(refusal)
    if (officerId === context.officerId) throw new Refused('access/not-yourself')
    sealWithout(context, subject, officerId)
    changed(context, subject.caseId)
    context.about(subject.caseId, subject.personId ?? '')
    context.because(reason)
    return null
  },
}
