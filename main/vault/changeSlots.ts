import { randomBytes } from 'node:crypto'
import { Refused } from '../../shared/refusal.ts'
import { tuneKdf, type Kdf } from './kdf.ts'
import { readKeysFile } from './keysFile.ts'
import { currentKeys, type Held } from './openKeys.ts'
import { normalise } from './passphrase.ts'
import { putKeys } from './putKeys.ts'
import { lockBox } from './box.ts'
import { escrowOf, makeRecoverySlot, type NewRecovery } from './recoverySlot.ts'
import {
  isRecoverySlot,
  isTypedSlot,
  makeSlot,
  mustBeNobodyElses,
  ownKeyOf,
  type Holder,
  type RecoverySlot,
} from './slot.ts'
import { writeCopy, type SlotBlock } from './slotBlock.ts'

/** More people than this do not surely fit one copy, and each one makes a wrong passphrase slower to refuse. */
export const mostSlots = 12

/** A passphrase that is to open the vault from now on. UTF-8 as typed; the caller wipes it. */
export interface Adding {
  readonly passphrase: Uint8Array
  /** For tests: a cost below the floor. */
  readonly kdf?: Kdf | undefined
  /** Told whose the new slot is before anything is written; what it throws stops the adding. */
  readonly before: (newcomer: Newcomer) => void
}

/** Somebody who is to open the vault from now on. */
interface Newcomer extends Holder {
  /** What keeps their own key for whoever comes with the shares, when there are shares. */
  readonly escrow: Escrow | null
}

/** Somebody's own key, locked for whoever comes with the shares. */
export interface Escrow {
  readonly holder: string
  /** Id of the recovery slot whose shares open it. */
  readonly slot: string
  readonly box: Uint8Array
}

/** Locks a key of one person for whoever comes with the shares. */
export function escrowFor(
  slot: RecoverySlot,
  { holder, personKey }: { readonly holder: string; readonly personKey: Uint8Array },
): Escrow {
  const random = (size: number) => new Uint8Array(randomBytes(size))
  const to = Buffer.from(slot.to, 'hex')
  return { holder, slot: slot.id, box: lockBox(personKey, { to, bound: escrowOf(slot, holder), random }) }
}

type Change = (current: { readonly block: SlotBlock; readonly generation: number }) => Promise<SlotBlock>

/** One more generation of the slots: read, changed, written over both copies. */
async function next(folder: string, held: Held, change: Change): Promise<void> {
  const before = await readKeysFile(folder)
  const { block, generation: last, goodAt } = currentKeys(before, held)
  const generation = last + 1
  const copy = writeCopy(await change({ block, generation }), { generation, dataKey: held.dataKey })
  await putKeys(folder, { before, goodAt, copy })
}

/**
 * From here on one more passphrase opens the vault. The data itself is not written anew.
 *
 * Whatever stops it, every passphrase of before still opens.
 *
 * @throws Refused `vault/too-many-people`, `vault/passphrase-taken`, `vault/unusable-passphrase`, `vault/damaged`,
 *   `vault/not-enough-memory`, `vault/passphrase-unsure`, `file/…`.
 */
export async function addSlot(folder: string, held: Held, adding: Adding): Promise<void> {
  const passphrase = normalise(adding.passphrase)
  const cost = adding.kdf ?? (await tuneKdf(() => performance.now()))
  try {
    await next(folder, { ...held, also: adding.kdf }, async ({ block, generation }) => {
      if (block.slots.filter(isTypedSlot).length >= mostSlots) throw new Refused('vault/too-many-people')
      await mustBeNobodyElses({ passphrase }, { slots: block.slots, vaultId: held.vaultId })
      const { dataKey, vaultId } = held
      const personKey = new Uint8Array(randomBytes(32))
      const label = freeLetter(block)
      const slot = await makeSlot({ passphrase, dataKey, personKey, vaultId, kdf: cost, label, generation })
      const ownKey = (name: string) => ownKeyOf({ personKey, vaultId }, name)
      const { holder } = slot
      const recovery = block.slots.find(isRecoverySlot)
      adding.before({ holder, ownKey, escrow: recovery ? escrowFor(recovery, { holder, personKey }) : null })
      personKey.fill(0)
      return { ...block, slots: [...block.slots, slot] }
    })
  } finally {
    passphrase.fill(0)
  }
}

