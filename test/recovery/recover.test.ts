import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readShare } from '../../main/vault/shares.ts'
import type { Name, Output } from '../../shared/contract.ts'
import { FileId, OfficerId } from '../../shared/model.ts'
import type { Reply } from '../../shared/refusal.ts'
import { copyTo, restore } from '../copies/place.ts'
import { saidIn } from '../record/support.ts'
import { freshFolder, passphrase, testApp, type TestApp } from '../support.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const second = () => bytes('meadow cactus violin harbour thimble pepper')
const third = () => bytes('lantern walnut drift quiet cobalt acorn')

const codeOf = async <N extends Name>(asked: Promise<Reply<Output<N>>>) => {
  const reply = await asked
  return reply.ok ? 'no refusal' : reply.code
}

const officerOf = async ({ get }: TestApp, role: string) =>
  (await get('vault.people', {})).find(one => one.role === role)!.id

/** Makes shares as the screens do: each is seen, typed back, and only then the next; afterwards they open the vault. */
async function makeShares({ get }: TestApp, scheme = { k: 2, n: 3 }): Promise<string[]> {
  await get('recovery.begin', scheme)
  const words: string[] = []
  for (let index = 1; index <= scheme.n; index++) {
    const share = await get('recovery.share', { index })
    words.push(share.words)
    expect(await get('recovery.confirm', { index, words: share.words })).toEqual({ wrong: [] })
  }
  await get('recovery.activate', {})
  return words
}

async function locked(app: TestApp): Promise<void> {
  await app.get('vault.lock', {})
}

const lastEntries = async ({ get }: TestApp) =>
  (await get('record.list', { caseId: null, before: null })).map(each => each.operation)

describe('a key file that was made while the record could not be written', () => {
  it('stays where it is, because it is needed from then on', async () => {
    const app = testApp()
    await app.create()
    const path = join(freshFolder(), 'key.txt')
    app.shell.dialogs.push(path)
    app.app.desk.vault!.db.exec(
      `CREATE TEMP TRIGGER full BEFORE INSERT ON main.entry BEGIN SELECT RAISE(ABORT, 'full'); END`,
    )
    await expect(app.call('way.makeKeyFile', { passphrase: passphrase() })).rejects.toThrow(/full/)
    await locked(app)
    expect(await codeOf(app.call('vault.unlock', { passphrase: passphrase() }))).toBe('keyfile/needed')
    app.shell.dialogs.push(path)
    const chosen = await app.get('way.chooseKeyFile', {})
    const keyFile = chosen!.fileId
    expect(await app.get('vault.unlock', { passphrase: passphrase(), keyFile })).toMatchObject({
      state: 'open',
    })
  })

  it('is not made, and neither somebody nor the shares are removed, before somebody has looked why nothing may be written', async () => {
    const app = testApp()
    await app.create()
    await app.get('vault.addPerson', { role: 'FP-2', duties: ['focal_point'], passphrase: second() })
    const officerId = await officerOf(app, 'FP-2')
    await makeShares(app)
    await locked(app)
    app.moveTo('2026-02-01T12:00:00.000Z')
    await app.unlock()
    const keys = readFileSync(join(app.folder, 'keys.vk'))
    app.shell.dialogs.push(join(freshFolder(), 'key.txt'))
    expect(await codeOf(app.call('way.makeKeyFile', { passphrase: passphrase() }))).toBe('record/look-first')
    expect(await codeOf(app.call('vault.removePerson', { officerId, reason: 'left' }))).toBe(
      'record/look-first',
    )
    expect(await codeOf(app.call('recovery.revoke', { reason: 'lost' }))).toBe('record/look-first')
    expect(readFileSync(join(app.folder, 'keys.vk')).equals(keys)).toBe(true)
  })
})

