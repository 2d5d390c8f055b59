import { asciiDigits, findNumber, numbersIn, type Numbers } from '../leak/numbers.ts'

/** Something that must not be in a package, and where it comes from (a line's key or `identity:<person>`). */
export interface Secret {
  readonly key: string
  readonly text: string
}

/** A part of what would leave, as text. */
export interface Part {
  readonly where: string
  readonly text: string
}

export interface Leak {
  readonly key: string
  readonly where: string
}

/**
 * One spelling for what reads the same: compatibility forms and case folded, marks and invisible signs removed, one
 * space between words. Arabic presentation forms, full-width letters and ligatures of a printed page fold together,
 * and so do the two ways of typing the Arabic yeh and kaf, and the digits of every script.
 */
export function fold(text: string): string {
  return asciiDigits(text)
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}ـ]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll(/(?<=\p{L}{3})ى/gu, 'ي')
    .replaceAll(/[\s\p{Z}]+/gu, ' ')
    .trim()
}

/** Letters and digits only: a line break or a hyphen of the printed page hides nothing. */
const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '')

const wordsIn = (folded: string) => folded.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()

const wordsOf = (text: string) => wordsIn(fold(text))

const isScriptWithoutSpaces = (text: string) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(text)

/** Too short to be told from ordinary words: under 3 letters, or under 2 in a script without spaces. */
const isTelling = (text: string) => bare(text).length >= (isScriptWithoutSpaces(text) ? 2 : 3)

/** From this many letters on, a text counts wherever its letters stand. */
const longEnough = 12

/**
 * Every place where a withheld text stands in what would leave.
 *
 * A short text counts where it stands as words of its own, in Arabic also with the particles that are written onto a
 * word; a long one wherever its letters stand, however the page broke them; a number however its digits are grouped.
 * Each part is also read backwards, with its escapes undone, with words joined that a line broke and with "at" and "dot"
 * of an address made signs again, because a printed page or a file may hold any of these.
 *
 * @returns one leak for each key and part, in the order given.
 */
export const findLeaks = (secrets: readonly Secret[], parts: readonly Part[]): Leak[] =>
  leakFinder(parts)(secrets)

/** The same search, asked for some texts at a time: what would leave is read once. A leak is told once, over all times. */
export function leakFinder(parts: readonly Part[]): (secrets: readonly Secret[]) => Leak[] {
  const seen = new Set<string>()
  const read = () => parts.map(({ where, text }) => ({ where, readings: readingsOf(text) }))
  let pages: ReturnType<typeof read> | null = null
  return secrets =>
    secrets
      .filter(({ text }) => isTelling(text))
      .flatMap(({ key, text }) => {
        const stands = searchFor(text)
        pages ??= read()
        return pages.filter(page => page.readings.some(stands)).map(({ where }) => ({ key, where }))
      })
      .filter(({ key, where }) => {
        const name = JSON.stringify([key, where])
        return !seen.has(name) && seen.add(name)
      })
}

interface Reading {
  readonly words: string
  readonly letters: string
  readonly numbers: readonly Numbers[]
}

/** Reversed before folding: a ligature then opens in the order in which it is read. */
const reversed = (text: string) => [...text].toReversed().join('')

/** "name (at) example [dot] org", as some write an address so that machines do not read it. */
const addressed = (text: string) =>
  text
    .replaceAll(/\s*[[({<]\s*(?:at|arroba|chez|собака|آت|ät)\s*[\])}>]\s*|\s+at\s+/giu, '@')
    .replaceAll(/\s*[[({<]\s*(?:dot|punto|point|точка|نقطة)\s*[\])}>]\s*|\s+dot\s+/giu, '.')

const joined = (text: string) => text.replaceAll(/[-\u00AD\u2010]\s*\n\s*/gu, '')

function unescaped(text: string): string {
  return text
    .replaceAll(/\\u\{?([0-9a-f]{4,6})\}?/gi, (all, hex: string) => {
      const code = Number.parseInt(hex, 16)
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : all
    })
    .replaceAll(/\\[bfnrt]/g, '\n')
    .replaceAll(/\\(["/\\])/g, '$1')
}

function readingsOf(text: string): Reading[] {
  const backwards = reversed(text)
  const forms = new Set([text, unescaped(text), joined(text), addressed(text), backwards, joined(backwards)])
  return [...forms]
    .map(fold)
    .map(folded => ({ words: ` ${wordsIn(folded)} `, letters: bare(folded), numbers: numbersIn(folded) }))
}

/** Looks for one text. It is folded once, however many pages there are. */
function searchFor(secret: string): (reading: Reading) => boolean {
  const [asText, asNumber] = [searchForText(secret), findNumber(fold(secret))]
  return asNumber ? reading => asText(reading) || reading.numbers.some(asNumber) : asText
}

function searchForText(secret: string): (reading: Reading) => boolean {
  const letters = bare(fold(secret))
  if (letters.length >= longEnough || isScriptWithoutSpaces(secret))
    return reading => reading.letters.includes(letters)
  const words = wordsOf(secret)
  const otherWay = words.split(' ').toReversed().join(' ')
  const [straight, turned] = [findWords(words), findWords(otherWay)]
  return reading => straight(reading.words) || turned(reading.words)
}

/** Arabic writes "and", "so", "by", "like", "to" and "the" onto the word that follows. */
const particles = '[وف]?(?:[بك]?(?:ال)?|لل?)'

function findWords(words: string): (page: string) => boolean {
  if (!/\p{Script=Arabic}/u.test(words)) return page => page.includes(` ${words} `)
  const pattern = new RegExp(` ${particles}${words} `, 'u')
  return page => pattern.test(page)
}

/** A long text, and each of its longer sentences: quoting a part of it is a leak too. */
export function withSentences(text: string): string[] {
  const sentences = text.split(/[.!?؟。！？\n]+/u).map(sentence => sentence.trim())
  return [
    ...new Set([text, ...sentences.filter(sentence => bare(sentence).length >= 20 || isLongHan(sentence))]),
  ]
}

/** Chinese says in 8 signs what others say in 20 letters. */
const isLongHan = (sentence: string) => isScriptWithoutSpaces(sentence) && bare(sentence).length >= 8

/** A paper or a number: whole, and each part with a digit in it. "Passport" alone tells nothing. */
export function withNumbers(papers: string): string[] {
  const whole = papers.split(/[\n,;،؛]+/u).map(part => part.trim())
  const numbers = whole.flatMap(part => part.split(/\s+/u)).filter(part => /\p{N}/u.test(part))
  return [...new Set([...whole.filter(part => /\p{N}/u.test(part)), ...numbers])].filter(isTelling)
}

/** A name, and each of its parts that can be told from ordinary words (4 letters or more; 2 in Chinese). */
export function withNameParts(name: string): string[] {
  const whole = name.split(/[\n,;،؛]+/u).map(part => part.trim())
  const single = whole.flatMap(part => part.split(/\s+/u)).filter(part => bare(part).length >= 4)
  return [...new Set([...whole, ...single])].filter(isTelling)
}
