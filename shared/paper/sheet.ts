import type { ActionLine } from '../action/model.ts'
import { linesOf } from '../brief/lines.ts'
import type { BriefContent } from '../brief/lines.ts'
import type { CaseView } from '../case/model.ts'
import type { Disclosed } from '../consent/followUp.ts'
import type { ConsentDecision } from '../consent/model.ts'
import { isNo, isPast, isYes, latest } from '../consent/rules.ts'
import { dayOf } from '../gate/rules.ts'
import { valueOf } from '../model.ts'
import type { PersonId } from '../model.ts'
import type { Person } from '../person/model.ts'
import { protectiveActions } from '../plan/measure.ts'
import { situationOf } from '../risk/rules.ts'
import { vocabularies } from '../vocabulary/index.ts'
import type { SheetPart } from './model.ts'
import { entry, phrase, word, type Entry, type Phrase } from './phrase.ts'

/** What the sheet is made from. */
export type SheetContent = BriefContent &
  Pick<CaseView, 'consents' | 'talks' | 'disclosures' | 'protection' | 'bases' | 'today'> & {
    readonly actions: readonly ActionLine[]
  }

interface Subject {
  readonly content: SheetContent
  readonly person: Person
}

/**
 * What we hold of one person, on which answers, who was told, what was done, and what they can still change. Kinds of
 * things only: never who they are, and nothing of anybody else.
 */
export function sheetOf(subject: Subject): Readonly<Record<SheetPart, readonly Entry[]>> {
  return {
    held: held(subject).map(kind => entry(phrase(`held.${kind}`))),
    agreed: agreed(subject),
    told: told(subject),
    done: done(subject),
    change: change(subject),
  }
}

const concerns = (personId: PersonId) => (thing: { readonly personIds: readonly PersonId[] }) =>
  thing.personIds.includes(personId)

/** Kinds of things that are kept, each under `sheet.held.<kind>`. */
function held(subject: Subject): string[] {
  const { content, person } = subject
  const { protection, risks } = content
  const mine = ({ id }: { readonly id: string }) => id === person.id
  const risk = situationOf(risks, person.id)
  const kinds: (string | false)[] = [
    person.hasIdentity ? 'identity' : 'noIdentity',
    person.hasIdentity && isKeptWithoutYes(subject) && 'withoutYes',
    'about',
    valueOf(person.wishes) !== null && 'wishes',
    content.engagements.some(concerns(person.id)) && 'engagement',
    content.acts.some(concerns(person.id)) && 'acts',
    person.parts.includes('reporter') && content.messages.length > 0 && 'messages',
    risk !== null && 'risk',
    risk !== null && valueOf(risk.ownView) !== null && 'ownView',
    protection.plans.some(mine) && 'plan',
    protection.contacts.some(mine) && 'contact',
    protection.wordsOf.includes(person.id) && 'words',
    content.consents.some(({ personId }) => personId === person.id) && 'answers',
  ]
  return kinds.filter(kind => kind !== false)
}

/** Whether a reason was written in place of a "yes" to being kept, and no such "yes" stands. */
const isKeptWithoutYes = (subject: Subject) =>
  subject.content.bases.some(({ personId }) => personId === subject.person.id) &&
  !latest(answersOf(subject)).some(
    row => row.purpose === 'keep_record' && isYes(row) && !isPast(row, subject.content.today),
  )

const answersOf = ({ content, person }: Subject) =>
  content.consents.filter(({ personId }) => personId === person.id)

/** Every answer as it stands today: what for, and under it to whom, how, how much, until when. */
function agreed(subject: Subject): Entry[] {
  const rows = latest(answersOf(subject)).filter(({ decision }) => decision !== 'not_asked')
  if (rows.length === 0) return [entry(phrase('agreed.none'))]
  return rows.map(row => {
    const standing = standingOf(row, subject)
    return entry(
      phrase('agreed.row', { purpose: word('purpose', row.purpose), answer: word('answer', standing) }),
      underAnswer(row, standing === 'yes' || standing === 'yesIf'),
    )
  })
}

function standingOf(row: ConsentDecision, { content }: Subject): string {
  if (isNo(row)) return row.decision === 'withdrawn' ? 'withdrawn' : 'no'
  if (isPast(row, content.today)) return 'ended'
  return row.decision === 'given' ? 'yes' : 'yesIf'
}

