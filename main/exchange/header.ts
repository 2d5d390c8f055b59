import { armor, Decrypter, type Stanza } from 'age-encryption'
import { Refused } from '../../shared/refusal.ts'

/** Largest file that is looked at: 64 MiB of content, padding, every recipient, armor. */
const mostBytes = 100 * 1024 * 1024

/** scrypt's work factor: what is written, and the most that is done for somebody else's file (about 2 s; 20 takes half a minute). */
export const scryptLogN = 18

/**
 * The file without the text armor it may have come in.
 *
 * @throws Refused `exchange/not-a-package` when it is not an age file at all, `exchange/newer-than-app` for a later version of
 *   age, `exchange/damaged` for broken armor, `exchange/too-large` above 100 MiB.
 */
export function withoutArmor(file: Uint8Array): Uint8Array {
  if (file.length > mostBytes) throw new Refused('exchange/too-large')
  return ofThisVersion(isArmored(file) ? decodeArmor(file) : file)
}

const startOf = (file: Uint8Array) => Buffer.from(file.subarray(0, 1000)).toString('latin1')
const isArmored = (file: Uint8Array) => /^\s*-----BEGIN AGE ENCRYPTED FILE-----/.test(startOf(file))

/** Whether this claims to be an age file at all, armored or not. */
export const isAge = (file: Uint8Array) => isArmored(file) || startOf(file).startsWith('age-encryption.org/')

function decodeArmor(file: Uint8Array): Uint8Array {
  try {
    return armor.decode(Buffer.from(file).toString('latin1'))
  } catch {
    throw new Refused('exchange/damaged')
  }
}

function ofThisVersion(file: Uint8Array): Uint8Array {
  const start = startOf(file)
  if (start.startsWith('age-encryption.org/v1\n')) return file
  if (!start.startsWith('age-encryption.org/')) throw new Refused('exchange/not-a-package')
  throw new Refused(/^[^\n]+\/v\d+\n/.test(start) ? 'exchange/newer-than-app' : 'exchange/damaged')
}

/**
 * The locks in an age header. Nothing is computed but the parse.
 *
 * @throws Refused `exchange/damaged` when the header does not parse.
 */
async function stanzasOf(file: Uint8Array): Promise<readonly Stanza[]> {
  const found: Stanza[] = []
  const reader = new Decrypter()
  reader.addIdentity({
    unwrapFileKey(stanzas: readonly Stanza[]) {
      found.push(...stanzas)
      return null
    },
  })
  // It always throws: nobody matched, or the header does not parse and nothing was found.
  await reader.decryptHeader(file).catch(() => undefined)
  if (found.length === 0) throw new Refused('exchange/damaged')
  return found
}

/**
 * Whether a passphrase or a key opens this file. Read from the header, before anything costly.
 *
 * @param file as it came, armored or not.
 * @throws Refused as `withoutArmor`; `exchange/damaged` when a passphrase is not the only lock; `exchange/not-a-package` when
 *   the passphrase would take more work than any honest file asks (scrypt above 2^18; security notes F11).
 */
export async function lockOf(file: Uint8Array): Promise<'passphrase' | 'keys'> {
  const stanzas = await stanzasOf(withoutArmor(file))
  const scrypt = stanzas.find(({ args }) => args[0] === 'scrypt')
  if (!scrypt) return 'keys'
  if (stanzas.length > 1) throw new Refused('exchange/damaged')
  if (Number(scrypt.args[2]) > scryptLogN) throw new Refused('exchange/not-a-package')
  return 'passphrase'
}
