import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Refused } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'
import { canonicalJson } from './canonicalJson.ts'
import { derive, Kdf } from './kdf.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`, 'u'))
const SlotId = hex(8)
const Generation = z.int().min(1)

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

/** A kind of slot this version does not know. It opens nothing, and it is kept as it stands (ADR 0002). */
const OtherSlot = z.looseObject({
  id: SlotId,
  holder: SlotId,
  type: z
    .string()
    .regex(/^[a-z][a-z0-9+-]{0,39}$/u)
    .refine(type => type !== 'passphrase'),
  created_gen: Generation,
})

export const Slot = z.union([PassphraseSlot, OtherSlot])
export type Slot = z.infer<typeof Slot>

/** Whether this version can open a slot. */
export const isPassphraseSlot = (slot: Slot): slot is PassphraseSlot => slot.type === 'passphrase'

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

type Unwrapped = Omit<PassphraseSlot, 'wrapped'>

/** Everything a slot says beside the wrapped key is bound to it, and so is the vault it belongs to. */
function bound(slot: Unwrapped, vaultId: Uint8Array): Buffer {
  const said = Object.entries(slot).filter(([name]) => name !== 'wrapped')
  return Buffer.concat([Buffer.from(canonicalJson(Object.fromEntries(said))), vaultId])
}

async function keyOf(slot: Unwrapped, passphrase: Uint8Array, vaultId: Uint8Array): Promise<Uint8Array> {
  const stretched = await derive(passphrase, slot.kdf, Buffer.from(slot.kdf.salt, 'hex'))
  const key = hkdf(stretched, vaultId, `vigil/kek/v1/${slot.type}`)
  stretched.fill(0)
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
export interface NewSlot extends Opened {
  /** 16 hex digits; drawn at random when it is nobody's yet. */
  readonly id?: string | undefined
  /** 16 hex digits; drawn at random for somebody new. */
  readonly holder?: string | undefined
  readonly passphrase: Uint8Array
  readonly vaultId: Uint8Array
  readonly kdf: Kdf
  readonly label: string
  readonly generation: number
}

/** A slot that gives both keys to whoever knows the passphrase. */
export async function makeSlot(made: NewSlot): Promise<PassphraseSlot> {
  const slot: Unwrapped = {
    id: made.id ?? randomBytes(8).toString('hex'),
    type: 'passphrase',
    holder: made.holder ?? randomBytes(8).toString('hex'),
    label: made.label,
    kdf: { ...made.kdf, name: 'argon2id', v: 19, salt: randomBytes(16).toString('hex') },
    nonce: randomBytes(12).toString('hex'),
    created_gen: made.generation,
  }
  const key = await keyOf(slot, made.passphrase, made.vaultId)
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'hex')).setAAD(
    bound(slot, made.vaultId),
  )
  key.fill(0)
  const wrapped = Buffer.concat([
    cipher.update(made.dataKey),
    cipher.update(made.personKey),
    cipher.final(),
    cipher.getAuthTag(),
  ])
  return { ...slot, wrapped: wrapped.toString('hex') }
}

/** The keys in a slot, or `null` when the passphrase is not the slot's or the slot was changed. */
export async function openSlot(
  slot: PassphraseSlot,
  { passphrase, vaultId }: { readonly passphrase: Uint8Array; readonly vaultId: Uint8Array },
): Promise<Opened | null> {
  const key = await keyOf(slot, passphrase, vaultId)
  const wrapped = Buffer.from(slot.wrapped, 'hex')
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'hex'), { authTagLength: 16 })
    .setAAD(bound(slot, vaultId))
    .setAuthTag(wrapped.subarray(64))
  key.fill(0)
  try {
    const keys = new Uint8Array(Buffer.concat([cipher.update(wrapped.subarray(0, 64)), cipher.final()]))
    return { dataKey: keys.slice(0, 32), personKey: keys.slice(32) }
  } catch {
    return null
  }
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
 * Who is at the desk is told by which slot opens: no passphrase may open two.
 *
 * @param passphrase normalised.
 * @throws Refused `vault/passphrase-taken`, `vault/not-enough-memory`.
 */
export async function mustBeNobodyElses(
  passphrase: Uint8Array,
  { slots, vaultId }: { readonly slots: readonly Slot[]; readonly vaultId: Uint8Array },
): Promise<void> {
  for (const slot of slots.filter(isPassphraseSlot)) {
    const opened = await openSlot(slot, { passphrase, vaultId })
    if (opened) wipe(opened)
    if (opened) throw new Refused('vault/passphrase-taken')
  }
}
