import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cardFile, cardText } from '../../main/exchange/card.ts'
import { colleagueBySigningKey, mustBeVerified } from '../../main/exchange/colleagues.ts'
import { forReading } from '../../main/db/handles.ts'
import type { SignedCard } from '../../shared/exchange/card.ts'
import { ColleagueId } from '../../shared/model.ts'
import { refusalOf } from '../exchange/support.ts'
import { testApp, type TestApp } from '../support.ts'
import { added, cardOf, chosen, elsewhere, fileWith, freshCard, jpegOf, pngOf, reading } from './support.ts'

const db = ({ app }: TestApp) => forReading(app.desk.vault!.db)

/** A vault of ours and one elsewhere, whose card is at hand. */
async function two() {
  const ours = testApp()
  await ours.create()
  const theirs = await elsewhere()
  return { ours, theirs, path: await cardOf(theirs) }
}

const only = async ({ get }: TestApp) => (await get('colleague.list', {}))[0]!

async function verify(app: TestApp) {
  const { id, recipient, publicKey } = await only(app)
  return app.call('colleague.verify', { colleagueId: id, recipient, publicKey })
}

describe('a colleague', () => {
  it('is added from a card file and is unverified, with the words the colleague sees on their own screen', async () => {
    const { ours, theirs, path } = await two()
    await added(ours, path)
    expect(await only(ours)).toMatchObject({
      role: 'FP-9',
      standing: 'unverified',
      kind: 'hybrid',
      words: (await theirs.get('key.own', {})).words,
      events: [{ kind: 'added', by: 'FP-1' }],
    })
  })

  it.each(['png', 'jpg'] as const)('is added from a picture of the code, as %s', async kind => {
    const { ours } = await two()
    const signed = await freshCard()
    const picture = kind === 'png' ? pngOf(signed) : jpegOf(signed)
    expect(await reading(ours, fileWith(picture, `photo.${kind}`))).toMatchObject({
      ok: true,
      value: { signed, like: null },
    })
  })

  it('gets no package until somebody compared the words, and the record says who did', async () => {
    const { ours, path } = await two()
    const id = await added(ours, path)
    expect(await refusalOf(() => mustBeVerified(db(ours), id))).toBe('exchange/colleague-unverified')
    expect(await verify(ours)).toMatchObject({ ok: true })
    expect(mustBeVerified(db(ours), id)).toMatchObject({
      standing: 'verified',
      verifiedBy: 'FP-1',
      verifiedHow: 'words',
    })
    expect(await verify(ours)).toMatchObject({ ok: false, code: 'exchange/nothing-to-verify' })
    expect(await ours.get('record.verify', {})).toMatchObject({ brokenAt: null })
  })

  it('is verified by a picture taken of their screen, and not by one of somebody else’s', async () => {
    const { ours } = await two()
    const signed = await freshCard()
    const colleagueId = await added(ours, fileWith(cardFile(signed)))
    const other = await chosen(ours, fileWith(pngOf(await freshCard('hybrid', 8)), 'photo.png'))
    expect(await ours.call('colleague.scan', { colleagueId, fileId: other })).toMatchObject({
      ok: false,
      code: 'exchange/keys-differ',
    })
    const same = await chosen(ours, fileWith(jpegOf(signed), 'photo.jpg'))
    await ours.get('colleague.scan', { colleagueId, fileId: same })
    expect(await only(ours)).toMatchObject({ standing: 'verified', verifiedHow: 'scan' })
  })

  it('is not verified by the card file once more: only a picture shows their screen', async () => {
    const { ours, path } = await two()
    const colleagueId = await added(ours, path)
    const fileId = await chosen(ours, path)
    expect(await ours.call('colleague.scan', { colleagueId, fileId })).toMatchObject({
      ok: false,
      code: 'exchange/picture-other-kind',
    })
  })

  it('is not verified by the words of other keys than those that are kept by now', async () => {
    const { ours, path } = await two()
    const colleagueId = await added(ours, path)
    const { recipient, publicKey } = (await freshCard()).card
    expect(await ours.call('colleague.verify', { colleagueId, recipient, publicKey })).toMatchObject({
      ok: false,
      code: 'exchange/keys-differ',
    })
  })

  it('with new keys is changed, shows the words of both, and must be compared again', async () => {
    const { ours, theirs, path } = await two()
    const colleagueId = await added(ours, path)
    await verify(ours)
    const before = await only(ours)
    await theirs.get('key.renew', {})
    const seen = await ours.get('colleague.readCard', { fileId: await chosen(ours, await cardOf(theirs)) })
    expect(seen.like).toBe(colleagueId)
    await ours.get('colleague.changeKeys', { colleagueId, signed: seen.signed, compatibility: false })
    expect(await only(ours)).toMatchObject({
      standing: 'changed',
      words: seen.words,
      previousWords: before.words,
      verifiedBy: null,
    })
    expect(await refusalOf(() => mustBeVerified(db(ours), colleagueId))).toBe('exchange/colleague-changed')
    await verify(ours)
    expect(mustBeVerified(db(ours), colleagueId).standing).toBe('verified')
  })

  it('is known by the key they sign with now, and by no key they had before', async () => {
    const { ours, theirs, path } = await two()
    const colleagueId = await added(ours, path)
    const before = (await only(ours)).publicKey
    expect(colleagueBySigningKey(db(ours), before)?.id).toBe(colleagueId)
    await theirs.get('key.renew', {})
    const { signed } = await ours.get('colleague.readCard', {
      fileId: await chosen(ours, await cardOf(theirs)),
    })
    await ours.get('colleague.changeKeys', { colleagueId, signed, compatibility: false })
    expect(colleagueBySigningKey(db(ours), before)).toBeNull()
    expect(colleagueBySigningKey(db(ours), signed.card.publicKey)?.id).toBe(colleagueId)
  })

  it('whose keys were retired gets nothing more, and the same keys do not come back', async () => {
    const { ours, path } = await two()
    const colleagueId = await added(ours, path)
    await verify(ours)
    await ours.get('colleague.retire', { colleagueId, reason: 'The stick was lost' })
    expect(await refusalOf(() => mustBeVerified(db(ours), colleagueId))).toBe('exchange/colleague-retired')
    expect(await only(ours)).toMatchObject({
      standing: 'retired',
      verifiedBy: 'FP-1',
      events: [{}, {}, { kind: 'retired', reason: 'The stick was lost' }],
    })
    expect(await reading(ours, path)).toMatchObject({ ok: false, code: 'exchange/card-retired' })
    expect(await verify(ours)).toMatchObject({ ok: false, code: 'exchange/colleague-retired' })
  })

  it('who is not in the list is refused by name of the list', async () => {
    const { ours } = await two()
    const colleagueId = ColleagueId.parse('0e0fd9a5-1c0c-4f0e-9c3c-4f8f2a1f6d10')
    expect(await ours.call('colleague.retire', { colleagueId, reason: 'gone' })).toMatchObject({
      ok: false,
      code: 'exchange/colleague-gone',
    })
  })

  it('cannot be added twice under one role and office', async () => {
    const { ours, path } = await two()
    await added(ours, path)
    const signed = await freshCard()
    const who = { role: 'fp-9', office: '', recipientClass: 'UN_expert' as const }
    expect(await ours.call('colleague.add', { ...who, signed, compatibility: false })).toMatchObject({
      ok: false,
      code: 'exchange/colleague-role-taken',
    })
  })

  it('with a key of the older kind is taken only by choice, and gets no package', async () => {
    const { ours } = await two()
    const signed = await freshCard('x25519')
    const who = { signed, role: 'HQ-2', office: '', recipientClass: 'UN_entity' as const }
    expect(await ours.call('colleague.add', { ...who, compatibility: false })).toMatchObject({
      ok: false,
      code: 'exchange/card-compatibility',
    })
    const { colleagueId } = await ours.get('colleague.add', { ...who, compatibility: true })
    await verify(ours)
    expect(await refusalOf(() => mustBeVerified(db(ours), colleagueId))).toBe(
      'exchange/colleague-compatibility',
    )
  })

  it('can be looked after by the records officer, who reads no case', async () => {
    const { ours, path } = await two()
    const passphrase = new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')
    await ours.get('vault.addPerson', {
      role: 'RO-1',
      duties: ['records_officer'],
      passphrase: passphrase.slice(),
    })
    await ours.get('vault.lock', {})
    await ours.get('vault.unlock', { passphrase })
    await added(ours, path)
    expect(await only(ours)).toMatchObject({ events: [{ by: 'RO-1' }] })
  })
})

