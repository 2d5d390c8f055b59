import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { beforeRescue, leafOf } from '../db/leaf.ts'
import { toldIn } from '../db/said.ts'
import { isSaid, type KeptChange } from './changes.ts'
import { leafIn } from './entry.ts'

/** What a check finds of a change that is looked at alone. */
interface LookedAt {
  /** Its leaf, one character for each byte; empty when it says nothing and nothing stands for it. */
  readonly leaf: string
  /** 0 for what says something, less what it tells of as a tombstone: rows of the record that were destroyed with a case. */
  readonly takenOut: number
  /** Reasons that were destroyed with a case, where it is a tombstone. */
  readonly reasonsTold: number
  /** Whether something is written beside a leaf that is not its own. */
  readonly isBeside: boolean
}

/** A leaf stands in place of what was said: whatever is written beside one, nothing covers, unless it is its own. */
const isBeside = (change: KeptChange): boolean =>
  change.leaf !== null &&
  isSaid(change) &&
  (change.salt === null || leafOf({ ...change, ...beforeRescue(change) }, change.salt) !== change.leaf)

/** How many changes or reasons a tombstone tells of. */
function toldOf({ tbl, said }: KeptChange, column: 'changes' | 'reasons'): number {
  if (tbl !== 'tombstone') return 0
  const told = toldIn(said).find(([col, old]) => col === column && old === null)
  return Number(told?.[2] ?? 0)
}

const nothing: LookedAt = { leaf: '', takenOut: 0, reasonsTold: 0, isBeside: false }

/** One change, in whatever state it is: the tombstone of a case, something long, or what does not stand as it should. */
export function lookedAt(db: ReadDb, id: number): LookedAt {
  const change = prepare<[number], KeptChange>(
    db,
    `SELECT tbl, row, said, nullif(lower(hex(salt)), '') AS salt, nullif(lower(hex(leaf)), '') AS leaf
     FROM main.change WHERE id = ?`,
  ).get(id)
  if (!change) return nothing
  return {
    leaf: Buffer.from(leafIn(change) ?? '', 'hex').toString('latin1'),
    takenOut: -toldOf(change, 'changes'),
    reasonsTold: toldOf(change, 'reasons'),
    isBeside: isBeside(change),
  }
}
