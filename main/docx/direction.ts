/** A stretch of text in one direction. */
export interface Stretch {
  readonly text: string
  readonly isRightToLeft: boolean
}

const fromRight = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}`
const right = String.raw`(?:(?=\p{L})[${fromRight}])`
const left = String.raw`(?:(?![${fromRight}])\p{L})`

const firstLetter = new RegExp(`(${right})|${left}`, 'u')

/** Whether a text begins in a script that is read from the right; `null` when it has no letter. */
export function beginsFromRight(text: string): boolean | null {
  const found = firstLetter.exec(text)
  return found ? found[1] !== undefined : null
}

/** Words of the other direction inside a text: from the first such letter to the last before one of its own. */
const rightWithin = new RegExp(String.raw`${right}(?:(?:(?!${left}).)*${right}|)\p{M}*`, 'gsu')
const leftWithin = new RegExp(
  String.raw`[([«“]*[\p{N}\p{Pd}._/:@#+]*${left}(?:(?:(?!${right}).)*[\p{N}\p{L}](?<!${right})|)\p{M}*[\])»”]*`,
  'gsu',
)

/**
 * A text as stretches of one direction each, in the order of reading. What has no direction of its own goes with the
 * text around it; what stands between direction isolates (U+2066 to U+2069) is a text of its own. The isolates
 * themselves are left out: a word processor is told the direction of a run instead.
 *
 * @param isRightToLeft the direction of the paragraph.
 */
export function stretches(text: string, isRightToLeft: boolean): Stretch[] {
  const found: { text: string; isRightToLeft: boolean }[] = []
  const directions = [isRightToLeft]
  const signs = text.split(/([\u2066-\u2069])/u)
  for (const [at, words] of signs.entries()) {
    const direction = directions.at(-1) ?? isRightToLeft
    if (words === '\u2069') directions.splice(Math.max(1, directions.length - 1))
    else if (/^[\u2066-\u2068]$/u.test(words)) directions.push(opened(words, signs.slice(at + 1)))
    else for (const stretch of within(words, direction)) join(found, stretch)
  }
  return found
}

/** The direction of what an isolate opens: its own, or that of the first letter in it. */
function opened(sign: string, after: readonly string[]): boolean {
  if (sign !== '\u2068') return sign === '\u2067'
  let depth = 1
  const inside = after.filter(one => {
    if (one === '\u2069') depth -= 1
    else if (/^[\u2066-\u2068]$/u.test(one)) depth += 1
    return depth > 0
  })
  return beginsFromRight(inside.join('')) ?? false
}

/** Puts a stretch behind the others; together with the last when both have one direction. */
function join(found: { text: string; isRightToLeft: boolean }[], { text, isRightToLeft }: Stretch): void {
  const last = found.at(-1)
  if (last?.isRightToLeft === isRightToLeft) last.text += text
  else found.push({ text, isRightToLeft })
}

function within(text: string, isRightToLeft: boolean): Stretch[] {
  const found: Stretch[] = []
  let at = 0
  const add = (words: string, other: boolean) => {
    if (words !== '') found.push({ text: words, isRightToLeft: other ? !isRightToLeft : isRightToLeft })
  }
  for (const match of text.matchAll(isRightToLeft ? leftWithin : rightWithin)) {
    const words = isRightToLeft ? balanced(match[0]) : match[0]
    const start = match.index + match[0].indexOf(words)
    add(text.slice(at, start), false)
    add(words, true)
    at = start + words.length
  }
  add(text.slice(at), false)
  return found
}

const pairs = ['()', '[]', '«»', '“”'] as const

/** Without a bracket at an end whose other half is elsewhere. */
function balanced(words: string): string {
  const [first = '', last = ''] = [words.at(0), words.at(-1)]
  const count = (sign: string) => words.split(sign).length
  const isTooMany = (sign: string, opens: boolean) =>
    pairs.some(([open, close]) =>
      sign === (opens ? open : close)
        ? (count(open ?? '') - count(close ?? '')) * (opens ? 1 : -1) > 0
        : false,
    )
  if (isTooMany(first, true)) return balanced(words.slice(first.length))
  return isTooMany(last, false) ? balanced(words.slice(0, -last.length)) : words
}
