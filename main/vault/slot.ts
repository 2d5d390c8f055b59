import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Refused } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'
import { canonicalJson } from './canonicalJson.ts'
import { derive, Kdf } from './kdf.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`, 'u'))
const SlotId = hex(8)
const Generation = z.int().min(1)

/** A share's set is told apart by four signs, which stand in every share as words. */
export const ShareSet = z.string().regex(/^[0-9A-F]{4}$/u)

/** One way to the data key: a passphrase. Bytes are written in hex. */
export const PassphraseSlot = z.strictObject({
  id: SlotId,
  type: z.literal('passphrase'),
  /** Whose way in it is: the same in every slot of one person, and nobody's name. */
  holder: SlotId,
  /** A letter, never a name. */
  label: z.string().regex(/^[A-Z]$/u),
  kdf: Kdf.extend({ name: z.literal('argon2id'), v: z.literal(19), salt: hex(16) }),
  nonce: hex(12),
  wrapped: hex(80),
  created_gen: Generation,
})
export type PassphraseSlot = z.infer<typeof PassphraseSlot>

/** The same, with the 32 bytes of a key file as a second half: neither opens it alone (ADR 0030). */
const KeyFileSlot = PassphraseSlot.extend({ type: z.literal('passphrase+keyfile') })
type KeyFileSlot = z.infer<typeof KeyFileSlot>

/** A way in somebody types: they are at the desk then. */
export type TypedSlot = PassphraseSlot | KeyFileSlot

/**
 * The way in for whoever lost theirs: a key nobody has, given out in shares (ADR 0030). `holder` is nobody of the vault;
 * what is locked to `to` opens with the shares alone.
 */
export const RecoverySlot = z.strictObject({
  id: SlotId,
  type: z.literal('recovery'),
  holder: SlotId,
  set: ShareSet,
  /** How many shares open it, and how many there are. */
  k: z.int().min(2).max(5),
  n: z.int().min(2).max(7),
  to: hex(32),
  nonce: hex(12),
  wrapped: hex(80),
  created_gen: Generation,
})
export type RecoverySlot = z.infer<typeof RecoverySlot>

const known: readonly string[] = ['passphrase', 'passphrase+keyfile', 'recovery']

/** A kind of slot this version does not know. It opens nothing, and it is kept as it stands (ADR 0002). */
const OtherSlot = z.looseObject({
  id: SlotId,
  holder: SlotId,
  type: z
    .string()
    .regex(/^[a-z][a-z0-9+-]{0,39}$/u)
    .refine(type => !known.includes(type)),
  created_gen: Generation,
})

export const Slot = z.union([PassphraseSlot, KeyFileSlot, RecoverySlot, OtherSlot])
export type Slot = z.infer<typeof Slot>

/** Whether a slot opens with a key file besides the passphrase. */
export const isKeyFileSlot = (slot: Slot): slot is KeyFileSlot => slot.type === 'passphrase+keyfile'

/** Whether a slot is somebody's, who types a passphrase for it. */
export const isTypedSlot = (slot: Slot): slot is TypedSlot =>
  slot.type === 'passphrase' || slot.type === 'passphrase+keyfile'

/** Whether a slot opens with shares. */
export const isRecoverySlot = (slot: Slot): slot is RecoverySlot => slot.type === 'recovery'

/** What somebody types and holds. The caller wipes both. */
export interface Secret {
  /** Normalised. */
  readonly passphrase: Uint8Array
  /** The 32 bytes of a key file, when there is one. */
  readonly keyFile?: Uint8Array | null | undefined
}

/** Somebody who may open the vault, and the keys that only they have. */
export interface Holder {
  /** 16 hex digits. */
  readonly holder: string
  /** 32 bytes for one purpose, the same in every session of theirs. The caller wipes them. */
  ownKey(name: string): Uint8Array
}

/** 32 bytes by HKDF-SHA-256. The salt is the vault's id, so that no two vaults share a key. */
export function hkdf(key: Uint8Array, salt: Uint8Array, info: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, salt, info, 32))
}

/** Everything a slot says beside the wrapped key is bound to it, and so is the vault it belongs to. */
function bound(slot: object, vaultId: Uint8Array): Buffer {
  const said = Object.entries(slot).filter(([name]) => name !== 'wrapped')
  return Buffer.concat([Buffer.from(canonicalJson(Object.fromEntries(said))), vaultId])
}

async function keyOf(
  slot: Omit<TypedSlot, 'wrapped'>,
  { passphrase, keyFile }: Secret,
  vaultId: Uint8Array,
): Promise<Uint8Array> {
  const stretched = await derive(passphrase, slot.kdf, Buffer.from(slot.kdf.salt, 'hex'))
  const both = slot.type === 'passphrase' ? stretched : Buffer.concat([stretched, keyFile ?? Buffer.alloc(0)])
  const key = hkdf(both, vaultId, `vigil/kek/v1/${slot.type}`)
  stretched.fill(0)
  both.fill(0)
  return key
}

