import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Reply } from '../shared/refusal.ts'
import type { Refusal } from './openCase.ts'
import { useStuck } from './stuck.ts'

/** Which part of a list: the first, the one beside a line, or the one that begins with the line at a place, from 0. */
export type PageFrom<Key> =
  | { readonly from: 'first' }
  | { readonly from: 'after' | 'before'; readonly key: Key }
  | { readonly from: 'at'; readonly position: number }

/** One part of a list, as it is answered. */
export interface PageAnswer<Line, Key> {
  readonly lines: readonly Line[]
  readonly before: Key | null
  readonly next: Key | null
  readonly behind: number
}

interface Edges<Key> {
  readonly before: Key | null
  readonly next: Key | null
}

/** What is known of a list: what was said of all of it, and the lines that were looked at. */
export interface PagesOf<Line, Key, Page> {
  /** What was asked, and for which time it was. */
  readonly of: string
  readonly turn: number
  readonly page: Page
  /** Chunk by chunk: what comes is put beside what is known, however much that is. */
  readonly chunks: ReadonlyMap<number, readonly Line[]>
  readonly edges: ReadonlyMap<number, Edges<Key>>
}

/** So many lines come at once. */
const chunk = 50

/** The line at a place of the list, once it was looked at. */
export const lineAt = <Line>(
  { chunks }: { readonly chunks: ReadonlyMap<number, readonly Line[]> },
  index: number,
): Line | undefined => chunks.get(Math.floor(index / chunk))?.[index % chunk]

/** Milliseconds until lines that were not up to date are asked for again. */
const soon = 150

/** From where a chunk is asked: from a line beside it that is known; else from its place. */
function pageFor<Key>(edges: ReadonlyMap<number, Edges<Key>>, number: number): PageFrom<Key> {
  const [next, before] = [edges.get(number - 1)?.next ?? null, edges.get(number + 1)?.before ?? null]
  if (number === 0) return { from: 'first' }
  if (next !== null) return { from: 'after', key: next }
  return before === null ? { from: 'at', position: number * chunk } : { from: 'before', key: before }
}

interface Answered<Answer> {
  readonly of: string
  readonly turn: number
  readonly number: number
  readonly answer: Answer
}

/** What was known, with what came; lines of an earlier answer to the same question stand until they are replaced. */
function withAnswer<Line, Key, Answer extends PageAnswer<Line, Key>>(
  now: PagesOf<Line, Key, Answer> | null,
  { of, turn, number, answer }: Answered<Answer>,
): PagesOf<Line, Key, Answer> {
  const { lines, before, next } = answer
  const chunks = now?.of === of ? now.chunks : []
  const edges = now?.turn === turn ? now.edges : []
  return {
    of,
    turn,
    page: answer,
    chunks: new Map([...chunks, [number, lines]]),
    edges: new Map([...edges, [number, { before, next }]]),
  }
}

const chunksIn = ([from, to]: readonly [number, number]) => {
  const first = Math.floor(from / chunk)
  return Array.from({ length: Math.max(1, Math.ceil(to / chunk) - first) }, (_, at) => first + at)
}

/**
 * A list, a part at a time, as it is scrolled. What is on the screen stays until what was asked for instead comes.
 *
 * @param of the question: the same as long as the same is asked. @param fetch asks for one part of it.
 */
export function usePages<Line, Key, Answer extends PageAnswer<Line, Key>>(
  of: string,
  fetch: (page: PageFrom<Key>, limit: number) => Promise<Reply<Answer>>,
) {
  const [pages, setPages] = useState<PagesOf<Line, Key, Answer> | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const sight = useRef<readonly [number, number]>([0, chunk])
  const asking = useRef({ turn: 0, asked: new Set<number>() })

  const ask = async (number: number, edges: ReadonlyMap<number, Edges<Key>>) => {
    const { turn, asked } = asking.current
    if (asked.has(number)) return
    asked.add(number)
    const reply = await fetch(pageFor(edges, number), chunk)
    if (turn !== asking.current.turn) return
    setRefusal(reply.ok ? null : reply)
    // Drawn a little at a time: a key or a turn of the wheel does not wait for it.
    if (reply.ok)
      startTransition(() => setPages(now => withAnswer(now, { of, turn, number, answer: reply.value })))
  }
  const again = useEffectEvent(() => {
    asking.current = { turn: asking.current.turn + 1, asked: new Set() }
    for (const number of chunksIn(sight.current)) void ask(number, new Map())
  })
  useEffect(() => {
    sight.current = [0, chunk]
    again()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another question, and nothing else
  }, [of])
  const isStuck = useStuck(pages?.page ?? null)
  const isBehind = pages !== null && pages.page.behind > 0 && !isStuck
  useEffect(() => {
    if (!isBehind) return undefined
    const timer = window.setTimeout(again, soon)
    return () => window.clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- again after each answer
  }, [pages, isBehind])
  const look = (from: number, to: number) => {
    sight.current = [from, to]
    if (pages === null || pages.turn !== asking.current.turn) return
    for (const number of chunksIn([from, to])) if (!pages.edges.has(number)) void ask(number, pages.edges)
  }
  return { pages, refusal, isStuck, look }
}