/**
 * From here on one person opens the vault no more. Copies of the vault made before still open for them.
 *
 * Whatever stops it, every other passphrase still opens. Somebody without a slot needs no removing.
 *
 * @throws Refused `vault/damaged`, `vault/passphrase-unsure`, `file/…`.
 */
export async function removeHolder(folder: string, held: Held, holder: string): Promise<void> {
  await next(folder, held, ({ block }) =>
    Promise.resolve({ ...block, slots: block.slots.filter(slot => slot.holder !== holder) }),
  )
}

/** Shares that are to open the vault from now on, in place of those of before. */
export interface Recovering extends Pick<NewRecovery, 'recoveryKey' | 'set' | 'k' | 'n'> {
  /** Told of the slot before anything is written; what it throws stops it. */
  readonly before: (slot: RecoverySlot) => void
}

/**
 * From here on these shares open the vault, and those of before no more. Copies of the vault made before still open with
 * those.
 *
 * Whatever stops it, every passphrase of before still opens, and either the old shares or the new ones.
 *
 * @throws Refused `vault/damaged`, `vault/passphrase-unsure`, `file/…`.
 */
export async function putRecovery(folder: string, held: Held, recovering: Recovering): Promise<void> {
  await next(folder, held, ({ block, generation }) => {
    const { dataKey, vaultId } = held
    const slot = makeRecoverySlot({ ...recovering, dataKey, vaultId, generation })
    recovering.before(slot)
    return Promise.resolve({
      ...block,
      slots: [...block.slots.filter(other => !isRecoverySlot(other)), slot],
    })
  })
}

/** From here on no shares open the vault. @throws Refused as `putRecovery`. */
export async function removeRecovery(folder: string, held: Held): Promise<void> {
  await next(folder, held, ({ block }) =>
    Promise.resolve({ ...block, slots: block.slots.filter(slot => !isRecoverySlot(slot)) }),
  )
}

/** A new way in for somebody who lost theirs. */
export interface Renewing {
  readonly holder: string
  /** 32 bytes, as their slots held it. */
  readonly personKey: Uint8Array
  /** UTF-8 as typed; the caller wipes it. */
  readonly passphrase: Uint8Array
  readonly kdf?: Kdf | undefined
}

/**
 * From here on one person opens the vault with another passphrase alone, whatever they needed before.
 *
 * Whatever stops it, everybody else's way in still opens, and so do the shares.
 *
 * @throws Refused `vault/passphrase-taken`, `vault/unusable-passphrase`, `vault/damaged`, `vault/not-enough-memory`,
 *   `vault/passphrase-unsure`, `file/…`.
 */
export async function renewHolder(folder: string, held: Held, renewing: Renewing): Promise<void> {
  const { holder, personKey } = renewing
  const passphrase = normalise(renewing.passphrase)
  const cost = renewing.kdf ?? (await tuneKdf(() => performance.now()))
  try {
    await next(folder, { ...held, also: renewing.kdf }, async ({ block, generation }) => {
      const { dataKey, vaultId } = held
      const others = block.slots.filter(slot => slot.holder !== holder)
      await mustBeNobodyElses({ passphrase }, { slots: others, vaultId })
      const label = block.slots.filter(isTypedSlot).find(slot => slot.holder === holder)?.label
      const said = { holder, label: label ?? freeLetter(block), generation, kdf: cost }
      const slot = await makeSlot({ ...said, passphrase, dataKey, personKey, vaultId })
      return { ...block, slots: [...others, slot] }
    })
  } finally {
    passphrase.fill(0)
  }
}

/** The first letter no slot has. */
function freeLetter({ slots }: SlotBlock): string {
  const taken = slots.map(slot => ('label' in slot ? slot.label : ''))
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find(letter => !taken.includes(letter)) ?? 'Z'
}
