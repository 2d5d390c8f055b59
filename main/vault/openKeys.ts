import { Refused, type RefusalCode } from '../../shared/refusal.ts'
import type { Kdf } from './kdf.ts'
import { openRecoverySlot } from './recoverySlot.ts'
import {
  isKeyFileSlot,
  isRecoverySlot,
  isTypedSlot,
  openSlot,
  wipe,
  type Opened,
  type RecoverySlot,
  type Secret,
  type Slot,
  type TypedSlot,
} from './slot.ts'
import {
  copyBytes,
  isAuthentic,
  readCopy,
  type FineCopy,
  type NewerCopy,
  type SlotBlock,
} from './slotBlock.ts'

/** What a passphrase or shares opened. Both keys are wiped by whoever asked. */
export interface Keys<S extends TypedSlot | RecoverySlot = TypedSlot | RecoverySlot> extends Opened {
  /** 16 bytes. */
  readonly vaultId: Uint8Array
  readonly block: SlotBlock
  readonly generation: number
  /** The slot that opened. */
  readonly slot: S
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

/** One kind of way in: which slots it may open, how, and what is said when it opens none. */
interface Way<S extends TypedSlot | RecoverySlot> {
  readonly slotsOf: (slots: readonly Slot[]) => readonly S[]
  readonly open: (slot: S, vaultId: Uint8Array) => Promise<Opened | null>
  /** Why it is refused by slots that can be read. */
  readonly refusal: (slots: readonly Slot[]) => RefusalCode
}

async function opened<S extends TypedSlot | RecoverySlot>(
  copy: Readable,
  way: Way<S>,
): Promise<Keys<S> | null> {
  const { block, generation, at } = copy
  const vaultId = Buffer.from(block.vault_id, 'hex')
  for (const slot of way.slotsOf(block.slots)) {
    const keys = await way.open(slot, vaultId)
    if (keys) return { ...keys, vaultId, block, generation, slot, goodAt: at }
  }
  return null
}

/** With a key file those that need one come first: the same passphrase may open somebody else's way in without it. */
const typedWay = (secret: Secret): Way<TypedSlot> => ({
  slotsOf: slots => {
    const typed = slots.filter(isTypedSlot)
    return secret.keyFile
      ? typed.toSorted((a, b) => Number(isKeyFileSlot(b)) - Number(isKeyFileSlot(a)))
      : typed
  },
  open: (slot, vaultId) => openSlot(slot, { ...secret, vaultId }),
  refusal: slots => {
    if (!slots.some(isTypedSlot)) return 'vault/newer-than-app'
    if (!slots.some(isKeyFileSlot)) return 'vault/wrong-passphrase'
    return secret.keyFile ? 'keyfile/one-is-wrong' : 'keyfile/needed'
  },
})

const recoveryWay = (recoveryKey: Uint8Array): Way<RecoverySlot> => ({
  slotsOf: slots => slots.filter(isRecoverySlot),
  open: (slot, vaultId) => Promise.resolve(openRecoverySlot(slot, { recoveryKey, vaultId })),
  refusal: slots => (slots.some(isRecoverySlot) ? 'recovery/not-this-vault' : 'recovery/none'),
})

/** Why a way in that this copy does not accept is refused, when the copy is to be believed. */
const refusalOf = (copy: Placed, way: Pick<Way<never>, 'refusal'>): RefusalCode =>
  copy.state === 'fine' ? way.refusal(copy.block.slots) : 'vault/newer-than-app'

/** Whether a refusal says that what was given does not open, so that whoever tries has to wait in the end. */
export const isWrongTry = (code: RefusalCode): boolean => wrongTries.includes(code)
const wrongTries: readonly RefusalCode[] = [
  'vault/wrong-passphrase',
  'keyfile/needed',
  'keyfile/one-is-wrong',
  'recovery/not-this-vault',
]

/**
 * Why keys that a copy gave may not be used, or `null`.
 *
 * A newer copy that the same key signed rules, even when an older one still knows the passphrase.
 */
function refusalFor(
  keys: Keys,
  copy: Readable,
  { copies, way }: { readonly copies: readonly Placed[]; readonly way: Pick<Way<never>, 'refusal'> },
): RefusalCode | null {
  if (!isAuthentic(copy, keys)) return 'vault/damaged'
  const ruling = copies.find(other => other.generation > keys.generation && isAuthentic(other, keys))
  return ruling ? refusalOf(ruling, way) : null
}

async function openBy<S extends TypedSlot | RecoverySlot>(
  file: Uint8Array,
  { way, also }: { readonly way: Way<S>; readonly also: Kdf | undefined },
): Promise<Keys<S>> {
  const copies = copiesIn(file, also)
  let refusal: RefusalCode = copies[0] ? refusalOf(copies[0], way) : 'vault/damaged'
  for (const copy of worthTrying(copies)) {
    const keys = await opened(copy, way)
    const why = keys && refusalFor(keys, copy, { copies, way })
    if (keys && !why) return keys
    if (keys) wipe(keys)
    refusal = why ?? refusal
  }
  throw new Refused(refusal)
}

/**
 * The keys that a passphrase, with its key file when it has one, opens in the bytes of `keys.vk`.
 *
 * "Wrong" is said only when a copy that can be read does not accept it and the other copy does not either; a copy that
 * accepts it and was not written with its own key counts as damaged. Which of the two halves is wrong nobody can tell.
 *
 * @param also a cost accepted although it is out of range, for tests.
 * @throws Refused `vault/wrong-passphrase`, `keyfile/needed`, `keyfile/one-is-wrong`, `vault/damaged`,
 *   `vault/newer-than-app`, `vault/not-enough-memory`.
 */
export const openKeys = (
  file: Uint8Array,
  { also, ...secret }: Secret & { readonly also?: Kdf | undefined },
): Promise<Keys<TypedSlot>> => openBy(file, { way: typedWay(secret), also })

/**
 * The keys that shares open, put together to the recovery key.
 *
 * @throws Refused `recovery/none`, `recovery/not-this-vault`, `vault/damaged`, `vault/newer-than-app`.
 */
export const openKeysByShares = (
  file: Uint8Array,
  { recoveryKey, also }: { readonly recoveryKey: Uint8Array; readonly also?: Kdf | undefined },
): Promise<Keys<RecoverySlot>> => openBy(file, { way: recoveryWay(recoveryKey), also })

/**
 * The slots as they stand in the newest copy that can be read, before anything of it is proved: good enough to know what
 * to ask for, and for nothing else. Empty when no copy can be read.
 */
export const slotsShown = (file: Uint8Array, also?: Kdf): readonly Slot[] =>
  copiesIn(file, also).find(isReadable)?.block.slots ?? []

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
