import { useEffect, useState } from 'react'
import type { Name, Output, Sent } from '../shared/contract.ts'
import type { Reply } from '../shared/refusal.ts'
import { call } from './api.ts'
import type { Refusal } from './openCase.ts'

/** One question after another, and what became of the last. */
export interface Asking {
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly ask: <N extends Name>(name: N, input: Sent<N>) => Promise<Reply<Output<N>>>
  /** Takes an old "no" off the screen. */
  readonly forgive: () => void
}

/** For screens without an open case: asks for operations and keeps the last "no" for the screen. */
export function useAsking(): Asking {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const ask = async <N extends Name>(name: N, input: Sent<N>) => {
    setBusy(true)
    setRefusal(null)
    const reply = await call(name, input)
    setBusy(false)
    if (!reply.ok) setRefusal(reply)
    return reply
  }
  return { busy, refusal, ask, forgive: () => setRefusal(null) }
}

/** What is asked without saying more. */
type Plain = { [N in Name]: Record<string, never> extends Sent<N> ? N : never }[Name]

const ahead = new Map<Name, Promise<Reply<unknown>>>()

/** Asks what the next screen will ask first, while that is made ready; whoever asks for it first has the answer, once. */
export function askAhead<N extends Plain>(name: N): void {
  ahead.set(name, call(name, {} as Sent<N>))
}

/** Nobody will ask for what was asked ahead. */
export const forgetAhead = (): void => ahead.clear()

function askedAhead<N extends Name>(name: N): Promise<Reply<Output<N>>> | undefined {
  const asked = ahead.get(name)
  ahead.delete(name)
  return asked as Promise<Reply<Output<N>>> | undefined
}

/** What a screen asks when it appears. */
export interface Answer<T> {
  /** `null` until the answer is there. */
  readonly value: T | null
  readonly refusal: Refusal | null
  readonly again: () => void
}

/** Asks once when the screen appears, and again when told to; an answer that comes too late is dropped. */
export function useAnswer<N extends Name>(name: N, input: Sent<N>): Answer<Output<N>> {
  const [reply, setReply] = useState<Reply<Output<N>> | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let wanted = true
    const load = async () => {
      const answer = await (askedAhead(name) ?? call(name, input))
      if (wanted) setReply(answer)
    }
    void load()
    return () => {
      wanted = false
    }
    // The input is written out at every render and always says the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [name, turn])
  return {
    value: reply?.ok ? reply.value : null,
    refusal: reply && !reply.ok ? reply : null,
    again: () => setTurn(turn + 1),
  }
}
