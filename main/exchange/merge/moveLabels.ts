import type { WriteDb } from '../../db/handles.ts'
import type { PlannedRow } from './plan.ts'
import { textIn } from './sharedTable.ts'
import type { Row } from './sharedTable.ts'

type Moving = Pick<PlannedRow, 'shared' | 'after'> & { readonly before: Row }

const labelOf = (row: Row) => textIn(row, 'label')

/**
 * Gives rows that are here the codes they will have, before others come: no code stands twice at any moment.
 *
 * A row moves when nobody holds its code any more; in a ring one steps aside first.
 */
export function moveLabels(db: WriteDb, rows: readonly PlannedRow[]): void {
  const moving = rows.flatMap((row): Moving[] => {
    const { shared, before, after } = row
    const moves = shared.letter !== null && before !== null && labelOf(before) !== labelOf(after)
    return moves ? [{ shared, before, after }] : []
  })
  let left = moving
  let aside = 900_000
  while (left.length > 0) {
    const held = new Set(left.map(({ shared, before }) => `${shared.name}:${labelOf(before)}`))
    const free = left.filter(({ shared, after }) => !held.has(`${shared.name}:${labelOf(after)}`))
    const [first] = left
    if (free.length === 0 && first) {
      const label = `${first.shared.letter ?? ''}${++aside}`
      const stepped = { ...first, before: { ...first.before, label } }
      first.shared.update(db, stepped.before)
      left = [...left.slice(1), stepped]
      continue
    }
    for (const { shared, before, after } of free)
      shared.update(db, { ...(shared.byId(db, before.id) ?? before), label: after['label'] ?? null })
    left = left.filter(row => !free.includes(row))
  }
}
