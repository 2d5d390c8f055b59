import { foldText } from './fold.ts'

/** Scripts that put no space between words: they are searched by pairs of signs. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー'

/** Letters, digits and what is written onto them. */
const word = '\\p{L}\\p{M}\\p{N}'

const unspacedRun = new RegExp(`[${unspaced}][${unspaced}\\p{M}]*`, 'u')
const runs = new RegExp(`[${unspaced}][${unspaced}\\p{M}]*|[[${word}]--[${unspaced}]]+`, 'gv')
const plain = /[a-z0-9]+/g
const isAscii = /^[\0-\x7f]*$/
const spacedSign = new RegExp(`^[[${word}]--[${unspaced}]]$`, 'v')

/** A word, or a run of signs between which no script puts a space. Folded. */
export interface Run {
  readonly text: string
  readonly unspaced: boolean
}

/** The runs of a folded text, in their order. */
export function runsOf(folded: string): Run[] {
  if (isAscii.test(folded)) return (folded.match(plain) ?? []).map(text => ({ text, unspaced: false }))
  return (folded.match(runs) ?? []).map(text => ({ text, unspaced: unspacedRun.test(text) }))
}

/** Whether a sign belongs to a word of a script with spaces, so that a word goes on with it. */
export const isInWord = (sign: string): boolean => spacedSign.test(sign)

/** Longer words are found by so many of their first signs. */
export const longestWord = 40

const shorten = (text: string) =>
  text.length > longestWord ? [...text].slice(0, longestWord).join('') : text

/** What is looked up for one run: a word as it is; of an unspaced run every pair of signs, and its last sign alone. */
export function tokensOf({ text, unspaced: byPairs }: Run): string[] {
  if (!byPairs) return [shorten(text)]
  const signs = [...text]
  return signs.map((sign, at) => sign + (signs[at + 1] ?? ''))
}

/** The same for a run that is sought: the last sign alone only where there is no other. */
export function soughtIn(run: Run): string[] {
  const tokens = tokensOf(run)
  return run.unspaced && tokens.length > 1 ? tokens.slice(0, -1) : tokens
}

/** Every word of a text that can be found, each once. */
export const wordsOf = (text: string): Set<string> => new Set(runsOf(foldText(text)).flatMap(tokensOf))

/** The lengths of beginnings that are looked up as words of their own. */
export const startLengths = [3, 4] as const

/** How a beginning is told from a word. */
export const startMark = '^'

/** The beginnings of words; of pairs of signs of an unspaced run, the first sign. */
export function startsOf(words: Iterable<string>): Set<string> {
  const starts = new Set<string>()
  for (const one of words) {
    const signs = isAscii.test(one) ? one : [...one]
    const lengths = typeof signs !== 'string' && unspacedRun.test(signs[0] ?? '') ? [1] : startLengths
    for (const length of lengths) {
      if (signs.length < length) break
      const start = signs.slice(0, length)
      starts.add(startMark + (typeof start === 'string' ? start : start.join('')))
    }
  }
  return starts
}
