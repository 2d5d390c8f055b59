import { useEffect, useState } from 'react'
import { call } from './api.ts'
import { useText } from './text.tsx'
import { Progress } from './ui/index.ts'

interface Props {
  readonly label: string
  /** What becomes of the work when somebody leaves the page. */
  readonly leaving: 'stops' | 'goes-on'
}

/** How far long work on the cases of a package is, and the way to stop it; nothing of it stays then. */
export function WorkOnCases({ label, leaving }: Props) {
  const text = useText()
  const reached = useReached()
  const [isStopping, setStopping] = useState(false)
  useEffect(() => (leaving === 'stops' ? () => void call('exchange.stop', {}) : undefined), [leaving])
  if (!reached || reached.all === 0) return <Progress label={label} />
  const { done, all } = reached
  const stop = () => {
    setStopping(true)
    void call('exchange.stop', {})
  }
  return (
    <Progress
      label={label}
      value={done / all}
      detail={text('caseload.work.done', { done, count: all })}
      cancel={{
        label: text('caseload.work.stop'),
        onPress: stop,
        busy: isStopping ? text('caseload.work.stopping') : null,
      }}
    />
  )
}

interface Reached {
  readonly done: number
  readonly all: number
}

/** Asks five times a second; `null` while nothing is known. */
function useReached(): Reached | null {
  const [reached, setReached] = useState<Reached | null>(null)
  useEffect(() => {
    const ask = async () => {
      const reply = await call('exchange.working', {})
      setReached(reply.ok ? reply.value : null)
    }
    const timer = window.setInterval(() => void ask(), 200)
    return () => window.clearInterval(timer)
  }, [])
  return reached
}
