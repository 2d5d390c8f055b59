import { decodeEntities } from './entities.ts'
import { tagAt, type Tag } from './tags.ts'

/** What an HTML body says when it is read as text, and whether it names anything on a network. */
export interface HtmlText {
  readonly text: string
  readonly isRemote: boolean
}

/** Elements whose content is not text, whatever it holds. */
const raw = new Set(['script', 'style', 'title', 'iframe', 'noembed', 'noframes', 'xmp'])
const paragraphs = new Set('blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '))
const lines = new Set(
  'address article aside body br center dd div dl dt footer form header hr main nav section tr'.split(' '),
)
const addressed = 'src srcset href background poster data action lowsrc dynsrc xlink:href'.split(' ')
const remoteAddress = /^\s*(?:(?:https?|ftp|wss?|file):|\/\/|\\\\)/i
const remoteStyle = /url\(\s{0,20}["']?\s{0,20}(?:https?:|\/\/)|@import/i

/**
 * The readable text of an HTML body: tags dropped one after the other in one pass, nothing rendered, loaded or run.
 * The target of a link stands behind it in angle brackets, the description of a picture in square ones.
 */
export function htmlText(html: string): HtmlText {
  const said = spoken()
  const endOfRaw = rawEnds(html)
  const lastEnd = html.lastIndexOf('>')
  let isRemote = false
  let at = 0
  for (let open = html.indexOf('<'); open >= 0 && open < lastEnd; open = html.indexOf('<', at)) {
    said.text(html.slice(at, open))
    const tag = tagAt(html, open)
    at = tag?.end ?? open + 1
    if (tag === null) {
      said.text('<')
      continue
    }
    isRemote ||= namesNetwork(tag)
    said.tag(tag)
    if (tag.isClosing || !raw.has(tag.name)) continue
    const end = endOfRaw(tag.name, at)
    isRemote ||= tag.name === 'style' && remoteStyle.test(html.slice(at, end))
    at = end
  }
  said.text(html.slice(at))
  return { text: said.whole(), isRemote }
}

/** Where the content of a raw element ends; an element never closed ends with the text when it is code, else at once. */
function rawEnds(html: string): (name: string, from: number) => number {
  const lower = html.replace(/[A-Z]+/g, letters => letters.toLowerCase())
  const never = new Set<string>()
  return (name, from) => {
    const end = never.has(name) ? -1 : lower.indexOf(`</${name}`, from)
    if (end >= 0) return end
    never.add(name)
    return name === 'script' || name === 'style' ? html.length : from
  }
}

function namesNetwork({ name, attributes }: Tag): boolean {
  if (name === 'base' || name === 'meta') return remoteAddress.test(attributes.get('href') ?? '')
  return (
    addressed.some(key => remoteAddress.test(attributes.get(key) ?? '')) ||
    remoteStyle.test(attributes.get('style') ?? '')
  )
}

interface Link {
  readonly target: string
  readonly from: number
}

/** Text as it is gathered. At most one link is open, as in a browser. */
function spoken() {
  const parts: string[] = []
  let link: Link | null = null

  const turnLink = (next: Link | null): void => {
    if (link && !parts.slice(link.from).join('').includes(link.target)) parts.push(` <${link.target}>`)
    link = next
  }

  return {
    text(html: string): void {
      if (html !== '') parts.push(decodeEntities(html.replace(/[ \t\r\n\f]+/g, ' ')))
    },
    tag({ name, isClosing, attributes }: Tag): void {
      if (name === 'a') turnLink(isClosing ? null : linkTo(attributes.get('href'), parts.length))
      else if (name === 'li' && !isClosing) parts.push('\n- ')
      else if (name === 'td' || name === 'th') parts.push(' ')
      else if (name === 'img' && attributes.get('alt')) parts.push(`[${attributes.get('alt')}]`)
      else if (paragraphs.has(name)) parts.push('\n\n')
      else if (lines.has(name)) parts.push('\n')
    },
    /** All of it: lines trimmed, never more than one empty line in a row. */
    whole(): string {
      turnLink(null)
      return tidy(parts.join(''))
    },
  }
}

function linkTo(href: string | undefined, from: number): Link | null {
  const target = (href ?? '').trim().slice(0, 2_000)
  return target === '' || target.startsWith('#') ? null : { target, from }
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map(line => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
