import { useState } from 'react'
import type { Output } from '../../shared/contract.ts'
import type { MergePreview } from '../../shared/exchange/preview.ts'
import type { Arrival } from '../../shared/exchange/packages.ts'
import { ArrivedFrom } from '../ArrivedFrom.tsx'
import { useAnswer, useAsking } from '../asking.ts'
import { PutAway } from '../PutAway.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, EmptyState, Link, Notice, Page, Progress, Row, Section, Stack } from '../ui/index.ts'
import { Conflicts } from './Conflicts.tsx'
import { Changes } from './Changes.tsx'
import { useDecisions } from './decisions.ts'
import { Facts } from './Facts.tsx'
import { IdentityConflicts } from './IdentityConflicts.tsx'
import { TakenIn } from './TakenIn.tsx'

type Taken = Output<'exchange.takeInCase'>

/** A case that came: whose it is, what would change, what somebody must decide, and taking it in. */
export function TakeCase() {
  const text = useText()
  const { value: arrival, refusal } = useAnswer('exchange.arrival', {})
  const preview = useAnswer('exchange.previewCase', {})
  const [taken, setTaken] = useState<(Taken & { readonly packageId: string }) | null>(null)
  if (taken) return <TakenIn {...taken} />
  const no = refusal ?? preview.refusal
  return (
    <Page
      title={text('takeIn.case')}
      lead={text('takeIn.case.lead')}
      width="wide"
      back={{ label: text('takeIn.title'), href: '/take-in' }}
    >
      {no?.code === 'exchange/nothing-arrived' && <Nothing />}
      {no && no.code !== 'exchange/nothing-arrived' && (
        <Stack gap={24}>
          {arrival && <ArrivedFrom arrival={arrival} />}
          <RefusalNotice refusal={no} live />
          <PutAway name={text('takeIn.putAway')} />
        </Stack>
      )}
      {!no && !(arrival && preview.value) && <Progress label={text('takeIn.looking')} />}
      {arrival && preview.value && (
        <Preview
          arrival={arrival}
          preview={preview.value}
          onTaken={done => setTaken({ ...done, packageId: arrival.packageId })}
        />
      )}
    </Page>
  )
}

function Nothing() {
  const text = useText()
  return (
    <EmptyState
      title={text('notice.nothing')}
      actions={<Link href="/take-in">{text('notice.nothing.take')}</Link>}
    >
      {text('notice.nothing.how')}
    </EmptyState>
  )
}

interface PreviewProps {
  readonly arrival: Arrival
  readonly preview: MergePreview
  readonly onTaken: (taken: Taken) => void
}

function Preview({ arrival, preview, onTaken }: PreviewProps) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const decisions = useDecisions(preview)
  const [isMissing, setMissing] = useState(false)
  const take = async () => {
    setMissing(decisions.open.length > 0)
    if (decisions.open.length > 0) return
    const taken = await ask('exchange.takeInCase', { decisions: [...decisions.all] })
    if (taken.ok) onTaken(taken.value)
  }
  return (
    <Stack gap={24}>
      <NewNos preview={preview} />
      <ArrivedFrom arrival={arrival} />
      <Facts preview={preview} />
      <IdentityConflicts preview={preview} decisions={decisions} isMissing={isMissing} />
      <Conflicts preview={preview} decisions={decisions} />
      <Changes preview={preview} />
      {refusal && <RefusalNotice refusal={refusal} live />}
      {isMissing && decisions.open.length > 0 && (
        <Notice tone="stop" live>
          {text('takeIn.identity.missing', { count: decisions.open.length })}
        </Notice>
      )}
      <Section title={text('takeIn.do.title')} lead={text('takeIn.do.lead')}>
        <Row>
          <Button kind="primary" busy={busy ? text('takeIn.doing') : null} onPress={() => void take()}>
            {text(preview.caseId === null ? 'takeIn.do.new' : 'takeIn.do.merge', { code: preview.code })}
          </Button>
          <PutAway name={text('takeIn.putAway')} />
          <Link href="/take-in/decline">{text('takeIn.decline')}</Link>
        </Row>
      </Section>
    </Stack>
  )
}

/** A "no" that comes is said before everything else. */
function NewNos({ preview: { newNos } }: Pick<PreviewProps, 'preview'>) {
  const text = useText()
  if (newNos.length === 0) return null
  const who = newNos.join(text('form.listComma'))
  return (
    <Notice tone="stop" title={text('takeIn.nos', { count: newNos.length, who })}>
      {text('takeIn.nos.means')}
    </Notice>
  )
}
