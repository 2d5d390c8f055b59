import type { Output } from '../../shared/contract.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { colleagueName } from '../colleagueWords.ts'
import { rowsOf } from '../FileAskings.tsx'
import { useLeave } from '../FormPage.tsx'
import { itemName, overridePart } from '../overrideWords.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { RequestSheet } from '../RequestSheet.tsx'
import { useText } from '../text.tsx'
import {
  Button,
  DescriptionList,
  Disclosure,
  Link,
  Notice,
  Page,
  Progress,
  Quote,
  Row,
  Section,
  Stack,
} from '../ui/index.ts'
import { NothingHere } from './NothingHere.tsx'

type Arrived = Output<'approval.arrived'>

/** An answer that came back by file: what it says, beside what it answers, and taking it in. */
export function AnswerPage() {
  const text = useText()
  const { value: arrived, refusal } = useAnswer('approval.arrived', {})
  const title = text('approval.arrived.title')
  if (refusal) return <NothingHere title={title} refusal={refusal} />
  if (arrived === null)
    return (
      <Page title={title}>
        <Progress label={text('approval.ask.looking')} />
      </Page>
    )
  return <Answered arrived={arrived} />
}

const tones = { granted: 'safe', declined: 'stop', question: 'care' } as const

function Answered({ arrived }: { readonly arrived: Arrived }) {
  const text = useText()
  const { decision, words, role, duty, from, sentAt, asking } = arrived
  const who = colleagueName(text, from)
  return (
    <Page
      title={text('approval.arrived.title')}
      kicker={asking ? itemName(text, asking) : undefined}
      lead={text('approval.arrived.from', { who, moment: text.moment(sentAt) })}
      back={{ label: text('takeIn.title'), href: '/take-in' }}
    >
      <Stack gap={24}>
        <Notice tone={tones[decision]} title={text(`approval.standing.${decision}`)}>
          {text('approval.arrived.as', { role, duty: text(`duty.${duty}`) })}
        </Notice>
        <Quote text={words} by={who} />
        {asking && (
          <Section title={text('approval.arrived.answers')}>
            <DescriptionList rows={rowsOf(text, asking)} />
            <Disclosure label={text('approval.shownTo')}>
              <RequestSheet of={asking.document} />
            </Disclosure>
          </Section>
        )}
        <TakeIn arrived={arrived} />
      </Stack>
    </Page>
  )
}

function TakeIn({ arrived: { no, decision, asking: of } }: { readonly arrived: Arrived }) {
  const text = useText()
  const asking = useAsking()
  const leave = useLeave()
  const take = async () => {
    const reply = await asking.ask('approval.takeIn', {})
    if (!reply.ok) return
    const { caseId, itemId, kind } = reply.value
    leave(`/case/${caseId}/${overridePart[kind]}/${itemId}`, text('approval.arrived.taken'))
  }
  const putAway = async () => {
    const reply = await asking.ask('exchange.putAway', {})
    if (reply.ok) leave('/take-in', text('approval.arrived.putAway'))
  }
  const toItem = of && `/case/${of.caseId}/${overridePart[of.kind]}/${of.itemId}`
  return (
    <>
      {no && <RefusalNotice refusal={{ code: no }} />}
      {asking.refusal && <RefusalNotice refusal={asking.refusal} live />}
      {!no && <p>{text(`approval.arrived.does.${decision}`)}</p>}
      <Row>
        {!no && (
          <Button
            kind="primary"
            onPress={() => void take()}
            busy={asking.busy ? text('approval.ask.busy') : null}
          >
            {text('approval.arrived.do')}
          </Button>
        )}
        <Button kind="quiet" onPress={() => void putAway()}>
          {text('approval.arrived.away')}
        </Button>
        {toItem && <Link href={toItem}>{text('approval.arrived.toItem')}</Link>}
      </Row>
    </>
  )
}
