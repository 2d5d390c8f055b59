import PostalMime, { type Email } from 'postal-mime'
import { maxEmailBytes, type ReadEmail } from '../../shared/import/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { assemble } from './assemble.ts'
import { take } from './attachments.ts'
import { inKnownCharset } from './charset.ts'
import { isArchive, sniff } from './sniff.ts'
import { isTruncated, refuseMazes } from './survey.ts'
import { looksLikeEmail } from './textKind.ts'

/**
 * Reads one e-mail file (RFC 5322, MIME). Nothing is loaded, unpacked, rendered or run; e-mails inside it stay closed
 * attachments. Attachments are as the e-mail's encoding gives them back; line ends of unencoded ones become `\n`.
 *
 * Meant for a throw-away process: the parser holds several copies of a large e-mail.
 *
 * @throws Refused `file/too-large`, `import/empty`, `import/is-archive`, `import/outlook-message`,
 *   `import/not-an-email`, `import/too-deep`; nothing else, whatever the bytes are.
 */
export async function readEmail(bytes: Uint8Array): Promise<ReadEmail> {
  refuseOthers(bytes)
  const original = withoutLead(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  refuseMazes(original)
  const { mail, isGuessed } = inKnownCharset(original)
  const email = await parse(mail)
  const taken = email.attachments.map(take)
  const isCut = isTruncated(mail, headerOf(email))
  return {
    email: assemble({ email, taken, isGuessed, isTruncated: isCut }),
    contents: taken.map(({ content }) => content),
  }
}

function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Refused('import/empty')
  if (bytes.length > maxEmailBytes) throw new Refused('file/too-large', { limit: maxEmailBytes })
  const { kind } = sniff(bytes)
  if (isArchive(kind)) throw new Refused('import/is-archive')
  if (kind === 'outlook-message') throw new Refused('import/outlook-message')
  if (!looksLikeEmail(bytes)) throw new Refused('import/not-an-email')
}

/** Without a byte order mark and empty lines in front, which would end the header before it begins. */
function withoutLead(bytes: Buffer): Buffer {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (bytes[at] === 10 || bytes[at] === 13) at += 1
  return bytes.subarray(at)
}

const parserLimits = { maxNestingDepth: 256, maxHeadersSize: 1024 * 1024 } as const

/** The parser's own errors say what it could not take; none of its sentences is shown to anyone. */
async function parse(mail: Buffer): Promise<Email> {
  try {
    return await new PostalMime({ ...parserLimits, forceRfc822Attachments: true }).parse(wholeOf(mail))
  } catch (error) {
    const isDepth = error instanceof Error && error.message.includes('nesting depth')
    throw new Refused(isDepth ? 'import/too-deep' : 'import/not-an-email')
  }
}

/** The memory under the bytes when it holds nothing else: the parser copies everything but that. */
function wholeOf({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer | Uint8Array {
  const isWhole = buffer instanceof ArrayBuffer && byteLength === buffer.byteLength
  return isWhole ? buffer : new Uint8Array(buffer, byteOffset, byteLength)
}

function headerOf({ headers }: Email) {
  const value = (key: string) => headers.find(header => header.key === key)?.value ?? ''
  return { contentType: value('content-type'), encoding: value('content-transfer-encoding') }
}
