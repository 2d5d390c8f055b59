import type { PersonId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { QueryContext } from '../handler.ts'
import { openKey } from './keys.ts'
import { limits } from './repository.ts'

/**
 * What wraps the keys of the identity and of the safe words of one person: a sub-key of the vault, or the key of the named
 * people when they alone may know who it is.
 *
 * @throws Refused `access/identity-not-named`
 */
export function wrapKeyOf(
  context: Pick<QueryContext, 'db' | 'officerId' | 'ownKey' | 'key'>,
  personId: PersonId,
): Uint8Array {
  if (!limits.byId(context.db, personId)) return context.key('identity')
  const key = openKey(context, personId)
  if (!key) throw new Refused('access/identity-not-named')
  return key
}
