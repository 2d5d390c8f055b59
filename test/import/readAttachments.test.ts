import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { maxAttachments } from '../../shared/import/model.ts'
import { email, largeEmail, namedAttachments } from '../samples/email.ts'
import { samplePng } from '../samples/files.ts'
import { letters } from '../samples/letters.ts'
import { filePart, multipart, word } from '../samples/mime.ts'
import { onlyAttachment, read } from './support.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('attachments', () => {
  it('leaves out one that is too large, keeps its size and fingerprint, and takes in everything else', async () => {
    const size = 60 * 1024 * 1024
    const { email, contents } = await read(largeEmail(size))
    expect(email.attachments[0]).toMatchObject({
      name: 'film.mp4',
      size,
      leftOut: 'too-large',
      sha256: sha256(new Uint8Array(size)),
    })
    expect(contents[0]).toBeNull()
    expect(email.attachments[1]).toMatchObject({
      name: 'car.png',
      kind: 'png',
      leftOut: null,
      sha256: sha256(samplePng()),
    })
    expect(Buffer.from(contents[1]!)).toEqual(Buffer.from(samplePng()))
    expect(email.text).toBe(letters.en.body)
    expect(email.notes).toEqual(['attachment-too-large'])
  })

  it('takes in the first 200 and keeps size and fingerprint of the others', async () => {
    const { email, contents } = await read(
      namedAttachments(Array.from({ length: 230 }, (_, index) => `${index}.txt`)),
    )
    expect(email.attachments).toHaveLength(230)
    expect(contents.filter(bytes => bytes !== null)).toHaveLength(maxAttachments)
    expect(email.attachments[229]).toMatchObject({ name: '229.txt', size: 15, leftOut: 'too-many' })
    expect(email.notes).toEqual(['too-many-attachments'])
  })

  it('keeps the bundle of Outlook as the file it is', async () => {
    const bytes = Buffer.from('\x78\x9f\x3e\x22\x01\0\x01\x90', 'latin1')
    const body = multipart('mixed', [filePart({ name: 'winmail.dat', type: 'application/ms-tnef', bytes })])
    expect(await onlyAttachment(email({ body }))).toMatchObject({
      name: 'winmail.dat',
      kind: 'outlook-bundle',
      mismatch: false,
    })
  })

  it.each([
    ["name*0*=UTF-8''%D8%B1%D8%B3;\r\n name*1*=%D8%A7%D9%84%D8%A9;\r\n name*2=.txt", 'رسالة.txt'],
    ["name*=windows-1256''%D1%D3%C7%E1%C9.txt", 'رسالة.txt'],
    [`name="${word('письмо.txt')}"`, 'письмо.txt'],
  ])('reads names written in the old ways: %s', async (parameter, name) => {
    const part = { headers: [`Content-Type: application/octet-stream; ${parameter}`], body: 'x' }
    expect(await onlyAttachment(email({ body: multipart('mixed', [part]) }))).toMatchObject({ name })
  })
})