describe('shares the record does not know', () => {
  it('get nobody’s own key: somebody put them into the keys from outside', async () => {
    const app = testApp()
    await app.create()
    const vault = app.app.desk.vault!
    const recoveryKey = new Uint8Array(32).fill(7)
    await vault.putRecovery({ recoveryKey, set: '0000', k: 2, n: 2, before: () => undefined })
    await app.get('vault.addPerson', { role: 'FP-2', duties: ['focal_point'], passphrase: second() })
    await locked(app)
    await app.unlock()
    const { people } = await app.get('way.list', {})
    expect(people.map(({ kept }) => kept)).toEqual([false, false])
  })

  it('get it no more once they were ended, even when the keys of before are put back', async () => {
    const app = testApp()
    await app.create()
    await makeShares(app)
    const keys = readFileSync(join(app.folder, 'keys.vk'))
    await app.get('recovery.revoke', { reason: 'one of them was lost' })
    await locked(app)
    writeFileSync(join(app.folder, 'keys.vk'), keys)
    await app.unlock()
    const { people } = await app.get('way.list', {})
    expect(people.map(({ kept }) => kept)).toEqual([false])
  })
})

describe('a laptop and every passphrase lost', () => {
  it('leaves a copy and the shares, and they let somebody in', async () => {
    const gone = testApp()
    await gone.create()
    const shares = (await makeShares(gone)).slice(1)
    const path = await copyTo(gone)
    const app = testApp('2026-03-05T08:00:00.000Z')
    await restore(app, path)
    const [person] = await app.get('recovery.people', { shares })
    const asked = { shares, officerId: person!.officerId, passphrase: second() }
    expect(await app.get('vault.recover', asked)).toMatchObject({ state: 'open', officer: 'FP-1' })
    expect((await lastEntries(app)).slice(0, 2)).toEqual(['vault.restored', 'vault.recover'])
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
    await locked(app)
    expect(await app.get('vault.unlock', { passphrase: second() })).toMatchObject({ warnings: [] })
  })

  it('says so when the copy was tampered with, and changes nothing of it', async () => {
    const gone = testApp()
    await gone.create()
    const shares = (await makeShares(gone)).slice(1)
    const path = await copyTo(gone)
    await gone.get('vault.setIdle', { minutes: 7 })
    await locked(gone)
    const app = testApp('2026-03-05T08:00:00.000Z')
    await restore(app, path)
    const database = readFileSync(join(gone.folder, 'case.db'))
    const padded = readFileSync(join(app.folder, 'case.db'))
    writeFileSync(join(app.folder, 'case.db'), Buffer.concat([database, padded.subarray(database.length)]))
    expect(await codeOf(app.call('recovery.people', { shares }))).toBe('copies/differs')
  })
})

