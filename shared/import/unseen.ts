/** A run of letters as it may be shown, or one mark nobody would see, by its number in Unicode (`U+202E`). */
export type Piece = { readonly shown: string } | { readonly unseen: string }

/**
 * Marks that turn the order of letters, break or join words without being seen, or fill room with nothing. Not among them:
 * what Arabic and Persian spelling and pictures made of several signs need (U+200C, U+200D, U+200E, U+200F, U+FE0F).
 */
const marks =
  /[\u00ad\u115f\u1160\u180e\u200b\u2028-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e01ef}]/gu

const numberOf = (sign: string) =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** A text in pieces, so that whoever shows it can show a sign in the place of each hidden mark (Trojan Source). */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (index > at) pieces.push({ shown: text.slice(at, index) })
    pieces.push({ unseen: numberOf(mark) })
    at = index + mark.length
  }
  if (at < text.length) pieces.push({ shown: text.slice(at) })
  return pieces
}

/** Whether there is a hidden mark in any of these. */
export const hasUnseen = (texts: readonly string[]): boolean =>
  texts.some(text => piecesOf(text).some(piece => 'unseen' in piece))

const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]

/**
 * Whether a word mixes alphabets whose letters look alike, or a part of an address is written in the letters that stand for
 * another alphabet (`xn--`). In honest names and addresses neither is common.
 */
export const mixesAlphabets = (line: string): boolean =>
  line
    .split(/[^\p{Letter}\p{Mark}\p{Number}-]+/u)
    .some(word => word.startsWith('xn--') || alphabets.filter(alphabet => alphabet.test(word)).length > 1)
