import { useState } from 'react'
import { colleagueName } from '../colleagueWords.ts'
import { useCase } from '../openCase.ts'
import { useText } from '../text.tsx'
import { Button, Notice, Progress, Section } from '../ui/index.ts'
import type { SharePageProps } from './outward.ts'
import { useShare } from './useShare.ts'

/** Writes the file. */
export function Send({ share }: SharePageProps) {
  const text = useText()
  const { run } = useCase()
  const [state, setState] = useState<'idle' | 'working' | 'closed'>('idle')
  const send = async () => {
    setState('working')
    const receipt = await run('share.send', { shareId: share.id })
    const wasRefused = useCase.getState().refusal !== null
    if (receipt) useShare.getState().left(receipt)
    setState(receipt === null && !wasRefused ? 'closed' : 'idle')
    await useShare.getState().load(share.id)
  }
  const by = share.approval
  return (
    <Section title={text('share.send')}>
      {by && (
        <Notice tone="safe">{text('share.approve.done', { by: by.by, moment: text.moment(by.at) })}</Notice>
      )}
      {state === 'closed' && (
        <Notice tone="note" live>
          {text('share.send.closed')}
        </Notice>
      )}
      <p>{text('share.send.lead', { name: colleagueName(text, share.colleague) })}</p>
      <p>
        <Button
          kind="primary"
          busy={state === 'working' ? text('share.send.busy') : null}
          onPress={() => void send()}
        >
          {text('share.send.write')}
        </Button>
      </p>
      {state === 'working' && <Progress label={text('share.send.working')} />}
    </Section>
  )
}
