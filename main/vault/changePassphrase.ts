import { Refused } from '../../shared/refusal.ts'
import { tuneKdf, type Kdf } from './kdf.ts'
import { readKeysFile } from './keysFile.ts'
import { openKeys, type Keys } from './openKeys.ts'
import { normalise } from './passphrase.ts'
import { putKeys } from './putKeys.ts'
import { makeSlot, mustBeNobodyElses, wipe } from './slot.ts'
import { writeCopy } from './slotBlock.ts'
import type { Throttle } from './throttle.ts'

/** Passphrases are UTF-8 as typed; the caller wipes them. */
export interface Changing {
  readonly folder: string
  readonly old: Uint8Array
  readonly next: Uint8Array
  readonly throttle?: Throttle | undefined
  /** For tests: a cost below the floor. */
  readonly kdf?: Kdf | undefined
}

/** The next copy: the slot that opened keeps its number and its letter, every other one stays as it is. */
async function nextCopy(keys: Keys, { next, kdf }: Changing): Promise<Uint8Array> {
  const { dataKey, personKey, vaultId, block, slot } = keys
  const generation = keys.generation + 1
  const passphrase = normalise(next)
  const cost = kdf ?? (await tuneKdf(() => performance.now()))
  try {
    const others = block.slots.filter(other => other.id !== slot.id)
    await mustBeNobodyElses(passphrase, { slots: others, vaultId })
    const { id, holder, label } = slot
    const said = { id, holder, label, generation, kdf: cost }
    const made = await makeSlot({ ...said, passphrase, dataKey, personKey, vaultId })
    const slots = block.slots.map(other => (other.id === id ? made : other))
    return writeCopy({ ...block, slots }, { generation, dataKey })
  } finally {
    passphrase.fill(0)
  }
}

async function keysOf(file: Uint8Array, { old, kdf, throttle }: Changing): Promise<Keys> {
  const passphrase = normalise(old)
  try {
    return await openKeys(file, { passphrase, also: kdf })
  } catch (error) {
    if (error instanceof Refused && error.code === 'vault/wrong-passphrase') throttle?.failed()
    throw error
  } finally {
    passphrase.fill(0)
  }
}

/**
 * From here on the vault opens with another passphrase. The data itself is not written anew.
 *
 * Whatever stops it, exactly one of the two passphrases opens the vault; when it is refused, the old one, unless the
 * refusal says that nobody can tell. Copies of the vault made before still open with the old one.
 *
 * @throws Refused `vault/wrong-passphrase`, `vault/unusable-passphrase`, `vault/try-later`, `vault/damaged`,
 *   `vault/newer-than-app`, `vault/not-enough-memory`, `vault/passphrase-unsure`, `vault/passphrase-taken`,
 *   `file/…`.
 */
export async function changePassphrase(changing: Changing): Promise<void> {
  changing.throttle?.check()
  const { folder } = changing
  const before = await readKeysFile(folder)
  const keys = await keysOf(before, changing)
  const copy = await nextCopy(keys, changing).finally(() => wipe(keys))
  await putKeys(folder, { before, goodAt: keys.goodAt, copy })
}
