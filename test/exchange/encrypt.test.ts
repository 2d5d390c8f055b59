import { armor, Decrypter, Encrypter } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { decrypt, encryptTo } from '../../main/exchange/age.ts'
import { lockOf } from '../../main/exchange/header.ts'
import {
  type Identity,
  fingerprintOf,
  identityFileText,
  newIdentity,
  recipientKind,
} from '../../main/exchange/identity.ts'
import { bytesOf, flipped, refusalOf } from './support.ts'

const content = new Uint8Array(100).fill(5)
const passphrase = bytesOf('correct horse battery staple six words')

let office: Identity
let hybrid: Identity
let stranger: Identity
beforeAll(async () => {
  office = await newIdentity('x25519')
  hybrid = await newIdentity('hybrid')
  stranger = await newIdentity('x25519')
})

/** Locked with a passphrase as little work as possible, so that a test may try it many times. */
async function lightly(inside: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(new TextDecoder().decode(passphrase))
  encrypter.setScryptWorkFactor(2)
  return encrypter.encrypt(inside)
}

const headerSize = (file: Uint8Array) =>
  Buffer.from(file).indexOf('\n', Buffer.from(file).indexOf('\n---') + 1) + 1

describe('locking with keys', () => {
  it('opens for each recipient and says which key it was, for both kinds of key', async () => {
    const other = await newIdentity('hybrid')
    for (const [mine, also] of [
      [office, stranger],
      [hybrid, other],
    ] as const) {
      const file = await encryptTo({ recipients: [also.recipient, mine.recipient] }, content)
      const opened = await decrypt(file, { identities: [mine.identity] })
      expect(opened.content).toEqual(content)
      expect(opened.openedAs).toEqual([fingerprintOf(mine.recipient)])
      expect(await lockOf(file)).toBe('keys')
    }
  })

  it('opens in text armor as well', async () => {
    const file = await encryptTo({ recipients: [office.recipient] }, content)
    const armored = bytesOf(`\r\n${armor.encode(file)}\n\n`)
    expect((await decrypt(armored, { identities: [office.identity] })).content).toEqual(content)
  })

  it('says that a package is for somebody else', async () => {
    const file = await encryptTo({ recipients: [office.recipient] }, content)
    for (const key of [{ identities: [stranger.identity, hybrid.identity] }, { passphrase }])
      expect(await refusalOf(() => decrypt(file, key))).toBe('exchange/not-for-you')
  })

  it('never mixes the two kinds of key in one package', async () => {
    const recipients = [hybrid.recipient, office.recipient]
    expect(await refusalOf(() => encryptTo({ recipients }, content))).toBe('exchange/mixed-keys')
  })

  it('refuses recipients that are no keys, among good ones too', async () => {
    const typo = office.recipient.replace(/.$/, last => (last === 'q' ? 'p' : 'q'))
    const wrong = [
      '',
      'someone',
      typo,
      office.recipient.toUpperCase(),
      ` ${office.recipient}`,
      office.identity,
      'age1pq1qqq',
    ]
    for (const recipient of wrong) {
      expect(await recipientKind(recipient)).toBe(null)
      const recipients = [office.recipient, recipient]
      expect(await refusalOf(() => encryptTo({ recipients }, content))).toBe('exchange/recipient-not-a-key')
    }
    expect(await refusalOf(() => encryptTo({ recipients: [] }, content))).toBe('exchange/recipient-not-a-key')
  })

  it('refuses the recipient to which every file would have the same key', async () => {
    // The all-zero point of Curve25519.
    const zero = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z'
    expect(await recipientKind(zero)).toBe(null)
  })

  it('knows the kind of a recipient', async () => {
    expect(await recipientKind(office.recipient)).toBe('x25519')
    expect(await recipientKind(hybrid.recipient)).toBe('hybrid')
  })

  it('refuses a key that is none', async () => {
    const file = await encryptTo({ recipients: [office.recipient] }, content)
    for (const identity of [
      '',
      'AGE-SECRET-KEY-1QQQ',
      office.identity.toLowerCase(),
      hybrid.identity.slice(0, -1),
    ])
      expect(await refusalOf(() => decrypt(file, { identities: [identity] }))).toBe(
        'exchange/identity-not-a-key',
      )
  })
})

