import { Bytes, Instant, kept } from '../model.ts'
import { z } from '../zod.ts'

/** What a file is by its first bytes. `unknown` is none of the others; `text` is readable text of no kind below. */
export const FileKind = z.enum([
  // documents
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'xls',
  'ppt',
  'office-with-macros',
  'ole2',
  'odt',
  'ods',
  'odp',
  'rtf',
  'html',
  'xml',
  'text',
  // pictures, sound and film
  'png',
  'jpeg',
  'gif',
  'webp',
  'bmp',
  'tiff',
  'heic',
  'svg',
  'audio',
  'video',
  // mail
  'email',
  'outlook-message',
  'outlook-bundle',
  // parcels of other files
  'zip',
  'gzip',
  '7z',
  'rar',
  'bzip2',
  'xz',
  'tar',
  'cab',
  'encrypted',
  // what runs when it is opened
  'windows-program',
  'windows-installer',
  'elf',
  'mach-o',
  'java-class',
  'java-archive',
  'android-app',
  'wasm',
  'script',
  'html-program',
  'shortcut',
  // neither
  'empty',
  'unknown',
])
export type FileKind = z.infer<typeof FileKind>

/** What the reader of an e-mail should be told beside its text. Each has a sentence under `import.note.<note>`. */
export const ReadNote = z.enum([
  'truncated',
  'charset-guessed',
  'letters-lost',
  'nested-mail',
  'names-cleaned',
  'reordering-marks',
  'several-senders',
  'text-cut',
  'headers-cut',
  'addresses-cut',
  'attachment-too-large',
  'too-many-attachments',
])
export type ReadNote = z.infer<typeof ReadNote>

/** The most an e-mail file may weigh: 256 MiB. */
export const maxEmailBytes = 256 * 1024 * 1024
/** The most one attachment may weigh to be taken in: 50 MiB. Above it only its size and SHA-256 are. */
export const maxAttachmentBytes = 50 * 1024 * 1024
/** How many attachments of one e-mail are taken in; of the others only size and SHA-256 are. */
export const maxAttachments = 200

const limits = { text: 1_000_000, line: 1_000, headers: 500, header: 8_000, addresses: 200 } as const

/** How much of an e-mail is kept beside its original: characters of text, lines, headers; number of headers, addresses. */
export const readLimits = limits

/** Somebody named in a header. Either part may be empty; both are claims of whoever wrote the e-mail. */
export const Mailbox = z.strictObject({ name: kept(limits.line), address: kept(limits.line) })
export type Mailbox = z.infer<typeof Mailbox>

/** What is known of one attachment. Its bytes travel beside it and are never looked into further. */
export const EmailAttachment = z.strictObject({
  /** A base name: no folders, no control characters, nothing that turns the writing direction. Never empty. */
  name: kept(limits.line).min(1),
  /** The type the e-mail claims, lower case. May be empty. */
  declaredType: kept(limits.line),
  kind: FileKind,
  /** Something would run if it were opened, by its bytes or by the way Windows treats its name. */
  isProgram: z.boolean(),
  /** The name promises another kind of file. */
  mismatch: z.boolean(),
  /** Bytes after decoding. */
  size: z.int().min(0),
  /** Of the decoded bytes, lower-case hex; also known when the attachment was left out. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  leftOut: z.enum(['too-large', 'too-many']).nullable(),
})
export type EmailAttachment = z.infer<typeof EmailAttachment>

/** What reading one e-mail gives. Everything in it is text to be shown as text. */
export const EmailRead = z.strictObject({
  /** Name and value as they stand in the file, folded lines included, in order. */
  headers: z.array(z.tuple([kept(limits.header), kept(limits.header)])).max(limits.headers),
  from: z.array(Mailbox).max(limits.addresses),
  to: z.array(Mailbox).max(limits.addresses),
  cc: z.array(Mailbox).max(limits.addresses),
  /** `said` as the e-mail writes it; `at` is `null` when that is no full date with its time zone. */
  date: z.strictObject({ said: kept(limits.line), at: Instant.nullable() }),
  subject: kept(limits.line),
  messageId: kept(limits.line),
  text: kept(limits.text),
  /** `html`: there was no plain text, so it was taken out of the HTML, which itself is not kept here. */
  textFrom: z.enum(['plain', 'html']),
  /** The HTML names something on a network: a picture, a style, a link. It was not asked for. */
  hasRemoteContent: z.boolean(),
  attachments: z.array(EmailAttachment),
  notes: z.array(ReadNote),
})
export type EmailRead = z.infer<typeof EmailRead>

/** An e-mail and the bytes of its attachments, one for one and in order; `null` for what was left out. */
export const ReadEmail = z
  .strictObject({ email: EmailRead, contents: z.array(Bytes.nullable()) })
  .refine(({ email, contents }) => email.attachments.length === contents.length, { path: ['contents'] })
  .refine(
    ({ email, contents }) =>
      email.attachments.every(({ leftOut }, index) => (leftOut === null) === (contents[index] !== null)),
    { path: ['contents'] },
  )
export type ReadEmail = z.infer<typeof ReadEmail>
