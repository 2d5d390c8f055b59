import { useLocation } from 'wouter'
import { useAnswer, useAsking } from '../asking.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Notice, Page, Row, Stack } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { DeletePractice } from './DeletePractice.tsx'
import { PracticeCreation } from './PracticeCreation.tsx'
import styles from './vault.module.css'

/** From the first screen: make the practice vault, or open the one that is there. */
export function PracticePage() {
  const text = useText()
  const { value, again } = useAnswer('practice.state', {})
  return (
    <Page
      title={text('practice.title')}
      lead={text('practice.lead')}
      back={{ label: text('app.back'), href: '/' }}
    >
      <Stack gap={24}>
        <WhatYouGet />
        {value?.state === 'none' && <PracticeCreation />}
        {value?.state === 'there' && <There onDeleted={again} />}
      </Stack>
    </Page>
  )
}

function WhatYouGet() {
  const text = useText()
  return (
    <>
      <ul className={styles.limits}>
        {(['cases', 'band', 'apart'] as const).map(item => (
          <li key={item}>{text(`practice.what.${item}`)}</li>
        ))}
      </ul>
      <Notice tone="care">{text('practice.what.real')}</Notice>
    </>
  )
}

function There({ onDeleted }: { readonly onDeleted: () => void }) {
  const text = useText()
  const [, navigate] = useLocation()
  const refresh = useSession(state => state.refresh)
  const { busy, refusal, ask } = useAsking()
  const open = async () => {
    const reply = await ask('practice.open', {})
    if (!reply.ok) return
    await refresh()
    navigate('/')
  }
  const deleted = () => {
    onDeleted()
    void refresh()
  }
  return (
    <Stack>
      <p>{text('practice.there')}</p>
      <Row>
        <Button kind="primary" onPress={() => void open()} disabled={busy}>
          {text('practice.open')}
        </Button>
        <DeletePractice onDeleted={deleted} />
      </Row>
      {refusal && <RefusalNotice refusal={refusal} live />}
    </Stack>
  )
}