describe('making shares', () => {
  it('shows one at a time, and the next only when the one before was typed back', async () => {
    const app = testApp()
    await app.create()
    const begun = await app.get('recovery.begin', { k: 2, n: 3 })
    expect(begun).toMatchObject({ k: 2, n: 3, verified: [] })
    const first = await app.get('recovery.share', { index: 1 })
    expect(await codeOf(app.call('recovery.share', { index: 2 }))).toBe('recovery/not-verified')
    const typo = first.words.split(' ').with(3, 'academic').with(9, 'acid').join(' ')
    const wrong = await app.get('recovery.confirm', { index: 1, words: typo })
    expect(wrong).toEqual({
      wrong: [4, 10].filter(at => typo.split(' ')[at - 1] !== first.words.split(' ')[at - 1]),
    })
    expect((await app.get('recovery.confirm', { index: 1, words: first.words })).wrong).toEqual([])
    expect((await app.get('recovery.ceremony', {}))?.verified).toEqual([1])
    expect((await app.get('recovery.share', { index: 2 })).set).toBe(begun.set)
    expect(await codeOf(app.call('recovery.share', { index: 1 }))).toBe('recovery/not-verified')
  })

  it('leaves nothing that opens anything before all were verified', async () => {
    const app = testApp()
    await app.create()
    const before = readFileSync(join(app.folder, 'keys.vk'))
    await app.get('recovery.begin', { k: 2, n: 2 })
    expect(await codeOf(app.call('recovery.activate', {}))).toBe('recovery/not-verified')
    await app.get('recovery.drop', {})
    expect(await codeOf(app.call('recovery.share', { index: 1 }))).toBe('recovery/not-begun')
    expect(readFileSync(join(app.folder, 'keys.vk')).equals(before)).toBe(true)
    expect((await app.get('way.asked', {})).recovery).toBeNull()
  })

  it('can be given up by locking: nothing of them is kept', async () => {
    const app = testApp()
    await app.create()
    await app.get('recovery.begin', { k: 2, n: 3 })
    await locked(app)
    await app.unlock()
    expect(await app.get('recovery.ceremony', {})).toBeNull()
  })

  it('as a file verifies it by reading the file back', async () => {
    const app = testApp()
    await app.create()
    await app.get('recovery.begin', { k: 2, n: 2 })
    const share = await app.get('recovery.share', { index: 1 })
    const path = join(freshFolder(), 'a.txt')
    app.shell.dialogs.push(null, path, path)
    expect(await app.get('recovery.save', { index: 1 })).toBeNull()
    expect(await app.get('recovery.save', { index: 1 })).toEqual({ name: 'a.txt' })
    expect((await app.get('recovery.ceremony', {}))?.verified).toEqual([1])
    expect(await app.get('recovery.choose', {})).toBe(share.words)
    app.shell.dialogs.push(path, join(dirname(app.folder), 'b.txt'))
    expect(await codeOf(app.call('recovery.save', { index: 2 }))).toBe('recovery/name-taken')
    expect(await codeOf(app.call('recovery.save', { index: 2 }))).toBe('recovery/beside-vault')
    expect((await app.get('recovery.ceremony', {}))?.verified).toEqual([1])
    writeFileSync(path, 'a letter')
    app.shell.dialogs.push(path, null)
    expect(await codeOf(app.call('recovery.choose', {}))).toBe('recovery/not-a-share')
    expect(await app.get('recovery.choose', {})).toBeNull()
  })

  it('on paper prints the words and which share it is, and it still has to be typed back', async () => {
    const app = testApp()
    await app.create()
    await app.get('recovery.begin', { k: 2, n: 3 })
    const share = await app.get('recovery.share', { index: 1 })
    expect(await app.get('recovery.print', { index: 1, language: 'en' })).toBe(true)
    const { html } = app.shell.printed[0]!
    for (const word of share.words.split(' ')) expect(html).toContain(`<li>${word}</li>`)
    expect(html).toContain(share.set)
    expect(html).not.toContain('FP-1')
    expect((await app.get('recovery.ceremony', {}))?.verified).toEqual([])
  })

  it('is for those who look after the keys', async () => {
    const app = testApp()
    await app.create()
    await app.get('vault.addPerson', { role: 'FP-2', duties: ['focal_point'], passphrase: second() })
    await locked(app)
    await app.get('vault.unlock', { passphrase: second() })
    expect(await codeOf(app.call('recovery.begin', { k: 2, n: 3 }))).toBe('vault/not-your-duty')
    expect(await codeOf(app.call('recovery.revoke', { reason: 'lost' }))).toBe('vault/not-your-duty')
  })

  it('is said in the record, without a word of any share', async () => {
    const app = testApp()
    await app.create()
    const shares = await makeShares(app)
    expect(await lastEntries(app)).toContain('recovery.activate')
    const { db } = app.app.desk.vault!
    const all = JSON.stringify([
      saidIn(db),
      db.prepare('SELECT * FROM recovery').all(),
      db.prepare('SELECT * FROM draft').all(),
    ])
    for (const share of shares) expect(all).not.toContain(share.split(' ').slice(4, 8).join(' '))
    expect((await app.get('way.list', {})).recovery).toMatchObject({
      k: 2,
      n: 3,
      madeBy: 'FP-1',
      rehearsedAt: null,
    })
  })
})

describe('rehearsing', () => {
  it('proves that the shares open the vault, keeps the day, and changes nothing else', async () => {
    const app = testApp()
    await app.create()
    const [a, , c] = await makeShares(app)
    const before = readFileSync(join(app.folder, 'keys.vk'))
    app.moveTo('2026-05-02T12:00:00.000Z')
    await app.get('recovery.rehearse', { shares: [c!, a!] })
    expect((await app.get('way.list', {})).recovery?.rehearsedAt).toBe('2026-05-02T12:00:00.000Z')
    expect(readFileSync(join(app.folder, 'keys.vk')).equals(before)).toBe(true)
    expect(await lastEntries(app)).toContain('recovery.rehearse')
  })

  it('says what is the matter with the shares', async () => {
    const app = testApp()
    await app.create()
    expect(await codeOf(app.call('recovery.rehearse', { shares: ['academic', 'acid'] }))).toBe(
      'recovery/none',
    )
    const old = await makeShares(app)
    const [a, b] = await makeShares(app)
    const asked = (...shares: string[]) => codeOf(app.call('recovery.rehearse', { shares }))
    expect(await asked(a!, 'academic acid')).toBe('recovery/share-wrong')
    expect(await asked(a!)).toBe('recovery/too-few')
    expect(await asked(a!, a!)).toBe('recovery/twice')
    expect(await asked(a!, old[1]!)).toBe('recovery/another-set')
    expect(await asked(old[0]!, old[1]!)).toBe('recovery/not-this-vault')
    expect(await asked(a!, b!)).toBe('no refusal')
  })
})

