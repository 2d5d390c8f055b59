import type { FileKind } from '../../shared/import/model.ts'

/** How much of a text is looked at, in bytes. */
const window = 64 * 1024

const patterns: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/<hta:application/i, 'html-program'],
  [/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?(?:<!doctype svg[^>]{0,300}>\s*)?<svg[\s>]/i, 'svg'],
  [
    /^(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html|head|body|script|iframe|table|div|meta|style|p)[\s>]/i,
    'html',
  ],
  [/^<\?xml\s[^>]{0,300}>\s*(?:<!doctype [^>]{0,500}>\s*)?<html[\s>]/i, 'html'],
  [/^<\?xml\s/i, 'xml'],
  [/^\[(?:InternetShortcut|Desktop Entry)\]/i, 'shortcut'],
]

const known =
  /^(?:from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|content-type|sender)[ \t]*:/im

/** What a text is: one of the kinds that are texts, `text`, or `unknown` when it is none (it holds binary). */
export function textKind(bytes: Buffer): FileKind {
  const text = readable(bytes.subarray(0, window))
  if (text === null) return looksLikeEmail(bytes) ? 'email' : 'unknown'
  const found = patterns.find(([pattern]) => pattern.test(text))
  if (found) return found[1]
  return looksLikeEmail(bytes) ? 'email' : 'text'
}

/** The text of a sample without its mark and leading space, or `null` when it holds what no text does. */
function readable(sample: Buffer): string | null {
  if (sample[0] === 0xff && sample[1] === 0xfe) return new TextDecoder('utf-16le').decode(sample).trimStart()
  if (sample[0] === 0xfe && sample[1] === 0xff) return new TextDecoder('utf-16be').decode(sample).trimStart()
  const text = sample.toString('latin1')
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? null : text.replace(/^\xef\xbb\xbf/, '').trimStart()
}

/**
 * Whether a file begins with the header of an e-mail: lines `Name: value`, one of them a name every e-mail program
 * writes (RFC 5322). The body may hold anything.
 */
export function looksLikeEmail(bytes: Uint8Array): boolean {
  const head = headerBlock(bytes)
  if (head.includes('\0')) return false
  const first = head.split(/\r?\n/, 1)[0] ?? ''
  return (/^[!-9;-~]+[ \t]*:/.test(first) || /^>?From /.test(first)) && known.test(head)
}

function headerBlock(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, window))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/^[\r\n]+/, '')
  const end = text.search(/\r?\n\r?\n/)
  return end < 0 ? text : text.slice(0, end)
}
