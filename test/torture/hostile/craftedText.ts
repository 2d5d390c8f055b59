import { below, oneOf } from './mutate.ts'
import type { Random } from './mutate.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))
const times = (n: number, text: string) => text.repeat(n)

/** MIME inside MIME: to 3,000 levels, closed or not, with borders that begin like each other. */
function nested(random: Random): string {
  const depth = oneOf(random, [3, 40, 255, 256, 257, 1_000, 3_000])
  const borders = Array.from({ length: depth }, (_, level) =>
    random() < 0.5 ? `b${level}` : times(1 + (level % 40), '-'),
  )
  const parts = borders.map(
    border => `Content-Type: multipart/mixed; boundary="${border}"\r\n\r\n--${border}\r\n`,
  )
  const ends = random() < 0.5 ? borders.toReversed().map(border => `\r\n--${border}--`) : []
  return `From: a@b.example\r\n${parts.join('')}Content-Type: text/plain\r\n\r\nx${ends.join('')}`
}

/** A header that goes on and on, in one of the ways headers do. */
function longHeader(random: Random): string {
  const n = oneOf(random, [10, 1_000, 20_000])
  const header = oneOf(random, [
    () => times(n, 'X-A: b\r\n'),
    () => `Subject: ${times(n, '=?utf-8?q?=C3?=\r\n ')}\r\n`,
    () => `Subject: ${times(n, '=?utf-8?b?4pi6?= ')}\r\n`,
    () => `To: ${times(n, 'a <a@b.example>, ')}\r\n`,
    () => `To: ${times(n, 'g:')}${times(n, ';')}\r\n`,
    () => `To: ${times(n, '(')}${times(n, '\\')}\r\n`,
    () => `To: ${times(n, '"\\')}\r\n`,
    () => `Content-Type: text/plain${times(n, `; a*${n}*="x`)}\r\n`,
    () => `Content-Type: ${times(n, ' ')}text/html; charset=${times(n, ' ')}x\r\n`,
    () => `Date: ${times(n, '1')} ${times(n, 'Jan ')}\r\n`,
    () => `References: ${times(n, '<')}\r\n`,
  ])()
  return `From: a@b.example\r\n${header}\r\nbody`
}

const charsets = [
  'utf-7',
  'utf-16',
  'utf-32',
  'x-unknown',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'hz-gb-2312',
  '',
  '\0',
]
const encodings = ['base64', 'quoted-printable', '7bit', 'x-uuencode', 'binary', 'BASE64 ']

/** A body that is not what its header says. */
function liar(random: Random): string {
  const body = oneOf(random, [
    '=',
    '=3',
    '=\r\n=',
    'YQ',
    '!!!!',
    '\x1b$B',
    '+ADw-',
    '\ud7ff',
    times(3_000, '=00'),
  ])
  const name = oneOf(random, ["utf-8''%ff%", '..\\..\\a.exe', 'a\u202egpj.exe', times(900, 'a.'), 'CON', '.'])
  return [
    'From: a@b.example',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    `Content-Type: ${oneOf(random, ['text/plain', 'text/html', 'message/rfc822', 'application/pdf'])}; charset="${oneOf(random, charsets)}"`,
    `Content-Transfer-Encoding: ${oneOf(random, encodings)}`,
    `Content-Disposition: attachment; filename*0*=${name}; filename="${name}"`,
    '',
    times(oneOf(random, [1, 500]), body),
    '--b--',
  ].join('\r\n')
}

/** An e-mail nobody would write. */
export const craftedEmail = (random: Random): Uint8Array =>
  bytesOf(oneOf(random, [nested, longHeader, liar])(random))

/** HTML that is nearly none. */
export function craftedHtml(random: Random): Uint8Array {
  const n = oneOf(random, [3, 300, 30_000])
  const piece = oneOf(random, [
    '<',
    '<<',
    '</',
    '<!--',
    '<!',
    '<a href="',
    "<a href='",
    '<p ',
    '<style>',
    '</style',
    '<title>',
    '&#',
    '&#x110000;',
    '&amp',
    '<a b=c d=',
    '<img alt="&lt;">',
    '<li>',
    '" ',
    '<td x=\'">',
    '‮<b>',
    '<a href=x>',
  ])
  return bytesOf(
    `${times(below(random, 3), '<p>x')}${times(n, piece)}${oneOf(random, ['', '>', '">', '-->'])}`,
  )
}

const numbers = ['1e400', '-0', '9007199254740993', '0.1000000000000000055', '1E1', '01', '-', '1.']
const strings = ['"\\ud800"', '"\\u0000"', '"\ud7ff"', '"a\\/b"', '"\\u0061"', '"\t"']

/** JSON that is not of the one spelling, or that is more than it seems. */
export function craftedJson(random: Random): Uint8Array {
  const depth = oneOf(random, [1, 31, 32, 33, 5_000, 100_000])
  const inside = oneOf(random, [...numbers, ...strings, 'null', '', '{"a":1,"a":2}', '{"__proto__":{"a":1}}'])
  const text = oneOf(random, [
    () => `${times(depth, '[')}${inside}${times(depth, ']')}`,
    () => `${times(depth, '{"a":')}${inside}${times(depth, '}')}`,
    () => `{\n  "__proto__": ${inside},\n  "constructor": ${inside}\n}\n`,
    () => `\ufeff${inside}\n`,
    () => `${inside}\n`,
    () => `[\n  ${inside}\n]\n`,
    () => `"${times(depth, '\\"[')}"\n`,
  ])()
  return bytesOf(text)
}
