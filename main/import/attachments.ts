import { createHash } from 'node:crypto'
import type { Attachment } from 'postal-mime'
import { maxAttachmentBytes, maxAttachments, type EmailAttachment } from '../../shared/import/model.ts'
import { cleanName, mismatch, runsByName } from './names.ts'
import { oneLine } from './plainText.ts'
import { sniff } from './sniff.ts'

/** One attachment: what is known of it, its bytes unless it was left out, and whether its name had to be changed. */
export interface Taken {
  readonly about: EmailAttachment
  readonly content: Uint8Array<ArrayBuffer> | null
  readonly isRenamed: boolean
}

/** An attachment as it will be kept. `index` is its place in the e-mail, from 0. */
export function take(attachment: Attachment, index: number): Taken {
  const bytes = bytesOf(attachment)
  const { kind, isProgram } = sniff(bytes)
  const name = cleanName(attachment.filename, index + 1)
  const leftOut = reasonToLeaveOut(bytes.length, index)
  const about: EmailAttachment = {
    name,
    declaredType: oneLine(attachment.mimeType, 200),
    kind,
    isProgram: isProgram || runsByName(name),
    mismatch: mismatch(name, kind),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    leftOut,
  }
  return {
    about,
    content: leftOut === null ? bytes : null,
    isRenamed: (attachment.filename || name) !== name,
  }
}

function reasonToLeaveOut(size: number, index: number): EmailAttachment['leftOut'] {
  if (size > maxAttachmentBytes) return 'too-large'
  return index >= maxAttachments ? 'too-many' : null
}

function bytesOf({ content }: Attachment): Uint8Array<ArrayBuffer> {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof ArrayBuffer ? new Uint8Array(content) : new Uint8Array(content)
}
