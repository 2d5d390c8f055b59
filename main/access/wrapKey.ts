import type { PersonId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { QueryContext } from '../handler.ts'
import { readyKey, type Binding } from '../vault/ownKey.ts'
import { openKey } from './keys.ts'
import { limits } from './repository.ts'

type AtDesk = Pick<QueryContext, 'db' | 'officerId' | 'ownKey' | 'key'>

/**
 * What wraps the keys of the identity and of the safe words of one person: a sub-key of the vault, or the key of the named
 * people when they alone may know who it is.
 *
 * @throws Refused `access/identity-not-named`
 */
export function wrapKeyOf(context: AtDesk, personId: PersonId): Uint8Array {
  const key = limits.byId(context.db, personId) ? openKey(context, personId) : context.key('identity')
  if (!key) throw new Refused('access/identity-not-named')
  return key
}

/** The same for one person after another. */
export interface WrapKeys {
  /** `null` for whom `wrapKeyOf` refuses. */
  readonly of: (personId: PersonId) => Binding['vaultKey'] | null
  /** Whether only named people may know who it is. */
  readonly isLimited: (personId: PersonId) => boolean
}

/** The rule of `wrapKeyOf` for many: what is limited is read once. */
export function wrapKeysOf(context: AtDesk): WrapKeys {
  const limited = new Set<string>(limits.where(context.db, `about <> 'case'`).map(({ id }) => id))
  const everybodys = readyKey(context.key('identity'))
  return {
    of: personId => (limited.has(personId) ? openKey(context, personId) : everybodys),
    isLimited: personId => limited.has(personId),
  }
}
