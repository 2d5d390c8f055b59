import { Refused } from '../../shared/refusal.ts'

/** How many lines may begin with two hyphens, as the borders between parts do: the parser keeps a node for each. */
const maxBorders = 20_000
/** How many lines may be short, and how short: the parser keeps some 200 bytes for each line that is not encoded. */
const maxShortLines = 1_500_000
const short = 60

/**
 * Refuses, before it is parsed, an e-mail built of so many lines or parts that parsing it would eat the memory.
 *
 * @throws Refused `import/too-deep`.
 */
export function refuseMazes(bytes: Buffer): void {
  let borders = 0
  let shortLines = 0
  let before = -1
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (at - before < short) shortLines += 1
    if (bytes[at + 1] === 45 && bytes[at + 2] === 45) borders += 1
    if (shortLines > maxShortLines || borders > maxBorders) throw new Refused('import/too-deep')
    before = at
  }
}

/**
 * Whether the end of an e-mail is missing: its header breaks off, the outermost border that closes it never comes, or
 * its base64 stops within a group of four.
 *
 * @param contentType of the e-mail itself; the empty text when there is none.
 */
export function isTruncated(bytes: Buffer, { contentType, encoding }: BodyHeaders): boolean {
  const bodyAt = bodyStart(bytes)
  if (bodyAt < 0) return bytes.at(-1) !== 10
  const border = borderOf(contentType)
  if (border !== null) return !hasClosing(bytes, border)
  return /^\s*base64/i.test(encoding) && isBrokenBase64(bytes.subarray(bodyAt))
}

/** The two headers that say how a body is written. */
export interface BodyHeaders {
  readonly contentType: string
  readonly encoding: string
}

function bodyStart(bytes: Buffer): number {
  const [unix, dos] = [bytes.indexOf('\n\n', 0, 'latin1'), bytes.indexOf('\r\n\r\n', 0, 'latin1')]
  if (unix < 0 && dos < 0) return -1
  return dos >= 0 && (unix < 0 || dos < unix) ? dos + 4 : unix + 2
}

function borderOf(contentType: string): string | null {
  if (!/^\s*multipart\//i.test(contentType)) return null
  const found = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(contentType)
  return (found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2] ?? '').trimEnd() || null
}

/** Looked for from the end, at the start of a line. */
function hasClosing(bytes: Buffer, border: string): boolean {
  const closing = Buffer.from(`--${border}--`, 'utf8')
  for (let at = bytes.lastIndexOf(closing); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(closing, at - 1))
    if (at === 0 || bytes[at - 1] === 10) return true
  return false
}

/** Counted byte by byte: a copy of a body of 256 MiB would be felt. */
function isBrokenBase64(body: Buffer): boolean {
  let written = 0
  for (let at = 0; at < body.length; at += 1) written += digits[body[at] ?? 0] ?? 0
  const isPadded = /=\s*$/.test(body.toString('latin1', Math.max(0, body.length - 20)))
  return written % 4 === 1 || (written % 4 !== 0 && !isPadded)
}

/** 1 for the bytes that are digits of base64. */
const digits = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9+/]/.test(String.fromCharCode(byte)) ? 1 : 0,
)
