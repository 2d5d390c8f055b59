import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from 'react'
import { flushSync } from 'react-dom'
import { classes } from './given.ts'
import { HeaderCell } from './HeaderCell.tsx'
import { placed, rowAfter, type Placed, type RowWindow } from './rowWindow.ts'
import type { TableProps } from './Table.tsx'
import tableStyles from './Table.module.css'
import { useColumnWidths } from './useColumnWidths.ts'
import { useRowWindow } from './useRowWindow.ts'
import { VirtualRow } from './VirtualRow.tsx'
import styles from './VirtualTable.module.css'

/** Properties of `VirtualTable`. */
export interface VirtualTableProps<Row> extends Omit<TableProps<Row>, 'rows'> {
  /** How many rows there are in all; up to a million. */
  readonly count: number
  /** The row at a place from 0, or `undefined` while it is not there yet: a quiet row of the same height stands for it. */
  readonly rowAt: (index: number) => Row | undefined
  /**
   * Asks for rows: `from` the first, `to` behind the last. Told at first, when what is drawn has changed, and when rows
   * that were there no longer are; at most twenty times in a second.
   */
  readonly onRange?: ((from: number, to: number) => void) | undefined
  /** How many lines a row has room for; 2 unless said. What is longer is cut. */
  readonly lines?: 1 | 2 | undefined
}

/**
 * A table of any length that looks and reads as `Table`, drawing only the rows in sight. It scrolls with its page. The tab
 * key comes to one row; arrows, page keys, Home and End go through all of them.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  return props.count === 0 ? <>{props.empty}</> : <LongTable {...props} />
}

function LongTable<Row>(props: VirtualTableProps<Row>) {
  const { caption, columns, count, rowAt, lines = 2 } = props
  const table = useRef<HTMLTableElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const { rows, rowHeight, bring, page } = useRowWindow(body, count)
  const { focus, isStop, ...handlers } = useRowFocus({ body, rows, count, bring, page })
  const drawn = placed(rows, { count, rowHeight }, focus)
  const widths = useColumnWidths(
    table,
    columns.map(({ header }) => header).join('\n'),
    rowAt(0) !== undefined,
  )
  useAsk(props, rows)
  return (
    <div>
      <table
        ref={table}
        className={classes(tableStyles.table, styles.table)}
        aria-rowcount={count + 1}
        aria-busy={drawn.rows.some(({ index }) => rowAt(index) === undefined)}
        data-lines={lines}
        data-fixed={widths ? true : undefined}
      >
        <caption className={tableStyles.caption}>{caption}</caption>
        {widths && (
          <colgroup>
            {columns.map(({ id }, at) => (
              <col key={id} style={{ inlineSize: widths[at] }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(column => (
              <HeaderCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} {...handlers}>
          {drawn.rows.map(place => (
            <Placing key={place.index} place={place} isStop={isStop(place.index)} {...props} />
          ))}
          <Gap height={drawn.below} columns={columns.length} />
        </tbody>
      </table>
    </div>
  )
}

interface PlacingProps<Row> extends VirtualTableProps<Row> {
  readonly place: Placed
  readonly isStop: boolean
}

function Placing<Row>({ place, isStop, columns, rowAt, rowKey, rowHref }: PlacingProps<Row>) {
  const { index, gap } = place
  return (
    <>
      <Gap height={gap} columns={columns.length} />
      <VirtualRow
        index={index}
        row={rowAt(index)}
        columns={columns}
        rowKey={rowKey}
        rowHref={rowHref}
        isStop={isStop}
      />
    </>
  )
}

/** The room of rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className={styles.gap}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room, not a control */}
      <td colSpan={columns} style={{ blockSize: height }} />
    </tr>
  )
}

/** Rows are asked for no more often than this, in milliseconds. */
const pause = 50

function useAsk<Row>({ onRange, rowAt, count }: VirtualTableProps<Row>, { from, to }: RowWindow) {
  const asked = useRef(-pause)
  const ask = useEffectEvent(() => {
    asked.current = performance.now()
    onRange?.(from, Math.min(to, count))
  })
  const isWaiting = Array.from({ length: to - from }, (_, at) => rowAt(from + at)).includes(undefined)
  useEffect(() => {
    const timer = window.setTimeout(ask, Math.max(0, asked.current + pause - performance.now()))
    return () => window.clearTimeout(timer)
    // Also when rows that were there are gone again, and when there are more or fewer of them.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [from, to, count, isWaiting])
}

interface FocusOf {
  readonly body: { readonly current: HTMLTableSectionElement | null }
  readonly rows: RowWindow
  readonly count: number
  readonly bring: (index: number) => void
  readonly page: () => number
}

/** The one row the keyboard is at. It stays drawn while it has the focus, and keeps the focus when its words are replaced. */
function useRowFocus({ body, rows, count, bring, page }: FocusOf) {
  const [at, setAt] = useState(0)
  const [isHeld, setIsHeld] = useState(false)
  const row = Math.min(at, count - 1)
  const isDrawn = row >= rows.from && row < rows.to
  const stop = isHeld || isDrawn ? row : rows.first
  useLayoutEffect(() => {
    const now = document.activeElement
    const isLost = now === null || now === document.body
    const isBare = now instanceof HTMLElement && now.matches('th[data-go]') && goOf(body.current, row) !== now
    if (isHeld && (isLost || isBare)) goOf(body.current, row)?.focus({ preventScroll: true })
  })
  const go = (index: number) => {
    flushSync(() => {
      setAt(index)
      setIsHeld(true)
    })
    flushSync(() => bring(index))
    goOf(body.current, index)?.focus({ preventScroll: true })
  }
  return {
    focus: isHeld ? row : null,
    isStop: (index: number) => index === stop,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const from = rowIn(event.target)
      const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
      const to = from === null || !isPlain ? null : rowAfter(event.key, { from, count, page: page() })
      if (to === null) return
      event.preventDefault()
      go(to)
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      const on = rowIn(event.target)
      if (on !== null) setAt(on)
      setIsHeld(on !== null)
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (document.hasFocus()) setIsHeld(rowIn(event.relatedTarget) !== null)
    },
  }
}

/** What of a row takes the focus. */
const goOf = (body: HTMLElement | null, index: number): HTMLElement | null =>
  body?.querySelector<HTMLElement>(`[data-row="${index}"] [data-go]`) ?? null

/** The row whose link this is, or `null`. */
function rowIn(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest('[data-go]')?.closest('[data-row]') : null
  return row instanceof HTMLElement ? Number(row.dataset['row']) : null
}
