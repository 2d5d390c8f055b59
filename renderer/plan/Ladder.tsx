import { rungNow, type CheckInTrack, type Rung } from '../../shared/plan/checkIn.ts'
import type { CheckInPlan } from '../../shared/plan/model.ts'
import { useText } from '../text.tsx'
import styles from './plan.module.css'

const rungs: readonly Rung[] = ['first', 'second', 'third']

/** The steps that were agreed for when a check-in is missed, in order; the one to take now is marked in words. */
export function Ladder({ plan, track }: { readonly plan: CheckInPlan; readonly track: CheckInTrack }) {
  const text = useText()
  const now = rungNow(plan, track)
  return (
    <ol className={styles.ladder}>
      {rungs
        .filter(rung => plan[rung] !== '')
        .map(rung => (
          <li key={rung} data-now={rung === now || undefined}>
            {rung === now && <>{text('plan.checkIn.now')} </>}
            <bdi className={styles.said}>{plan[rung]}</bdi>
          </li>
        ))}
    </ol>
  )
}
