import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Standing } from '../../shared/record/model.ts'
import { isAlarming } from '../../shared/record/witness.ts'
import { call } from '../api.ts'
import { useText } from '../text.tsx'
import { TextButton, type FrameBanner } from '../ui/index.ts'

/**
 * Above every screen, wherever somebody comes back to: that the record does not fit what its witnesses know, or that the clock
 * was set back. Nothing when all is well. Asked again whenever the place changes.
 */
export function useRecordBand(): FrameBanner | undefined {
  const text = useText()
  const [path, navigate] = useLocation()
  const [standing, setStanding] = useState<Standing | null>(null)
  useEffect(() => {
    let wanted = true
    const ask = async () => {
      const reply = await call('record.standing', {})
      if (wanted && reply.ok) setStanding(reply.value)
    }
    void ask()
    return () => {
      wanted = false
    }
    // Asked again at every place somebody goes to.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [path])
  if (!standing) return undefined
  const isUnfit = standing.witnesses.some(({ verdict }) => isAlarming(verdict))
  if (!isUnfit && standing.clockBehind === null) return undefined
  return {
    label: text('witness.title'),
    children: (
      <>
        <span>{text(isUnfit ? 'witness.alarm.short' : 'witness.clock.short')}</span>
        <TextButton onPress={() => navigate('/vault/witnesses')}>{text('witness.alarm.look')}</TextButton>
      </>
    ),
  }
}