describe('locking with a passphrase', () => {
  it('opens with the passphrase, however its accents were typed', async () => {
    const file = await encryptTo({ passphrase: bytesOf('café ñandú'.normalize('NFD')) }, content)
    expect(await lockOf(file)).toBe('passphrase')
    const opened = await decrypt(file, { passphrase: bytesOf('café ñandú'.normalize('NFC')) })
    expect(opened).toEqual({ content, openedAs: [] })
    expect(Buffer.from(file).toString('latin1').split('\n')[1]).toMatch(/ 18$/)
  })

  it('opens with no other passphrase, and with no key', async () => {
    const file = await lightly(content)
    for (const key of [{ passphrase: bytesOf('wrong') }, { identities: [office.identity] }])
      expect(await refusalOf(() => decrypt(file, key))).toBe('exchange/wrong-passphrase')
  })

  it('refuses, before any work, a file that asks for more work than an honest one', async () => {
    const file = await lightly(content)
    const hostile = Buffer.from(Buffer.from(file).toString('latin1').replace(/ 2\n/, ' 19\n'), 'latin1')
    expect(await refusalOf(() => lockOf(hostile))).toBe('exchange/not-a-package')
    expect(await refusalOf(() => decrypt(hostile, { passphrase }))).toBe('exchange/not-a-package')
  })

  it('opens with a key file that is itself locked with a passphrase', async () => {
    const keyFile = bytesOf(`# created: 2026-03-02\n${identityFileText(office)}\n`)
    const identityFile = await lightly(keyFile)
    const file = await encryptTo({ recipients: [office.recipient] }, content)
    const opened = await decrypt(file, { identityFile, passphrase })
    expect(opened).toEqual({ content, openedAs: [fingerprintOf(office.recipient)] })
    const unlocked = { identityFile: keyFile, passphrase: new Uint8Array() }
    expect(await decrypt(file, unlocked)).toEqual(opened)
  })

  it('tells a wrong passphrase for the key file from a file without a key', async () => {
    const file = await encryptTo({ recipients: [office.recipient] }, content)
    const identityFile = await lightly(content)
    const wrong = { identityFile, passphrase: bytesOf('wrong') }
    expect(await refusalOf(() => decrypt(file, wrong))).toBe('exchange/wrong-passphrase')
    const noKey = { identityFile, passphrase }
    expect(await refusalOf(() => decrypt(file, noKey))).toBe('exchange/identity-not-a-key')
    const notAge = { identityFile: bytesOf('hello'), passphrase }
    expect(await refusalOf(() => decrypt(file, notAge))).toBe('exchange/identity-not-a-key')
  })
})

describe('damage on the way', () => {
  it('refuses one changed bit anywhere in the header, with either kind of key', async () => {
    for (const [{ identity, recipient }, step] of [
      [office, 1],
      [hybrid, 11],
    ] as const) {
      const file = await encryptTo({ recipients: [recipient] }, content)
      for (let at = 0; at < headerSize(file); at += step)
        expect(await refusalOf(() => decrypt(flipped(file, at), { identities: [identity] }))).toMatch(
          /^exchange\//,
        )
    }
  })

  it('refuses one changed bit anywhere in a file locked with a passphrase', async () => {
    const file = await lightly(content)
    for (let at = 0; at < file.length; at++) {
      const bits = at % 2 === 0 ? 1 : 32
      expect(await refusalOf(() => decrypt(flipped(file, at, bits), { passphrase }))).toMatch(/^exchange\//)
    }
  })

  it('never takes damage behind the lock for a wrong passphrase or for another’s package', async () => {
    const locked = await lightly(content)
    const keyed = await encryptTo({ recipients: [office.recipient] }, content)
    for (const [file, key] of [
      [locked, { passphrase }],
      [keyed, { identities: [office.identity] }],
    ] as const) {
      const mac = Buffer.from(file).indexOf('\n---') + 1
      for (let at = mac; at < file.length; at++)
        expect(await refusalOf(() => decrypt(flipped(file, at), key))).toBe('exchange/damaged')
    }
  })

  it('refuses a file cut short or made longer', async () => {
    const file = await encryptTo({ recipients: [office.recipient] }, content)
    const key = { identities: [office.identity] }
    for (let length = 0; length < file.length; length += 3)
      expect(await refusalOf(() => decrypt(file.subarray(0, length), key))).toMatch(
        /^exchange\/(damaged|not-a-package)$/,
      )
    expect(await refusalOf(() => decrypt(Buffer.concat([file, Buffer.from('x')]), key))).toBe(
      'exchange/damaged',
    )
  })

  it('says what is no package, what is newer, and what is too large to look at', async () => {
    const key = { identities: [office.identity] }
    expect(await refusalOf(() => decrypt(bytesOf('PK\u0003\u0004'), key))).toBe('exchange/not-a-package')
    expect(await refusalOf(() => decrypt(bytesOf('age-encryption.org/v2\n-> x\n'), key))).toBe(
      'exchange/newer-than-app',
    )
    const large = new Uint8Array(100 * 1024 * 1024 + 1)
    expect(await refusalOf(() => decrypt(large, key))).toBe('exchange/too-large')
  })
})

describe('what other programs see', () => {
  it('is a file the age library opens without us', async () => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(hybrid.identity)
    const file = await encryptTo({ recipients: [hybrid.recipient] }, content)
    expect(await decrypter.decrypt(file)).toEqual(content)
  })
})
