import { startsOf, wordsOf } from './words.ts'

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at))

/** How much of the beginnings of two texts is the same, up to the last space in it. */
function sameBegin(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++
  if (at === a.length && at === b.length) return at
  while (at > 0 && !isSpace(a, at - 1)) at--
  return Math.max(0, at - 1)
}

/** How much of the ends of two texts is the same, from the first space in it on; `begin` of each is not part of it. */
function sameEnd(a: string, b: string, begin: number): number {
  const most = Math.min(a.length, b.length) - begin
  let count = 0
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++
  while (count > 0 && !isSpace(a, a.length - count)) count--
  return Math.max(0, count - 1)
}

/**
 * The words a text has and another has not, each once, with the beginnings that go with them, as they are looked up. Words
 * never reach over a space, so that only what stands between spaces that changed is cut into words.
 */
export function lostWords(before: string, now: string): Set<string> {
  const begin = sameBegin(before, now)
  const end = sameEnd(before, now, begin)
  const words = wordsOf(before.slice(begin, before.length - end))
  for (const word of words.size > 0 ? wordsOf(now.slice(begin, now.length - end)) : []) words.delete(word)
  if (words.size === 0) return words
  const still = wordsOf(now)
  const left = [...words].filter(word => !still.has(word))
  if (left.length === 0) return new Set()
  const begins = startsOf(still)
  return new Set([...left, ...[...startsOf(left)].filter(start => !begins.has(start))])
}
