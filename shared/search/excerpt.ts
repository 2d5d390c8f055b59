import { foldWithPlaces, type Folded } from './fold.ts'
import type { Piece } from './query.ts'
import { isInWord, type Run } from './words.ts'

/** A place in a text: from and to, in UTF-16 units. */
export type Span = readonly [from: number, to: number]

/** A part of a text around what was found in it. */
export interface Excerpt {
  readonly text: string
  /** What was found, in the order of the text; never over one another. */
  readonly found: readonly Span[]
  /** Whether the text goes on before, and after. */
  readonly before: boolean
  readonly after: boolean
}

/** The most signs an excerpt has. */
export const excerptLength = 160

/** How many of them stand before the first place that was found. */
const lead = 40

const signBefore = (text: string, place: number) => {
  const code = text.charCodeAt(place - 1)
  return code >= 0xdc00 && code <= 0xdfff ? text.slice(place - 2, place) : text.charAt(place - 1)
}
const signAt = (text: string, place: number) => String.fromCodePoint(text.codePointAt(place) ?? 0x20)

/** Where one run ends that begins here; -1 when it does not. */
function runAt(
  text: string,
  place: number,
  { run, begins }: { readonly run: Run; readonly begins: boolean },
) {
  if (!text.startsWith(run.text, place)) return -1
  const end = place + run.text.length
  if (run.unspaced || begins) return end
  return end < text.length && isInWord(signAt(text, end)) ? -1 : end
}

/** Over what stands between two words. */
function nextWord(text: string, place: number): number {
  let at = place
  while (at < text.length && !/[\p{L}\p{M}\p{N}]/u.test(signAt(text, at))) at += signAt(text, at).length
  return at
}

/** Where a piece next stands in a folded text, from a place on. */
function pieceFrom(text: string, { runs, begins }: Piece, from: number): Span | null {
  const [first] = runs
  if (!first) return null
  for (let at = text.indexOf(first.text, from); at !== -1; at = text.indexOf(first.text, at + 1)) {
    if (!first.unspaced && at > 0 && isInWord(signBefore(text, at))) continue
    let end = at
    const stands = runs.every((run, index) => {
      const place = index === 0 ? at : nextWord(text, end)
      end = runAt(text, place, { run, begins: begins && index === runs.length - 1 })
      return end !== -1
    })
    if (stands) return [at, end]
  }
  return null
}

/** Whether every piece stands somewhere in these texts. */
export function standsIn(texts: readonly string[], pieces: readonly Piece[]): boolean {
  const folded = texts.map(text => foldWithPlaces(text).text)
  return pieces.every(piece => folded.some(text => pieceFrom(text, piece, 0) !== null))
}

/** Where each piece next stands in a folded text. */
type Next = readonly (Span | null)[]

const nextOf = (text: string, pieces: readonly Piece[]): Next =>
  pieces.map(piece => pieceFrom(text, piece, 0))

/** The earliest of them; of several there, the longest. */
const earliest = (next: Next): Span | null =>
  next.reduce(
    (best, span) =>
      span && (!best || span[0] < best[0] || (span[0] === best[0] && span[1] > best[1])) ? span : best,
    null,
  )

/**
 * The part of these texts around the first place where one of the pieces stands, as it was written.
 *
 * @returns the beginning of the first text when none of them stands anywhere.
 */
export function excerptOf(texts: readonly string[], pieces: readonly Piece[]): Excerpt {
  for (const text of texts) {
    const finding = findingIn(text.slice(0, headOf(text)), pieces)
    // What begins well before the end of the head would be found in the whole text at the same place.
    if (finding && finding.folded.at(finding.first[0]) + reach < headOf(text)) return cut(text, finding)
    const whole = headOf(text) < text.length ? findingIn(text, pieces) : finding
    if (whole) return cut(text, whole)
  }
  return cut(texts.find(text => text !== '') ?? '', null)
}

/** How far from where something was found an excerpt may reach. */
const reach = 2 * excerptLength

/** So much of a text is folded first: most of what is sought stands near the beginning. */
const head = 3 * reach

/** Where the head of a text ends: before a space, so that it ends with a word. */
function headOf(text: string): number {
  if (text.length <= head) return text.length
  for (let at = head; at > reach; at--) if (text.charAt(at) === ' ') return at
  return text.length
}

function findingIn(text: string, pieces: readonly Piece[]): Finding | null {
  const folded = foldWithPlaces(text)
  const next = nextOf(folded.text, pieces)
  const first = earliest(next)
  return first && { folded, pieces, next, first }
}

interface Finding {
  readonly folded: Folded
  readonly pieces: readonly Piece[]
  readonly next: Next
  readonly first: Span
}

function cut(text: string, finding: Finding | null): Excerpt {
  const [start, end] = windowIn(text, finding ? finding.folded.at(finding.first[0]) : 0)
  const found = finding ? foundIn(finding, [start, end]) : []
  const shown = text.slice(start, end).replaceAll(/\s/gu, ' ')
  return { text: shown, found, before: start > 0, after: end < text.length }
}

/** Everything that was found in a part of the text, counted from its beginning. */
function foundIn({ folded, pieces, next: begin }: Finding, [start, end]: Span): Span[] {
  const found: Span[] = []
  let next = begin
  for (let span = earliest(next); span; span = earliest(next)) {
    const [from, to] = [folded.at(span[0]), folded.at(span[1])]
    if (from >= end) break
    if (to > from) found.push([from - start, Math.min(to, end) - start])
    next = after(span[1], { text: folded.text, pieces, next })
  }
  return found
}

interface Going {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly next: Next
}

/** Where each piece next stands from a place on. */
const after = (place: number, { text, pieces, next }: Going): Next =>
  pieces.map((piece, index) => {
    const span = next[index] ?? null
    return span && span[0] < place ? pieceFrom(text, piece, place) : span
  })

/** The part that is shown when what was found begins at `place`: cut between words, or at least between signs. */
function windowIn(text: string, place: number): Span {
  const start = place <= lead ? 0 : beginning(text, place - lead, place)
  const end = start + excerptLength
  return end >= text.length ? [start, text.length] : [start, ending(text, end, place)]
}

const onto = /[\p{M}\p{Cf}\udc00-\udfff]/u

function beginning(text: string, from: number, place: number): number {
  for (let at = from; at < place; at++) if (/\s/u.test(text.charAt(at - 1))) return at
  let at = from
  while (at < place && onto.test(text.charAt(at))) at++
  return at
}

function ending(text: string, to: number, place: number): number {
  for (let at = to; at > Math.max(place, to - lead); at--) if (/\s/u.test(text.charAt(at))) return at
  let at = to
  while (at > place + 1 && onto.test(text.charAt(at))) at--
  return at
}
