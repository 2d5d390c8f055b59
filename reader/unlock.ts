import { Decrypter } from 'age-encryption'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { lockIn, ofThisVersion, oneSpelling } from '../shared/exchange/ageHeader.ts'
import { bytesOfBase64, bytesOfLatin1, joined } from '../shared/exchange/bytes.ts'
import { Refused } from '../shared/refusal.ts'

/** A passphrase as it was typed, and who is told how far the work is, from 0 to 1. */
export interface Unlocking {
  readonly passphrase: string
  readonly onProgress?: (done: number) => void
}

interface Stanza {
  readonly args: readonly string[]
  readonly body: Uint8Array
}

/**
 * What is inside an age file that a passphrase opens: all of it or nothing. The page stays awake while it works.
 *
 * @throws Refused as Vigil's own reader does: `exchange/not-a-package`, `newer-than-app`, `damaged`, `not-for-you`,
 *   `wrong-passphrase`.
 */
export async function unlocked(file: Uint8Array, unlocking: Unlocking): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity({ unwrapFileKey: stanzas => fileKeyIn(stanzas, unlocking) })
  try {
    return await decrypter.decrypt(ofThisVersion(file))
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('exchange/damaged')
  }
}

/** The key in the one lock there is (age-encryption.org/v1, the scrypt recipient). */
async function fileKeyIn(stanzas: readonly Stanza[], unlocking: Unlocking): Promise<Uint8Array> {
  if (lockIn(stanzas) === 'keys') throw new Refused('exchange/not-for-you')
  const [lock] = stanzas
  const [, salt64 = '', work = ''] = lock?.args ?? []
  const salt = bytesOfBase64(`${salt64}==`)
  const isWhole = lock?.args.length === 3 && salt?.length === 16 && lock.body.length === 32
  if (!isWhole || !/^[1-9]\d*$/.test(work)) throw new Refused('exchange/damaged')
  const key = await stretched(unlocking, { salt, logN: Number(work) })
  try {
    return chacha20poly1305(key, new Uint8Array(12)).decrypt(lock.body)
  } catch {
    throw new Refused('exchange/wrong-passphrase')
  }
}

/** About two seconds of work on purpose, in small parts, so that the page can be seen to work. */
function stretched(
  { passphrase, onProgress = () => {} }: Unlocking,
  { salt, logN }: { readonly salt: Uint8Array; readonly logN: number },
): Promise<Uint8Array> {
  const labelled = joined(bytesOfLatin1('age-encryption.org/v1/scrypt'), salt)
  const work = { N: 2 ** logN, r: 8, p: 1, dkLen: 32, asyncTick: 30, onProgress }
  return scryptAsync(oneSpelling(passphrase), labelled, work)
}
