import { forgetFindings, mayAnswerForget, waitingForget } from '../../shared/person/forget.ts'
import type { Destroyed, Forgetting, WaitingForget } from '../../shared/person/forget.ts'
import type { Person } from '../../shared/person/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { cases, changed } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { CommandContext, HandlersFor, QueryContext } from '../handler.ts'
import { destroyWords, sealedWords } from '../plan/repository.ts'
import { dropDraftsOf, isDrafted } from '../vault/repository.ts'
import {
  destroyKey,
  forgettings,
  personOf,
  persons,
  sealedIdentity,
  unansweredForgets,
} from './repository.ts'

type Operation = 'person.askForget' | 'person.answerForget' | 'person.forgetsWaiting'
type Step = Pick<Forgetting, 'kind' | 'request' | 'words'> & Partial<Forgetting>

/** Notes one step on the person's case. */
function note(context: CommandContext, { id: personId, caseId }: Person, step: Step): null {
  const { actor: by, now: at } = context
  const bare = { conditions: null, destroyed: [], sole: false, ...step }
  forgettings.insert(context.db, { ...bare, id: context.newId(), caseId, personId, by, at })
  changed(context, caseId)
  context.because(step.words)
  return null
}

/** What was typed about who somebody is and not yet recorded. */
const draftsOf = ({ id }: Person) => [`identity:${id}`, `plan:words:${id}`]

/** What there is of a person that would be destroyed. */
const destroyableOf = (db: ReadDb, person: Person): Destroyed[] => [
  ...(sealedIdentity(db, person.id) ? ['identity' as const] : []),
  ...(sealedWords(db, person.id) ? ['words' as const] : []),
  ...(draftsOf(person).some(key => isDrafted(db, key)) ? ['drafts' as const] : []),
]

/**
 * Destroys the keys of the identity and of the sealed words, and what was typed of either, in one act. The keys of the
 * words belong to the plan; they go here because half of a person forgotten is nobody forgotten.
 */
function destroy({ db }: CommandContext, person: Person): Destroyed[] {
  const gone = destroyableOf(db, person)
  destroyKey(db, person.id)
  destroyWords(db, person.id)
  for (const key of draftsOf(person)) dropDraftsOf(db, key)
  persons.update(db, { ...person, hasIdentity: false })
  return gone
}

/** The asking, while it waits. @throws Refused `person/forget-answered` */
function waiting(db: ReadDb, request: string): Forgetting {
  const asked = forgettings.byId(db, request)
  const last = asked && waitingForget(forgettings.ofCase(db, asked.caseId), asked.personId)
  if (last?.id !== request) throw new Refused('person/forget-answered')
  return last
}

/** Everything that waits for whoever is at the desk, the longest waiting first. */
function waitingFor(context: QueryContext): WaitingForget[] {
  const { db } = context
  return unansweredForgets(db).flatMap(({ id, personId, caseId }) => {
    const asked = waitingForget(forgettings.ofCase(db, caseId), personId)
    const label = persons.byId(db, personId)?.label
    if (
      asked?.id !== id ||
      label === undefined ||
      mayAnswerForget({ ...context, role: context.actor }, { by: asked.by, agree: true })
    )
      return []
    const code = cases.byId(db, caseId)?.code ?? ''
    const { by, words, at } = asked
    return [{ caseId, code, personId, label, by, words, at }]
  })
}

/** Destroying an identity by two (G7). */
export const forgetHandlers: Pick<HandlersFor<'person'>, Operation> = {
  'person.askForget': (context, { personId, reason, conditions }) => {
    const { db } = context
    const person = personOf(db, personId)
    if (waitingForget(forgettings.ofCase(db, person.caseId), personId))
      throw new Refused('person/forget-already-asked')
    if (destroyableOf(db, person).every(kind => kind === 'drafts'))
      throw new Refused('person/nothing-to-forget')
    if (forgetFindings(conditions).length > 0) throw new Refused('person/forget-shut')
    return note(context, person, { kind: 'asked', request: null, words: reason, conditions })
  },

  'person.answerForget': (context, { request, agree, words }) => {
    const asked = waiting(context.db, request)
    const refusal = mayAnswerForget({ ...context, role: context.actor }, { by: asked.by, agree })
    if (refusal) throw new Refused(refusal)
    const person = personOf(context.db, asked.personId)
    if (!agree) return note(context, person, { kind: 'declined', request, words })
    const destroyed = destroy(context, person)
    return note(context, person, {
      kind: 'agreed',
      request,
      words,
      destroyed,
      sole: asked.by === context.actor,
    })
  },

  'person.forgetsWaiting': context => waitingFor(context).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
}
