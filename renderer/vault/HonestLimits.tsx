import { useText } from '../text.tsx'
import { Disclosure } from '../ui/index.ts'
import styles from './vault.module.css'

const limits = ['malware', 'coerced', 'memory', 'sleep', 'flash', 'visible', 'copies'] as const

/** What no program can promise, behind one line. */
export function HonestLimits() {
  const text = useText()
  return (
    <Disclosure label={text('vault.limits')} level={2}>
      <LimitsList />
    </Disclosure>
  )
}

/** The same, laid open. */
export function LimitsList() {
  const text = useText()
  return (
    <ul className={styles.limits}>
      {limits.map(limit => (
        <li key={limit}>{text(`vault.limit.${limit}`)}</li>
      ))}
    </ul>
  )
}
