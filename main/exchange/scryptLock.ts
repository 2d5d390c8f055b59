import { randomBytes, scryptSync } from 'node:crypto'
import { Stanza, type Identity, type Recipient } from 'age-encryption'
import { bytesOfBase64, bytesOfLatin1, joined } from '../../shared/exchange/bytes.ts'
import { scryptLogN } from '../../shared/exchange/ageHeader.ts'
import { chaCha, tagBytes } from './chacha.ts'

const fileKeyBytes = 16
const label = bytesOfLatin1('age-encryption.org/v1/scrypt')

interface Work {
  readonly salt: Uint8Array
  readonly logN: number
}

/** The key a passphrase is stretched to: 256 MiB and about half a second of work, on purpose. */
function stretched(passphrase: string, { salt, logN }: Work): Uint8Array {
  const N = 2 ** logN
  return scryptSync(passphrase, joined(label, salt), 32, { N, r: 8, p: 1, maxmem: 128 * 8 * N + 2 ** 20 })
}

/** A lock that a passphrase opens (age-encryption.org/v1, scrypt), with the system's own scrypt. */
export const scryptRecipient = (passphrase: string): Recipient => ({
  wrapFileKey(fileKey) {
    const salt = new Uint8Array(randomBytes(16))
    const key = stretched(passphrase, { salt, logN: scryptLogN })
    const body = new Uint8Array(fileKeyBytes + tagBytes)
    chaCha().seal({ key, nonce: new Uint8Array(12), from: fileKey, into: body })
    key.fill(0)
    const salt64 = Buffer.from(salt).toString('base64').replaceAll('=', '')
    return [new Stanza(['scrypt', salt64, String(scryptLogN)], body)]
  },
})

/** Opens such a lock, and throws for one that is none. Whether its work is bearable was asked before (`lockIn`). */
export const scryptIdentity = (passphrase: string): Identity => ({
  unwrapFileKey(stanzas) {
    const [lock] = stanzas
    const [kind, salt64 = '', work = ''] = lock?.args ?? []
    if (kind !== 'scrypt' || !lock) return null
    const salt = bytesOfBase64(`${salt64}==`)
    const isWhole = lock.args.length === 3 && salt?.length === 16 && lock.body.length === 32
    if (!isWhole || !/^[1-9]\d*$/.test(work)) throw new Error('a lock that is none')
    const key = stretched(passphrase, { salt, logN: Number(work) })
    const fileKey = new Uint8Array(fileKeyBytes)
    const fits = chaCha().open({ key, nonce: new Uint8Array(12), from: lock.body, into: fileKey })
    key.fill(0)
    return fits ? fileKey : null
  },
})