describe('a card that cannot be taken', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const refusedWith = async (app: TestApp, file: Uint8Array, name?: string) => {
    const reply = await reading(app, fileWith(file, name))
    return reply.ok ? null : reply.code
  }
  const again = ({ card, signature }: SignedCard, change: (text: string) => string) =>
    bytes(change(Buffer.from(cardFile({ card, signature })).toString('utf8')))

  it('says which of the reasons it is', async () => {
    const { ours } = await two()
    const signed = await freshCard()
    expect(await refusedWith(ours, bytes('Dear colleague,'))).toBe('exchange/not-a-card')
    expect(await refusedWith(ours, new Uint8Array(100_000).fill(65))).toBe('exchange/not-a-card')
    expect(
      await refusedWith(
        ours,
        again(signed, text => text.replace('card/1', 'card/2')),
      ),
    ).toBe('exchange/card-newer')
    expect(
      await refusedWith(
        ours,
        again(signed, text => text.replace('FP-7', 'FP-8')),
      ),
    ).toBe('exchange/card-damaged')
    expect(await refusedWith(ours, pngOf(signed).subarray(0, 900), 'a.png')).toBe('exchange/picture-damaged')
    expect(await refusedWith(ours, bytes('GIF89a......'), 'a.gif')).toBe('exchange/picture-other-kind')
  })

  it('is one whose age key nobody can encrypt to, however well it is signed', async () => {
    const { ours } = await two()
    const { card } = await freshCard()
    const { makeCard } = await import('../../main/exchange/card.ts')
    const broken = makeCard(card, {
      recipient: `${card.recipient.slice(0, -1)}${card.recipient.endsWith('q') ? 'p' : 'q'}`,
      signingSeed: new Uint8Array(32).fill(7),
    })
    expect(await refusedWith(ours, cardFile(broken))).toBe('exchange/card-damaged')
  })

  it('is one’s own, one of the same vault, or one that is known', async () => {
    const { ours, path } = await two()
    expect(await reading(ours, await cardOf(ours))).toMatchObject({ code: 'exchange/card-own' })
    await added(ours, path)
    expect(await reading(ours, path)).toMatchObject({ ok: false, code: 'exchange/card-known' })
  })

  it('is one that carries a key of another colleague', async () => {
    const { ours } = await two()
    const first = await freshCard('hybrid', 7)
    await added(ours, fileWith(cardFile(first)))
    const { makeCard } = await import('../../main/exchange/card.ts')
    const half = makeCard(
      { role: 'HQ-1', office: '' },
      { recipient: first.card.recipient, signingSeed: new Uint8Array(32).fill(8) },
    )
    expect(await refusedWith(ours, cardFile(half))).toBe('exchange/card-half-known')
  })

  it('is a practice card in a real vault, or a real one in a practice vault', async () => {
    const { ours, path } = await two()
    const practice = testApp()
    await practice.get('practice.open', {})
    await practice.create()
    const invented = await cardOf(practice)
    expect(await reading(ours, invented)).toMatchObject({ ok: false, code: 'exchange/practice-card' })
    expect(await reading(practice, path)).toMatchObject({ ok: false, code: 'exchange/not-a-practice-card' })
    const other = testApp()
    await other.get('practice.open', {})
    await other.create()
    expect(await reading(other, invented)).toMatchObject({ ok: true })
  })

  it('leaves nothing behind', async () => {
    const { ours } = await two()
    const before = await ours.get('record.verify', {})
    await refusedWith(ours, bytes('Dear colleague,'))
    expect(await ours.get('colleague.list', {})).toEqual([])
    expect(await ours.get('record.verify', {})).toEqual(before)
  })
})

describe('one’s own card', () => {
  it('is the same as a file and as a code on the screen', async () => {
    const { ours, theirs } = await two()
    const path = await cardOf(theirs, { role: 'FP-9', office: 'Field office' })
    const seen = await ours.get('colleague.readCard', { fileId: await chosen(ours, path) })
    const { size, path: drawn } = await theirs.get('key.picture', { role: 'FP-9', office: 'Field office' })
    expect(cardText(seen.signed).length).toBeGreaterThan(2_000)
    expect(size).toBeGreaterThan(100)
    expect(drawn).toMatch(/^M/)
  })

  it('carries only what its owner typed, under a name that says nothing', async () => {
    const { theirs } = await two()
    const path = await cardOf(theirs, { role: '', office: '' })
    expect(readFileSync(path, 'utf8')).toMatch(
      /^\{"format":"vigil-card\/1","office":"","publicKey":"[^"]+","recipient":"age1pq1[^"]+","role":""\}\n-----BEGIN/,
    )
  })
})
