import { Refused } from '../../shared/refusal.ts'
import { forReading, forWriting } from '../db/handles.ts'
import type { HandlersFor } from '../handler.ts'
import { find } from './find.ts'
import { behind, catchUp } from './keep.ts'

/** How long one slice of reading on may take, in milliseconds: nobody waits longer for the vault because of it. */
const slice = 40

export const searchHandlers: HandlersFor<'search'> = {
  'search.find': ({ db }, search) => find(db, search),

  'search.keepUp': ({ app }) => {
    const { vault, lookFirst } = app.desk
    if (!vault) throw new Refused('vault/locked')
    if (lookFirst) return { behind: behind(forReading(vault.db)) }
    vault.mustBeInPlace()
    const work = () => catchUp(vault.db, forWriting(vault.db), slice)
    return { behind: vault.db.transaction(work).immediate() }
  },
}
