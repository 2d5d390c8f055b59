import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import { forReading, forWriting } from '../db/handles.ts'
import type { Connection } from '../db/handles.ts'
import type { HandlersFor } from '../handler.ts'
import { draftOf, dropDraft, keepDraft, type DraftPlace } from './repository.ts'

/** The open database and whose draft it is: what is typed is not yet said and makes no entry. */
function draftAt({ desk }: App, key: string): { readonly db: Connection; readonly place: DraftPlace } {
  const { vault, officerId } = desk
  if (!vault || officerId === null) throw new Refused('vault/locked')
  vault.mustBeInPlace()
  return { db: vault.db, place: { officerId, key, ownKey: name => vault.ownKey(name) } }
}

/** What is half typed, kept for whoever typed it. Written only once every page was held against the seal. */
export const draftHandlers: Pick<
  HandlersFor<'vault'>,
  'vault.keepDraft' | 'vault.draft' | 'vault.dropDraft'
> = {
  'vault.keepDraft': async ({ app }, { key, value }) => {
    await app.desk.vault?.watch.seen
    const { db, place } = draftAt(app, key)
    keepDraft(forWriting(db), place, { value, now: app.clock() })
    return null
  },
  'vault.draft': ({ app }, { key }) => {
    const { db, place } = draftAt(app, key)
    return draftOf(forReading(db), place)
  },
  'vault.dropDraft': async ({ app }, { key }) => {
    await app.desk.vault?.watch.seen
    const { db, place } = draftAt(app, key)
    dropDraft(forWriting(db), place)
    return null
  },
}
