import { useEffect, useState, type Dispatch, type SetStateAction } from 'react'
import { call } from './api.ts'
import { captureSpot, restoreSpot, type Spot } from './spot.ts'

/*
 * What is on the screen and not yet recorded, kept through a lock: whatever any screen holds by `useKept`, the address,
 * the field with the focus, the place of the caret, and how far the page was scrolled. One draft of the person who is at
 * the desk, in the vault; read once after unlocking. Forms that are long enough to be left and taken up again keep drafts of
 * their own besides (`form.ts`). Passphrases and revealed identities are held by neither.
 */

const draftKey = 'desk:kept'

/** What stood where, by address and name; several of one name in the order in which they stand on the page. */
type Values = Readonly<Record<string, readonly (string | null)[]>>

/** What was on the screen when the vault was locked. */
export interface Left extends Spot {
  readonly values: Values
}

/** By address and name, in the order in which they came onto the page: the value now, or `null` while it is as at the beginning. */
const held = new Map<string, Map<symbol, string | null>>()
let waiting: Map<string, (string | null)[]> = new Map()
let timer: number | null = null
let since = 0
let written: string | null = null

const address = () => window.location.hash.replace(/^#/, '')

/**
 * Like `useState`, but what it holds comes back after a lock, on the same page and to the same person. Only what JSON can
 * say. Its name tells it apart from the others of its page; without one it is kept nowhere.
 */
export function useKept<V>(name: string | null, initial: V | (() => V)): [V, Dispatch<SetStateAction<V>>] {
  const [key] = useState(() => (name === null ? null : `${address()} ${name}`))
  const [id] = useState(() => Symbol('kept'))
  const [first] = useState(initial)
  const [value, setValue] = useState<V>(() => restored(key, first))

  useEffect(() => {
    if (key === null) return undefined
    const others = held.get(key) ?? new Map<symbol, string | null>()
    held.set(key, others.set(id, null))
    return () => {
      others.delete(id)
      if (others.size === 0) held.delete(key)
      keepSoon()
    }
  }, [key, id])
  useEffect(() => {
    if (key === null) return
    held.get(key)?.set(id, Object.is(value, first) ? null : JSON.stringify(value))
    keepSoon()
  }, [value, first, key, id])
  return [value, setValue]
}

/** What was left under this name, taken once; else what it begins with. */
function restored<V>(key: string | null, first: V): V {
  const left = (key === null ? null : waiting.get(key)?.shift()) ?? null
  return left === null ? first : (JSON.parse(left) as V)
}

/** Keeps what is on the screen once nobody has typed for a moment: a lock that comes without warning finds it there. */
function keepSoon(): void {
  if (timer !== null) window.clearTimeout(timer)
  else since = performance.now()
  timer = window.setTimeout(() => void keepScreen(false), keepingIn(since))
}

/** Milliseconds until what was first changed at `since` is kept: 300 after the last key, and a second at most. */
export const keepingIn = (since: number): number =>
  Math.max(0, Math.min(300, since + 1000 - performance.now()))

function valuesNow(): Values {
  const pairs = [...held].map(([key, values]) => [key, [...values.values()]] as const)
  return Object.fromEntries(pairs.filter(([, values]) => values.some(value => value !== null)))
}

/**
 * Keeps what is on the screen now; resolves when the vault has it.
 *
 * @param whole also where the focus is; else only when something is held.
 */
export async function keepScreen(whole: boolean): Promise<void> {
  if (timer !== null) window.clearTimeout(timer)
  timer = null
  const values = valuesNow()
  const isEmpty = Object.keys(values).length === 0
  if (isEmpty && !whole) {
    if (written !== null) await call('vault.dropDraft', { key: draftKey })
    written = null
    return
  }
  const value = JSON.stringify({ ...captureSpot(), values } satisfies Left)
  if (value === written) return
  written = value
  await call('vault.keepDraft', { key: draftKey, value })
}

/** What was left on the screen by whoever is at the desk now, taken out of the vault; `null` when nothing was. */
export async function leftOnScreen(): Promise<Left | null> {
  const reply = await call('vault.draft', { key: draftKey })
  if (!reply.ok || reply.value === null) return null
  void call('vault.dropDraft', { key: draftKey })
  return JSON.parse(reply.value) as Left
}

/** Puts the address back, and has ready what the fields of that page will ask for. */
export function takeUp(left: Left): void {
  waiting = new Map(Object.entries(left.values).map(([key, values]) => [key, [...values]]))
  window.location.hash = left.hash
  restoreSpot(left)
}
