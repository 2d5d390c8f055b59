import { useRef, useState, type KeyboardEvent } from 'react'
import { CircleCheck, CircleDashed, CircleOff, CircleX, Contrast, type LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'
import styles from './Matrix.module.css'

/** What a cell says, as a shape: yes; yes, if; no; nothing yet; over. */
export type CellShape = 'yes' | 'partly' | 'no' | 'empty' | 'ended'

/** What stands in one cell: the shape, the word, and a few quiet words more. */
export interface MatrixCell {
  readonly shape: CellShape
  readonly word: string
  readonly detail?: string | undefined
}

/** A row or a column. */
export interface MatrixHeading {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
}

/** Properties of `Matrix`. */
export interface MatrixProps {
  readonly caption: string
  /** The word in the corner: what the rows are. */
  readonly corner: string
  readonly columns: readonly MatrixHeading[]
  readonly rows: readonly MatrixHeading[]
  readonly cell: (row: string, column: string) => MatrixCell
  readonly onOpen: (row: string, column: string) => void
}

interface Place {
  readonly row: number
  readonly column: number
}

const shapes: Readonly<Record<CellShape, LucideIcon>> = {
  yes: CircleCheck,
  partly: Contrast,
  no: CircleX,
  empty: CircleDashed,
  ended: CircleOff,
}

/** Rows against columns, each cell a shape, a word and a colour. One stop for Tab; arrows move inside; Enter opens. */
export function Matrix(props: MatrixProps) {
  const grid = useRef<HTMLTableElement>(null)
  const [here, setHere] = useState<Place>({ row: 0, column: 0 })

  function move(event: KeyboardEvent<HTMLElement>) {
    const step = stepFor(event)
    if (!step) return
    event.preventDefault()
    const next = {
      row: within(here.row + step.row, props.rows.length),
      column: within(here.column + step.column, props.columns.length),
    }
    setHere(next)
    grid.current?.querySelectorAll('tbody tr')[next.row]?.querySelectorAll('button')[next.column]?.focus()
  }

  return (
    <div className={styles.scroll}>
      {/* One stop for Tab and arrows inside is what a grid is. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table ref={grid} role="grid" aria-label={props.caption} className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{props.corner}</th>
            {props.columns.map(column => (
              <th key={column.id} scope="col">
                <Heading {...column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            <Line
              key={row.id}
              {...props}
              row={row}
              index={index}
              here={here}
              onEnter={setHere}
              onMove={move}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LineProps extends MatrixProps {
  readonly row: MatrixHeading
  readonly index: number
  readonly here: Place
  readonly onEnter: (place: Place) => void
  readonly onMove: (event: KeyboardEvent<HTMLElement>) => void
}

function Line({ row, index, columns, cell, onOpen, here, onEnter, onMove }: LineProps) {
  return (
    <tr>
      <th scope="row">
        <Heading {...row} />
      </th>
      {columns.map((column, at) => {
        const content = cell(row.id, column.id)
        return (
          <td key={column.id}>
            <button
              type="button"
              className={styles.cell}
              data-shape={content.shape}
              tabIndex={here.row === index && here.column === at ? 0 : -1}
              onFocus={() => onEnter({ row: index, column: at })}
              onKeyDown={onMove}
              onClick={() => onOpen(row.id, column.id)}
            >
              <Icon of={shapes[content.shape]} small />
              <span>
                <span className={styles.word}>{content.word}</span>
                {content.detail && <span className={styles.detail}>{content.detail}</span>}
              </span>
            </button>
          </td>
        )
      })}
    </tr>
  )
}

function Heading({ label, hint }: MatrixHeading) {
  return (
    <>
      {label}
      {hint && <span className={styles.hint}>{hint}</span>}
    </>
  )
}

const within = (place: number, count: number) => Math.max(0, Math.min(place, count - 1))

/** Which way a key moves; left and right follow the direction of writing. */
function stepFor(event: KeyboardEvent<HTMLElement>): Place | undefined {
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
  const steps: Readonly<Record<string, Place>> = {
    ArrowDown: { row: 1, column: 0 },
    ArrowUp: { row: -1, column: 0 },
    ArrowRight: { row: 0, column: forward },
    ArrowLeft: { row: 0, column: -forward },
    Home: { row: 0, column: -Infinity },
    End: { row: 0, column: Infinity },
  }
  return steps[event.key]
}