/** What a slot gives to whoever opens it. Whoever asked wipes both. */
export interface Opened {
  /** 32 bytes: the whole vault. */
  readonly dataKey: Uint8Array
  /** 32 bytes: what only this person may open in it. The same in every slot of theirs. */
  readonly personKey: Uint8Array
}

/** What a new slot is made of. `passphrase` is normalised; `generation` is that of the block it will stand in. */
export interface NewSlot extends Opened, Secret {
  /** 16 hex digits; drawn at random when it is nobody's yet. */
  readonly id?: string | undefined
  /** 16 hex digits; drawn at random for somebody new. */
  readonly holder?: string | undefined
  readonly vaultId: Uint8Array
  readonly kdf: Kdf
  readonly label: string
  readonly generation: number
}

/** What locks the two keys of a slot, and what it is bound to. */
interface Wrapping {
  /** 32 bytes; wiped here. */
  readonly key: Uint8Array
  /** The slot without `wrapped`. */
  readonly slot: { readonly nonce: string }
  readonly vaultId: Uint8Array
}

/** Both keys under the key of a slot, in hex. */
export function wrapKeys({ dataKey, personKey }: Opened, { key, slot, vaultId }: Wrapping): string {
  const nonce = Buffer.from(slot.nonce, 'hex')
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(slot, vaultId))
  key.fill(0)
  const parts = [cipher.update(dataKey), cipher.update(personKey), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(parts).toString('hex')
}

/** The keys in a slot, or `null` when this is not the slot's key or the slot was changed. */
export function unwrapKeys(wrapped: string, { key, slot, vaultId }: Wrapping): Opened | null {
  const bytes = Buffer.from(wrapped, 'hex')
  const nonce = Buffer.from(slot.nonce, 'hex')
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
    .setAAD(bound(slot, vaultId))
    .setAuthTag(bytes.subarray(64))
  key.fill(0)
  try {
    const keys = new Uint8Array(Buffer.concat([cipher.update(bytes.subarray(0, 64)), cipher.final()]))
    return { dataKey: keys.slice(0, 32), personKey: keys.slice(32) }
  } catch {
    return null
  }
}

/** A slot that gives both keys to whoever knows the passphrase, and has the key file when there is one. */
export async function makeSlot(made: NewSlot): Promise<TypedSlot> {
  const slot = {
    id: made.id ?? randomBytes(8).toString('hex'),
    type: made.keyFile ? ('passphrase+keyfile' as const) : ('passphrase' as const),
    holder: made.holder ?? randomBytes(8).toString('hex'),
    label: made.label,
    kdf: { ...made.kdf, name: 'argon2id' as const, v: 19 as const, salt: randomBytes(16).toString('hex') },
    nonce: randomBytes(12).toString('hex'),
    created_gen: made.generation,
  }
  const key = await keyOf(slot, made, made.vaultId)
  return { ...slot, wrapped: wrapKeys(made, { key, slot, vaultId: made.vaultId }) }
}

/** The keys in a slot, or `null` when it is not opened by this or was changed. */
export async function openSlot(
  slot: TypedSlot,
  { vaultId, ...secret }: Secret & { readonly vaultId: Uint8Array },
): Promise<Opened | null> {
  if (isKeyFileSlot(slot) && !secret.keyFile) return null
  const key = await keyOf(slot, secret, vaultId)
  return unwrapKeys(slot.wrapped, { key, slot, vaultId })
}

/** What one person has for themself, by the name it is used under. */
export function ownKeyOf(
  { personKey, vaultId }: Pick<NewSlot, 'personKey' | 'vaultId'>,
  name: string,
): Uint8Array {
  return hkdf(personKey, vaultId, `vigil/own/v1/${name}`)
}

/** Both keys are gone from memory. */
export function wipe({ dataKey, personKey }: Opened): void {
  dataKey.fill(0)
  personKey.fill(0)
}

/**
 * Who is at the desk is told by which slot opens: no passphrase, with the same key file or without any, may open two.
 *
 * @throws Refused `vault/passphrase-taken`, `vault/not-enough-memory`.
 */
export async function mustBeNobodyElses(
  secret: Secret,
  { slots, vaultId }: { readonly slots: readonly Slot[]; readonly vaultId: Uint8Array },
): Promise<void> {
  for (const slot of slots.filter(isTypedSlot)) {
    const opened = await openSlot(slot, { ...secret, vaultId })
    if (opened) wipe(opened)
    if (opened) throw new Refused('vault/passphrase-taken')
  }
}
