import { Refused } from '../../shared/refusal.ts'
import { tuneKdf, type Kdf } from './kdf.ts'
import { readKeysFile } from './keysFile.ts'
import { isWrongTry, openKeys, type Keys } from './openKeys.ts'
import { normalise } from './passphrase.ts'
import { putKeys } from './putKeys.ts'
import { isKeyFileSlot, makeSlot, mustBeNobodyElses, wipe, type TypedSlot } from './slot.ts'
import { writeCopy } from './slotBlock.ts'
import type { Throttle } from './throttle.ts'

/** Passphrases are UTF-8 as typed, key files their 32 bytes; the caller wipes them. */
export interface Changing {
  readonly folder: string
  readonly old: Uint8Array
  readonly next: Uint8Array
  /** The key file that opens it until now, when it needs one. */
  readonly keyFile?: Uint8Array | null | undefined
  /** The key file from now on; `null`: none any more. Without it, what was needed stays needed. */
  readonly nextKeyFile?: Uint8Array | null | undefined
  /** Whose way in it has to be; without it, whose it is. */
  readonly holder?: string | undefined
  readonly throttle?: Throttle | undefined
  /** For tests: a cost below the floor. */
  readonly kdf?: Kdf | undefined
}

/** The next copy: the slot that opened keeps its number and its letter, every other one stays as it is. */
async function nextCopy(keys: Keys<TypedSlot>, changing: Changing): Promise<Uint8Array> {
  const { next, kdf } = changing
  const { dataKey, personKey, vaultId, block, slot } = keys
  const generation = keys.generation + 1
  const passphrase = normalise(next)
  const cost = kdf ?? (await tuneKdf(() => performance.now()))
  try {
    const others = block.slots.filter(other => other.id !== slot.id)
    const keyFile = keyFileAfter(keys.slot, changing)
    await mustBeNobodyElses({ passphrase, keyFile }, { slots: others, vaultId })
    const { id, holder, label } = slot
    const said = { id, holder, label, generation, kdf: cost }
    const made = await makeSlot({ ...said, passphrase, keyFile, dataKey, personKey, vaultId })
    const slots = block.slots.map(other => (other.id === id ? made : other))
    return writeCopy({ ...block, slots }, { generation, dataKey })
  } finally {
    passphrase.fill(0)
  }
}

const keyFileAfter = (slot: TypedSlot, { keyFile, nextKeyFile }: Changing) =>
  nextKeyFile === undefined && isKeyFileSlot(slot) ? keyFile : nextKeyFile

/** @throws Refused `vault/wrong-passphrase` also when it opens the way in of somebody else. */
async function keysOf(
  file: Uint8Array,
  { old, keyFile, holder, kdf, throttle }: Changing,
): Promise<Keys<TypedSlot>> {
  const passphrase = normalise(old)
  try {
    const keys = await openKeys(file, { passphrase, keyFile, also: kdf })
    if (holder === undefined || keys.slot.holder === holder) return keys
    wipe(keys)
    throw new Refused('vault/wrong-passphrase')
  } catch (error) {
    if (error instanceof Refused && isWrongTry(error.code)) throttle?.failed()
    throw error
  } finally {
    passphrase.fill(0)
  }
}

/**
 * From here on the vault opens with another passphrase, or with another key file, or without one. The data itself is not
 * written anew.
 *
 * Whatever stops it, exactly one of the two ways opens the vault; when it is refused, the old one, unless the
 * refusal says that nobody can tell. Copies of the vault made before still open with the old one.
 *
 * @throws Refused `vault/wrong-passphrase`, `keyfile/needed`, `keyfile/one-is-wrong`, `vault/unusable-passphrase`, `vault/try-later`, `vault/damaged`,
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
