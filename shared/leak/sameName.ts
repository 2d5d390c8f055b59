import { foldText } from '../search/fold.ts'
import { runsOf } from '../search/words.ts'
import { farthest, nameOf, type Name } from './alike.ts'
import { distance, type Form } from './sound.ts'

/**
 * How alike two names are. `same`: written the same, but for accents, capitals, marks and the order of the words. `sounds`: every
 * word of one sounds like a word of the other, in whatever script. `words`: so do two words or more, and one of the names has
 * others as well. `part`: one word does.
 */
export type Sameness = 'same' | 'sounds' | 'words' | 'part'

/** A name, looked at once, to be compared with many. */
export interface KnownName extends Pick<Name, 'parts' | 'whole'> {
  readonly words: readonly string[]
  readonly sorted: string
}

export function knownName(text: string): KnownName {
  const words = runsOf(foldText(text)).map(run => run.text)
  const { parts, whole } = nameOf(text)
  return { words, sorted: words.toSorted().join(' '), parts, whole }
}

/** How alike two names are, or `null`. The same in both directions. */
export function sameness(a: KnownName, b: KnownName): Sameness | null {
  if (a.words.length === 0 || b.words.length === 0) return null
  if (a.sorted === b.sorted || a.words.join('') === b.words.join('')) return 'same'
  return heard(a, b) ?? written(a, b)
}

/** Names run together sound alike from so many sounds on. */
const leastWhole = 5

/** The pairs may be others from the other side, where several parts are equally near: the better counts. */
function heard(a: KnownName, b: KnownName): Sameness | null {
  const most = Math.max(a.parts.length, b.parts.length)
  const said = [pairsOf(a.parts, b.parts), pairsOf(b.parts, a.parts)].map(pairs => told(pairs, most))
  if (runTogether(a, b) || said.includes('sounds')) return 'sounds'
  return said.includes('words') ? 'words' : (said.find(one => one !== null) ?? null)
}

/** @param most how many parts the longer name has. */
function told(pairs: readonly Pair[], most: number): Sameness | null {
  if (pairs.length === most && isEnough(pairs)) return 'sounds'
  if (pairs.length >= 2 && isEnough(pairs)) return 'words'
  return pairs.some(({ size, apart }) => size >= 3 && apart <= 0.5) ? 'part' : null
}

function runTogether({ whole: a }: KnownName, { whole: b }: KnownName): boolean {
  const apart = a.size >= leastWhole && b.size >= leastWhole ? distance(a, b) : null
  return apart !== null && apart <= 1
}

/** Two words that may be the same part of a name. */
interface Pair {
  readonly at: number
  readonly size: number
  readonly apart: number
}

/** Each part with the nearest of the others that is still free. */
function pairsOf(some: readonly Form[], others: readonly Form[]): Pair[] {
  const free = new Set(others.keys())
  return some.flatMap(part => {
    const nearest = [...free]
      .flatMap(at => pairOf(part, others[at], at))
      .reduce<Pair | null>((best, pair) => (best && best.apart <= pair.apart ? best : pair), null)
    if (!nearest) return []
    free.delete(nearest.at)
    return [nearest]
  })
}

function pairOf(a: Form, b: Form | undefined, at: number): Pair[] {
  const apart = b ? distance(a, b) : null
  if (!b || apart === null) return []
  const size = Math.min(a.size, b.size)
  return apart <= farthest(size) ? [{ at, size, apart }] : []
}

/** Short words sound alike too often; the shorter, the nearer they must be. */
function isEnough(pairs: readonly Pair[]): boolean {
  const size = pairs.reduce((sum, pair) => sum + pair.size, 0)
  const apart = pairs.reduce((sum, pair) => sum + pair.apart, 0)
  return apart === 0 ? size >= 3 : size >= 4 && apart <= Math.max(1, pairs.length / 2)
}

/** Names in signs and letters whose sounds are not known: as they are written. */
function written(a: KnownName, b: KnownName): Sameness | null {
  const common = new Set(a.words.filter(word => [...word].length >= 2 && b.words.includes(word))).size
  if (common >= 2) return 'words'
  return common === 1 || isInside(a, b) || isInside(b, a) ? 'part' : null
}

const signs = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{2,}$/u

const isInside = (inner: KnownName, outer: KnownName) =>
  inner.words.length === 1 &&
  signs.test(inner.sorted) &&
  outer.words.some(word => word.includes(inner.sorted))
