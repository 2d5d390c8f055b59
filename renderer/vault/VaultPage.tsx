import { mayReadCases } from '../../shared/vault/rules.ts'
import { call } from '../api.ts'
import { toasts, useSession } from '../session.ts'
import { useText } from '../text.tsx'
import {
  Code,
  DescriptionList,
  Link,
  Page,
  RadioGroup,
  Row,
  Section,
  Select,
  show,
  Stack,
} from '../ui/index.ts'
import { useState } from 'react'
import type { Refusal } from '../openCase.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { LimitsList } from './HonestLimits.tsx'
import { languageNames, languages, themes } from './look.ts'
import { PracticeSection } from './PracticeSection.tsx'
import { VaultWarnings } from './VaultWarnings.tsx'

/** The open vault itself: where it is, when it locks, its passphrase, the look, and what it cannot promise. */
export function VaultPage() {
  const text = useText()
  const readsCases = useSession(({ vault }) => mayReadCases(vault?.duties ?? []))
  return (
    <Page title={text('vault.title')} lead={text('vault.lead')}>
      <VaultWarnings />
      <Standing />
      <PracticeSection />
      <Section title={text('people.title')} lead={text('people.short')}>
        <Link href="/vault/people">{text('people.open')}</Link>
      </Section>
      <Section title={text('vault.locking')} lead={text('vault.locking.lead')}>
        <IdleMinutes />
      </Section>
      {readsCases && (
        <Section title={text('clocks.title')} lead={text('vault.clocks.lead')}>
          <Link href="/vault/clocks">{text('vault.clocks.open')}</Link>
        </Section>
      )}
      {readsCases && (
        <Section title={text('settings.title')} lead={text('settings.lead')}>
          <Row gap={24}>
            <Link href="/vault/lists">{text('lists.title')}</Link>
            <Link href="/vault/thresholds">{text('thresholds.title')}</Link>
            <Link href="/vault/windows">{text('windows.title')}</Link>
          </Row>
        </Section>
      )}
      <Section title={text('vault.passphrase')} lead={text('vault.passphrase.lead')}>
        <ChangePassphrase />
      </Section>
      <Section title={text('look.title')}>
        <Look />
      </Section>
      {readsCases && (
        <Section title={text('vault.trail')} lead={text('vault.trail.lead')}>
          <Link href="/record">{text('vault.trail.open')}</Link>
        </Section>
      )}
      <Section title={text('vault.limits')}>
        <LimitsList />
      </Section>
    </Page>
  )
}

function Standing() {
  const text = useText()
  const vault = useSession(state => state.vault)
  const place = vault?.place ?? null
  return (
    <DescriptionList
      rows={[
        {
          id: 'place',
          label: text('vault.place'),
          value: place === null ? text('vault.place.usual') : text('vault.place.other', { place }),
        },
        { id: 'officer', label: text('vault.officer'), value: <Code>{vault?.officer}</Code> },
      ]}
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
    <>
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
    </>
  )
}

function Look() {
  const text = useText()
  const { preferences, prefer } = useSession()
  return (
    <Stack gap={8}>
      <RadioGroup
        inline
        label={text('look.language')}
        value={preferences.language}
        onChange={language => void prefer({ ...preferences, language })}
        options={languages.map(id => ({ id, label: languageNames[id] }))}
      />
      <RadioGroup
        inline
        label={text('look.theme')}
        value={preferences.theme}
        onChange={theme => void prefer({ ...preferences, theme })}
        options={themes.map(id => ({ id, label: text(`look.theme.${id}`) }))}
      />
    </Stack>
  )
}
