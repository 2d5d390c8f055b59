import { memo } from 'react'
import { Link as AriaLink } from 'react-aria-components'
import { classes } from './given.ts'
import type { Column } from './Table.tsx'
import tableStyles from './Table.module.css'
import styles from './VirtualTable.module.css'

/** Properties of `VirtualRow`. */
export interface VirtualRowProps<Row> {
  /** Its place in the whole list, from 0. */
  readonly index: number
  /** `undefined` while it is being read. */
  readonly row: Row | undefined
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly rowHref?: ((row: Row) => string) | undefined
  /** The tab key comes to this row and to no other. */
  readonly isStop: boolean
}

function Line<Row>({ index, row, columns, rowKey, rowHref, isStop }: VirtualRowProps<Row>) {
  const [first, ...others] = columns
  return (
    <tr data-row={index} aria-rowindex={index + 2} id={row && `row-${rowKey(row)}`}>
      {first && <Head column={first} row={row} rowHref={rowHref} isStop={isStop} />}
      {others.map(column => (
        <td key={column.id} data-numeric={column.numeric || undefined}>
          <Words row={row} column={column} />
        </td>
      ))}
    </tr>
  )
}

/** One row of a long list. Drawn again only when something of it changes. */
// The compiler forgets the type of the rows on the way through `memo`.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const VirtualRow = memo(Line) as typeof Line

interface CellProps<Row> {
  readonly column: Column<Row>
  readonly row: Row | undefined
}

function Words<Row>({ column, row }: CellProps<Row>) {
  if (row === undefined) return <span className={styles.waiting} />
  return <div className={styles.words}>{column.cell(row)}</div>
}

/** The link passes this on to the hook that knows it, without naming it among its own properties. */
const inTabOrder = (isStop: boolean) => ({ excludeFromTabOrder: !isStop })

interface HeadProps<Row> extends CellProps<Row>, Pick<VirtualRowProps<Row>, 'rowHref' | 'isStop'> {}

function Head<Row>({ column, row, rowHref, isStop }: HeadProps<Row>) {
  const isNumeric = column.numeric || undefined
  if (row === undefined || rowHref === undefined)
    return (
      <th scope="row" data-numeric={isNumeric} data-go tabIndex={isStop ? 0 : -1}>
        <Words row={row} column={column} />
      </th>
    )
  return (
    <th scope="row" data-numeric={isNumeric}>
      <AriaLink href={rowHref(row)} data-go {...inTabOrder(isStop)} className={classes(tableStyles.open)}>
        <Words row={row} column={column} />
      </AriaLink>
    </th>
  )
}
