import { useEffect, useState } from 'react'
import type { Looked, NameMatch } from '../shared/name/model.ts'
import type { Alike } from './Alike.tsx'
import { call } from './api.ts'
import { useText, type Text } from './text.tsx'
import { Progress } from './ui/index.ts'

const none = { compared: 0, share: 0 }

/** Asks five times a second, while something is compared. */
function useFar(running: boolean) {
  const [far, setFar] = useState(none)
  useEffect(() => {
    if (!running) return undefined
    const ask = async () => {
      const reply = await call('name.looking', {})
      if (reply.ok) setFar(reply.value)
    }
    const timer = window.setInterval(() => void ask(), 200)
    return () => {
      window.clearInterval(timer)
      setFar(none)
    }
  }, [running])
  return far
}

interface Props {
  readonly running: boolean
  readonly label: string
  /** What the button says that stops it. */
  readonly stop: string
}

/** How far comparing is, and the way to stop it. Whoever leaves the page stops it as well. */
export function Comparing({ running, label, stop }: Props) {
  const text = useText()
  const { compared, share } = useFar(running)
  useEffect(() => (running ? () => void call('name.stop', {}) : undefined), [running])
  if (!running) return null
  return (
    <Progress
      label={label}
      value={share}
      detail={text('name.compared', { count: compared })}
      cancel={{ label: stop, onPress: () => void call('name.stop', {}) }}
    />
  )
}

/** What was found, as it is shown: codes, and why. */
export const alikeOf = (text: Text, matches: readonly NameMatch[]): Alike[] =>
  matches.map(({ caseId, code, state, personId, label, how }) => ({
    caseId,
    code,
    state,
    label,
    why: text(`name.how.${how}`),
    href: `/case/${caseId}/persons/identity-${personId}`,
  }))

/** How many were compared, and what was not: in one line. */
export function sayCompared(text: Text, { compared, unread, stopped }: Looked): string {
  return [
    text(stopped ? 'name.stopped' : 'name.all', { count: compared }),
    ...(unread > 0 ? [text('name.unread', { count: unread })] : []),
  ].join(' ')
}
