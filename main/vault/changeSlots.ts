import { randomBytes } from 'node:crypto'
import { Refused } from '../../shared/refusal.ts'
import { tuneKdf, type Kdf } from './kdf.ts'
import { readKeysFile } from './keysFile.ts'
import { currentKeys, type Held } from './openKeys.ts'
import { normalise } from './passphrase.ts'
import { putKeys } from './putKeys.ts'
import { makeSlot, mustBeNobodyElses, ownKeyOf, type Holder } from './slot.ts'
import { writeCopy, type SlotBlock } from './slotBlock.ts'

/** More slots than this do not surely fit one copy, and each one makes a wrong passphrase slower to refuse. */
export const mostSlots = 12

/** A passphrase that is to open the vault from now on. UTF-8 as typed; the caller wipes it. */
export interface Adding {
  readonly passphrase: Uint8Array
  /** For tests: a cost below the floor. */
  readonly kdf?: Kdf | undefined
  /** Told whose the new slot is before anything is written; what it throws stops the adding. */
  readonly before: (newcomer: Holder) => void
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
      if (block.slots.length >= mostSlots) throw new Refused('vault/too-many-people')
      await mustBeNobodyElses(passphrase, { slots: block.slots, vaultId: held.vaultId })
      const { dataKey, vaultId } = held
      const personKey = new Uint8Array(randomBytes(32))
      const label = freeLetter(block)
      const slot = await makeSlot({ passphrase, dataKey, personKey, vaultId, kdf: cost, label, generation })
      const ownKey = (name: string) => ownKeyOf({ personKey, vaultId }, name)
      adding.before({ holder: slot.holder, ownKey })
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

/** The first letter no slot has. */
function freeLetter({ slots }: SlotBlock): string {
  const taken = slots.map(slot => ('label' in slot ? slot.label : ''))
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find(letter => !taken.includes(letter)) ?? 'Z'
}
