import { isAlarming } from '../../shared/record/witness.ts'
import { useAnswer } from '../asking.ts'
import { useText } from '../text.tsx'
import { Link, Notice } from '../ui/index.ts'

/** That the record does not fit what its witnesses know, or the clock was set back; nothing when all is well. */
export function RecordWarning() {
  const text = useText()
  const { value } = useAnswer('record.standing', {})
  if (!value) return null
  const isUnfit = value.witnesses.some(({ verdict }) => isAlarming(verdict))
  if (!isUnfit && value.clockBehind === null) return null
  return (
    <Notice
      tone={isUnfit ? 'stop' : 'care'}
      title={text(isUnfit ? 'witness.alarm.short' : 'witness.clock.short')}
      actions={<Link href="/vault/witnesses">{text('witness.alarm.look')}</Link>}
    />
  )
}
