import { wrapKeyOf } from '../access/wrapKey.ts'
import { consentsInOrder } from '../exchange/merge/known.ts'
import { minimalRecord, refusalForIdentity } from '../../shared/case/minimal.ts'
import type { MinimalRecord } from '../../shared/case/minimal.ts'
import type { Person } from '../../shared/person/model.ts'
import { PersonId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed, mustExist } from '../case/repository.ts'
import { talks } from '../consent/repository.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { forgetHandlers } from './forgetHandlers.ts'
import { openIdentity, sealIdentity } from './identity.ts'
import {
  forgettings,
  identityBases,
  keepIdentity,
  nextLabel,
  personOf,
  persons,
  sealedIdentity,
} from './repository.ts'

/** What gate G0 looks at, of the case of one person. */
const keptOf = ({ db, today }: CommandContext, { caseId }: Person) => ({
  consents: consentsInOrder(db, caseId),
  talks: talks.ofCase(db, caseId),
  bases: identityBases.ofCase(db, caseId),
  forgettings: forgettings.ofCase(db, caseId),
  today,
})

interface Based {
  readonly person: Person
  readonly basis: string
  readonly kept: MinimalRecord
}

/** Keeps why an identity is written without a "yes", and says it in the record. */
function writeBasis(context: CommandContext, { person, basis, kept }: Based): void {
  identityBases.insert(context.db, {
    id: context.newId(),
    caseId: person.caseId,
    personId: person.id,
    basis,
    consent: kept.consent,
    answersBefore: kept.answers,
    destroyedBefore: kept.destroyed,
    by: context.actor,
    recordedAt: context.now,
  })
  context.because(basis)
}

export const personHandlers: HandlersFor<'person'> = {
  ...forgetHandlers,

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

  'person.identify': (context, { personId, identity, basis }) => {
    const person = personOf(context.db, personId)
    const { random } = context
    const kept = minimalRecord(keptOf(context, person), personId)
    const refusal = refusalForIdentity(kept, { basis, duties: context.duties })
    if (refusal) throw new Refused(refusal)
    if (!kept.more) writeBasis(context, { person, basis, kept })
    keepIdentity(context.db, {
      personId,
      ...sealIdentity(identity, { personId, vaultKey: wrapKeyOf(context, personId), random }),
    })
    persons.update(context.db, { ...person, hasIdentity: true })
    changed(context, person.caseId)
    return null
  },

  'person.writeBasis': (context, { personId, basis }) => {
    const person = personOf(context.db, personId)
    const kept = minimalRecord(keptOf(context, person), personId)
    const refusal = refusalForIdentity({ more: false }, { basis, duties: context.duties })
    if (refusal) throw new Refused(refusal)
    writeBasis(context, { person, basis, kept })
    changed(context, person.caseId)
    return null
  },

  'person.reveal': (context, { personId, reason }) => {
    const { db, about, because } = context
    const { caseId } = personOf(db, personId)
    const sealed = sealedIdentity(db, personId)
    if (!sealed) throw new Refused('person/no-identity')
    about(caseId, personId)
    because(reason)
    return openIdentity(sealed, { personId, vaultKey: wrapKeyOf(context, personId) })
  },
}
