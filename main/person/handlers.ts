import type { Person } from '../../shared/person/model.ts'
import { PersonId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed, mustExist } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { HandlersFor } from '../handler.ts'
import { openIdentity, sealIdentity } from './identity.ts'
import { destroyKey, keepIdentity, nextLabel, persons, sealedIdentity } from './repository.ts'

const personOf = (db: ReadDb, personId: PersonId): Person => {
  const person = persons.byId(db, personId)
  if (!person) throw new Refused('person/gone')
  return person
}

export const personHandlers: HandlersFor<'person'> = {
  'person.add': (context, { caseId, person }) => {
    mustExist(context.db, caseId)
    const personId = PersonId.parse(context.newId())
    const label = nextLabel(context.db, caseId)
    persons.insert(context.db, {
      ...person,
      id: personId,
      caseId,
      label,
      hasIdentity: false,
      addedAt: context.now,
    })
    changed(context, caseId)
    return { personId }
  },

  'person.change': (context, { personId, person }) => {
    const before = personOf(context.db, personId)
    persons.update(context.db, { ...before, ...person })
    changed(context, before.caseId)
    return null
  },

  'person.identify': (context, { personId, identity }) => {
    const person = personOf(context.db, personId)
    const { key, random } = context
    keepIdentity(context.db, {
      personId,
      ...sealIdentity(identity, { personId, vaultKey: key('identity'), random }),
    })
    persons.update(context.db, { ...person, hasIdentity: true })
    changed(context, person.caseId)
    return null
  },

  'person.reveal': ({ db, key, about, because }, { personId, reason }) => {
    const { caseId } = personOf(db, personId)
    const sealed = sealedIdentity(db, personId)
    if (!sealed) throw new Refused('person/no-identity')
    about(caseId, personId)
    because(reason)
    return openIdentity(sealed, { personId, vaultKey: key('identity') })
  },

  'person.forget': (context, { personId, reason }) => {
    const person = personOf(context.db, personId)
    destroyKey(context.db, personId)
    persons.update(context.db, { ...person, hasIdentity: false })
    changed(context, person.caseId)
    context.because(reason)
    return null
  },
}
