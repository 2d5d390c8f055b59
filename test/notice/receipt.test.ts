import { describe, expect, it } from 'vitest'
import { identity } from '../person/support.ts'
import { person } from '../support.ts'
import { aCase, adds, delivered, looksAt, sends, takesIn, twoOffices, written } from './support.ts'
import { anOffice } from '../exchange/offices.ts'

describe('a receipt', () => {
  it('tells the sender that a package was taken in, and on which day', async () => {
    const { here, there, sent } = await delivered()
    const { packageId } = sent
    const path = await written(there, () => there.app.get('notice.writeReceipt', { packageId }))
    expect(await here.app.get('notice.log', {})).toMatchObject([{ standing: 'sent', receipt: null }])

    await looksAt(here, path)
    const seen = await here.app.get('notice.receipt', {})
    expect(seen).toMatchObject({
      says: { outcome: 'taken-in', reason: null, words: '', receivedOn: '2026-03-02' },
      line: { packageId, colleague: { role: 'FP-2', standing: 'verified' } },
    })
    await here.app.get('notice.takeReceipt', {})
    const [receipt, line] = await here.app.get('notice.log', {})
    expect(line).toMatchObject({ kind: 'case', standing: 'taken-in', receipt: { receivedOn: '2026-03-02' } })
    expect(receipt).toMatchObject({
      kind: 'receipt',
      direction: 'received',
      about: packageId,
      mayReceipt: false,
    })
    expect(await here.app.get('exchange.arrival', {})).toBeNull()
  })

  it('tells that a package was declined, and why', async () => {
    const { here, there, thereAtHere } = await twoOffices()
    const { path, packageId } = await sends(here, [thereAtHere])
    await looksAt(there, path)
    await there.app.get('notice.decline', { reason: 'wrong-reader', words: 'Meant for somebody else.' })
    expect(await there.app.get('notice.log', {})).toMatchObject([
      { standing: 'declined-here', declined: { reason: 'wrong-reader' }, mayReceipt: true },
    ])
    const receipt = await written(there, () => there.app.get('notice.writeReceipt', { packageId }))
    await looksAt(here, receipt)
    await here.app.get('notice.takeReceipt', {})
    const log = await here.app.get('notice.log', {})
    expect(log.find(one => one.packageId === packageId)).toMatchObject({
      standing: 'declined',
      receipt: { outcome: 'declined', reason: 'wrong-reader', words: 'Meant for somebody else.' },
    })
  })

  it('says taken in when what was declined first was taken in later', async () => {
    const { here, there, thereAtHere } = await twoOffices()
    const { path, packageId } = await sends(here, [thereAtHere])
    await looksAt(there, path)
    await there.app.get('notice.decline', { reason: 'unclear', words: '' })
    const no = await written(there, () => there.app.get('notice.writeReceipt', { packageId }))
    await takesIn(there, path)
    const yes = await written(there, () => there.app.get('notice.writeReceipt', { packageId }))
    for (const receipt of [yes, no]) {
      expect(await looksAt(here, receipt)).toMatchObject({ ok: true })
      await here.app.get('notice.takeReceipt', {})
    }
    const log = await here.app.get('notice.log', {})
    expect(log.find(one => one.packageId === packageId)?.standing).toBe('taken-in')
  })

  it('is written for nothing that did not come, and never for a receipt', async () => {
    const { here, there, sent } = await delivered()
    const { packageId } = sent
    expect(await here.app.call('notice.writeReceipt', { packageId })).toMatchObject({
      code: 'notice/no-receipt',
    })
    const path = await written(there, () => there.app.get('notice.writeReceipt', { packageId }))
    await looksAt(here, path)
    await here.app.get('notice.takeReceipt', {})
    const receipt = (await here.app.get('notice.log', {}))[0]
    expect(
      await here.app.call('notice.writeReceipt', { packageId: receipt?.packageId ?? packageId }),
    ).toMatchObject({ code: 'notice/no-receipt' })
  })

  it('counts only from the colleague the package was sent to', async () => {
    const { here, there, sent } = await delivered()
    const third = await anOffice()
    await adds(here, third, { role: 'FP-3' })
    const hereAtThird = await adds(third, here, { role: 'FP-1' })
    const forged = await sendsReceipt(third, hereAtThird, sent)
    expect(await looksAt(here, forged.path)).toMatchObject({ ok: true })
    expect(await here.app.call('notice.receipt', {})).toMatchObject({ code: 'notice/not-sent-to-them' })
    expect(await here.app.call('notice.takeReceipt', {})).toMatchObject({ code: 'notice/not-sent-to-them' })
    expect(await there.app.get('notice.log', {})).toHaveLength(1)
  })

  it('counts only for the very package that was sent', async () => {
    const { here, there, sent, hereAtThere } = await delivered()
    const other = { ...sent, manifestSha256: '0'.repeat(64) }
    const { path } = await sendsReceipt(there, hereAtThere, other)
    await looksAt(here, path)
    expect(await here.app.call('notice.takeReceipt', {})).toMatchObject({ code: 'notice/not-sent-to-them' })
    expect((await here.app.get('notice.log', {}))[0]).toMatchObject({ standing: 'sent' })
  })

  it('of a later version is refused as such, and what is no receipt as that', async () => {
    const { here, there, sent, hereAtThere } = await delivered()
    const later = await sends(there, [hereAtThere], {
      kind: 'receipt',
      about: about(sent),
      format: 'vigil-receipt/2',
    })
    await looksAt(here, later.path)
    expect(await here.app.call('notice.receipt', {})).toMatchObject({ code: 'exchange/newer-than-app' })
    const none = await sends(there, [hereAtThere], { kind: 'receipt', about: about(sent) })
    await looksAt(here, none.path)
    expect(await here.app.call('notice.takeReceipt', {})).toMatchObject({ code: 'exchange/not-a-package' })
  })

  it('is kept once: the same file again is refused', async () => {
    const { here, there, sent } = await delivered()
    const path = await written(there, () =>
      there.app.get('notice.writeReceipt', { packageId: sent.packageId }),
    )
    await looksAt(here, path)
    await here.app.get('notice.takeReceipt', {})
    expect(await looksAt(here, path)).toMatchObject({ code: 'exchange/taken-in-before' })
    expect(await here.app.call('notice.takeReceipt', {})).toMatchObject({ code: 'exchange/nothing-arrived' })
  })

  it('is not declined itself, and nothing is declined when nothing came', async () => {
    const { here, there, sent } = await delivered()
    const draft = { reason: 'unclear', words: '' } as const
    expect(await here.app.call('notice.decline', draft)).toMatchObject({ code: 'exchange/nothing-arrived' })
    const path = await written(there, () =>
      there.app.get('notice.writeReceipt', { packageId: sent.packageId }),
    )
    await looksAt(here, path)
    expect(await here.app.call('notice.decline', draft)).toMatchObject({ code: 'notice/cannot-decline' })
  })

  it('carries no name: the words of a declining are searched for everybody there is', async () => {
    const { here, there, thereAtHere } = await twoOffices()
    const caseId = await aCase(there)
    const { personId } = await there.app.get('person.add', { caseId, person: person() })
    await there.app.get('person.identify', { personId, identity, basis: 'Safety.' })
    const { path } = await sends(here, [thereAtHere])
    await looksAt(there, path)
    const draft = { reason: 'already-have', words: 'We look after Zyxw Marker already.' } as const
    expect(await there.app.call('notice.decline', draft)).toMatchObject({ code: 'exchange/leak' })
    expect(await there.app.get('notice.log', {})).toEqual([])
  })

  it('is shown with the package it is about, and nothing is shown of what is not there', async () => {
    const { there, sent, row } = await delivered()
    const { line, all } = await there.app.get('notice.package', { id: row })
    expect([line.packageId, all.length]).toEqual([sent.packageId, 1])
    expect(await there.app.call('notice.package', { id: sent.packageId })).toMatchObject({
      code: 'notice/package-gone',
    })
  })

  it('leaves no file and no line when the dialog is closed', async () => {
    const { there, sent } = await delivered()
    there.app.shell.dialogs.push(null)
    expect(await there.app.get('notice.writeReceipt', { packageId: sent.packageId })).toBeNull()
    expect(await there.app.get('notice.log', {})).toHaveLength(1)
  })
})

type Offices = Awaited<ReturnType<typeof delivered>>
const about = ({ packageId, manifestSha256 }: Offices['sent']) => ({ packageId, manifestSha256 })

/** A receipt made by hand, as a hostile or mistaken colleague could. */
const sendsReceipt = (from: Offices['here'], to: Offices['thereAtHere'], sent: Offices['sent']) =>
  sends(from, [to], {
    kind: 'receipt',
    about: about(sent),
    document: {
      format: 'vigil-receipt/1',
      outcome: 'taken-in',
      reason: null,
      words: '',
      receivedOn: '2026-03-02',
    },
  })
