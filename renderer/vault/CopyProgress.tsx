import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contract.ts'
import { call } from '../api.ts'
import { useText } from '../text.tsx'
import { Progress } from '../ui/index.ts'
import { megabytes } from './megabytes.ts'

type Going = Output<'vault.copyProgress'>

/** Asks three times a second how far it is, while `running`. */
function useGoing(running: boolean): Going {
  const [going, setGoing] = useState<Going>(null)
  useEffect(() => {
    if (!running) return undefined
    const ask = async () => {
      const reply = await call('vault.copyProgress', {})
      if (reply.ok && reply.value !== null) setGoing(reply.value)
    }
    const timer = window.setInterval(() => void ask(), 300)
    return () => {
      window.clearInterval(timer)
      setGoing(null)
    }
  }, [running])
  return going
}

/** How far a copying, drill or restoring is, and the way to stop it. Nothing while none runs. */
export function CopyProgress({ running }: { readonly running: boolean }) {
  const text = useText()
  const going = useGoing(running)
  if (!running || going === null) return null
  const { stage, done, all } = going
  const isKnown = all > 0
  return (
    <Progress
      label={text(`copies.stage.${stage}`)}
      {...(isKnown && { value: done / all })}
      detail={isKnown && text('copies.stage.of', { done: megabytes(done), all: megabytes(all) })}
      cancel={{ label: text('copies.stop'), onPress: () => void call('vault.stopCopy', {}) }}
    />
  )
}
