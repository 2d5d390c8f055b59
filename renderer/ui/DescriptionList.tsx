import type { ReactNode } from 'react'
import { Link, TextButton } from './Button.tsx'
import styles from './DescriptionList.module.css'
import type { Way } from './Notice.tsx'

/** One line of a summary. */
export interface Description {
  readonly id: string
  readonly label: string
  readonly value: ReactNode
  /** Who said it and when. */
  readonly by?: ReactNode
  readonly change?: Way | undefined
}

/** What is known, line by line; each can be changed in place and says where it comes from. */
export function DescriptionList({ rows }: { readonly rows: readonly Description[] }) {
  return (
    <dl className={styles.list}>
      {rows.map(row => (
        <div key={row.id} className={styles.row}>
          <dt>{row.label}</dt>
          <dd className={styles.value}>
            <div>{row.value}</div>
            {row.by && <div className={styles.by}>{row.by}</div>}
          </dd>
          {row.change && (
            <dd>
              <Change way={row.change} name={`${row.change.label} ${row.label}`} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

function Change({ way, name }: { readonly way: Way; readonly name: string }) {
  if ('href' in way) {
    return (
      <Link href={way.href} name={name}>
        {way.label}
      </Link>
    )
  }
  return (
    <TextButton onPress={way.onPress} name={name}>
      {way.label}
    </TextButton>
  )
}
