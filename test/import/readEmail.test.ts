import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  deepEmail,
  disguisedProgram,
  email,
  fileNames,
  languages,
  namedAttachments,
  sampleEmail,
  truncatedEmail,
  zipBomb,
} from '../samples/email.ts'
import { samplePdf, samplePng } from '../samples/files.ts'
import { letters } from '../samples/letters.ts'
import { base64Lines, joined, multipart, textPart } from '../samples/mime.ts'
import { onlyAttachment, read, refusalOf } from './support.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const mail = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1')

describe('an e-mail about a reprisal', () => {
  it.each(languages)('is taken in word for word, with both its files: %s', async language => {
    const { email, contents } = await read(await sampleEmail({ language, marker: 'MARK-7731' }))

    expect(email.text).toBe(`${letters[language].body}\nMARK-7731\n`)
    expect(email.subject).toBe(`${letters[language].subject} MARK-7731`)
    expect(email.from).toEqual([{ name: letters[language].sender, address: 'someone@association.example' }])
    expect(email.date).toEqual({ said: 'Sat, 21 Mar 2026 10:12:00 +0100', at: '2026-03-21T09:12:00.000Z' })
    expect(email.attachments.map(({ name, kind, mismatch }) => [name, kind, mismatch])).toEqual([
      [fileNames[language][0], 'pdf', false],
      [fileNames[language][1], 'png', false],
    ])
    expect(contents.map(bytes => bytes && Buffer.from(bytes))).toEqual([
      Buffer.from(await samplePdf('MARK-7731')),
      Buffer.from(samplePng('MARK-7731')),
    ])
    expect(email.notes).toEqual([])
  })

  it('keeps its headers as they stand, in order and with their folds', async () => {
    const { email } = await read(await sampleEmail({ language: 'ar' }))
    expect(email.headers[0]).toEqual([
      'Received',
      'from mail.example (mail.example [192.0.2.7]) by inbox.example;\n\tSat, 21 Mar 2026 10:12:04 +0100',
    ])
    expect(email.headers.map(([name]) => name).slice(1, 4)).toEqual(['From', 'To', 'Subject'])
  })

  it('knows every attachment by its fingerprint', async () => {
    const { email } = await read(await sampleEmail({ language: 'en' }))
    expect(email.attachments.map(({ sha256 }) => sha256)).toEqual([
      sha256(await samplePdf()),
      sha256(samplePng()),
    ])
  })

  it('is read the same when a mark and empty lines stand before it', async () => {
    const sample = await sampleEmail({ language: 'ru' })
    expect(await read(joined('\xef\xbb\xbf\r\n\r\n', sample))).toEqual(await read(sample))
  })
})

describe('an e-mail that is not whole', () => {
  it('is taken in as far as it goes and says that its end is missing', async () => {
    const { email, contents } = await read(await truncatedEmail())
    expect(email.notes).toEqual(['truncated'])
    expect(email.text).toBe(letters.en.body)
    expect(email.attachments).toHaveLength(1)
    expect(contents[0]?.length).toBeGreaterThan(200)
  })

  it('says so when its base64 stops in the middle', async () => {
    const body = base64Lines(Buffer.from(letters.fr.body)).slice(0, 401)
    const { email: whole } = await read(email({ body: { ...textPart(''), body } }))
    expect(whole.notes).toContain('truncated')
    expect(whole.text.length).toBeGreaterThan(250)
  })

  it('says so when it stops within its headers', async () => {
    const { email } = await read(mail('From: a@b.example\nSubject: cut he'))
    expect(email.notes).toEqual(['truncated'])
    expect(email.subject).toBe('cut he')
  })

  it('is not called cut when it is short but whole', async () => {
    expect((await read(mail('From: a@b.example\nSubject: hello\n\nShort.\n'))).email.notes).toEqual([])
  })
})

