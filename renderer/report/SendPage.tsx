import { useEffect, useEffectEvent, useState } from 'react'
import type { ReadyContribution } from '../../shared/report/model.ts'
import { ColleagueId, Note } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import type { Output } from '../../shared/contract.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { useAttempts } from '../answers.tsx'
import { Behind } from '../Behind.tsx'
import { ColleagueChoice } from '../ColleagueChoice.tsx'
import { useForm } from '../form.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useStuck } from '../stuck.ts'
import { useText } from '../text.tsx'
import {
  Button,
  Code,
  DescriptionList,
  ErrorSummary,
  Form,
  Link,
  Notice,
  Page,
  Progress,
  Row,
  Section,
  Stack,
  TextArea,
  type PageProps,
} from '../ui/index.ts'
import { WorkOnCases } from '../WorkOnCases.tsx'
import { ContributionSheet } from './ContributionSheet.tsx'
import { reportName, reportPlace } from './place.ts'

type Handed = NonNullable<Output<'report.send'>>

/** Looks at what would be handed in, exactly as it would leave, and hands it in to one colleague. */
export function SendPage({ ordinal }: { readonly ordinal: number }) {
  const text = useText()
  const { value, refusal, isStuck } = useReady(ordinal)
  const [handed, setHanded] = useState<Handed | null>(null)
  const back = { label: text('report.title'), href: reportPlace(ordinal) }
  if (handed) return <HandedIn handed={handed} back={back} />
  return (
    <Page
      key="ready"
      title={text('report.send.title')}
      lead={value && reportName(text, value.window)}
      back={back}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {value === null && !refusal && <Progress label={text('report.loading')} />}
      {value && <Behind count={value.behind} isStuck={isStuck} />}
      {value?.behind === 0 && <Ready of={value} onHanded={setHanded} />}
    </Page>
  )
}

/** Milliseconds until it is asked again, while cases were not looked at yet. */
const soon = 150

/** What would be handed in now; asked again until every case was looked at, or nothing becomes of it. */
function useReady(ordinal: number) {
  const { value, refusal, again } = useAnswer('report.ready', { ordinal })
  const isStuck = useStuck(value)
  const isBehind = value !== null && value.behind > 0 && !isStuck
  const ask = useEffectEvent(again)
  useEffect(() => {
    if (!isBehind) return undefined
    const timer = window.setTimeout(ask, soon)
    return () => window.clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- again after each answer
  }, [value, isBehind])
  return { value, refusal, isStuck }
}

interface HandedProps extends Pick<PageProps, 'back'> {
  readonly handed: Handed
}

/** The file is written: what it is called, and what to do with it. A page of its own, so that it is what is read next. */
function HandedIn({ handed: { id, name, size }, back }: HandedProps) {
  const text = useText()
  return (
    <Page key="handed" title={text('report.handedIn')} lead={text('report.handedIn.next')} back={back}>
      <DescriptionList
        rows={[
          { id: 'name', label: text('report.file'), value: <Code>{name}</Code> },
          {
            id: 'size',
            label: text('report.fileSize'),
            value: text('report.kilobytes', { size: Math.ceil(size / 1024) }),
          },
        ]}
      />
      <p>
        <Link href={`/report/sent/${id}`}>{text('report.toSent')}</Link>
      </p>
    </Page>
  )
}

interface ReadyProps {
  readonly of: ReadyContribution
  readonly onHanded: (handed: Handed) => void
}

function Ready({ of, onHanded }: ReadyProps) {
  const text = useText()
  return (
    <Stack gap={32}>
      {of.notReady.count > 0 && <NotReady of={of} />}
      <SendForm of={of} onHanded={onHanded} />
      <Section title={text('report.asItLeaves')} lead={text('report.asItLeaves.lead')}>
        <ContributionSheet document={of.document} />
      </Section>
    </Stack>
  )
}

function NotReady({ of: { notReady, window } }: Pick<ReadyProps, 'of'>) {
  const text = useText()
  return (
    <Notice tone="care" title={text('report.notReady', { count: notReady.count })}>
      <Row>
        {notReady.some.map(({ caseId, code }) => (
          <Link key={caseId} href={reportPlace(window.ordinal, 'case', caseId)}>
            {code}
          </Link>
        ))}
        {notReady.count > notReady.some.length && (
          <Link href={reportPlace(window.ordinal)}>
            {text('report.notReady.more', { count: notReady.count - notReady.some.length })}
          </Link>
        )}
      </Row>
    </Notice>
  )
}

const Sending = z.strictObject({ to: ColleagueId, why: Note })

function SendForm({ of: { window, sent }, onHanded }: ReadyProps) {
  const text = useText()
  const { ask, busy, refusal } = useAsking()
  const [closed, setClosed] = useState(false)
  const form = useForm(Sending, { name: 'report.send', initial: { to: null, why: '' }, draft: null })
  const attempt = useAttempts(form.errors)
  const send = async ({ to, why }: z.input<typeof Sending>) => {
    setClosed(false)
    const reply = await ask('report.send', { ordinal: window.ordinal, to, why })
    if (!reply.ok) return false
    if (reply.value) onHanded(reply.value)
    else setClosed(true)
    return reply.value !== null
  }
  return (
    <Stack gap={24}>
      <ErrorSummary
        title={text('form.errors')}
        errors={form.errors.map(({ field, sentence }) => ({ id: field, message: sentence }))}
        attempt={attempt}
      />
      {refusal && <RefusalNotice refusal={refusal} live />}
      {closed && <Notice live>{text('report.send.closed')}</Notice>}
      {busy && <WorkOnCases label={text('report.sending')} leaving="goes-on" />}
      <Form
        onSubmit={() => void form.submit(send)}
        actions={
          <Button kind="primary" type="submit" busy={busy ? text('report.sending') : null}>
            {text('report.send')}
          </Button>
        }
      >
        <ColleagueChoice
          id="to"
          label={text('report.send.to')}
          hint={text('report.send.to.hint')}
          error={form.error('to')}
          values={form.value.to ? [ColleagueId.parse(form.value.to)] : []}
          onChange={([to]) => form.set('to', to ?? null)}
          one
        />
        {sent.length > 0 && (
          <TextArea
            id="why"
            label={text('report.send.why')}
            hint={text('report.send.why.hint')}
            error={form.error('why')}
            maxLength={4_000}
            value={form.value.why ?? ''}
            onChange={why => form.set('why', why)}
          />
        )}
      </Form>
    </Stack>
  )
}
