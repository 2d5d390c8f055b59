/**
 * Text that can be shown and kept: well-formed, line ends as `\n`, and every control character as its visible sign
 * (`␀`, `␛`) so that nothing acts on a screen and nothing is lost. Letters, accents and marks stay as they were written.
 */
export function plainText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\0-\x08\x0b-\x1f]/g, sign => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
      // oxlint-disable-next-line no-control-regex -- the same
      .replace(/[\x7f-\x9f]/g, '\ufffd')
  )
}

/** A header value as one line to be shown: like `plainText`, without marks that reorder what is read, and cut. */
export function oneLine(text: string, max: number): string {
  const line = plainText(text.slice(0, max * 2))
    .replace(/\s+/gu, ' ')
    .replace(reordering, '')
  return cut(line.trim(), max)
}

const reordering = /[\u202a-\u202e\u2066-\u2069]/gu

/** Whether a text holds marks that force letters into another order than they were written in. */
export const hasReordering = (text: string): boolean => /[\u202d\u202e]/u.test(text)

/** The first characters of a text; never half of one. */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text
  const isHalf = /[\ud800-\udbff]/.test(text[max - 1] ?? '')
  return text.slice(0, isHalf ? max - 1 : max)
}

/** A text as it stands, cut: only NUL and halves of characters, which cannot be kept, become signs. */
export const kept = (text: string, max: number): string =>
  cut(text.toWellFormed().replaceAll('\0', '\u2400'), max)
