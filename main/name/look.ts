import type { PersonId } from '../../shared/model.ts'
import { howFound, type Sought } from '../../shared/name/match.ts'
import type { How } from '../../shared/name/model.ts'
import { wrapKeysOf, type WrapKeys } from '../access/wrapKey.ts'
import { apartCases } from '../db/apartKeys.ts'
import type { QueryContext } from '../handler.ts'
import { openIdentity } from '../person/identity.ts'
import { sealedIdentity } from '../person/repository.ts'
import { identified, identifiedAfter, personsOfCases } from './repository.ts'

/** How far looking is. Whoever looks has one of their own; setting `stop` ends it. */
export interface Looking {
  compared: number
  share: number
  stop: boolean
}

/** Somebody who may be the one that is sought. */
export interface Hit {
  readonly personId: PersonId
  readonly how: How
}

/** What was compared so far, of what whoever looks may reveal. */
export interface SoFar {
  readonly hits: readonly Hit[]
  readonly compared: number
  readonly unread: number
  /** Of these, what everybody who reads cases may reveal: only that may be told to all of them. */
  readonly open: { readonly compared: number; readonly found: number }
  /** 0 to 1. */
  readonly share: number
}

interface Asked {
  readonly sought: Sought
  readonly counts: (how: How) => boolean
  /** Whoever is being written down is not compared with what was known of them before. */
  readonly except: PersonId | null
}

/** So many ids are read at once, and so many identities opened before others get their turn: a few milliseconds. */
const [page, atOnce] = [1000, 50]

/**
 * Opens one identity after another that whoever is at the desk may reveal, and compares it. Nothing is kept of one that does
 * not fit, and of one that does, its number alone.
 */
export function* looking(context: QueryContext, asked: Asked): Generator<SoFar, SoFar> {
  const { db } = context
  const keys = wrapKeysOf(context)
  const closed = personsOfCases(db, [...apartCases(db).keys()])
  const all = identified(db)
  const hits: Hit[] = []
  let [compared, unread, openCompared, openFound, seen] = [0, 0, 0, 0, 0]
  const soFar = (): SoFar => ({
    hits,
    compared,
    unread,
    open: { compared: openCompared, found: openFound },
    share: all === 0 ? 1 : Math.min(1, seen / all),
  })
  for (let after = ''; ;) {
    const ids = identifiedAfter(db, after, page)
    const last = ids.at(-1)
    if (last === undefined) return soFar()
    after = last
    for (const personId of ids) {
      if (++seen % atOnce === 0) yield soFar()
      if (personId === asked.except) continue
      const how = compareOne(context, { personId, keys, ...asked })
      if (how === 'not-theirs') continue
      if (how === 'unread') {
        unread++
        continue
      }
      const isOpen = !keys.isLimited(personId) && !closed.has(personId)
      compared++
      if (isOpen) openCompared++
      if (how === null || !asked.counts(how)) continue
      hits.push({ personId, how })
      if (isOpen) openFound++
    }
  }
}

interface One {
  readonly personId: PersonId
  readonly keys: WrapKeys
  readonly sought: Sought
}

/** Why this is the one that is sought, or `null`; `not-theirs` when whoever is at the desk may not reveal it. */
function compareOne(
  { db }: QueryContext,
  { personId, keys, sought }: One,
): How | 'not-theirs' | 'unread' | null {
  try {
    const vaultKey = keys.of(personId)
    const sealed = vaultKey && sealedIdentity(db, personId)
    return sealed ? howFound(sought, openIdentity(sealed, { personId, vaultKey })) : 'not-theirs'
  } catch {
    return 'unread'
  }
}
