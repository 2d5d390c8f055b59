import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { email } from '../../samples/email.ts'
import { samplePdf, samplePng } from '../../samples/files.ts'
import { letters } from '../../samples/letters.ts'
import { filePart, multipart, textPart } from '../../samples/mime.ts'
import type { Planted } from './planted.ts'

/** An allegation as it comes in: an Arabic letter, a PDF and a photograph, with something planted in every part. */
export async function plantedEmail(planted: Planted): Promise<Uint8Array> {
  const { sender, subject, body } = letters.ar
  const text = textPart(`${body}\n${planted.at('e-mail: text')}\n`, 'utf-8')
  const letter = {
    name: `رسالة ${planted.at('e-mail: name of the letter')}.pdf`,
    type: 'application/pdf',
    bytes: await samplePdf(planted.at('e-mail: inside the letter')),
  }
  const photograph = {
    name: `${planted.at('e-mail: name of the photograph')}.png`,
    type: 'image/png',
    bytes: samplePng(planted.at('e-mail: inside the photograph')),
  }
  return email({
    sender: `${sender} ${planted.at('e-mail: sender')}`,
    subject: `${subject} ${planted.at('e-mail: subject')}`,
    headers: [`X-Mailer: ${planted.at('e-mail: a header')}`],
    body: multipart('mixed', [text, filePart(letter), filePart(photograph)]),
  })
}

/** Puts the e-mail on the desk as a file. */
export async function emailOnDesk(desk: string, planted: Planted): Promise<string> {
  const path = join(desk, `${planted.at('e-mail: name of the file')}.eml`)
  writeFileSync(path, await plantedEmail(planted))
  return path
}
