import type { ReactNode } from 'react'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components'
import { classes } from './given.ts'
import { HeaderCell } from './HeaderCell.tsx'
import styles from './Table.module.css'

/** One column. The first column names the row and, with `rowHref`, opens it. */
export interface Column<Row> {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  readonly sortable?: boolean | undefined
  /** Numbers stand at the end of their cell. */
  readonly numeric?: boolean | undefined
  /** Takes the room that is left. */
  readonly wide?: boolean | undefined
}

/** By which column the rows are in order, and which way. */
export interface Sort {
  readonly column: string
  readonly ascending: boolean
}

/** Properties of `Table`. The rows come in order; the table only asks for another. */
export interface TableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly rowHref?: ((row: Row) => string) | undefined
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  /** What stands in place of the rows when there are none: usually `EmptyState`. */
  readonly empty: ReactNode
}

/** One line for each thing, first column first; up and down arrows go from row to row. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, empty } = props
  if (rows.length === 0) return <>{empty}</>
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <HeaderCell key={column.id} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) => (
                <Cell key={column.id} {...props} column={column} row={row} first={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps<Row> extends TableProps<Row> {
  readonly column: Column<Row>
  readonly row: Row
  readonly first: boolean
}

function Cell<Row>({ column, row, first, rowHref }: CellProps<Row>) {
  const content = column.cell(row)
  if (!first) return <td data-numeric={column.numeric || undefined}>{content}</td>
  return (
    <th scope="row" data-numeric={column.numeric || undefined}>
      {rowHref ? (
        <AriaLink href={rowHref(row)} onKeyDown={goToRow} className={classes(styles.open)}>
          {content}
        </AriaLink>
      ) : (
        content
      )}
    </th>
  )
}

type KeyDown = Parameters<NonNullable<AriaLinkProps['onKeyDown']>>[0]

function goToRow(event: KeyDown) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const row = event.currentTarget instanceof Element ? event.currentTarget.closest('tr') : null
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  const link = next?.querySelector('a')
  if (!link) return
  event.preventDefault()
  link.focus()
}
