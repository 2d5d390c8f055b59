import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newIdentity } from '../../main/exchange/identity.ts'
import { runOpen } from '../../main/exchange/run.ts'
import { publicKeyOf } from '../../main/exchange/signature.ts'
import { openBrief, replyFile } from '../../reader/brief.ts'
import { now, packageId, today } from '../../reader/chance.ts'
import { fileIn } from '../../shared/exchange/embedded.ts'
import type { ReplyDraft } from '../../shared/brief/model.ts'
import { oneTimeSeed, refusalOf } from '../exchange/support.ts'
import { theirs } from '../override/support.ts'
import { freshFolder } from '../support.ts'
import { readyBrief } from './ready.ts'
import { aBrief, locked, passphrase } from './support.ts'

const words = 'seven walnut lanterns drift above quiet harbours'
const answer: ReplyDraft = {
  decision: 'approve_with_conditions',
  words: 'ليس كتابةً.',
  decidedBy: 'Head of presence',
}
const answered = () => ({ reply: answer, packageId: packageId(), sentAt: now(), decidedOn: today() })

describe('a brief as one page', () => {
  it('holds nothing but the sealed file, is read in the page, and its reply is taken in', async () => {
    const app = await readyBrief()
    const { get, briefId, caseId, shell } = app
    const path = join(freshFolder(), 'abcdefgh.html')
    shell.dialogs.push(path)
    const receipt = await get('brief.export', { briefId, sealFor: { passphrase: theirs() }, as: 'html' })
    const page = readFileSync(path, 'utf8')
    expect(receipt).toMatchObject({ name: 'abcdefgh.html', size: Buffer.byteLength(page) })

    const [, data = ''] = /^<p>([\s\S]*)<\/p>$/.exec(page) ?? []
    const reading = await openBrief(fileIn(data), { passphrase: words })
    expect(reading.document).toMatchObject({ forRole: 'Head of presence', soleApproval: true })

    const reply = join(freshFolder(), 'reply.age')
    writeFileSync(reply, await replyFile(reading, answered()))
    shell.dialogs.push(reply)
    const chosen = await get('brief.chooseReply', {})
    const received = await get('brief.receiveReply', { fileId: chosen?.fileId ?? '', caseId })
    expect(received).toMatchObject({ briefId, reply: { ...answer, decidedOn: today() } })
  })

  it('is recorded as what left: the very file, with its own fingerprint', async () => {
    const { get, briefId, caseId, shell } = await readyBrief()
    const path = join(freshFolder(), 'one.html')
    shell.dialogs.push(path)
    const receipt = await get('brief.export', { briefId, sealFor: { passphrase: theirs() }, as: 'html' })
    const { disclosures } = await get('case.view', { caseId })
    expect(disclosures.map(({ sha256 }) => sha256)).toEqual([receipt?.sha256])
  })

  it('is offered a name that says nothing', async () => {
    const { get, app, briefId } = await readyBrief()
    const offered: string[] = []
    app.ask.chooseDestination = ({ suggestedName }) => {
      offered.push(suggestedName)
      return Promise.resolve(null)
    }
    await get('brief.export', { briefId, sealFor: { passphrase: theirs() }, as: 'html' })
    await get('brief.export', { briefId, sealFor: { passphrase: theirs() } })
    expect(offered).toEqual([
      expect.stringMatching(/^[a-km-np-z2-9]{8}\.html$/),
      expect.stringMatching(/^[a-km-np-z2-9]{8}\.age$/),
    ])
  })

  it('is made for a passphrase only: a page has no keys', async () => {
    const { call, briefId } = await readyBrief()
    const { recipient } = await newIdentity('hybrid')
    const sealFor = { keys: [recipient] }
    expect(await call('brief.export', { briefId, sealFor, as: 'html' })).toMatchObject({
      code: 'invalid-input',
      field: 'as',
    })
  })
})

describe('a reply made in the page', () => {
  it('is opened by the one-time key of its brief, and by nothing else', async () => {
    const office = await newIdentity('hybrid')
    const brief = aBrief(office)
    const reading = await openBrief(await locked(brief.tar), { passphrase })
    const file = await replyFile(reading, answered())
    const known = { packageId: brief.manifest.packageId, manifestSha256: brief.manifestSha256 }
    const awaited = [{ ...known, publicKey: publicKeyOf(oneTimeSeed) }]
    const opened = await runOpen({ file, key: { identities: [office.identity] }, awaited })
    expect(JSON.parse(Buffer.from(opened.files.get('reply.json')!).toString('utf8'))).toMatchObject({
      format: 'vigil-reply/1',
      ...answer,
    })
    const other = await newIdentity('hybrid')
    const elsewhere = () => runOpen({ file, key: { identities: [other.identity] }, awaited })
    expect(await refusalOf(elsewhere)).toBe('exchange/not-for-you')
  })

  it('is as large as any other small package, whatever it says', async () => {
    const reading = await openBrief(await locked(aBrief(await newIdentity('hybrid')).tar), { passphrase })
    const long = { ...answered(), reply: { ...answer, words: 'ن'.repeat(1_900) } }
    const [short, longer] = [await replyFile(reading, answered()), await replyFile(reading, long)]
    expect(longer).toHaveLength(short.length)
  })

  it('is not made to a brief that takes none', async () => {
    const reading = await openBrief(await locked(aBrief(null).tar), { passphrase })
    expect(await refusalOf(() => replyFile(reading, answered()))).toBe('exchange/nothing-to-answer')
  })
})
