import { describe, expect, it } from 'vitest'
import { forReading } from '../../main/db/handles.ts'
import { decrypt, encryptTo } from '../../main/exchange/age.ts'
import { everyIdentity, everyOwnKey, officerOfRecipient, ownKeys } from '../../main/exchange/keyring.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../../shared/refusal.ts'
import { refusalOf } from '../exchange/support.ts'
import { saidIn } from '../record/support.ts'
import { freshFolder, passphrase, testApp, type TestApp } from '../support.ts'

const db = ({ app }: TestApp) => forReading(app.desk.vault!.db)
/** Whoever is at the desk. */
const desk = (app: TestApp) => ({
  db: db(app),
  officerId: app.app.desk.officerId,
  ownKey: (name: string) => app.app.desk.vault!.ownKey(name),
})
const own = (app: TestApp) => ownKeys(desk(app))
const second = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')
const text = (words: string) => new TextEncoder().encode(words)

async function withTwo() {
  const app = testApp()
  await app.create()
  await app.get('vault.addPerson', {
    role: 'FP-2',
    duties: ['focal_point', 'records_officer'],
    passphrase: second(),
  })
  return app
}

describe('the keys of a person of the vault', () => {
  it('are there from the first moment, hybrid, and their own', async () => {
    const app = await withTwo()
    const first = own(app)
    await app.get('vault.lock', {})
    await app.get('vault.unlock', { passphrase: second() })
    const other = own(app)
    expect(first.recipient).toMatch(/^age1pq1/)
    expect(other.recipient).toMatch(/^age1pq1/)
    expect(other.recipient).not.toBe(first.recipient)
    expect(other.publicKey).not.toEqual(first.publicKey)
    expect((await app.get('exchange.ownWords', {})).length).toBe(12)
  })

  it('once renewed sign anew, and still open what was sent to the old ones', async () => {
    const app = await withTwo()
    const before = own(app)
    const words = (await app.get('key.own', {})).words
    const sent = await encryptTo({ recipients: [before.recipient] }, text('late'))
    await app.get('key.renew', {})
    const after = own(app)
    expect(after.publicKey).not.toEqual(before.publicKey)
    expect(await app.get('key.own', {})).toMatchObject({ retired: 1 })
    expect((await app.get('key.own', {})).words).not.toEqual(words)
    const { content } = await decrypt(sent, { identities: everyIdentity(desk(app)) })
    expect(Buffer.from(content).toString()).toBe('late')
    expect(officerOfRecipient(db(app), before.recipient)).toBe(app.app.desk.officerId)
    expect(officerOfRecipient(db(app), 'age1nobody')).toBeNull()
  })

  it('once renewed leave no way to sign with the old ones', async () => {
    const app = await withTwo()
    const { publicKey } = own(app)
    await app.get('key.renew', {})
    const left = app.app.desk
      .vault!.db.prepare(
        'SELECT count(*) FROM officer_secret JOIN officer_key ON id = key_id WHERE public_key = ? AND signing_seed IS NOT NULL',
      )
      .pluck()
      .get(Buffer.from(publicKey).toString('base64'))
    expect(left).toBe(0)
  })

  it('of somebody who left sign nothing more, and what comes late for them opens for nobody else', async () => {
    const app = await withTwo()
    const other = (await app.get('vault.people', {})).find(({ isYou }) => !isYou)!
    const { recipient } = everyOwnKey(db(app)).find(({ officerId }) => officerId === other.id)!
    await app.get('vault.removePerson', { officerId: other.id, reason: 'Left the office' })
    expect(await refusalOf(() => ownKeys({ ...desk(app), officerId: other.id }))).toBe('exchange/no-key')
    const sent = await encryptTo({ recipients: [recipient] }, text('late'))
    expect(await refusalOf(() => decrypt(sent, { identities: everyIdentity(desk(app)) }))).toBe(
      'exchange/not-for-you',
    )
  })

  it('open for nobody else of the vault, who has the whole database', async () => {
    const app = await withTwo()
    const other = (await app.get('vault.people', {})).find(({ isYou }) => !isYou)!
    expect(() => ownKeys({ ...desk(app), officerId: other.id })).toThrow(/authenticate/u)
    expect(() => everyIdentity({ ...desk(app), officerId: other.id })).toThrow(/authenticate/u)
  })

  it('are not kept when somebody could not be added', async () => {
    const app = await withTwo()
    const before = everyOwnKey(db(app)).length
    const reply = await app.call('vault.addPerson', {
      role: 'FP-3',
      duties: ['focal_point'],
      passphrase: passphrase(),
    })
    expect(reply).toMatchObject({ ok: false, code: 'vault/passphrase-taken' })
    expect(everyOwnKey(db(app)).length).toBe(before)
    expect(everyIdentity(desk(app)).length).toBe(1)
  })

  it('are taken back when the disk was full before their passphrase could be kept', async () => {
    const app = await withTwo()
    const before = everyOwnKey(db(app))
    const vault = app.app.desk.vault!
    const addSlot: typeof vault.addSlot = ({ before: name }) => {
      name({ holder: '0'.repeat(16), ownKey: () => new Uint8Array(32), escrow: null })
      return Promise.reject(new Refused('file/disk-full'))
    }
    app.app.desk.vault = { ...vault, addSlot }
    const person = {
      role: 'FP-3',
      duties: ['focal_point' as const],
      passphrase: text('nine copper anchors drift beneath velvet glaciers'),
    }
    expect(await app.call('vault.addPerson', person)).toMatchObject({ ok: false, code: 'file/disk-full' })
    expect(everyOwnKey(db(app))).toEqual(before)
    expect(everyIdentity(desk(app)).length).toBe(1)
  })

  it('can be made by somebody of a vault from before there were any', async () => {
    const app = await withTwo()
    const raw = app.app.desk.vault!.db
    raw.exec(
      'DELETE FROM officer_secret; DROP TRIGGER officer_key_delete_is_history; DELETE FROM officer_key;',
    )
    expect(await app.get('key.own', {})).toEqual({ words: [], madeAt: null, retired: 0 })
    expect(await app.get('exchange.ownWords', {})).toEqual([])
    expect(await app.call('key.picture', { role: '', office: '' })).toMatchObject({
      ok: false,
      code: 'exchange/no-key',
    })
    await app.get('key.renew', {})
    expect((await app.get('key.own', {})).words.length).toBe(12)
  })

  it('show no secret half to the page', async () => {
    const app = await withTwo()
    const { identity, signingSeed } = own(app)
    const shown = JSON.stringify([
      await app.get('key.own', {}),
      await app.get('key.picture', { role: 'FP-1', office: '' }),
      await app.get('colleague.list', {}),
    ])
    expect(shown).not.toContain(identity)
    expect(shown).not.toContain(Buffer.from(signingSeed).toString('base64'))
  })

  it('leave no secret half in the record', async () => {
    const app = await withTwo()
    const { identity } = own(app)
    await app.get('key.renew', {})
    const changes = saidIn(app.app.desk.vault!.db)
    expect(changes).toContain('recipient')
    expect(changes).not.toContain('AGE-SECRET-KEY')
    expect(changes).not.toContain(identity)
  })
})

describe('a reader’s key', () => {
  it.each([
    ['hybrid', 'age1pq1'],
    ['x25519', 'age1'],
  ] as const)('is made of the kind that was asked for: %s', async (kind, begins) => {
    const app = testApp()
    const path = join(freshFolder(), 'key.age')
    app.shell.dialogs.push(path)
    const typed = second()
    const made = await app.get('exchange.makeKey', { passphrase: typed, kind })
    expect(made?.recipient.startsWith(begins)).toBe(true)
    expect(made?.recipient.startsWith('age1pq1')).toBe(kind === 'hybrid')
    expect(typed.every(byte => byte === 0)).toBe(true)
    const sent = await encryptTo({ recipients: [made?.recipient ?? ''] }, text('hello'))
    const key = { identityFile: new Uint8Array(readFileSync(path)), passphrase: second() }
    expect(Buffer.from((await decrypt(sent, key)).content).toString()).toBe('hello')
  })
})
