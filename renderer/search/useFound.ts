import { useEffect, useState } from 'react'
import type { CaseState } from '../../shared/case/model.ts'
import type { Found, SearchKind } from '../../shared/search/model.ts'
import { call } from '../api.ts'
import type { Refusal } from '../openCase.ts'

/** What is looked for. */
export interface Sought {
  readonly words: string
  readonly kinds: readonly SearchKind[]
  readonly state: CaseState | null
}

/** What was found so far. */
export interface Finding {
  /** `null` until the first answer, and while nothing is looked for. */
  readonly found: Found | null
  readonly refusal: Refusal | null
  /** Adds what is older. */
  readonly more: () => void
}

/** So long nothing is asked while somebody is typing, in milliseconds. */
const pause = 60

/**
 * With fewer, the older ones are looked through at once, as long as there are any: an answer may have read many texts in which
 * the words do not stand as they were typed.
 */
const enough = 50

const question = ({ words, kinds, state }: Sought, after: number | null) => ({
  words,
  kinds: [...kinds],
  states: state === null ? [] : [state],
  after,
})

/** Finds while somebody types; an answer that comes too late is dropped, and the one before stays until the next is there. */
export function useFound(sought: Sought, turn: number): Finding {
  const [found, setFound] = useState<Found | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { words, state } = sought
  const kinds = sought.kinds.join(' ')
  useEffect(() => {
    let wanted = true
    const isNothing = words.trim() === ''
    const look = async (sofar: Found | null): Promise<void> => {
      const reply = isNothing ? null : await call('search.find', question(sought, sofar?.next ?? null))
      if (!wanted) return
      const now = reply?.ok ? joined(sofar, reply.value) : null
      setFound(now)
      setRefusal(reply && !reply.ok ? reply : null)
      if (now !== null && now.next !== null && now.hits.length < enough) await look(now)
    }
    const timer = window.setTimeout(() => void look(null), isNothing ? 0 : pause)
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
    // What is sought is these three; it is another object at every render.
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [words, kinds, state, turn])
  const more = async () => {
    if (!found?.next) return
    const reply = await call('search.find', question(sought, found.next))
    if (reply.ok) setFound(now => (now === found ? joined(found, reply.value) : now))
    else setRefusal(reply)
  }
  return { found, refusal, more: () => void more() }
}

/** What was found with what is older. When there is nothing older, everything was counted or is there. */
const joined = (found: Found | null, older: Found): Found => ({
  ...older,
  hits: [...(found?.hits ?? []), ...older.hits],
  more: older.more && older.next !== null,
})

/** Between two slices of reading on, so that everybody else is answered in between; in milliseconds. */
const rest = 20

/** How often what was found is looked at again while the index is read on, in slices. */
const lookEvery = 25

/**
 * Reads on what the index has not read yet: once when the screen comes, and as long as something waits.
 *
 * @param again is called when it is worth looking again.
 */
export function useReadingOn(isBehind: boolean, again: () => void): void {
  useEffect(() => {
    const leaving = new AbortController()
    void readOn(leaving.signal, again)
    return () => leaving.abort()
    // What is called is another function at every render, and always does the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [isBehind])
}

async function readOn(leaving: AbortSignal, again: () => void): Promise<void> {
  for (let slice = 1; ; slice++) {
    const reply = await call('search.keepUp', {})
    if (leaving.aborted || !reply.ok) return
    const isDone = reply.value.behind === 0
    if (isDone ? slice > 1 : slice % lookEvery === 0) again()
    if (isDone) return
    await new Promise(resolve => window.setTimeout(resolve, rest))
  }
}
