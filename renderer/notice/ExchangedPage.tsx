import { Route, Switch } from 'wouter'
import type { PackageLine } from '../../shared/notice/model.ts'
import { useAnswer } from '../asking.ts'
import { ColleagueStanding } from '../ColleagueStanding.tsx'
import { colleagueName } from '../colleagueWords.ts'
import { PackageMark } from '../PackageMark.tsx'
import { packagePlace } from '../packageWords.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import {
  Code,
  EmptyState,
  Link,
  Notice,
  Page,
  Progress,
  Quiet,
  Row,
  Stack,
  Table,
  type Column,
} from '../ui/index.ts'
import { DecidePage } from './DecidePage.tsx'
import { PackagePage } from './PackagePage.tsx'
import { RecallPage } from './RecallPage.tsx'

/** Everything that was sent to colleagues and came from them: the list, one of them, and what is done with it. */
export function ExchangedPage() {
  return (
    <Switch>
      <Route path="/handover/exchanged/:id/recall">{({ id }) => <RecallPage key={id} id={id} />}</Route>
      <Route path="/handover/exchanged/:id/decide/:into">
        {({ id, into }) => <DecidePage key={`${id}/${into}`} id={id} into={into} />}
      </Route>
      <Route path="/handover/exchanged/:id">{({ id }) => <PackagePage key={id} id={id} />}</Route>
      <Route component={Log} />
    </Switch>
  )
}

function Log() {
  const text = useText()
  const { value: lines, refusal } = useAnswer('notice.log', {})
  return (
    <Page
      title={text('notice.log')}
      lead={text('notice.log.lead')}
      width="wide"
      back={{ label: text('handover.title'), href: '/handover' }}
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      {lines === null && !refusal && <Progress label={text('notice.log.loading')} />}
      <OnTheDesk />
      {lines && (
        <Table
          caption={text('notice.log')}
          rows={lines}
          rowKey={({ id }) => id}
          rowHref={({ id }) => packagePlace(id)}
          columns={columnsIn(text)}
          empty={<EmptyState title={text('notice.log.none')}>{text('notice.log.none.how')}</EmptyState>}
        />
      )}
    </Page>
  )
}

/** A package that was opened and waits for a decision. */
function OnTheDesk() {
  const text = useText()
  const { value: arrival } = useAnswer('exchange.arrival', {})
  if (arrival === null) return null
  const { kind, from } = arrival
  const mayDecline = kind !== 'receipt' && kind !== 'recall'
  return (
    <Notice
      tone="note"
      title={text('notice.onDesk', { kind: text(`notice.kind.${kind}`), who: colleagueName(text, from) })}
      actions={
        <Row>
          <Link href={`/take-in/${kind}`}>{text('notice.onDesk.takeIn')}</Link>
          {mayDecline && <Link href="/take-in/decline">{text('notice.onDesk.decline')}</Link>}
        </Row>
      }
    />
  )
}

const columnsIn = (text: Text): Column<PackageLine>[] => [
  {
    id: 'what',
    header: text('notice.column.what'),
    cell: ({ direction, kind, cases }) => (
      <Stack gap={4}>
        <span>{text(`notice.line.${direction}`, { kind: text(`notice.kind.${kind}`) })}</span>
        {cases.map(
          ({ id, code }) =>
            code !== '' && (
              <span key={id}>
                <Code>{code}</Code>
              </span>
            ),
        )}
      </Stack>
    ),
  },
  {
    id: 'who',
    header: text('notice.column.who'),
    cell: ({ colleague }) => (
      <Row gap={8}>
        <bdi>{colleagueName(text, colleague)}</bdi>
        <ColleagueStanding standing={colleague.standing} />
      </Row>
    ),
    wide: true,
  },
  { id: 'at', header: text('notice.column.at'), cell: ({ at }) => text.moment(at) },
  {
    id: 'standing',
    header: text('notice.column.standing'),
    cell: line => (
      <Stack gap={4}>
        <span>
          <PackageMark standing={line.standing} />
        </span>
        <Quiet>{sinceWords(text, line)}</Quiet>
      </Stack>
    ),
  },
]

/** Since when it stands so, where the mark alone does not say it. */
function sinceWords(text: Text, { standing, receipt, recalls, supersededBy, declined }: PackageLine): string {
  const [recall] = recalls
  if (recall) return text('notice.since.moment', { at: text.moment(recall.sentAt) })
  if (standing === 'superseded' && supersededBy)
    return text('notice.since.moment', { at: text.moment(supersededBy.at) })
  if (standing === 'declined-here' && declined) return text(`notice.decline.reason.${declined.reason}`)
  if (receipt === null || standing === 'received') return ''
  return text('notice.since.day', { day: text.day(receipt.receivedOn) })
}
