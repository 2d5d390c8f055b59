import { randomBytes } from 'node:crypto'
import { boxKeyOf } from './box.ts'
import { hkdf, ownKeyOf, unwrapKeys, wrapKeys, type Opened, type RecoverySlot } from './slot.ts'

/** The secret half of what people of a vault lock for whoever comes with the shares. */
const escrow = 'escrow'

/** What a recovery slot is made of. `generation` is that of the block it will stand in. */
export interface NewRecovery {
  /** 32 random bytes, never kept: the shares are all there is of it. */
  readonly recoveryKey: Uint8Array
  readonly dataKey: Uint8Array
  readonly vaultId: Uint8Array
  readonly set: string
  readonly k: number
  readonly n: number
  readonly generation: number
}

const keyOf = (recoveryKey: Uint8Array, vaultId: Uint8Array) =>
  hkdf(recoveryKey, vaultId, 'vigil/kek/v1/recovery')

/** A slot that gives the data key, and a key that nobody of the vault has, to whoever comes with the shares. */
export function makeRecoverySlot(made: NewRecovery): RecoverySlot {
  const { recoveryKey, dataKey, vaultId, set, k, n, generation } = made
  const personKey = new Uint8Array(randomBytes(32))
  const slot = {
    id: randomBytes(8).toString('hex'),
    type: 'recovery' as const,
    holder: randomBytes(8).toString('hex'),
    set,
    k,
    n,
    to: Buffer.from(boxKeyOf(ownKeyOf({ personKey, vaultId }, escrow))).toString('hex'),
    nonce: randomBytes(12).toString('hex'),
    created_gen: generation,
  }
  const wrapped = wrapKeys({ dataKey, personKey }, { key: keyOf(recoveryKey, vaultId), slot, vaultId })
  personKey.fill(0)
  return { ...slot, wrapped }
}

/** The keys in a recovery slot, or `null` when these shares are not its own or it was changed. */
export const openRecoverySlot = (
  slot: RecoverySlot,
  { recoveryKey, vaultId }: { readonly recoveryKey: Uint8Array; readonly vaultId: Uint8Array },
): Opened | null => unwrapKeys(slot.wrapped, { key: keyOf(recoveryKey, vaultId), slot, vaultId })

/** What the shares open besides the slot: 32 bytes, the secret half of its `to`. The caller wipes them. */
export const escrowSecretOf = (keys: { readonly personKey: Uint8Array; readonly vaultId: Uint8Array }) =>
  ownKeyOf(keys, escrow)

/** What a box with somebody's own key is bound to: it opens for nobody else and with no other shares. */
export const escrowOf = (slot: Pick<RecoverySlot, 'id'>, holder: string) =>
  `vigil/escrow/v1/${slot.id}/${holder}`
