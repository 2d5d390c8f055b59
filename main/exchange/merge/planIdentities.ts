import type { MergeChange } from '../../../shared/exchange/preview.ts'
import { isSameVersion, mergeVersions, written } from '../../../shared/exchange/version.ts'
import type { Head, Version } from '../../../shared/exchange/version.ts'
import { firstOf } from './plan.ts'
import type { Planning } from './plan.ts'
import { fieldKey } from './versions.ts'

/** Which identities come anew. Two that were written apart are decided when they are taken in: never kept side by side. */
export function planIdentities({ incoming, ours, decisions, newWrite, refOf }: Planning) {
  const found = incoming.identities.flatMap(({ ref, version: theirs }) => {
    const known = ours.identities.get(ref)
    const mine: Version = known
      ? { heads: hidden(known.heads), seen: [...known.seen] }
      : { heads: [], seen: [] }
    const both = mergeVersions(mine, { heads: hidden(theirs.heads), seen: theirs.seen })
    if (isSameVersion(both, mine)) return []
    const key = fieldKey('person', refOf(ref), 'identity')
    const isOpen = both.heads.length > 1
    const take = isOpen ? decisions.find(one => one.key === key)?.take : 'theirs'
    const change: MergeChange = {
      key,
      kind: isOpen ? 'identity-conflict' : 'identity',
      table: 'person',
      label: '',
      field: 'identity',
      ours: null,
      theirs: null,
      proposal: isOpen ? 'ours' : 'theirs',
    }
    const version = isOpen ? written(both, newWrite(key), null) : both
    const identity = take === 'theirs' ? [{ personId: ref, identity: firstOf(theirs) }] : []
    return [{ identity, version: { id: fieldKey('person', ref, 'identity'), ...version }, change }]
  })
  return {
    identities: found.flatMap(({ identity }) => identity),
    versions: found.map(({ version }) => version),
    changes: found.map(({ change }) => change),
  }
}

/** Who somebody is stands under a key of its own, never among versions. */
const hidden = (heads: readonly { readonly write: string }[]): Head[] =>
  heads.map(({ write }) => ({ write, value: null }))
