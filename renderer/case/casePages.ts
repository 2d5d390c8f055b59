import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { CaseLine } from '../../shared/case/model.ts'
import type { Sent } from '../../shared/contract.ts'
import type { CaseFilter, LineSort, ListPage } from '../../shared/lines/model.ts'
import { call } from '../api.ts'
import type { Refusal } from '../openCase.ts'
import { useStuck } from '../stuck.ts'

/** What is asked of the list. */
export interface Wanted {
  readonly filters: readonly CaseFilter[]
  /** A part of a code; the dash may be missing. */
  readonly code: string
  readonly sort: LineSort
}

/** What is known of the list: how many there are, and the lines that were looked at. */
export interface Pages {
  /** What was asked, and for which time it was. */
  readonly of: string
  readonly turn: number
  readonly page: Omit<ListPage, 'lines' | 'before' | 'next'>
  /** Chunk by chunk: what comes is put beside what is known, however much that is. */
  readonly chunks: ReadonlyMap<number, readonly CaseLine[]>
  readonly edges: ReadonlyMap<number, Pick<ListPage, 'before' | 'next'>>
}

/** So many lines come at once. */
const chunk = 50

/** The line at a place of the list, once it was looked at. */
export const lineAt = ({ chunks }: Pages, index: number): CaseLine | undefined =>
  chunks.get(Math.floor(index / chunk))?.[index % chunk]

/** Milliseconds until lines that were not up to date are asked for again. */
const soon = 150

/** From where a chunk is asked: from a line beside it that is known; else from its place. */
function pageFor(edges: Pages['edges'], number: number): Sent<'case.list'>['page'] {
  const [next, before] = [edges.get(number - 1)?.next ?? null, edges.get(number + 1)?.before ?? null]
  if (number === 0) return { from: 'first' }
  if (next) return { from: 'after', key: next }
  return before ? { from: 'before', key: before } : { from: 'at', position: number * chunk }
}

interface Answered {
  readonly of: string
  readonly turn: number
  readonly number: number
  readonly answer: ListPage
}

/** What was known, with what came; lines of an earlier answer to the same question stand until they are replaced. */
function withAnswer(now: Pages | null, { of, turn, number, answer }: Answered): Pages {
  const { lines, before, next, ...page } = answer
  const chunks = now?.of === of ? now.chunks : []
  const edges = now?.turn === turn ? now.edges : []
  return {
    of,
    turn,
    page,
    chunks: new Map([...chunks, [number, lines]]),
    edges: new Map([...edges, [number, { before, next }]]),
  }
}

const chunksIn = ([from, to]: readonly [number, number]) => {
  const first = Math.floor(from / chunk)
  return Array.from({ length: Math.max(1, Math.ceil(to / chunk) - first) }, (_, at) => first + at)
}

/** The list of cases, a part at a time, as it is scrolled. What is on the screen stays until what was asked for instead comes. */
export function useCasePages(wanted: Wanted) {
  const [pages, setPages] = useState<Pages | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const sight = useRef<readonly [number, number]>([0, chunk])
  const asking = useRef({ turn: 0, asked: new Set<number>() })
  const of = JSON.stringify(wanted)

  const ask = async (number: number, edges: Pages['edges']) => {
    const { turn, asked } = asking.current
    if (asked.has(number)) return
    asked.add(number)
    const page = pageFor(edges, number)
    const reply = await call('case.list', { ...wanted, filters: [...wanted.filters], page, limit: chunk })
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
