import { useState } from 'react'
import { useLocation } from 'wouter'
import { schemes, type Ceremony } from '../../shared/recovery/model.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Form, Notice, Page, Progress, RadioGroup, Row, Section, Stack, show } from '../ui/index.ts'
import { ShareStep } from './ShareStep.tsx'
import styles from './vault.module.css'

/** Making recovery shares: how many, then one after the other, then they count. */
export function MakeSharesPage() {
  const text = useText()
  const ceremony = useAnswer('recovery.ceremony', {})
  const { busy, refusal, ask } = useAsking()
  const [, navigate] = useLocation()
  const now = ceremony.value
  const leave = async () => {
    await ask('recovery.drop', {})
    navigate('/vault/ways')
  }
  const activate = async () => {
    const reply = await ask('recovery.activate', {})
    if (!reply.ok) return
    show(toasts, { text: text('recovery.activated'), tone: 'safe' })
    navigate('/vault/ways')
  }
  return (
    <Page
      title={text('recovery.make')}
      lead={now ? undefined : text('recovery.make.lead')}
      back={{ label: text('ways.title'), href: '/vault/ways' }}
    >
      {!now && <Beginning onBegun={ceremony.again} />}
      {now && now.verified.length < now.n && (
        <ShareStep
          key={now.verified.length}
          ceremony={now}
          onVerified={ceremony.again}
          onLeave={() => void leave()}
        />
      )}
      {now && now.verified.length === now.n && (
        <AllSafe ceremony={now} busy={busy} onActivate={() => void activate()} onLeave={() => void leave()} />
      )}
      {refusal && <RefusalNotice refusal={refusal} live />}
    </Page>
  )
}

const idOf = ({ k, n }: { readonly k: number; readonly n: number }) => `${k}/${n}`

function Beginning({ onBegun }: { readonly onBegun: () => void }) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const [chosen, setChosen] = useState('2/3')
  const begin = async () => {
    const scheme = schemes.find(each => idOf(each) === chosen)
    if (!scheme || busy) return
    const reply = await ask('recovery.begin', scheme)
    if (reply.ok) onBegun()
  }
  return (
    <Form
      onSubmit={() => void begin()}
      actions={
        <Button kind="primary" type="submit" busy={busy ? text('recovery.drawing') : null}>
          {text('recovery.begin')}
        </Button>
      }
    >
      <Stack gap={24}>
        <Section title={text('recovery.who')}>
          <ul className={styles.limits}>
            <li>{text('recovery.who.apart')}</li>
            <li>{text('recovery.who.people')}</li>
            <li>{text('recovery.who.coercion')}</li>
            <li>{text('recovery.who.together')}</li>
          </ul>
        </Section>
        <RadioGroup
          label={text('recovery.scheme')}
          value={chosen}
          onChange={setChosen}
          options={schemes.map(({ k, n }) => ({
            id: idOf({ k, n }),
            label: text('recovery.needed', { k, n }),
            description: text('recovery.scheme.lose', { lose: n - k }),
          }))}
        />
        <Notice>{text('recovery.begin.how')}</Notice>
        {refusal && <RefusalNotice refusal={refusal} live />}
      </Stack>
    </Form>
  )
}

interface AllSafeProps {
  readonly ceremony: Ceremony
  readonly busy: boolean
  readonly onActivate: () => void
  readonly onLeave: () => void
}

function AllSafe({ ceremony: { k, n }, busy, onActivate, onLeave }: AllSafeProps) {
  const text = useText()
  return (
    <Stack gap={24}>
      <Notice tone="safe" title={text('recovery.allSafe', { n })}>
        {text('recovery.allSafe.means', { k, n })}
      </Notice>
      {busy && <Progress label={text('recovery.activating')} />}
      <Row>
        <Button
          kind="primary"
          onPress={onActivate}
          busy={busy ? text('recovery.activating') : null}
          takesFocus
        >
          {text('recovery.activate')}
        </Button>
        <Button onPress={onLeave}>{text('recovery.leave')}</Button>
      </Row>
    </Stack>
  )
}
