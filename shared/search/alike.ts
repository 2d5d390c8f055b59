import { classesOf, distance, type Form, type Sound } from '../leak/sound.ts'
import { heardIn } from '../leak/words.ts'

/*
 * Words in another script that may be the same name (ADR 0038): "Zhukov" and "Жуков". Only words that stand open in the texts
 * are compared. How a word is heard is `shared/leak`; here it is written down so that words that may sound alike share a key.
 */

/** What a class of consonants is in a key. An "h" is heard by some and not by others. */
const letters = new Map(
  ['Bb', 'Ff', 'Ll', 'Mm', 'Nn', 'Rr', 'Kk', 'H', 'Dt', 'Tt', 'Js', 'Xs', 'Ss', 'Zs'].map(pair => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
)

/** Longer lists of keys are cut: so many ways of hearing one word are enough. */
const mostKeys = 8

/** Shorter ones are shared by too many words. */
const shortest = 3

/** What may be missing is left out of a key; a "v" is an "f" in Arabic. */
function waysOf(sound: Sound): string[] {
  const ways = new Set(classesOf(sound).map(name => letters.get(name) ?? ''))
  if (!sound.optional) return [...ways]
  return ways.has('f') ? ['', 'f'] : ['']
}

function keysOfForm({ sounds }: Form): string[] {
  let keys = ['']
  for (const sound of sounds) {
    const ways = waysOf(sound)
    keys = keys.flatMap(key => ways.map(way => (key.endsWith(way) ? key : key + way))).slice(0, mostKeys)
  }
  return keys
}

const heard = (word: string) => {
  const [first, ...others] = heardIn(word)
  return first && others.length === 0 && first.script.name !== 'Han' ? first : null
}

/** Words of fewer letters are names too rarely. */
const leastLetters = 4

/** The keys under which a folded word may be heard; none when it is too short, or written in signs. */
export function soundKeys(word: string): string[] {
  if (word.length < leastLetters || /\d/.test(word)) return []
  const forms = heard(word)?.forms ?? []
  return [...new Set(forms.flatMap(keysOfForm))].filter(key => key.length >= shortest)
}

/** How far two forms may be from each other, as for names that must not leave. */
const farthest = ({ size }: Form) => (size >= 4 ? 1 : 0.5)

/** The words of others, in other scripts, that may be the same name as a folded word. */
export function soundingLike(word: string, others: readonly string[]): string[] {
  const its = heard(word)
  if (!its) return []
  return others.filter(other => {
    const theirs = heard(other)
    return theirs !== null && theirs.script !== its.script && areNear(its.forms, theirs.forms)
  })
}

const areNear = (forms: readonly Form[], others: readonly Form[]) =>
  forms.some(form =>
    others.some(other => {
      const apart = distance(form, other)
      return apart !== null && apart <= farthest(form)
    }),
  )