describe('recovering', () => {
  it('lets somebody in with a new passphrase, as who they were, and the record says so', async () => {
    const app = testApp()
    await app.create()
    const own = app.app.desk.vault!.ownKey('mine')
    const shares = await makeShares(app)
    const officerId = await officerOf(app, 'FP-1')
    await locked(app)
    expect((await app.get('way.asked', {})).recovery).toMatchObject({ k: 2, n: 3 })
    const two = [shares[2]!, shares[0]!]
    expect(await app.get('recovery.people', { shares: two })).toEqual([
      { officerId, role: 'FP-1', ready: true },
    ])
    expect((await app.get('vault.state', {})).state).toBe('locked')
    const state = await app.get('vault.recover', { shares: two, officerId, passphrase: second() })
    expect(state).toMatchObject({ state: 'open', officer: 'FP-1' })
    expect(app.app.desk.vault!.ownKey('mine')).toEqual(own)
    expect(await lastEntries(app)).toContain('vault.recover')
    expect((await app.get('way.list', {})).recovery?.usedAt).not.toBeNull()
    await locked(app)
    expect(await codeOf(app.call('vault.unlock', { passphrase: passphrase() }))).toBe(
      'vault/wrong-passphrase',
    )
    await app.get('vault.unlock', { passphrase: second() })
    expect(await app.get('record.verify', {}).then(({ brokenAt }) => brokenAt)).toBeNull()
  })

  it('needs no key file, even when there was one', async () => {
    const app = testApp()
    await app.create()
    const shares = await makeShares(app)
    const officerId = await officerOf(app, 'FP-1')
    app.shell.dialogs.push(join(freshFolder(), 'k.txt'))
    await app.get('way.makeKeyFile', { passphrase: passphrase() })
    await locked(app)
    expect(await app.get('way.asked', {})).toMatchObject({ keyFile: true })
    await app.get('vault.recover', { shares: shares.slice(0, 2), officerId, passphrase: second() })
    await locked(app)
    expect(await app.get('way.asked', {})).toMatchObject({ keyFile: false })
    await app.get('vault.unlock', { passphrase: second() })
  })

  it('gives back everybody who opened the vault since, with what only they can read; and says who cannot be yet', async () => {
    const app = testApp()
    await app.create()
    await app.get('vault.addPerson', { role: 'FP-2', duties: ['focal_point'], passphrase: second() })
    const shares = (await makeShares(app)).slice(1)
    const officerId = await officerOf(app, 'FP-2')
    expect((await app.get('way.list', {})).people.map(({ kept }) => kept)).toEqual([true, false])
    await locked(app)
    const asked = () => ({ shares, officerId, passphrase: third() })
    expect(await codeOf(app.call('vault.recover', asked()))).toBe('recovery/person-not-kept')
    await app.get('vault.unlock', { passphrase: second() })
    const own = app.app.desk.vault!.ownKey('mine')
    await locked(app)
    expect((await app.get('recovery.people', { shares })).map(({ ready }) => ready)).toEqual([true, true])
    expect(await app.get('vault.recover', asked())).toMatchObject({ officer: 'FP-2' })
    expect(app.app.desk.vault!.ownKey('mine')).toEqual(own)
    await locked(app)
    await app.unlock()
  })

  it('knows somebody new from the moment they are added', async () => {
    const app = testApp()
    await app.create()
    const shares = await makeShares(app)
    await app.get('vault.addPerson', { role: 'FP-2', duties: ['focal_point'], passphrase: second() })
    await locked(app)
    expect(
      (await app.get('recovery.people', { shares: shares.slice(0, 2) })).map(({ ready }) => ready),
    ).toEqual([true, true])
  })

  it('never takes a passphrase that is somebody else’s, and then everything stays as it was', async () => {
    const app = testApp()
    await app.create()
    await app.get('vault.addPerson', { role: 'FP-2', duties: ['focal_point'], passphrase: second() })
    const shares = (await makeShares(app)).slice(0, 2)
    const officerId = await officerOf(app, 'FP-1')
    await locked(app)
    const asked = { shares, officerId, passphrase: second() }
    expect(await codeOf(app.call('vault.recover', asked))).toBe('vault/passphrase-taken')
    await app.unlock()
  })

  it('asks for somebody who is of this vault, and for a passphrase that cannot be guessed', async () => {
    const app = testApp()
    await app.create()
    const shares = (await makeShares(app)).slice(0, 2)
    const officerId = await officerOf(app, 'FP-1')
    const nobody = OfficerId.parse('00000000-0000-7000-8000-000000000000')
    expect(await codeOf(app.call('recovery.people', { shares }))).toBe('vault/in-use')
    await locked(app)
    expect(await codeOf(app.call('vault.recover', { shares, officerId: nobody, passphrase: third() }))).toBe(
      'vault/person-gone',
    )
    expect(await codeOf(app.call('vault.recover', { shares, officerId, passphrase: bytes('12345') }))).toBe(
      'vault/weak-passphrase',
    )
  })

  it('is not possible without shares, with too few, with others, nor with those that were revoked', async () => {
    const app = testApp()
    await app.create()
    await locked(app)
    const other = testApp()
    await other.create()
    const foreign = (await makeShares(other)).slice(0, 2)
    expect(await codeOf(app.call('recovery.people', { shares: foreign }))).toBe('recovery/none')
    await app.unlock()
    const shares = await makeShares(app)
    await locked(app)
    expect(await codeOf(app.call('recovery.people', { shares: [shares[0]!] }))).toBe('recovery/too-few')
    expect(await codeOf(app.call('recovery.people', { shares: foreign }))).toBe('recovery/not-this-vault')
    await app.unlock()
    await app.get('recovery.revoke', { reason: 'A holder left.' })
    expect((await app.get('way.list', {})).recovery).toBeNull()
    expect(await codeOf(app.call('recovery.revoke', { reason: 'again' }))).toBe('recovery/none')
    await locked(app)
    expect(await codeOf(app.call('recovery.people', { shares: shares.slice(0, 2) }))).toBe('recovery/none')
  })

  it('has to wait after three wrong tries, like a passphrase', async () => {
    const app = testApp()
    await app.create()
    await makeShares(app)
    const other = testApp()
    await other.create()
    const foreign = (await makeShares(other)).slice(0, 2)
    await locked(app)
    for (let turn = 0; turn < 3; turn++) await codeOf(app.call('recovery.people', { shares: foreign }))
    expect(await codeOf(app.call('vault.unlock', { passphrase: passphrase() }))).toBe('vault/try-later')
  })

  it('opens with the new shares alone once they replaced the old ones', async () => {
    const app = testApp()
    await app.create()
    const old = (await makeShares(app)).slice(0, 2)
    const shares = (await makeShares(app, { k: 3, n: 5 })).slice(2)
    await locked(app)
    expect(await codeOf(app.call('recovery.people', { shares: old }))).toBe('recovery/not-this-vault')
    expect(await app.get('recovery.people', { shares })).toMatchObject([{ ready: true }])
  })

  it('leaves nothing readable in the vault’s folder', async () => {
    const app = testApp()
    await app.create()
    const shares = await makeShares(app)
    await locked(app)
    for (const name of readdirSync(app.folder)) {
      const file = readFileSync(join(app.folder, name)).toString('latin1')
      for (const share of shares) expect(file).not.toContain(share.split(' ').slice(3, 7).join(' '))
    }
  })
})

