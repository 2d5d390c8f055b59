import { Refused, type RefusalCode } from '../../shared/refusal.ts'
import type { Kdf } from './kdf.ts'
import { isPassphraseSlot, openSlot, wipe, type Opened, type PassphraseSlot } from './slot.ts'
import {
  copyBytes,
  isAuthentic,
  readCopy,
  type FineCopy,
  type NewerCopy,
  type SlotBlock,
} from './slotBlock.ts'

/** What a passphrase opened. Both keys are wiped by whoever asked. */
export interface Keys extends Opened {
  /** 16 bytes. */
  readonly vaultId: Uint8Array
  readonly block: SlotBlock
  readonly generation: number
  /** The slot that opened. */
  readonly slot: PassphraseSlot
  /** Where in the file the copy stands that both copies should be: 0 or 8192. */
  readonly goodAt: number
}

type Placed = (FineCopy | NewerCopy) & { readonly at: number }
type Readable = FineCopy & { readonly at: number }

const isReadable = (copy: Placed): copy is Placed & FineCopy => copy.state === 'fine'
const sameBytes = (a: Readable, b: Readable) =>
  Buffer.compare(a.signed, b.signed) === 0 && Buffer.compare(a.mac, b.mac) === 0

/** The copies of a file whose frame holds, the newer first; of two that are as new, the first. */
function copiesIn(file: Uint8Array, also?: Kdf): readonly Placed[] {
  return [0, copyBytes]
    .flatMap(at => {
      const copy = readCopy(file.subarray(at, at + copyBytes), also)
      return copy.state === 'bad' ? [] : [{ ...copy, at }]
    })
    .toSorted((a, b) => b.generation - a.generation)
}

/** The second copy only when it differs, so that a wrong passphrase costs one derivation. */
function worthTrying(copies: readonly Placed[]): readonly Readable[] {
  const [first, second] = copies.filter(isReadable)
  if (!first) return []
  return second && !sameBytes(first, second) ? [first, second] : [first]
}

async function opened(copy: Readable, passphrase: Uint8Array): Promise<Keys | null> {
  const { block, generation, at } = copy
  const vaultId = Buffer.from(block.vault_id, 'hex')
  for (const slot of block.slots.filter(isPassphraseSlot)) {
    const keys = await openSlot(slot, { passphrase, vaultId })
    if (keys) return { ...keys, vaultId, block, generation, slot, goodAt: at }
  }
  return null
}

/** Why a passphrase that this copy does not accept is refused, when the copy is to be believed. */
const refusalOf = (copy: Placed): RefusalCode =>
  copy.state === 'fine' && copy.block.slots.some(isPassphraseSlot)
    ? 'vault/wrong-passphrase'
    : 'vault/newer-than-app'

/**
 * Why keys that a copy gave may not be used, or `null`.
 *
 * A newer copy that the same key signed rules, even when an older one still knows the passphrase.
 */
function refusalFor(keys: Keys, copy: Readable, copies: readonly Placed[]): RefusalCode | null {
  if (!isAuthentic(copy, keys)) return 'vault/damaged'
  const ruling = copies.find(other => other.generation > keys.generation && isAuthentic(other, keys))
  return ruling ? refusalOf(ruling) : null
}

/**
 * The keys that a passphrase opens in the bytes of `keys.vk`.
 *
 * "Wrong passphrase" is said only when a copy that can be read does not accept it and the other copy does not either;
 * a copy that accepts it and was not written with its own key counts as damaged.
 *
 * @param passphrase normalised.
 * @param also a cost accepted although it is out of range, for tests.
 * @throws Refused `vault/wrong-passphrase`, `vault/damaged`, `vault/newer-than-app`, `vault/not-enough-memory`.
 */
export async function openKeys(
  file: Uint8Array,
  { passphrase, also }: { readonly passphrase: Uint8Array; readonly also?: Kdf | undefined },
): Promise<Keys> {
  const copies = copiesIn(file, also)
  let refusal: RefusalCode = copies[0] ? refusalOf(copies[0]) : 'vault/damaged'
  for (const copy of worthTrying(copies)) {
    const keys = await opened(copy, passphrase)
    const why = keys && refusalFor(keys, copy, copies)
    if (keys && !why) return keys
    if (keys) wipe(keys)
    refusal = why ?? refusal
  }
  throw new Refused(refusal)
}

/** What an open vault holds of its keys. */
export interface Held {
  readonly dataKey: Uint8Array
  /** 16 bytes. */
  readonly vaultId: Uint8Array
  /** A cost accepted although it is out of range, for tests. */
  readonly also?: Kdf | undefined
}

/**
 * The ruling copy in the bytes of `keys.vk`, told by the data key of the open vault instead of a passphrase.
 *
 * @throws Refused `vault/damaged`, `vault/newer-than-app`.
 */
export function currentKeys(file: Uint8Array, held: Held): Pick<Keys, 'block' | 'generation' | 'goodAt'> {
  const ruling = copiesIn(file, held.also).find(copy => isAuthentic(copy, held))
  if (!ruling) throw new Refused('vault/damaged')
  if (!isReadable(ruling)) throw new Refused('vault/newer-than-app')
  return { block: ruling.block, generation: ruling.generation, goodAt: ruling.at }
}
