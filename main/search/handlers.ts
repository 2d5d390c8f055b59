import { Refused } from '../../shared/refusal.ts'
import { forReading } from '../db/handles.ts'
import type { HandlersFor } from '../handler.ts'
import { find } from './find.ts'
import { behind, catchUp } from './keep.ts'

/** How many rows one slice of reading on takes: nobody waits longer for the vault because of it than a tenth of a second. */
const slice = 150

export const searchHandlers: HandlersFor<'search'> = {
  'search.find': ({ db }, search) => find(db, search),

  'search.keepUp': async ({ app }) => {
    await app.desk.vault?.watch.seen
    const { vault, lookFirst } = app.desk
    if (!vault) throw new Refused('vault/locked')
    if (lookFirst) return { behind: behind(forReading(vault.db)) }
    vault.mustBeInPlace()
    return { behind: vault.db.transaction(() => catchUp(vault.db, slice)).immediate() }
  },
}
