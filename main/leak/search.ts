import { findLeaks, type Leak, type Part, type Secret } from '../../shared/brief/leaks.ts'
import { findAlike } from '../../shared/leak/alike.ts'
import type { Alike } from '../../shared/leak/model.ts'

/** What must stay here: texts as they are written, and names as they may be heard. */
export interface MustStay {
  readonly secrets: readonly Secret[]
  /** Names alone, whole, one each (`nameSecrets`). */
  readonly names: readonly Secret[]
}

/** What was found: texts, for which there is no way out; and words that sound like a name, of which somebody decides. */
export interface FoundThere {
  readonly leaks: Leak[]
  readonly alike: Alike[]
}

/**
 * Searches everything that would leave, as data, before anything is made of it: the one search for every kind of file
 * and paper. Pages made of it are searched again for the texts alone (`findLeaks`), because a page breaks words.
 *
 * @param parts what somebody wrote, one each; not the words of the form itself, which are nobody's name.
 */
export function searchLeaving({ secrets, names }: MustStay, parts: readonly Part[]): FoundThere {
  const leaks = findLeaks(secrets, parts)
  const isExact = ({ key, where }: Alike) => leaks.some(leak => leak.key === key && leak.where === where)
  return { leaks, alike: findAlike(names, parts).filter(one => !isExact(one)) }
}