describe('what is not an e-mail', () => {
  it('is refused when it is empty', async () => {
    expect(await refusalOf(new Uint8Array())).toBe('import/empty')
  })

  it('is refused when it is a zip bomb called .eml, without being unpacked', async () => {
    const bomb = zipBomb()
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusalOf(bomb)).toBe('import/is-archive')
  })

  it.each([
    ['7z', "7z\xbc\xaf'\x1c\0\x04"],
    ['rar', 'Rar!\x1a\x07\x01\0'],
    ['gzip', '\x1f\x8b\x08\0\0\0\0\0'],
  ])('is refused when it is another parcel of files: %s', async (_, start) => {
    expect(await refusalOf(Buffer.from(start, 'latin1'))).toBe('import/is-archive')
  })

  it('says what to do with a message saved by Outlook', async () => {
    const outlook = joined(
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      new Uint8Array(512),
      Buffer.from('__properties_version1.0', 'utf16le'),
    )
    expect(await refusalOf(outlook)).toBe('import/outlook-message')
  })

  it('is refused when it is a letter, a picture, a document or a table', async () => {
    const others = [
      Buffer.from('Dear colleagues,\n\nSubject: none\n'),
      samplePng(),
      await samplePdf(),
      Buffer.from('name;date\na;b\n'),
    ]
    for (const other of others) expect(await refusalOf(other)).toBe('import/not-an-email')
  })

  it('is refused above 256 MB without being looked at', async () => {
    expect(await refusalOf(new Uint8Array(256 * 1024 * 1024 + 1))).toBe('file/too-large')
  })
})

describe('an e-mail built to do harm', () => {
  it('is refused when its parts lie too deep in one another', async () => {
    expect(await refusalOf(deepEmail(3_000))).toBe('import/too-deep')
    expect(await refusalOf(deepEmail(200))).toBe(null)
  })

  it('is refused when it has tens of thousands of parts', async () => {
    const parts = '--b\r\n\r\n'.repeat(50_000)
    expect(
      await refusalOf(
        mail(`From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n${parts}--b--\n`),
      ),
    ).toBe('import/too-deep')
  })

  it('is refused when it is millions of empty lines', async () => {
    expect(await refusalOf(mail(`From: a@b.example\n${'\n'.repeat(2_000_000)}`))).toBe('import/too-deep')
  })

  it('is refused when its headers alone are megabytes', async () => {
    const bytes = mail(`From: a@b.example\n${`X-More: ${'x'.repeat(990)}\n`.repeat(2_200)}\nText\n`)
    expect(await refusalOf(bytes)).toBe('import/not-an-email')
  })

  it('shows a program that calls itself a document for what it is', async () => {
    expect(await onlyAttachment(disguisedProgram())).toMatchObject({
      name: 'letter.pdf',
      declaredType: 'application/pdf',
      kind: 'windows-program',
      isProgram: true,
      mismatch: true,
    })
  })

  it('keeps an e-mail inside an e-mail closed, however many there are', async () => {
    let nested: Uint8Array = await sampleEmail({ language: 'es' })
    for (let level = 0; level < 3; level += 1)
      nested = email({
        body: multipart(
          'mixed',
          [textPart('See below'), { headers: ['Content-Type: message/rfc822'], body: nested }],
          `n${level}`,
        ),
      })
    const { email: outer } = await read(nested)
    expect(outer.text).toBe('See below')
    expect(outer.attachments.map(({ kind }) => kind)).toEqual(['email'])
    expect(outer.notes).toEqual(['nested-mail'])
  })

  it('gives names that are only names', async () => {
    const { email } = await read(
      namedAttachments([
        '../../.bashrc',
        'C:\\Windows\\run.exe',
        'photo\u202egnp.exe',
        '',
        '...',
        'a\0b\r\nc.txt',
        '/etc/passwd',
        'x'.repeat(500) + '.pdf',
        'CON:stream|?.txt ',
      ]),
    )
    expect(email.attachments.map(({ name }) => name)).toEqual([
      'bashrc',
      'run.exe',
      'photognp.exe',
      'attachment-4',
      'attachment-5',
      'abc.txt',
      'passwd',
      `${'x'.repeat(146)}.pdf`,
      'CON_stream__.txt',
    ])
    expect(email.attachments.map(({ isProgram }) => isProgram)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ])
    expect(email.notes).toContain('names-cleaned')
  })

  it('warns of two senders and of marks that turn the order of letters', async () => {
    const { email: read1 } = await read(
      email({
        subject: 'Order \u202etfel',
        headers: ['From: Other <other@x.example>'],
        body: textPart('Text'),
      }),
    )
    expect(read1.notes).toEqual(['reordering-marks', 'several-senders'])
    expect(read1.subject).toBe('Order tfel')
    expect(read1.from).toHaveLength(2)
  })

  it('shows control characters instead of obeying them', async () => {
    expect((await read(email({ body: textPart('a\u0000b\u001b[2Jc\u0007') }))).email.text).toBe('a␀b␛[2Jc␇')
  })
})
