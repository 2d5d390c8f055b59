import { describe, expect, it } from 'vitest'
import { ReadNote } from '../../shared/import/model.ts'
import ar from '../../resources/text/ar.json' with { type: 'json' }
import en from '../../resources/text/en.json' with { type: 'json' }
import { eightBitEmail, email } from '../samples/email.ts'
import { letters, type Language } from '../samples/letters.ts'
import { joined } from '../samples/mime.ts'
import { read } from './support.ts'

const mail = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1')

describe('old encodings', () => {
  const stated: readonly (readonly [Language, string])[] = [
    ['ar', 'windows-1256'],
    ['ru', 'windows-1251'],
    ['fr', 'windows-1252'],
    ['es', 'iso-8859-1'],
  ]

  it.each(stated)('reads %s in %s when the e-mail says so', async (language, charset) => {
    const { email } = await read(eightBitEmail(language, charset, true))
    expect(email.text.trim()).toBe(letters[language].body.trim())
    expect(email.notes).toEqual([])
  })

  it.each([
    ['ar', 'windows-1256'],
    ['ru', 'windows-1251'],
    ['fr', 'windows-1252'],
    ['es', 'windows-1252'],
  ] as const)(
    'guesses %s in %s when the e-mail does not say, and says that it guessed',
    async (language, charset) => {
      const { email } = await read(eightBitEmail(language, charset, false))
      expect(email.text.trim()).toBe(letters[language].body.trim())
      expect(email.notes).toEqual(['charset-guessed'])
    },
  )

  it('guesses Chinese of the mainland', async () => {
    const text = Buffer.from(
      'z7XNs73hufujusv7w8e2/tTCtcTKsbrysrvU2qOs1eLKx87Sw8e1xNKqx/OjrMv71Nq5+rzStcTIy9bQy7XSqsC0',
      'base64',
    )
    const bytes = joined('From: a@b.example\r\nSubject: x\r\n\r\n', ...Array.from({ length: 4 }, () => text))
    expect((await read(bytes)).email).toMatchObject({
      text: expect.stringContaining('这是我们的要求'),
      notes: ['charset-guessed'],
    })
  })

  it('says when letters are lost and when an encoding has no known name', async () => {
    const lost = email({ body: { headers: ['Content-Type: text/plain; charset=utf-8'], body: 'caf\xe9' } })
    expect((await read(lost)).email.notes).toEqual(['letters-lost'])
    const unknown = email({
      body: { headers: ['Content-Type: text/plain; charset=x-unheard-of'], body: 'caf\xe9' },
    })
    expect((await read(unknown)).email).toMatchObject({ text: 'café\n', notes: ['charset-guessed'] })
  })
})

describe('dates', () => {
  it.each([
    ['Sat, 21 Mar 2026 10:12:00 +0100', '2026-03-21T09:12:00.000Z'],
    ['21 Mar 2026 10:12 GMT', '2026-03-21T10:12:00.000Z'],
    ['Sat, 21 Mar 2026 10:12:00 -0500 (EST)', '2026-03-21T15:12:00.000Z'],
    ['21 Mar 2026 10:12:00', null],
    ['yesterday 12', null],
    ['Sat, 41 Foo 2026 10:12:00 +0100', null],
  ])('reads %s as %s', async (said, at) => {
    const { email } = await read(mail(`From: a@b.example\nDate: ${said}\n\nText\n`))
    expect(email.date).toEqual({ said, at })
  })
})

describe('what is said beside an e-mail', () => {
  it('has a sentence in both languages', () => {
    for (const note of ReadNote.options)
      for (const text of [en, ar]) expect(text).toHaveProperty([`import.note.${note}`])
  })
})