function underAnswer(row: ConsentDecision, stands: boolean): Phrase[] {
  const { recipient, channel, identityLevel, scope, facts, validUntil } = row
  const what =
    scope === 'selected_facts' ? { row: facts.map(fact => word('fact', fact)) } : word('scope', scope)
  const conditions = { row: row.conditions.map(({ kind, after }) => conditionOf(kind, after)) }
  const under: (Phrase | false)[] = [
    phrase('agreed.to', { recipient: word('recipient', recipient), channel: word('channel', channel) }),
    phrase('agreed.what', { what, level: word('level', identityLevel) }),
    row.conditions.length > 0 && phrase('agreed.if', { conditions }),
    stands && (validUntil ? phrase('agreed.until', { day: { day: validUntil } }) : phrase('agreed.noEnd')),
  ]
  return under.filter(one => one !== false)
}

const conditionOf = (kind: string, after: ConsentDecision['conditions'][number]['after']): Phrase =>
  after === null ? word('condition', kind) : phrase('condition.after', { day: { day: after } })

/** Everything that left and told of this person, oldest first. */
function told(subject: Subject): Entry[] {
  const tellings = subject.content.disclosures.flatMap(disclosed => {
    const facts = factsTold(disclosed, subject)
    return facts === null ? [] : [{ disclosed, facts }]
  })
  const entries = tellings.map(({ disclosed, facts }) => tellingEntry(disclosed, facts))
  const wasOthers = tellings.some(({ disclosed }) => disclosed.kind !== 'paper')
  return entries.length === 0
    ? [entry(phrase('told.none'))]
    : [...entries, ...(wasOthers ? [entry(phrase('told.ask'))] : [])]
}

/** Which facts about the person something told; `null` when it told nothing of them. */
function factsTold({ lines, consentIds }: Disclosed, subject: Subject): string[] | null {
  const { content, person } = subject
  const own = linesOf(content).filter(line => line.personIds.includes(person.id) && lines.includes(line.key))
  const restsOnOwn = answersOf(subject).some(({ id }) => consentIds.includes(id))
  if (own.length === 0 && !restsOnOwn) return null
  return [...new Set(own.map(({ fact }) => fact))]
}

function tellingEntry(
  { at, kind, recipient, channel, purpose, overrideId }: Disclosed,
  facts: readonly string[],
): Entry {
  const day = { day: dayOf(at) }
  if (kind === 'paper') return entry(phrase('told.paper', { day }))
  const under: (Phrase | false)[] = [
    phrase('told.for', { purpose: word('purpose', purpose) }),
    facts.length > 0 && phrase('told.what', { facts: { row: facts.map(fact => word('fact', fact)) } }),
    overrideId !== null && phrase('told.override'),
  ]
  return entry(
    phrase('told.row', { day, recipient: word('recipient', recipient), channel: word('channel', channel) }),
    under.filter(one => one !== false),
  )
}

/** What was done for the person and what came of it. What is only planned raises hopes and stays off. */
function done({ content, person }: Subject): Entry[] {
  const actions = content.actions.filter(one => concerns(person.id)(one) && one.sentOn !== null)
  if (actions.length === 0) return [entry(phrase('done.none'))]
  return actions.map(({ kind, sentOn, lastReply, lastEffect, ended }) => {
    const under: (Phrase | false)[] = [
      sentOn !== null && phrase('done.on', { day: { day: sentOn } }),
      lastReply
        ? phrase('done.answer', { day: { day: lastReply.on } })
        : ended === null && !protectiveActions.includes(kind) && phrase('done.noAnswer'),
      lastEffect !== null && phrase('done.effect', { effect: word('effect', lastEffect) }),
      ended !== null && phrase(`done.${ended}`),
    ]
    return entry(
      word('action', doneAs(kind)),
      under.filter(one => one !== false),
    )
  })
}

const groups = vocabularies.action.groups.map(({ group, codes }) => ({
  group,
  codes: codes as readonly string[],
}))

/** A protective measure by itself; of everything else only its kind: a paper names no office. */
function doneAs(kind: ActionLine['kind']): string {
  if (protectiveActions.includes(kind)) return kind
  return groups.find(({ codes }) => codes.includes(kind))?.group ?? 'other'
}

/** What the person can still change, and how they said they would. */
function change(subject: Subject): Entry[] {
  const { content, person } = subject
  const hasYes = latest(answersOf(subject)).some(row => isYes(row) && !isPast(row, content.today))
  const how = content.talks.findLast(talk => talk.personId === person.id && talk.withdrawHow !== '')
  return [
    ...['correct', 'add', ...(hasYes ? ['withdraw'] : []), 'noContact', 'destroy'].map(one =>
      entry(phrase(`change.${one}`)),
    ),
    how ? entry(phrase('change.how'), [{ own: how.withdrawHow }]) : entry(phrase('change.howUnsaid')),
    entry(phrase('change.after')),
  ]
}
