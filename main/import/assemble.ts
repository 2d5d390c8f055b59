import { addressParser, type Email, type HeaderLine } from 'postal-mime'
import { readLimits, type EmailRead, type Mailbox, type ReadNote } from '../../shared/import/model.ts'
import type { Taken } from './attachments.ts'
import { htmlText } from './htmlText.ts'
import { instantOf } from './mailDate.ts'
import { cut, hasReordering, kept, oneLine, plainText } from './plainText.ts'

/** A parsed e-mail with what was seen on the way. */
export interface Parsed {
  readonly email: Email
  readonly taken: readonly Taken[]
  /** Its encoding was not stated, or not in a way that can be decoded. */
  readonly isGuessed: boolean
  readonly isTruncated: boolean
}

/** How much HTML is turned into text, in characters. */
const maxHtml = 4_000_000

/** A parsed e-mail in the form it is shown and kept: every text safe to show, every length within `readLimits`. */
export function assemble(parsed: Parsed): EmailRead {
  const { email, taken } = parsed
  const body = bodyOf(email)
  const people = { from: mailboxes(email, 'from'), to: mailboxes(email, 'to'), cc: mailboxes(email, 'cc') }
  const said = headerValue(email, 'date')
  return {
    headers: email.headerLines.slice(0, readLimits.headers).map(verbatim),
    from: people.from.slice(0, readLimits.addresses),
    to: people.to.slice(0, readLimits.addresses),
    cc: people.cc.slice(0, readLimits.addresses),
    date: { said: oneLine(said, readLimits.line), at: instantOf(said) },
    subject: oneLine(email.subject ?? '', readLimits.line),
    messageId: oneLine(email.messageId ?? '', readLimits.line),
    text: cut(body.text, readLimits.text),
    textFrom: body.from,
    hasRemoteContent: body.isRemote,
    attachments: taken.map(({ about }) => about),
    notes: notesOn(parsed, body.text, people),
  }
}

/** Everybody the e-mail names, uncut. */
type People = Readonly<Record<'from' | 'to' | 'cc', readonly Mailbox[]>>

interface Body {
  readonly text: string
  readonly from: EmailRead['textFrom']
  readonly isRemote: boolean
}

/** The plain text of an e-mail; where it has none, or an empty one, the text of its HTML. */
function bodyOf({ text = '', html }: Email): Body {
  const read = html === undefined ? { text: '', isRemote: false } : htmlText(html.slice(0, maxHtml))
  const isPlain = text.trim() !== '' || read.text === ''
  return {
    text: plainText(isPlain ? text : read.text),
    from: isPlain ? 'plain' : 'html',
    isRemote: read.isRemote,
  }
}

const headerValue = ({ headers }: Email, key: string): string =>
  headers.find(header => header.key === key)?.value ?? ''

/** Name and value of a header as they stand, without the space after the colon. */
function verbatim({ line }: HeaderLine): [string, string] {
  const colon = line.indexOf(':')
  const [name, value] = colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1)]
  return [kept(name, readLimits.header), kept(value.replace(/^ /, ''), readLimits.header)]
}

/** Everybody a header names, wherever it is repeated; groups are opened. */
function mailboxes({ headers }: Email, key: string): Mailbox[] {
  return headers
    .filter(header => header.key === key)
    .flatMap(header => addressParser(header.value, { flatten: true }))
    .map(({ name, address = '' }) => ({
      name: oneLine(name, readLimits.line),
      address: oneLine(address, readLimits.line),
    }))
    .filter(({ name, address }) => name !== '' || address !== '')
}

/** What to tell beside the text, in the order of `ReadNote`. */
function notesOn({ email, taken, isGuessed, isTruncated }: Parsed, text: string, people: People): ReadNote[] {
  const shown = [text, email.subject ?? '', headerValue(email, 'from')]
  const holds: readonly (readonly [ReadNote, boolean])[] = [
    ['truncated', isTruncated],
    ['charset-guessed', isGuessed],
    ['letters-lost', shown.some(value => value.includes('\ufffd'))],
    [
      'nested-mail',
      taken.some(({ about }) => about.kind === 'email' || about.declaredType === 'message/rfc822'),
    ],
    ['names-cleaned', taken.some(({ isRenamed }) => isRenamed)],
    ['reordering-marks', shown.some(hasReordering)],
    ['several-senders', people.from.length > 1],
    ['text-cut', text.length > readLimits.text || (email.html?.length ?? 0) > maxHtml],
    ['headers-cut', areHeadersCut(email)],
    ['addresses-cut', Object.values(people).some(list => list.length > readLimits.addresses)],
    ['attachment-too-large', taken.some(({ about }) => about.leftOut === 'too-large')],
    ['too-many-attachments', taken.some(({ about }) => about.leftOut === 'too-many')],
  ]
  return holds.filter(([, isSo]) => isSo).map(([note]) => note)
}

const areHeadersCut = ({ headerLines }: Email): boolean =>
  headerLines.length > readLimits.headers || headerLines.some(({ line }) => line.length > readLimits.header)
