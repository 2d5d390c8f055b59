import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { Icon } from './Icon.tsx'
import type { Column, TableProps } from './Table.tsx'
import styles from './Table.module.css'

/** Properties of `HeaderCell`. */
export interface HeaderCellProps<Row> extends Pick<TableProps<Row>, 'sort' | 'onSort'> {
  readonly column: Column<Row>
}

/** The head of one column; pressing it asks for the other order. */
export function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const way = sort?.column === column.id ? (sort.ascending ? 'ascending' : 'descending') : undefined
  return (
    <th
      scope="col"
      aria-sort={way}
      data-numeric={column.numeric || undefined}
      data-wide={column.wide || undefined}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ column: column.id, ascending: way !== 'ascending' })}
        >
          {column.header}
          <Icon of={way === undefined ? ArrowUpDown : way === 'ascending' ? ArrowUp : ArrowDown} small />
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}
