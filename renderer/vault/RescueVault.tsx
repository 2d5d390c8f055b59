import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '../../shared/contract.ts'
import { call } from '../api.ts'
import { useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Progress, Row, Stack } from '../ui/index.ts'
import { Rescued } from './Rescued.tsx'

/** Makes a new vault of what can be read, and shows what that was. */
export function RescueVault() {
  const text = useText()
  const { busy, refusal, rescued, start, use } = useRescue()
  if (rescued) {
    return (
      <Stack gap={16}>
        <Rescued rescued={rescued} />
        <Row>
          <Button kind="primary" onPress={() => void use()} busy={busy ? text('rescue.use.busy') : null}>
            {text('rescue.use')}
          </Button>
        </Row>
        {refusal && <RefusalNotice refusal={refusal} live />}
      </Stack>
    )
  }
  return (
    <Stack gap={12}>
      <Row>
        <Button kind="primary" onPress={() => void start()} busy={busy ? text('rescue.busy') : null}>
          {text('rescue.do')}
        </Button>
      </Row>
      <HowFar running={busy} />
      {refusal && <RefusalNotice refusal={refusal} live />}
    </Stack>
  )
}

function useRescue() {
  const { busy, refusal, ask } = useAsking()
  const refresh = useSession(state => state.refresh)
  const [, navigate] = useLocation()
  const [rescued, setRescued] = useState<Output<'rescue.start'>>(null)
  const start = async () => {
    const reply = await ask('rescue.start', {})
    if (reply.ok) setRescued(reply.value)
  }
  const use = async () => {
    const reply = await ask('rescue.use', {})
    if (!reply.ok) return
    await refresh()
    navigate('/')
  }
  return { busy, refusal, rescued, start, use }
}

const nothingYet: Output<'rescue.progress'> = { stage: 'idle', done: 0, all: 0 }

function useProgress(running: boolean): Output<'rescue.progress'> {
  const [progress, setProgress] = useState(nothingYet)
  useEffect(() => {
    if (!running) return undefined
    const ask = async () => {
      const reply = await call('rescue.progress', {})
      if (reply.ok) setProgress(reply.value)
      await call('vault.active', {})
    }
    const timer = window.setInterval(() => void ask(), 300)
    return () => {
      window.clearInterval(timer)
      setProgress(nothingYet)
    }
  }, [running])
  return progress
}

/** How far it is, and the way to give it up. */
function HowFar({ running }: { readonly running: boolean }) {
  const text = useText()
  const { stage, done, all } = useProgress(running)
  if (!running || stage === 'idle') return null
  return (
    <Progress
      label={text(`rescue.stage.${stage}`)}
      {...(all > 0 && { value: done / all })}
      detail={all > 0 && text('rescue.stage.of', { done, all })}
      cancel={{ label: text('rescue.stop'), onPress: () => void call('rescue.stop', {}) }}
    />
  )
}
