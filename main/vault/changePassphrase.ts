import { Refused } from '../../shared/refusal.ts'
import { tuneKdf, type Kdf } from './kdf.ts'
import { readKeysFile, repairsOf, stepsBackTo, stepsTo, writeSteps, type Step } from './keysFile.ts'
import { openKeys, type Keys } from './openKeys.ts'
import { normalise } from './passphrase.ts'
import { makeSlot } from './slot.ts'
import { copyBytes, writeCopy } from './slotBlock.ts'
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

/** The next copy: the slot that opened is replaced, every other one stays. */
async function nextCopy(keys: Keys, { next, kdf }: Changing): Promise<Uint8Array> {
  const { dataKey, vaultId, block, slot } = keys
  const generation = keys.generation + 1
  const passphrase = normalise(next)
  const cost = kdf ?? (await tuneKdf(() => performance.now()))
  const made = await makeSlot({ passphrase, dataKey, vaultId, kdf: cost, label: slot.label, generation })
  passphrase.fill(0)
  const slots = block.slots.map(other => (other.id === slot.id ? made : other))
  return writeCopy({ ...block, slots }, { generation, dataKey })
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

/** Writes the steps and reads back that both places hold the copy now. */
async function write(folder: string, copy: Uint8Array, steps: readonly Step[]): Promise<void> {
  await writeSteps(folder, steps)
  const written = await readKeysFile(folder)
  if (Buffer.compare(written, Buffer.concat([copy, copy])) !== 0) throw new Refused('file/cannot-write')
}

/**
 * After a write failed: the old copy again, in both places, so that "refused" means that nothing changed. Somebody who is
 * told so throws the new passphrase away.
 *
 * @param before the bytes of `keys.vk` before the change.
 * @throws Refused `vault/passphrase-unsure` when the disk does not take that either.
 */
async function takeBack(
  folder: string,
  { copy, before }: { readonly copy: Uint8Array; readonly before: Uint8Array },
): Promise<void> {
  try {
    await write(folder, copy, stepsBackTo(copy))
  } catch {
    const now = await readKeysFile(folder).catch(() => null)
    if (!now || Buffer.compare(now, before) !== 0) throw new Refused('vault/passphrase-unsure')
  }
}

/**
 * From here on the vault opens with another passphrase. The data itself is not written anew.
 *
 * Whatever stops it, exactly one of the two passphrases opens the vault; when it is refused, the old one, unless the
 * refusal says that nobody can tell. Copies of the vault made before still open with the old one.
 *
 * @throws Refused `vault/wrong-passphrase`, `vault/unusable-passphrase`, `vault/try-later`, `vault/damaged`,
 *   `vault/newer-than-app`, `vault/not-enough-memory`, `vault/passphrase-unsure`, `file/…`.
 */
export async function changePassphrase(changing: Changing): Promise<void> {
  changing.throttle?.check()
  const { folder } = changing
  const before = await readKeysFile(folder)
  const keys = await keysOf(before, changing)
  const copy = await nextCopy(keys, changing).finally(() => keys.dataKey.fill(0))
  try {
    await write(folder, copy, [...repairsOf(before, keys.goodAt), ...stepsTo(copy)])
  } catch (error) {
    await takeBack(folder, { copy: before.subarray(keys.goodAt, keys.goodAt + copyBytes), before })
    throw error
  }
}
