import { useState } from 'react'
import { PanicKeys } from '../../shared/vault/model.ts'
import { call } from '../api.ts'
import type { Refusal } from '../openCase.ts'
import { toasts, useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Page, RadioGroup, Section, Select, show, Stack } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import styles from './vault.module.css'

const reasons = ['keys', 'idle', 'sleep', 'screen', 'window', 'process'] as const
const limits = ['seen', 'capture', 'dialog', 'clipboard', 'linux'] as const
const captures = ['refused', 'allowed'] as const

/** When the vault locks, the keys that hide everything at once, pictures of the window, and what none of it can do. */
export function LockPage() {
  const text = useText()
  return (
    <Page
      title={text('lock.title')}
      lead={text('lock.lead')}
      back={{ label: text('vault.title'), href: '/vault' }}
    >
      <Section title={text('lock.panic')} lead={text('lock.panic.lead')}>
        <PanicChoice />
      </Section>
      <Section title={text('lock.idle')}>
        <IdleMinutes />
      </Section>
      <Section title={text('lock.when')} lead={text('lock.when.lead')}>
        <List of="lock.when" items={reasons} />
      </Section>
      <Section title={text('lock.capture')}>
        <CaptureChoice />
      </Section>
      <Section title={text('lock.clipboard')} lead={text('lock.clipboard.lead')} />
      <Section title={text('lock.limits')}>
        <List of="lock.limit" items={limits} />
      </Section>
    </Page>
  )
}

interface ListProps {
  readonly of: 'lock.when' | 'lock.limit'
  readonly items: readonly string[]
}

function List({ of, items }: ListProps) {
  const text = useText()
  return (
    <ul className={styles.limits}>
      {items.map(item => (
        <li key={item}>{text(`${of}.${item}`)}</li>
      ))}
    </ul>
  )
}

function PanicChoice() {
  const text = useText()
  const { preferences, prefer } = useSession()
  return (
    <RadioGroup
      label={text('lock.panic.which')}
      value={preferences.panic}
      onChange={panic => void prefer({ ...preferences, panic })}
      options={PanicKeys.options.map(id => ({
        id,
        label: text(`lock.panic.${id}`),
        description: text(`lock.panic.${id}.hint`),
      }))}
    />
  )
}

function CaptureChoice() {
  const text = useText()
  const { preferences, prefer } = useSession()
  return (
    <RadioGroup
      label={text('lock.capture.which')}
      value={preferences.capture}
      onChange={capture => void prefer({ ...preferences, capture })}
      options={captures.map(id => ({
        id,
        label: text(`lock.capture.${id}`),
        description: text(`lock.capture.${id}.hint`),
      }))}
    />
  )
}

const minutes = Array.from({ length: 15 }, (_, index) => index + 1)

function IdleMinutes() {
  const text = useText()
  const { vault, refresh } = useSession()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const set = async (id: string) => {
    const reply = await call('vault.setIdle', { minutes: Number(id) })
    setRefusal(reply.ok ? null : reply)
    if (!reply.ok) return
    await refresh()
    show(toasts, { text: text('vault.idle.set', { minutes: Number(id) }), tone: 'safe' })
  }
  return (
    <Stack gap={8}>
      <Select
        label={text('vault.idle')}
        hint={text('vault.idle.hint')}
        placeholder={text('vault.idle.choose')}
        value={String(vault?.idleMinutes ?? '')}
        onChange={id => void set(id)}
        options={minutes.map(count => ({
          id: String(count),
          label: text('vault.idle.minutes', { minutes: count }),
        }))}
        width="short"
      />
      {refusal && <RefusalNotice refusal={refusal} />}
    </Stack>
  )
}
