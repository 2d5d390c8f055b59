import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { JobFailed } from '../../main/ask.ts'
import { newIdentity } from '../../main/exchange/identity.ts'
import { runSeal } from '../../main/exchange/run.ts'
import { Instant, PackageId } from '../../shared/model.ts'
import { refusalCodes, type RefusalCode } from '../../shared/refusal.ts'
import { derive } from '../../main/vault/kdf.ts'
import { freshFolder, intake, testApp } from '../support.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const words = (text: string) => new TextEncoder().encode(text)

async function desk() {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  return { ...app, caseId }
}

/** Every file of the tests as text, but this one. */
function testsAround(): string[] {
  const folder = join(import.meta.dirname, '..')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter(file => /\.tsx?$/.test(file) && !file.endsWith('door/refused.test.ts'))
    .map(file => join(folder, file))
    .filter(file => statSync(file).isFile())
    .map(file => readFileSync(file, 'utf8'))
}

describe('every no', () => {
  it('is met by a test', () => {
    const here = readFileSync(import.meta.filename, 'utf8')
    const texts = [...testsAround(), here]
    const unmet = refusalCodes.filter(code => !texts.some(text => text.includes(`'${code}'`)))
    expect(unmet).toEqual([])
  })
})

describe('what is not there', () => {
  it('is refused by name, wherever it is asked for', async () => {
    const { call, caseId } = await desk()
    const harm = {
      caseId,
      itemId: nobody,
      answers: Array.from({ length: 12 }, () => null),
      decidedBy: '',
      decisionReason: '',
      validUntil: '2026-03-10',
    }
    const gone: readonly (readonly [Promise<unknown>, RefusalCode])[] = [
      [call('brief.view', { briefId: nobody }), 'brief/gone'],
      [call('act.remove', { actId: nobody, reason: 'A mistake' }), 'act/gone'],
      [call('engagement.remove', { engagementId: nobody, reason: 'A mistake' }), 'engagement/gone'],
      [call('evidence.removeClaim', { claimId: nobody, reason: 'A mistake' }), 'evidence/gone'],
      [call('evidence.check', { attachmentId: nobody }), 'evidence/not-here'],
      [call('consent.finishTask', { taskId: nobody, note: 'Asked' }), 'consent/task-gone'],
      [call('risk.checkHarm', harm), 'item/gone'],
      [call('vault.removePerson', { officerId: nobody, reason: 'Left' }), 'vault/person-gone'],
    ]
    for (const [reply, code] of gone) expect(await reply).toMatchObject({ ok: false, code })
  })
})

describe('a reader without a brief', () => {
  it('has nothing to answer', async () => {
    const { call } = testApp()
    const reply = await call('exchange.reply', { decision: 'approve', words: '', decidedBy: 'HoP' })
    expect(reply).toMatchObject({ ok: false, code: 'exchange/nothing-to-answer' })
  })

  it('is told when the file is a reply', async () => {
    const path = join(freshFolder(), 'reply.age')
    const { file } = await runSeal({
      draft: {
        kind: 'reply',
        packageId: PackageId.parse(nobody),
        caseTag: '0'.repeat(32),
        sentAt: Instant.parse('2026-03-02T12:00:00.000Z'),
        inReplyTo: { packageId: PackageId.parse(nobody), manifestSha256: '0'.repeat(64) },
        replyTo: null,
      },
      files: [{ name: 'reply.json', bytes: words('{}') }],
      signingSeed: new Uint8Array(32).fill(1),
      lock: { passphrase: words('lamp river window') },
    })
    writeFileSync(path, file)
    const { call, get, shell } = testApp()
    shell.dialogs.push(path)
    const chosen = await get('exchange.chooseBrief', {})
    const key = { passphrase: words('lamp river window') }
    expect(await call('exchange.openBrief', { fileId: chosen?.fileId ?? '', with: key })).toMatchObject({
      ok: false,
      code: 'exchange/is-a-reply',
    })
  })

  it('is told when a colleague’s package is opened at the reader’s desk', async () => {
    const path = join(freshFolder(), 'package.age')
    const colleague = await newIdentity('hybrid')
    const { file } = await runSeal({
      draft: {
        kind: 'receipt',
        packageId: PackageId.parse(nobody),
        origin: '0'.repeat(32),
        entries: 1,
        head: '0'.repeat(64),
        sentAt: Instant.parse('2026-03-02T12:00:00.000Z'),
        about: { packageId: PackageId.parse(nobody), manifestSha256: '0'.repeat(64) },
      },
      files: [{ name: 'receipt.json', bytes: words('{}') }],
      signingSeed: new Uint8Array(32).fill(1),
      lock: { recipients: [colleague.recipient] },
    })
    writeFileSync(path, file)
    const keyPath = join(freshFolder(), 'key.txt')
    writeFileSync(keyPath, colleague.identity)
    const { call, get, shell } = testApp()
    shell.dialogs.push(path, keyPath)
    const chosen = await get('exchange.chooseBrief', {})
    const key = await get('exchange.chooseKey', {})
    const opened = await call('exchange.openBrief', {
      fileId: chosen?.fileId ?? '',
      with: { keyFileId: key?.fileId ?? '', passphrase: words('') },
    })
    expect(opened).toMatchObject({ ok: false, code: 'exchange/for-colleagues' })
  })

  it('is told when opening took too long', async () => {
    const path = join(freshFolder(), 'brief.age')
    writeFileSync(path, 'age-encryption.org/v1\n')
    const app = testApp()
    app.app.ask.runJob = () => Promise.reject(new JobFailed('time'))
    app.shell.dialogs.push(path)
    const chosen = await app.get('exchange.chooseBrief', {})
    const key = { passphrase: words('lamp river window') }
    expect(await app.call('exchange.openBrief', { fileId: chosen?.fileId ?? '', with: key })).toMatchObject({
      ok: false,
      code: 'exchange/took-too-long',
    })
  })
})

describe('a machine with too little memory', () => {
  it('is told so, and the cost of guessing is not lowered instead', async () => {
    const more = { m: 2 ** 32 - 1, t: 1, p: 1 }
    await expect(derive(words('any'), more, new Uint8Array(16))).rejects.toMatchObject({
      code: 'vault/not-enough-memory',
    })
  })
})
