import { useEffect, useEffectEvent, useState } from 'react'
import type { DueLine } from '../../shared/case/due.ts'
import type { DueGroup, DueKey, DuePage, Horizon } from '../../shared/lines/model.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { useStuck } from '../stuck.ts'

/** Milliseconds until lines that were not up to date are asked for again. */
const soon = 150

/** What is to be done on all cases; asked again until every case is up to date. */
export function useDues() {
  const { value, refusal, again } = useAnswer('case.dues', {})
  const askAgain = useEffectEvent(again)
  const isStuck = useStuck(value)
  const isBehind = value !== null && value.behind > 0 && !isStuck
  useEffect(() => {
    if (!isBehind) return undefined
    const timer = window.setTimeout(askAgain, soon)
    return () => window.clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- again after each answer
  }, [value, isBehind])
  return { value, refusal, isStuck }
}

interface More {
  readonly of: DueGroup
  readonly dues: readonly DueLine[]
  readonly next: DueKey | null
}

/** One horizon with what was asked for beyond its first. */
export function useMoreDues(horizon: Exclude<Horizon, 'later'>, group: DuePage[Exclude<Horizon, 'later'>]) {
  const asking = useAsking()
  const [got, setGot] = useState<More | null>(null)
  const known: More = got?.of === group ? got : { of: group, dues: group.dues, next: group.next }
  const more = async () => {
    const reply = await asking.ask('case.moreDues', { horizon, after: known.next })
    if (reply.ok) setGot({ of: group, dues: [...known.dues, ...reply.value.dues], next: reply.value.next })
  }
  const left = known.next === null ? 0 : group.count - known.dues.length
  return { dues: known.dues, left, more, asking }
}
