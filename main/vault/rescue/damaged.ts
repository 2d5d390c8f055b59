import type { RefusalCode } from '../../../shared/refusal.ts'
import { Refused } from '../../../shared/refusal.ts'
import type { Damage, RescueProgress } from '../../../shared/vault/rescue.ts'
import type { App } from '../../app.ts'
import type { Keys } from '../openKeys.ts'
import { wipe } from '../slot.ts'
import { diagnose } from './diagnose.ts'

/** A vault that did not open: what is wrong with it, and what opens it where that is known. */
export interface Damaged {
  readonly damage: Damage | null
  readonly keys: Keys | null
}

/** A rescue that is running, or the last one. */
export interface Rescue {
  progress: RescueProgress
  isStopped: boolean
  /** The folder of the new vault, once it is whole. */
  made: string | null
}

/** How long the keys of a damaged vault stay with nobody at the desk, in minutes. */
const patience = 15

/** Nothing of a damaged vault stays in memory. */
export function dropDamaged({ desk }: Pick<App, 'desk'>): void {
  if (desk.damaged?.keys) wipe(desk.damaged.keys)
  desk.damaged = null
}

/** Keeps the keys that opened: the vault behind them is not whole, and what is left of it is read with them. */
export function holdKeys({ desk }: Pick<App, 'desk'>, keys: Keys): void {
  dropDamaged({ desk })
  const own = { dataKey: keys.dataKey.slice(), personKey: keys.personKey.slice() }
  desk.damaged = { damage: null, keys: { ...keys, ...own } }
}

const ofDamage: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['vault/damaged', 'file/cannot-read'])

/** The same "no", with the file that is at fault in its name. */
function named(damage: Damage, error: Refused): Refused {
  const { keys, database, damagedPages, pages } = damage
  if (keys === 'damaged' || keys === 'missing') return new Refused('vault/keys-damaged')
  if (database === 'missing' || database === 'empty') return new Refused('vault/database-gone')
  if (database === 'pages') return new Refused('vault/pages-damaged', { damaged: damagedPages, pages })
  return error
}

/**
 * Looks at the files of a vault that did not open, when they are at fault, and keeps what was found on the desk.
 *
 * @returns what to throw in place of `error`.
 */
export async function lookAtDamage(app: App, error: unknown): Promise<unknown> {
  const { desk } = app
  const isDamage = error instanceof Refused && ofDamage.has(error.code)
  if (!isDamage) {
    dropDamaged(app)
    return error
  }
  const keys = desk.damaged?.keys ?? null
  const found = await diagnose({ folder: desk.folder, keys, kdf: app.kdf })
  // What did not read a moment ago and reads now is a drive that fails now and then, and no disorder.
  const isDrive = error.code === 'file/cannot-read' && found.database === 'order'
  const damage: Damage = isDrive ? { ...found, database: 'whole' } : found
  desk.damaged = { damage, keys }
  // The keys are there: whoever leaves the desk is locked out as from an open vault.
  if (keys) app.tellShell({ unlocked: true, idleMinutes: patience })
  return named(damage, error)
}

/** A vault with tables or triggers that are not ours: it is not damaged, and nothing of it is used. */
export async function noteForeign(app: App): Promise<void> {
  dropDamaged(app)
  const damage = await diagnose({ folder: app.desk.folder, keys: null, kdf: app.kdf })
  app.desk.damaged = { damage: { ...damage, database: 'foreign', canRescue: false }, keys: null }
}
