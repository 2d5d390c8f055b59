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
 * space between words. Arabic presentation forms, full-width letters and ligatures of a printed page fold together.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}ـ]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Z}]+/gu, ' ')
    .trim()
}

/** Letters and digits only: a line break or a hyphen of the printed page hides nothing. */
const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '')

const isScriptWithoutSpaces = (text: string) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(text)

/** Too short to be told from ordinary words: under 3 letters, or under 2 in a script without spaces. */
const isTelling = (text: string) => bare(text).length >= (isScriptWithoutSpaces(text) ? 2 : 3)

/**
 * Every place where a withheld text stands in what would leave.
 *
 * A short text counts where it stands as words of its own; a long one (20 letters or more) wherever its letters stand,
 * however the page broke them. Both reading directions are tried, because a printed page may hold either.
 *
 * @returns one leak for each secret and part, in the order given.
 */
export function findLeaks(secrets: readonly Secret[], parts: readonly Part[]): Leak[] {
  const pages = parts.map(({ where, text }) => ({
    where,
    words: ` ${wordsOf(text)} `,
    letters: bare(fold(text)),
  }))
  return secrets
    .filter(({ text }) => isTelling(text))
    .flatMap(({ key, text }) =>
      pages.filter(page => stands(fold(text), page)).map(({ where }) => ({ key, where })),
    )
}

const wordsOf = (text: string) =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function stands(secret: string, page: { readonly words: string; readonly letters: string }): boolean {
  const letters = bare(secret)
  const backwards = [...letters].toReversed().join('')
  if (letters.length >= 20 || isScriptWithoutSpaces(secret))
    return page.letters.includes(letters) || page.letters.includes(backwards)
  return page.words.includes(` ${wordsOf(secret)} `) || page.words.includes(` ${backwards} `)
}

/** A long text, and each of its longer sentences: quoting a part of it is a leak too. */
export function withSentences(text: string): string[] {
  const sentences = text.split(/[.!?؟。！？\n]+/u).map(sentence => sentence.trim())
  return [...new Set([text, ...sentences.filter(sentence => bare(sentence).length >= 20)])]
}

/** A name, and each of its parts that can be told from ordinary words (4 letters or more; 2 in Chinese). */
export function withNameParts(name: string): string[] {
  const whole = name.split(/[\n,;،؛]+/u).map(part => part.trim())
  const single = whole.flatMap(part => part.split(/\s+/u)).filter(part => bare(part).length >= 4)
  return [...new Set([...whole, ...single])].filter(isTelling)
}
