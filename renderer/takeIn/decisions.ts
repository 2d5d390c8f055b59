import { useState } from 'react'
import type { MergeChange, MergeDecision, MergePreview } from '../../shared/exchange/preview.ts'

export type Take = MergeDecision['take']

/** What is decided about each conflict. An identity is decided by a person alone: nothing is chosen for them. */
export interface Decisions {
  readonly of: (change: MergeChange) => Take | null
  readonly decide: (changes: readonly MergeChange[], take: Take) => void
  /** Identities nobody decided about yet. */
  readonly open: readonly MergeChange[]
  readonly all: readonly MergeDecision[]
}

export const isConflict = ({ kind }: MergeChange): boolean => kind === 'conflict'
export const isIdentityConflict = ({ kind }: MergeChange): boolean => kind === 'identity-conflict'

/** Begins with what Vigil proposes. */
export function useDecisions({ changes }: MergePreview): Decisions {
  const [taken, setTaken] = useState<ReadonlyMap<string, Take>>(new Map())
  const of = (change: MergeChange) =>
    taken.get(change.key) ?? (isIdentityConflict(change) ? null : change.proposal)
  const decide = (some: readonly MergeChange[], take: Take) =>
    setTaken(before => new Map([...before, ...some.map(({ key }) => [key, take] as const)]))
  const toDecide = changes.filter(change => isConflict(change) || isIdentityConflict(change))
  return {
    of,
    decide,
    open: toDecide.filter(change => of(change) === null),
    all: toDecide.flatMap(change => {
      const take = of(change)
      return take === null ? [] : [{ key: change.key, take }]
    }),
  }
}
