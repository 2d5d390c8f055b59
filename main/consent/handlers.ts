import { refusalFor } from '../../shared/consent/rules.ts'
import { ConsentId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import type { HandlersFor } from '../handler.ts'
import { persons } from '../person/repository.ts'
import { consents } from './repository.ts'

export const consentHandlers: HandlersFor<'consent'> = {
  'consent.record': (context, draft) => {
    const person = persons.byId(context.db, draft.personId)
    if (!person) throw new Refused('person/gone')
    const { caseId } = person
    const refusal = refusalFor(draft, { log: consents.ofCase(context.db, caseId), today: context.today })
    if (refusal) throw new Refused(refusal)

    const consentId = ConsentId.parse(context.newId())
    consents.insert(context.db, { ...draft, id: consentId, caseId, recordedAt: context.now })
    changed(context, caseId)
    return { consentId }
  },
}
