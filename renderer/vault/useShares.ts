import { useEffect, useState } from 'react'
import type { ReadShare } from '../../shared/recovery/model.ts'
import { call } from '../api.ts'

/** One share while it is being typed, and what Vigil reads in it; `null` before the first answer. */
export interface TypedShare {
  /** Counted from 1. */
  readonly number: number
  readonly words: string
  readonly read: ReadShare | null
}

/** Shares while they are being typed. They are never kept as a draft. */
export interface Shares {
  readonly typed: readonly TypedShare[]
  readonly set: (at: number, words: string) => void
  /** The words of all of them. */
  readonly words: readonly string[]
}

type Typed = Omit<TypedShare, 'number'>
const empty: Typed = { words: '', read: null }

/** @param count how many shares are needed */
export function useShares(count: number): Shares {
  const [typed, setTyped] = useState<readonly Typed[]>([])
  const all = Array.from({ length: count }, (_, at) => ({ ...(typed[at] ?? empty), number: at + 1 }))
  const waiting = all.findIndex(({ words, read }) => read === null && words.trim() !== '')
  const asked = all[waiting]?.words ?? ''
  useEffect(() => {
    let wanted = true
    const look = async () => {
      const reply = await call('recovery.read', { words: asked })
      if (!wanted || !reply.ok) return
      setTyped(before =>
        Array.from({ length: Math.max(count, before.length) }, (_, at) =>
          before[at]?.words === asked ? { words: asked, read: reply.value } : (before[at] ?? empty),
        ),
      )
    }
    const timer = window.setTimeout(() => asked !== '' && void look(), 300)
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [asked, count])
  const set = (at: number, words: string) =>
    setTyped(all.map((each, place) => (place === at ? { words, read: null } : each)))
  return { typed: all, set, words: all.map(({ words }) => words) }
}
