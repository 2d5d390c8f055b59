import { sampleZip, samplePdf, samplePng, sampleProgram } from './files.ts'
import { letters, type Language } from './letters.ts'
import { encoded, filePart, joined, multipart, textPart, word, written, type Part } from './mime.ts'

/** What a sample e-mail should be. `marker` is put into its text, subject and both files, to be looked for later. */
export interface SampleAsk {
  readonly language: Language
  readonly marker?: string
}

/** Everything a sample e-mail is made of, for those who change one thing about it. */
export interface Envelope {
  readonly subject?: string
  readonly sender?: string
  readonly headers?: readonly string[]
  readonly body: Part
}

/** The languages sample e-mails exist in. */
export const languages: readonly Language[] = ['en', 'fr', 'es', 'ar', 'zh', 'ru']

/**
 * A believable e-mail about reprisals after cooperating with a United Nations mechanism, in one of six languages, with
 * a letter (PDF) and a photograph (PNG). All of it is invented and says so. The same bytes every time.
 */
export async function sampleEmail({ language, marker = '' }: SampleAsk): Promise<Uint8Array> {
  const { sender, subject, body } = letters[language]
  const charset = {
    en: 'utf-8',
    fr: 'windows-1252',
    es: 'utf-8',
    ar: 'windows-1256',
    zh: 'utf-8',
    ru: 'windows-1251',
  }
  const text = textPart(marker === '' ? body : `${body}\n${marker}\n`, charset[language])
  const files = [
    filePart({ name: fileNames[language][0], type: 'application/pdf', bytes: await samplePdf(marker) }),
    filePart({ name: fileNames[language][1], type: 'image/png', bytes: samplePng(marker) }),
  ]
  return email({ sender, subject: `${subject} ${marker}`.trim(), body: multipart('mixed', [text, ...files]) })
}

/** What the two files are called in each language. */
export const fileNames: Readonly<Record<Language, readonly [letter: string, photograph: string]>> = {
  en: ['letter.pdf', 'car.png'],
  fr: ['lettre de suspension (été).pdf', 'voiture.png'],
  es: ['carta de suspensión.pdf', 'coche.png'],
  ar: ['رسالة التعليق.pdf', 'صورة السيارة.png'],
  zh: ['暂停登记的信.pdf', '汽车照片.png'],
  ru: ['письмо о приостановке.pdf', 'фотография автомобиля.png'],
}

/** An e-mail file around a body. */
export function email({
  subject = 'Synthetic sample',
  sender = 'Synthetic sender',
  headers = [],
  body,
}: Envelope): Uint8Array {
  return written({
    headers: [
      'Received: from mail.example (mail.example [192.0.2.7]) by inbox.example;\r\n\tSat, 21 Mar 2026 10:12:04 +0100',
      `From: ${word(sender)} <someone@association.example>`,
      'To: Focal point <focal.point@presence.example>',
      `Subject: ${word(subject)}`,
      'Date: Sat, 21 Mar 2026 10:12:00 +0100',
      'Message-ID: <synthetic-0001@association.example>',
      'MIME-Version: 1.0',
      ...headers,
      ...body.headers,
    ],
    body: body.body,
  })
}

/** A sample e-mail that breaks off in the middle of its first attachment. */
export async function truncatedEmail(): Promise<Uint8Array> {
  const whole = await sampleEmail({ language: 'en' })
  const at = Buffer.from(whole).indexOf('JVBERi0')
  return whole.subarray(0, at + 301)
}

/** A sample e-mail with one attachment of zeros, `size` bytes long, and one small one. */
export function largeEmail(size = 60 * 1024 * 1024): Uint8Array {
  const large = { name: 'film.mp4', type: 'video/mp4', bytes: new Uint8Array(size) }
  const small = { name: 'car.png', type: 'image/png', bytes: samplePng() }
  return email({ body: multipart('mixed', [textPart(letters.en.body), filePart(large), filePart(small)]) })
}

/** A zip of `size` zeros, to be named `.eml`: some 1,000 times smaller than what it would unpack to. */
export const zipBomb = (size = 100 * 1024 * 1024): Uint8Array =>
  sampleZip(['letter.txt'], new Uint8Array(size))

/** A sample e-mail with a program called `letter.pdf`. */
export function disguisedProgram(): Uint8Array {
  const file = { name: 'letter.pdf', type: 'application/pdf', bytes: sampleProgram() }
  return email({ body: multipart('mixed', [textPart(letters.en.body), filePart(file)]) })
}

/** Parts inside parts, `depth` deep. */
export function deepEmail(depth: number): Uint8Array {
  const borders = Array.from({ length: depth }, (_, level) => `b${level}`)
  const opening = borders
    .slice(1)
    .map((border, level) => `--b${level}\r\nContent-Type: multipart/mixed; boundary="${border}"\r\n\r\n`)
  const closing = borders.toReversed().map(border => `--${border}--\r\n`)
  const headers = ['Content-Type: multipart/mixed; boundary="b0"']
  return email({ body: { headers, body: joined(...opening, ...closing) } })
}

/** The letter of a language in an old encoding, as eight-bit text; it may be left out to say which. */
export function eightBitEmail(language: Language, charset: string, isStated: boolean): Uint8Array {
  const type = isStated ? `Content-Type: text/plain; charset=${charset}` : 'Content-Type: text/plain'
  return email({
    body: {
      headers: [type, 'Content-Transfer-Encoding: 8bit'],
      body: encoded(letters[language].body, charset),
    },
  })
}

/** A sample e-mail whose attachments have the given names, each holding a few words. */
export function namedAttachments(names: readonly string[]): Uint8Array {
  const bytes = Buffer.from('synthetic words')
  const files = names.map(name => filePart({ name, type: 'application/octet-stream', bytes }))
  return email({ body: multipart('mixed', [textPart(letters.en.body), ...files]) })
}

/** A sample e-mail that has only HTML. */
export const htmlEmail = (html: string): Uint8Array => email({ body: textPart(html, 'utf-8', 'html') })
