import { useState } from 'react'
import type { Output } from '../../shared/contract.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { packageName, packagePlace } from '../packageWords.ts'
import { RecallWords } from '../RecallWords.tsx'
import { ReceiptOffer } from '../ReceiptOffer.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Link, Notice, Page, Progress, Section, Stack } from '../ui/index.ts'
import { ArrivedPage } from './Arrived.tsx'

type Taken = Output<'notice.takeRecall'>

/** A recall that came: which package it concerns, what will happen, and taking it in. */
export function TakeRecall() {
  const text = useText()
  const [taken, setTaken] = useState<Taken | null>(null)
  if (taken) return <Done taken={taken} />
  return (
    <ArrivedPage
      title={text('notice.recall.came')}
      lead={text('notice.recall.came.lead')}
      fits={kind => kind === 'recall'}
    >
      {() => <Seen onTaken={setTaken} />}
    </ArrivedPage>
  )
}

interface SeenProps {
  readonly onTaken: (taken: Taken) => void
}

function Seen({ onTaken }: SeenProps) {
  const text = useText()
  const { value: seen, refusal } = useAnswer('notice.recall', {})
  if (refusal) return <RefusalNotice refusal={refusal} live />
  return seen ? <Take seen={seen} onTaken={onTaken} /> : <Progress label={text('notice.log.loading')} />
}

function Take({ seen, onTaken }: SeenProps & { readonly seen: Output<'notice.recall'> }) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const take = async () => {
    const taken = await ask('notice.takeRecall', {})
    if (taken.ok) onTaken(taken.value)
  }
  return (
    <Stack gap={24}>
      <RecallWords recall={seen.says} />
      <Section title={text('notice.recall.concerns')}>
        <Concerns seen={seen} />
      </Section>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <p>
        <Button kind="primary" busy={busy ? text('notice.keeping') : null} onPress={() => void take()}>
          {text('notice.recall.take')}
        </Button>
      </p>
    </Stack>
  )
}

/** The package, what it went into, and what will happen to that. */
function Concerns({ seen: { line } }: { readonly seen: Output<'notice.recall'> }) {
  const text = useText()
  if (line === null) return <Notice tone="note">{text('notice.recall.notYet')}</Notice>
  const cases = line.cases.filter(({ id }) => id !== null)
  return (
    <Stack gap={12}>
      <p>
        <Link href={packagePlace(line.id)}>{packageName(text, line)}</Link> · {text.moment(line.at)}
      </p>
      {cases.length === 0 && <p>{text('notice.recall.noCase')}</p>}
      {cases.map(({ id, code }) => (
        <Notice key={id} tone="care" title={text('notice.recall.shuts', { code })}>
          {text('notice.recall.shutsUntil')}
        </Notice>
      ))}
    </Stack>
  )
}

/** The recall counts from now on: deciding what it means here, and telling the sender. */
function Done({ taken: { id, packageId } }: { readonly taken: Taken }) {
  const text = useText()
  return (
    <Page
      title={text('notice.recall.taken')}
      lead={text(id === null ? 'notice.recall.taken.waits' : 'notice.recall.taken.marked')}
      back={{ label: text('notice.log'), href: '/handover/exchanged' }}
    >
      <Stack gap={24}>
        <ReceiptOffer packageId={packageId} />
        {id !== null && (
          <p>
            <Link href={packagePlace(id)}>{text('notice.goTo.decide')}</Link>
          </p>
        )}
      </Stack>
    </Page>
  )
}
