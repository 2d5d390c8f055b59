import { decodeEntities } from './entities.ts'

/** One tag, comment or declaration of an HTML text. `end` is the place after it. */
export interface Tag {
  /** Lower case; empty for a comment or a declaration. */
  readonly name: string
  readonly isClosing: boolean
  readonly attributes: ReadonlyMap<string, string>
  readonly end: number
}

const none: ReadonlyMap<string, string> = new Map()
/** How far a `>` inside quotes is told from the end of a tag, in characters; beyond it the first `>` ends the tag. */
const quotedReach = 2_000

/** The tag that begins at a `<`, or `null` when that `<` is only a character. */
export function tagAt(html: string, open: number): Tag | null {
  if (html.startsWith('<!--', open)) return nameless(html.indexOf('-->', open + 4), 3, html.length)
  const start = html[open + 1] ?? ''
  if (start === '!' || start === '?') return nameless(html.indexOf('>', open), 1, html.length)
  const head = /^<(\/?)([a-z][a-z0-9:-]{0,40})/i.exec(html.slice(open, open + 50))
  const end = head ? endOfTag(html, open) : -1
  if (!head || end < 0) return null
  const isClosing = head[1] === '/'
  const attributes = isClosing ? none : attributesOf(html.slice(open + head[0].length, end))
  return { name: (head[2] ?? '').toLowerCase(), isClosing, attributes, end: end + 1 }
}

const nameless = (found: number, length: number, all: number): Tag => ({
  name: '',
  isClosing: false,
  attributes: none,
  end: found < 0 ? all : found + length,
})

/** The `>` that ends a tag: the first outside quotes, within reach; else the first; -1 when there is none. */
function endOfTag(html: string, open: number): number {
  let quote = ''
  const reach = Math.min(html.length, open + quotedReach)
  for (let at = open; at < reach; at += 1) {
    const character = html[at] ?? ''
    if (quote === '' && character === '>') return at
    if (character === quote) quote = ''
    else if (quote === '' && (character === '"' || character === "'")) quote = character
  }
  return html.indexOf('>', open)
}

/** Names lower case; of two with one name the first counts, as in a browser. */
function attributesOf(inside: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of inside.matchAll(
    /([^\s"'=<>/]{1,40})\s{0,20}=\s{0,20}("[^"]*"|'[^']*'|[^\s"'>][^\s>]*)/g,
  )) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, decodeEntities(value.replace(/^["']|["']$/g, '')))
  }
  return found
}
