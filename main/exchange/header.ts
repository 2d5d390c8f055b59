import { armor, Decrypter, type Stanza } from 'age-encryption'
import { lockIn, ofThisVersion, startOf } from '../../shared/exchange/ageHeader.ts'
import { Refused } from '../../shared/refusal.ts'

/** Largest file that is looked at: 64 MiB of content, padding, every recipient, armor. */
const mostBytes = 100 * 1024 * 1024

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

/** How long the header is: to the end of the line that seals it. All of a file that has no such line. */
export function headerBytes(file: Uint8Array): number {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const last = bytes.indexOf('\n---')
  const end = last === -1 ? -1 : bytes.indexOf('\n', last + 1)
  return end === -1 ? file.length : end + 1
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
  await reader.decryptHeader(file.subarray(0, headerBytes(file))).catch(() => undefined)
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
  return lockIn(await stanzasOf(withoutArmor(file)))
}
