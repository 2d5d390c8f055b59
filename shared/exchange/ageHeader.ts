import { Refused } from '../refusal.ts'
import { latin1Of } from './bytes.ts'

/** scrypt's work factor: what is written, and the most that is done for somebody else's file (about 2 s; 20 takes half a minute). */
export const scryptLogN = 18

/** The beginning of a file, a letter for each byte. */
export const startOf = (file: Uint8Array): string => latin1Of(file.subarray(0, 1000))

/**
 * The same file, when it is an age file of the version that is read.
 *
 * @throws Refused `exchange/not-a-package` when it is not an age file at all, `exchange/newer-than-app` for a later version,
 *   `exchange/damaged` for one that is no version.
 */
export function ofThisVersion(file: Uint8Array): Uint8Array {
  const start = startOf(file)
  if (start.startsWith('age-encryption.org/v1\n')) return file
  if (!start.startsWith('age-encryption.org/')) throw new Refused('exchange/not-a-package')
  throw new Refused(/^[^\n]+\/v\d+\n/.test(start) ? 'exchange/newer-than-app' : 'exchange/damaged')
}

/** One lock of an age file: `args` is its first line, the kind first. */
interface Stanza {
  readonly args: readonly string[]
}

/**
 * Whether a passphrase or a key opens a file with these locks.
 *
 * @throws Refused `exchange/damaged` when there is no lock, or a passphrase is not the only one; `exchange/not-a-package` when
 *   the passphrase would take more work than any honest file asks (scrypt above 2^18; security notes F11).
 */
export function lockIn(stanzas: readonly Stanza[]): 'passphrase' | 'keys' {
  if (stanzas.length === 0) throw new Refused('exchange/damaged')
  const scrypt = stanzas.find(({ args }) => args[0] === 'scrypt')
  if (!scrypt) return 'keys'
  if (stanzas.length > 1) throw new Refused('exchange/damaged')
  if (Number(scrypt.args[2]) > scryptLogN) throw new Refused('exchange/not-a-package')
  return 'passphrase'
}

/** One spelling for passphrases that look the same: composed letters, plain spaces (RFC 8265, OpaqueString). */
export const oneSpelling = (passphrase: string): string =>
  passphrase.replaceAll(/\p{Zs}/gu, ' ').normalize('NFC')
