import { readFileSync, readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName } from '../../main/import/names.ts'
import { plainText } from '../../main/import/plainText.ts'
import { EmailAttachment } from '../../shared/import/model.ts'
import { refusalCodes } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'
import { email, languages, namedAttachments, sampleEmail } from '../samples/email.ts'
import { textPart } from '../samples/mime.ts'
import { corpora, isHere, read, refusalOf } from './support.ts'

const folder = `${corpora}/mail`
const outcomes = [null, ...refusalCodes]
const naughty = `${corpora}/blns.json`

describe('e-mails others collected because they are odd', () => {
  it.runIf(isHere(folder))('are all read, but for the one that is empty', async () => {
    const refused: string[] = []
    for (const name of readdirSync(folder).filter(name => !name.startsWith('.'))) {
      const code = await refusalOf(readFileSync(`${folder}/${name}`))
      if (code) refused.push(`${name}: ${code}`)
    }
    expect(refused).toEqual(['sample_output_multipart: import/empty'])
  })
})

describe('strings that break other programs', () => {
  const strings = isHere(naughty) ? z.array(z.string()).parse(JSON.parse(readFileSync(naughty, 'utf8'))) : []

  it.runIf(strings.length > 0)(
    'survive as the text of an e-mail, letter for letter, control characters as signs',
    async () => {
      for (const said of strings) {
        const { email: found } = await read(email({ body: textPart(`start\n${said}\nend`) }))
        expect(found.text).toBe(plainText(`start\n${said}\nend`))
      }
    },
  )

  it.runIf(strings.length > 0)('do no harm as a subject or as a sender', async () => {
    for (const said of strings) {
      const { email: found } = await read(email({ subject: said, sender: said, body: textPart('x') }))
      expect(found.subject).not.toMatch(/[\n\u202a-\u202e]/)
      expect(found.from.at(-1)?.address).toBe('someone@association.example')
    }
  })

  it.runIf(strings.length > 0)('become names of files without folders', async () => {
    for (let at = 0; at < strings.length; at += 100) {
      const { email: found } = await read(namedAttachments(strings.slice(at, at + 100)))
      expect(found.attachments).toHaveLength(Math.min(100, strings.length - at))
      for (const { name } of found.attachments) expect(name).toMatch(/^[^/\\\p{Cc}\u202a-\u202e]+$/u)
    }
  })
})

describe('anything at all', () => {
  it('is read or refused, never more', async () => {
    const start = fc.constantFrom(
      '',
      'From: a\r\n',
      'Subject: x\n\n',
      'From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n',
    )
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 2_000 }), async (start, bytes) => {
        expect(outcomes).toContain(await refusalOf(Buffer.concat([Buffer.from(start), bytes])))
      }),
      { numRuns: 1_000 },
    )
  })

  it('is read or refused when it was an e-mail before somebody damaged it', async () => {
    const samples = await Promise.all(languages.map(language => sampleEmail({ language })))
    const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
      minLength: 1,
      maxLength: 40,
    })
    const whole = fc.record({
      sample: fc.constantFrom(...samples),
      damage,
      isInHead: fc.boolean(),
      keep: fc.double({ min: 0.1, max: 1, noNaN: true }),
    })
    await fc.assert(
      fc.asyncProperty(whole, async ({ sample, damage, isInHead, keep }) => {
        const bytes = Buffer.from(sample).subarray(0, Math.ceil(sample.length * keep))
        for (const [place, byte] of damage)
          bytes[Math.floor(place * ((isInHead ? Math.min(1_500, bytes.length) : bytes.length) - 1))] = byte
        expect(outcomes).toContain(await refusalOf(bytes))
      }),
      { numRuns: 500 },
    )
  })

  it('gives a name that is a name', () => {
    fc.assert(
      fc.property(
        fc.option(fc.string({ unit: 'binary', maxLength: 400 })),
        fc.nat(300),
        (claimed, number) => {
          const name = cleanName(claimed, number)
          expect(EmailAttachment.shape.name.safeParse(name).success).toBe(true)
          expect(name).not.toMatch(/[/\\]|^\.|[. ]$/)
          expect(cleanName(name, number)).toBe(name)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
