import { isUtf8 } from 'node:buffer'

/** Encodings that mail programs used without saying so, each with the letters that give it away. */
const candidates: readonly (readonly [charset: string, letters: RegExp])[] = [
  ['windows-1256', /[\u0621-\u064a]/gu],
  ['windows-1251', /[\u0430-\u044f\u0451]/gu],
]
const commonChinese = /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会]/gu

/**
 * The encoding of an e-mail whose bytes are not UTF-8 and do not say what they are.
 *
 * Texts in Chinese, Arabic and Cyrillic are mostly bytes above 127; Western ones have few of them. Only the body is
 * weighed, the header being always mostly Latin; at most 256 KiB of it.
 */
function guessCharset(bytes: Uint8Array): string {
  const sample = body(bytes).subarray(0, 256 * 1024)
  const high = countOf(sample, byte => byte > 127)
  const latin = countOf(sample, byte => (byte | 32) >= 97 && (byte | 32) <= 122)
  if (high < latin) return 'windows-1252'
  if (matches(sample, 'gb18030', commonChinese) > high / 60) return 'gb18030'
  const scored = candidates.map(([charset, letters]) => ({
    charset,
    score: matches(sample, charset, letters),
  }))
  const best = scored.sort((a, b) => b.score - a.score)[0]
  return best && best.score > high / 2 ? best.charset : 'windows-1252'
}

/** The most that is decoded anew, in bytes: letters are never longer. */
const maxRecoded = 16 * 1024 * 1024

/**
 * An e-mail in an encoding that is known: where none is stated anywhere and the bytes are not UTF-8, as the programs of
 * some places still send it, the most likely one is taken and the e-mail written anew in UTF-8.
 *
 * E-mails with attachments are left as they are: their bytes must not change.
 */
export function inKnownCharset(mail: Buffer): { readonly mail: Buffer; readonly isGuessed: boolean } {
  if (isUtf8(mail)) return { mail, isGuessed: charsetsAreKnown(mail) === false }
  const areKnown = charsetsAreKnown(mail)
  if (areKnown !== null || mail.length > maxRecoded || hasParts(mail))
    return { mail, isGuessed: areKnown === false }
  return { mail: Buffer.from(new TextDecoder(guessCharset(mail)).decode(mail), 'utf8'), isGuessed: true }
}

const hasParts = (mail: Buffer): boolean =>
  /^content-type:\s{0,80}(?:multipart\/(?!alternative)|(?!text|multipart)\w)/im.test(
    mail.toString('latin1', 0, 256 * 1024),
  )

/** Whether every encoding these bytes name in their first MiB is one that can be decoded. `null` when none is named. */
function charsetsAreKnown(bytes: Buffer): boolean | null {
  const head = bytes.toString('latin1', 0, 1024 * 1024)
  const named = head.matchAll(/charset\*?\d?\*?\s{0,5}=\s{0,5}"?([\w.:+-]{1,40})/gi)
  const labels = Array.from(named, ([, label = '']) => label)
  return labels.length === 0 ? null : labels.slice(0, 1_000).every(canDecode)
}

function canDecode(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

function body(bytes: Uint8Array): Uint8Array {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends = [all.indexOf('\r\n\r\n', 0, 'latin1'), all.indexOf('\n\n', 0, 'latin1')].filter(at => at >= 0)
  return bytes.subarray(Math.max(0, Math.min(...ends, bytes.length)))
}

const countOf = (bytes: Uint8Array, holds: (byte: number) => boolean): number =>
  bytes.reduce((count, byte) => count + (holds(byte) ? 1 : 0), 0)

const matches = (bytes: Uint8Array, charset: string, letters: RegExp): number =>
  new TextDecoder(charset).decode(bytes).match(letters)?.length ?? 0
