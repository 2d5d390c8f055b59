import { useText } from '../text.tsx'
import { EmptyState, Link, TextButton } from '../ui/index.ts'
import styles from './search.module.css'

const ways = ['all', 'together', 'begin', 'spelling', 'code', 'keys'] as const

/** What can be searched and how, while nothing is typed. */
export function HowToSearch() {
  const text = useText()
  return (
    <div className={styles.how}>
      <p>{text('search.how')}</p>
      <ul>
        {ways.map(way => (
          <li key={way}>{text(`search.how.${way}`)}</li>
        ))}
      </ul>
      <p>{text('search.names')}</p>
    </div>
  )
}

interface NothingFoundProps {
  readonly isNarrowed: boolean
  readonly onWiden: () => void
}

/** That nothing has all of this, and what is never looked through. */
export function NothingFound({ isNarrowed, onWiden }: NothingFoundProps) {
  const text = useText()
  return (
    <EmptyState
      title={text(isNarrowed ? 'search.none.narrowed' : 'search.none')}
      actions={
        isNarrowed ? (
          <TextButton onPress={onWiden}>{text('search.widen')}</TextButton>
        ) : (
          <Link href="/cases">{text('search.toCases')}</Link>
        )
      }
    >
      <p>{text('search.none.hint')}</p>
      <p>{text('search.names')}</p>
    </EmptyState>
  )
}
