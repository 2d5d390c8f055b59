import { createHash } from 'node:crypto'
import { AttachmentId, SourceId } from '../../shared/model.ts'
import type { CaseId } from '../../shared/model.ts'
import type { Mailbox, ReadEmail } from '../../shared/import/model.ts'
import type { CommandContext } from '../handler.ts'
import { attachments, keepOriginal, messages } from './repository.ts'

/**
 * Keeps an e-mail on a case as it came: headers, text, the file itself, and every attachment with its SHA-256.
 *
 * When a part was too large to take in, the file itself is not kept either; everything else is, and both hashes.
 */
export function takeInEmail(
  context: CommandContext,
  {
    caseId,
    read,
    original,
  }: { readonly caseId: CaseId; readonly read: ReadEmail; readonly original: Uint8Array },
): void {
  const { db, now, newId } = context
  const { email, contents } = read
  const id = SourceId.parse(newId())
  messages.insert(db, {
    id,
    caseId,
    kind: 'email',
    takenInAt: now,
    from: inOneLine(email.from),
    to: inOneLine([...email.to, ...email.cc]),
    subject: email.subject,
    sentSaid: email.date.said,
    text: email.text,
    textFrom: email.textFrom,
    hasRemoteContent: email.hasRemoteContent,
    notes: [...email.notes],
    headers: email.headers.map(([name, value]) => [name, value]),
    sha256: createHash('sha256').update(original).digest('hex'),
    size: original.byteLength,
  })
  if (email.attachments.every(({ leftOut }) => leftOut === null)) keepOriginal(db, { id, bytes: original })
  for (const [index, attachment] of email.attachments.entries()) {
    const attachmentId = AttachmentId.parse(newId())
    attachments.insert(db, { ...attachment, id: attachmentId, caseId, sourceId: id })
    const bytes = contents[index]
    if (bytes) keepOriginal(db, { id: attachmentId, bytes })
  }
}

/** Everybody a header names, as it is kept. */
export const inOneLine = (mailboxes: readonly Mailbox[]) =>
  mailboxes.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ')
