import { useState } from 'react'
import { useKept } from '../kept.ts'
import type { Output } from '../../shared/contract.ts'
import type { MergeDecision } from '../../shared/exchange/preview.ts'
import type { HandoverPreview } from '../../shared/handover/model.ts'
import { ArrivedFrom } from '../ArrivedFrom.tsx'
import { useAnswer, useAsking } from '../asking.ts'
import { ReceiptOffer } from '../ReceiptOffer.tsx'
import { PutAway } from '../PutAway.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { WorkOnCases } from '../WorkOnCases.tsx'
import {
  Button,
  EmptyState,
  Link,
  Notice,
  Page,
  RadioGroup,
  Row,
  Section,
  Stack,
  TextArea,
} from '../ui/index.ts'
import { Answers } from './Answers.tsx'
import { Coming } from './Coming.tsx'

type Taken = Output<'handover.takeOver'>

/** Refusals that say nothing of the package. */
const passes: ReadonlySet<string> = new Set(['exchange/busy', 'exchange/stopped'])

/** A caseload that came: the checklist first, what would change, and taking over. */
export function TakeHandover() {
  const text = useText()
  const arrival = useAnswer('exchange.arrival', {})
  const preview = useAnswer('handover.preview', {})
  const [taken, setTaken] = useState<Taken | null>(null)
  const refusal = arrival.refusal ?? preview.refusal
  const isNothing = refusal?.code === 'exchange/nothing-arrived'
  const packageId = arrival.value?.packageId
  if (taken && packageId) return <TakenOver taken={taken} packageId={packageId} />
  return (
    <Page
      title={text('caseload.take')}
      lead={text('caseload.take.lead')}
      width="wide"
      back={{ label: text('takeIn.title'), href: '/take-in' }}
    >
      {isNothing && <Nothing />}
      {refusal && !isNothing && (
        <Stack gap={24}>
          <RefusalNotice refusal={refusal} live />
          <Row>
            {passes.has(refusal.code) && (
              <Button kind="primary" onPress={preview.again}>
                {text('caseload.take.again')}
              </Button>
            )}
            <PutAway name={text('caseload.take.away')} />
          </Row>
        </Stack>
      )}
      {!refusal && !(arrival.value && preview.value) && (
        <WorkOnCases label={text('caseload.loading')} leaving="stops" />
      )}
      {arrival.value && preview.value && (
        <Stack gap={32}>
          <ArrivedFrom arrival={arrival.value} />
          <Preview preview={preview.value} onTaken={setTaken} />
        </Stack>
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
      <p>{text('notice.nothing.how')}</p>
      <p>{text('caseload.take.cutOff')}</p>
    </EmptyState>
  )
}

interface PreviewProps {
  readonly preview: HandoverPreview
  readonly onTaken: (taken: Taken) => void
}

const takes = ['ours', 'theirs'] as const

function Preview({ preview, onTaken }: PreviewProps) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const [decisions, setDecisions] = useState<readonly MergeDecision[]>([])
  const [statement, setStatement] = useKept('handover.statement', '')
  const [isMissing, setMissing] = useState(false)
  const identities = preview.cases.flatMap(one =>
    one.identities.map(change => ({ ...change, code: one.code })),
  )
  const of = (key: string) => decisions.find(one => one.key === key)?.take
  const take = async () => {
    const isOpen = statement.trim().length < 4 || identities.some(({ key }) => of(key) === undefined)
    setMissing(isOpen)
    if (isOpen) return
    const taken = await ask('handover.takeOver', { decisions: [...decisions], statement })
    if (taken.ok) onTaken(taken.value)
  }
  return (
    <Stack gap={32}>
      <Answers answers={preview.answers} first={preview.first} note={preview.note} by={preview.fromRole} />
      <Coming cases={preview.cases} />
      {identities.length > 0 && (
        <Section
          title={text('takeIn.identity', { count: identities.length })}
          lead={text('takeIn.identity.lead')}
        >
          <Stack gap={16}>
            {identities.map(({ key, label, code }) => (
              <RadioGroup
                key={key}
                id={`decide-${key}`}
                label={text('takeIn.identity.whose', { who: `${code} ${label}` })}
                error={isMissing && of(key) === undefined ? text('takeIn.identity.choose') : undefined}
                value={of(key) === 'later' ? null : ((of(key) as 'ours' | 'theirs' | undefined) ?? null)}
                onChange={chosen =>
                  setDecisions([...decisions.filter(one => one.key !== key), { key, take: chosen }])
                }
                options={takes.map(id => ({ id, label: text(`takeIn.identity.${id}`) }))}
              />
            ))}
          </Stack>
        </Section>
      )}
      <Section title={text('caseload.take.do')}>
        <Stack gap={16}>
          <TextArea
            id="statement"
            label={text('caseload.take.statement')}
            hint={text('caseload.take.statement.hint')}
            error={
              isMissing && statement.trim().length < 4 ? text('caseload.take.statement.missing') : undefined
            }
            maxLength={4000}
            value={statement}
            onChange={setStatement}
          />
          {busy && <WorkOnCases label={text('caseload.take.doing')} leaving="goes-on" />}
          {refusal && <RefusalNotice refusal={refusal} live />}
          {isMissing && (
            <Notice tone="stop" live>
              {text('caseload.take.missing')}
            </Notice>
          )}
          <Row>
            <Button
              kind="primary"
              busy={busy ? text('caseload.take.doing') : null}
              onPress={() => void take()}
            >
              {text('caseload.take.do')}
            </Button>
            {!busy && <PutAway name={text('caseload.take.away')} />}
            {!busy && <Link href="/take-in/decline">{text('takeIn.decline')}</Link>}
          </Row>
        </Stack>
      </Section>
    </Stack>
  )
}

function TakenOver({ taken, packageId }: { readonly taken: Taken; readonly packageId: string }) {
  const text = useText()
  const { cases, conflicts, handoverId } = taken
  return (
    <Page title={text('caseload.taken')} lead={text('caseload.taken.lead', { count: cases })}>
      <Stack gap={24}>
        {conflicts > 0 && (
          <Notice tone="care" title={text('caseload.taken.conflicts', { count: conflicts })}>
            {text('caseload.taken.conflicts.means')}
          </Notice>
        )}
        <Section title={text('caseload.receipt')}>
          <ReceiptOffer packageId={packageId} />
        </Section>
        <Link href={`/handover/caseload/taken/${handoverId}`}>{text('caseload.taken.open')}</Link>
      </Stack>
    </Page>
  )
}
