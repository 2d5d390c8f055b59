import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { goneBy, scrolledFor, windowOf, type Lie, type RowWindow } from './rowWindow.ts'

/** Before anything is measured: a row of two lines, and a small window. In pixels. */
const guess = { rowHeight: 77, view: 768 }

interface Seen {
  readonly rowHeight: number
  readonly rows: RowWindow
}

/** What of a long list is drawn. */
export interface DrawnRows extends Seen {
  /** Moves what scrolls, so that the row is in sight, and draws what is in sight then. */
  readonly bring: (index: number) => void
  /** How many whole rows can be seen. */
  readonly page: () => number
}

/** Follows what scrolls, whatever it is: the page, a part of it, the window. */
export function useRowWindow(bodyRef: RefObject<HTMLTableSectionElement | null>, count: number): DrawnRows {
  const [seen, setSeen] = useState<Seen>(() => seenOf({ ...guess, count, above: 0 }))
  const latest = useRef(seen)
  const look = useCallback(() => {
    const element = bodyRef.current
    if (!element) return
    const next = seenOf(lieOf(element, count, latest.current.rowHeight))
    if (isSame(latest.current, next)) return
    latest.current = next
    setSeen(next)
  }, [bodyRef, count])
  useLayoutEffect(() => {
    look()
    // In the frame that shows it: else rows would be missing for one.
    const follow = () => flushSync(look)
    window.addEventListener('scroll', follow, { capture: true, passive: true })
    window.addEventListener('resize', follow)
    // Another typeface, another language: rows of another height.
    const rows = new ResizeObserver(look)
    if (bodyRef.current) rows.observe(bodyRef.current)
    return () => {
      rows.disconnect()
      window.removeEventListener('scroll', follow, { capture: true })
      window.removeEventListener('resize', follow)
    }
  }, [look, bodyRef])
  const bring = (index: number) => {
    if (bodyRef.current)
      scrollTo(bodyRef.current, lieOf(bodyRef.current, count, latest.current.rowHeight), index)
    look()
  }
  const page = () => Math.max(1, Math.floor(sightOf(bodyRef.current).height / latest.current.rowHeight) - 1)
  return { ...seen, bring, page }
}

const seenOf = (lie: Lie): Seen => ({ rowHeight: lie.rowHeight, rows: windowOf(lie) })

function isSame(one: Seen, other: Seen): boolean {
  const { from, to, shift } = one.rows
  const isHere = from === other.rows.from && to === other.rows.to && shift === other.rows.shift
  return isHere && one.rowHeight === other.rowHeight
}

function lieOf(body: HTMLTableSectionElement, count: number, known: number): Lie {
  const measured = body.querySelector('[data-row]')?.getBoundingClientRect().height ?? 0
  return {
    count,
    rowHeight: measured > 0 ? measured : known,
    above: -body.getBoundingClientRect().top,
    view: window.innerHeight,
  }
}

/** What the body of the table scrolls in. */
function scrollerOf(body: Element): Element {
  for (let at = body.parentElement; at; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  return document.documentElement
}

/** The part of the window in which rows can be seen: below the heads of the columns. */
function sightOf(body: Element | null): {
  readonly top: number
  readonly bottom: number
  readonly height: number
} {
  if (!body) return { top: 0, bottom: 0, height: 0 }
  const box = scrollerOf(body).getBoundingClientRect()
  const head = body.parentElement?.querySelector('thead')?.getBoundingClientRect().height ?? 0
  const top = Math.max(0, box.top) + head
  const bottom = Math.min(window.innerHeight, Math.max(box.bottom, 0))
  return { top, bottom, height: bottom - top }
}

function scrollTo(body: Element, lie: Lie, index: number): void {
  const gone = goneBy(lie)
  const by = missing(sightOf(body), index * lie.rowHeight - gone, lie.rowHeight)
  if (by !== 0) scrollerOf(body).scrollTop += scrolledFor(lie, gone + by) - lie.above
}

/** By how many pixels of rows a row is out of sight: negative above, positive below. @param top from the top of the window. */
function missing(sight: ReturnType<typeof sightOf>, top: number, rowHeight: number): number {
  return top < sight.top ? top - sight.top : Math.max(0, top + rowHeight - sight.bottom)
}
