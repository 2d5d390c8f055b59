import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { casesWithSame } from '../../main/evidence/sameEmail.ts'
import { forReading } from '../../main/db/handles.ts'
import type { Connection } from '../../main/db/handles.ts'
import type { CaseId, FileId } from '../../shared/model.ts'
import { joined, limits, sits, type Loaded } from '../access/support.ts'
import { email, sampleEmail } from '../samples/email.ts'
import { filePart, multipart, textPart } from '../samples/mime.ts'
import { freshFolder, intake, testApp, type TestApp } from '../support.ts'
import { entries } from './support.ts'

/** Chooses and reads an e-mail file of these bytes. */
async function read({ get, shell }: TestApp, bytes: Uint8Array): Promise<FileId> {
  const path = join(freshFolder(), 'letter.eml')
  writeFileSync(path, bytes)
  shell.dialogs.push(path)
  const chosen = await get('import.chooseEmail', {})
  if (!chosen) throw new Error('it was chosen')
  await get('import.readEmail', { fileId: chosen.fileId })
  return chosen.fileId
}

async function started(app: TestApp, bytes: Uint8Array): Promise<CaseId> {
  const fileId = await read(app, bytes)
  return (await app.get('case.start', { intake: intake(), fileId })).caseId
}

const same = async (app: TestApp, bytes: Uint8Array) =>
  (await app.get('import.sameEmail', { fileId: await read(app, bytes) })).map(({ caseId, how }) => ({
    caseId,
    how,
  }))

/** As another mailbox saved it: one header more, so that the file is another. */
const forwarded = async () =>
  Buffer.from(
    `X-Saved-By: another mailbox\r\n${Buffer.from(await sampleEmail({ language: 'en' })).toString('latin1')}`,
    'latin1',
  )

const other = (from: string, id: string) => {
  const plain = Buffer.from(email({ body: textPart('Something else', 'utf-8') })).toString('latin1')
  const changed = plain
    .replace('someone@association.example', from)
    .replace(/Message-ID: <[^>]*>/, `Message-ID: ${id}`)
  return Buffer.from(changed, 'latin1')
}

async function newApp() {
  const app = testApp()
  await app.create()
  return app
}

describe('an e-mail that is on a case already', () => {
  it('is told when it is the same file, the same message, or has a file of it', async () => {
    const app = await newApp()
    const letter = await sampleEmail({ language: 'en' })
    const caseId = await started(app, letter)
    expect(await same(app, letter)).toEqual([{ caseId, how: 'file' }])
    expect(await same(app, await forwarded())).toEqual([{ caseId, how: 'message' }])
    const { attachments } = await app.get('case.view', { caseId })
    const kept = app.app.desk
      .vault!.db.prepare(`SELECT bytes FROM original WHERE id = ?`)
      .pluck()
      .get(attachments.find(({ size }) => size >= 512)?.id) as Uint8Array
    const file = filePart({ name: 'again.pdf', type: 'application/pdf', bytes: kept })
    const again = Buffer.from(email({ body: multipart('mixed', [textPart('See the file', 'utf-8'), file]) }))
      .toString('latin1')
      .replace('synthetic-0001', 'synthetic-0002')
      .replace('someone@', 'somebody-else@')
    expect(await same(app, Buffer.from(again, 'latin1'))).toEqual([{ caseId, how: 'attachment' }])
  })

  it('is told when others came from the same address, however it is written', async () => {
    const app = await newApp()
    const caseId = await started(app, await sampleEmail({ language: 'en' }))
    expect(await same(app, other('SOMEONE@association.example', '<a@b.example>'))).toEqual([
      { caseId, how: 'sender' },
    ])
    expect(await same(app, other('nobody@association.example', '<a@b.example>'))).toEqual([])
  })

  it('is not told of two e-mails without a Message-ID', async () => {
    const app = await newApp()
    await started(app, other('one@association.example', ''))
    expect(await same(app, other('two@association.example', ''))).toEqual([])
  })

  it('can be taken in all the same, on a case of its own', async () => {
    const app = await newApp()
    const letter = await sampleEmail({ language: 'en' })
    const first = await started(app, letter)
    const second = await started(app, letter)
    expect(second).not.toBe(first)
    expect((await same(app, letter)).map(({ caseId }) => caseId).toSorted()).toEqual(
      [first, second].toSorted(),
    )
  })

  it('leaves no entry: e-mails stand open on their cases', async () => {
    const app = await newApp()
    const before = (await entries(app)).length
    await same(app, await sampleEmail({ language: 'en' }))
    expect(await entries(app)).toHaveLength(before)
  })

  it('is told to the named, and to nobody else, of a case for named people', async () => {
    const app = await newApp()
    const letter = await sampleEmail({ language: 'en' })
    const caseId = await started(app, letter)
    await joined(app)
    const loaded: Loaded = { ...app, caseId }
    expect(await limits(loaded)).toMatchObject({ ok: true })
    expect(await same(app, letter)).toEqual([{ caseId, how: 'file' }])
    expect(await same(app, await forwarded())).toEqual([{ caseId, how: 'message' }])
    await sits(app, 'FR-1')
    expect(await same(app, letter)).toEqual([])
    expect(await same(app, await forwarded())).toEqual([])
  })

  it('is found by index, however many cases there are', async () => {
    const app = await newApp()
    const caseId = await started(app, await sampleEmail({ language: 'en' }))
    await started(app, await sampleEmail({ language: 'fr' }))
    await joined(app)
    expect(await limits({ ...app, caseId })).toMatchObject({ ok: true })
    const fileId = await read(app, await sampleEmail({ language: 'en' }))
    const connection = app.app.desk.vault!.db
    const plans: string[] = []
    const spy = {
      prepare: (sql: string) => {
        const values = { said: 'x', most: 1 }
        const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values) as { detail: string }[]
        plans.push(...steps.map(({ detail }) => detail))
        return connection.prepare(sql)
      },
    } as unknown as Connection
    casesWithSame(forReading(spy), app.app.desk.emails.get(fileId)!)
    expect(plans.filter(detail => /SCAN (main|temp)\./.test(detail))).toEqual([])
    expect(
      plans.filter(detail => /SEARCH main\.\w+ USING INDEX (source_message|attachment)_of_/.test(detail))
        .length,
    ).toBeGreaterThanOrEqual(4)
  })
})
