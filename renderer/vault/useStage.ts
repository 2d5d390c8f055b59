import { useEffect, useState } from 'react'
import { call } from '../api.ts'

const stages = ['reading', 'deriving', 'opening', 'checking'] as const

/** How far an opening or a creation is. */
export type Stage = (typeof stages)[number]

/** Which of the four steps it is, counted from 1. */
export const stepOf = (stage: Stage): number => stages.indexOf(stage) + 1
/** How many steps there are. */
export const steps = stages.length

/** Asks five times a second how far it is, while `running`. `null` before the first answer. */
export function useStage(running: boolean): Stage | null {
  const [stage, setStage] = useState<Stage | null>(null)
  useEffect(() => {
    if (!running) return undefined
    const ask = async () => {
      const reply = await call('vault.progress', {})
      if (reply.ok && reply.value.stage !== 'idle') setStage(reply.value.stage)
    }
    const timer = window.setInterval(() => void ask(), 200)
    return () => {
      window.clearInterval(timer)
      setStage(null)
    }
  }, [running])
  return stage
}