describe('a key file through the door', () => {
  it('is made, asked for, changed and given up, each said in the record', async () => {
    const app = testApp()
    await app.create()
    const [first, next] = ['1.txt', '2.txt'].map(name => join(freshFolder(), name))
    app.shell.dialogs.push(null, first!)
    expect(await app.get('way.makeKeyFile', { passphrase: passphrase() })).toBeNull()
    expect(await app.get('way.makeKeyFile', { passphrase: passphrase() })).toEqual({ name: '1.txt' })
    expect((await app.get('way.list', {})).people[0]).toMatchObject({
      role: 'FP-1',
      isYou: true,
      keyFile: true,
    })
    await locked(app)
    expect(await codeOf(app.call('vault.unlock', { passphrase: passphrase() }))).toBe('keyfile/needed')
    app.shell.dialogs.push(first!)
    const { fileId } = (await app.get('way.chooseKeyFile', {}))!
    await app.get('vault.unlock', { passphrase: passphrase(), keyFile: fileId })
    app.shell.dialogs.push(next!)
    await app.get('way.makeKeyFile', { passphrase: passphrase(), keyFile: fileId })
    expect(await codeOf(app.call('way.giveUpKeyFile', { passphrase: passphrase(), keyFile: fileId }))).toBe(
      'keyfile/one-is-wrong',
    )
    app.shell.dialogs.push(next!)
    const newer = (await app.get('way.chooseKeyFile', {}))!
    await app.get('vault.changePassphrase', { old: passphrase(), new: second(), keyFile: newer.fileId })
    await app.get('way.giveUpKeyFile', { passphrase: second(), keyFile: newer.fileId })
    await locked(app)
    await app.get('vault.unlock', { passphrase: second() })
    expect(await lastEntries(app)).toEqual(expect.arrayContaining(['way.makeKeyFile', 'way.giveUpKeyFile']))
  })

  it('is never written beside the vault, nor over another file; and a wrong passphrase leaves none behind', async () => {
    const app = testApp()
    await app.create()
    const place = freshFolder()
    const there = join(place, 'picture.txt')
    writeFileSync(there, 'kept')
    const make = (path: string, typed = passphrase()) => {
      app.shell.dialogs.push(path)
      return codeOf(app.call('way.makeKeyFile', { passphrase: typed }))
    }
    expect(await make(join(app.folder, 'k.txt'))).toBe('keyfile/beside-vault')
    expect(await make(join(dirname(app.folder), 'k.txt'))).toBe('keyfile/beside-vault')
    expect(await make(there)).toBe('keyfile/name-taken')
    expect(readFileSync(there, 'utf8')).toBe('kept')
    expect(await make(join(place, 'k.txt'), second())).toBe('vault/wrong-passphrase')
    expect(readdirSync(place)).toEqual(['picture.txt'])
  })

  it('that is gone, damaged, newer or no key file is said to be that, and not that the passphrase is wrong', async () => {
    const app = testApp()
    await app.create()
    const path = join(freshFolder(), 'k.txt')
    app.shell.dialogs.push(path)
    await app.get('way.makeKeyFile', { passphrase: passphrase() })
    const file = readFileSync(path, 'utf8')
    await locked(app)
    const choose = (text: string) => {
      writeFileSync(path, text)
      app.shell.dialogs.push(path)
      return codeOf(app.call('way.chooseKeyFile', {}))
    }
    expect(await choose('a picture')).toBe('keyfile/not-a-key-file')
    expect(await choose(file.replace(/[0-9a-f]{8}\n$/u, '00000000\n'))).toBe('keyfile/damaged')
    expect(await choose(file.replace('keyfile 1', 'keyfile 2'))).toBe('keyfile/newer-than-app')
    writeFileSync(path, file)
    app.shell.dialogs.push(path)
    const { fileId } = (await app.get('way.chooseKeyFile', {}))!
    rmSync(path)
    const unlock = () => codeOf(app.call('vault.unlock', { passphrase: passphrase(), keyFile: fileId }))
    expect(await unlock()).toBe('file/gone')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, file.replace(/[0-9a-f]{8}\n$/u, '00000000\n'))
    expect(await unlock()).toBe('keyfile/damaged')
    const never = FileId.parse('00000000-0000-7000-8000-000000000000')
    expect(await codeOf(app.call('vault.unlock', { passphrase: passphrase(), keyFile: never }))).toBe(
      'file/gone',
    )
  })
})

it('the words of a share are read with the vault locked', async () => {
  const app = testApp()
  expect(await app.get('recovery.read', { words: 'academic acid' })).toEqual(readShare('academic acid'))
})
