import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from '../../shared/zod.ts'
import { canonicalJson, readCanonicalJson } from './canonicalJson.ts'
import { mayRun, type Kdf } from './kdf.ts'
import { hkdf, isTypedSlot, Slot } from './slot.ts'

/** What this version reads. A block that asks for more is left alone. */
export const reader = 1

/** Bytes of one copy of the block; `keys.vk` holds two. */
export const copyBytes = 8192

/*
 * One copy:  "VIGILVK1" | length u32 | generation u64 | JSON | HMAC-SHA-256 | zeros | SHA-256 of all before
 * Numbers are big-endian, `length` is that of the JSON. The HMAC is over everything before it, as read. The SHA-256 needs
 * no key: it tells a copy that rotted from a passphrase that was mistyped, and proves nothing else.
 */
/** What a copy begins with. */
export const magic = Buffer.from('VIGILVK1')
const jsonAt = 20
const macBytes = 32
const sumAt = copyBytes - 32

const hasNoTwins = (ids: readonly string[]) => new Set(ids).size === ids.length

/** The ways to the data key of one vault (ADR 0002). An unknown field is refused. */
export const SlotBlock = z.strictObject({
  v: z.literal(1),
  vault_id: z.string().regex(/^[0-9a-f]{32}$/u),
  min_reader: z.literal(reader),
  cipher: z.literal('sqlcipher4-raw'),
  slots: z
    .array(Slot)
    .min(1)
    .refine(slots => hasNoTwins(slots.map(slot => slot.id))),
})
export type SlotBlock = z.infer<typeof SlotBlock>

const Newer = z.looseObject({ min_reader: z.int().min(reader + 1) })

/** A copy whose frame holds. `signed` is what the MAC is over, exactly as read. */
interface Framed {
  readonly generation: number
  readonly signed: Uint8Array
  readonly mac: Uint8Array
}

/** A copy that can be read. */
export interface FineCopy extends Framed {
  readonly state: 'fine'
  readonly block: SlotBlock
}

/** A copy that only a later version can read, or says so. */
export interface NewerCopy extends Framed {
  readonly state: 'newer'
}

/** One copy as found. Nothing in it is trusted before its MAC was checked under a key it, or its twin, gave. */
export type Copy = FineCopy | NewerCopy | { readonly state: 'bad' }

const bad: Copy = { state: 'bad' }

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

function macOf(signed: Uint8Array, dataKey: Uint8Array, vaultId: Uint8Array): Buffer {
  return createHmac('sha256', hkdf(dataKey, vaultId, 'vigil/sub/v1/hdr-mac'))
    .update(signed)
    .digest()
}

/** Whether a copy was written by somebody who held the data key of this vault. */
export function isAuthentic(
  copy: FineCopy | NewerCopy,
  { dataKey, vaultId }: { readonly dataKey: Uint8Array; readonly vaultId: Uint8Array },
): boolean {
  return timingSafeEqual(copy.mac, macOf(copy.signed, dataKey, vaultId))
}

/** The 8 KiB of one copy. */
export function writeCopy(
  block: SlotBlock,
  { generation, dataKey }: { generation: number; dataKey: Uint8Array },
): Uint8Array {
  const json = Buffer.from(canonicalJson(block))
  if (jsonAt + json.length + macBytes > sumAt) throw new Error('too many slots for one block')
  const copy = Buffer.alloc(copyBytes)
  magic.copy(copy)
  copy.writeUInt32BE(json.length, 8)
  copy.writeBigUInt64BE(BigInt(generation), 12)
  json.copy(copy, jsonAt)
  const end = jsonAt + json.length
  macOf(copy.subarray(0, end), dataKey, Buffer.from(block.vault_id, 'hex')).copy(copy, end)
  sha256(copy.subarray(0, sumAt)).copy(copy, sumAt)
  return copy
}

/** Where the JSON ends, or 0 when the frame does not hold. */
function frameEnd(copy: Buffer): number {
  if (copy.length !== copyBytes || !copy.subarray(0, magic.length).equals(magic)) return 0
  if (!sha256(copy.subarray(0, sumAt)).equals(copy.subarray(sumAt))) return 0
  const end = jsonAt + copy.readUInt32BE(8)
  if (end + macBytes > sumAt || copy.readBigUInt64BE(12) > Number.MAX_SAFE_INTEGER) return 0
  return copy.subarray(end + macBytes, sumAt).equals(Buffer.alloc(sumAt - end - macBytes)) ? end : 0
}

/**
 * One copy, as far as it can be read without a key. Costs that are out of range make it `bad` before they are run.
 *
 * @param also a cost accepted although it is out of range, for tests.
 */
export function readCopy(bytes: Uint8Array, also?: Kdf): Copy {
  const copy = Buffer.from(bytes)
  const end = frameEnd(copy)
  if (end === 0) return bad
  const framed: Framed = {
    generation: Number(copy.readBigUInt64BE(12)),
    signed: copy.subarray(0, end),
    mac: copy.subarray(end, end + macBytes),
  }
  const value = readCanonicalJson(copy.subarray(jsonAt, end))
  if (Newer.safeParse(value).success) return { state: 'newer', ...framed }
  const block = SlotBlock.safeParse(value).data
  if (!block?.slots.filter(isTypedSlot).every(slot => mayRun(slot.kdf, also))) return bad
  return { state: 'fine', block, ...framed }
}
