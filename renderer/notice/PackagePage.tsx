import type { PackageLine, Touched } from '../../shared/notice/model.ts'
import { ColleagueStanding } from '../ColleagueStanding.tsx'
import { colleagueName } from '../colleagueWords.ts'
import { PackageMark } from '../PackageMark.tsx'
import { packageName, packagePlace } from '../packageWords.ts'
import { RecallWords } from '../RecallWords.tsx'
import { ReceiptOffer } from '../ReceiptOffer.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import {
  Code,
  DescriptionList,
  Link,
  Notice,
  Page,
  Progress,
  Quiet,
  Row,
  Section,
  Stack,
  type Description,
} from '../ui/index.ts'
import { useLine } from './useLine.ts'

/** One package between colleagues: what it was, what became of it, and what may be done about it. */
export function PackagePage({ id }: { readonly id: string }) {
  const text = useText()
  const { line, refusal } = useLine(id)
  const back = { label: text('notice.log'), href: packagePlace('').replace(/\/$/, '') }
  return (
    <Page title={line ? packageName(text, line) : text('notice.one')} back={back}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      {line === undefined && !refusal && <Progress label={text('notice.log.loading')} />}
      {line && <Whole line={line} />}
    </Page>
  )
}

function Whole({ line }: { readonly line: PackageLine }) {
  const text = useText()
  const recalledHere = line.direction === 'received' && line.recalls.length > 0
  const decides = line.cases.some(({ standing }) => standing === 'undecided')
  return (
    <Stack gap={24}>
      <Became line={line} />
      {recalledHere && line.cases.map(touched => <Settling key={touched.id} line={line} touched={touched} />)}
      <DescriptionList rows={factsOf(text, line)} />
      {line.mayReceipt && (
        <Section title={text('notice.receipt')} lead={receiptLead(text, line)}>
          <ReceiptOffer packageId={line.packageId} primary={line.receipt === null && !decides} />
        </Section>
      )}
      {line.mayRecall && (
        <Section title={text('notice.recall.ask')} lead={text('notice.recall.ask.lead')}>
          <Link href={packagePlace(line.id, 'recall')}>
            {text(line.recalls.length > 0 ? 'notice.recall.again' : 'notice.recall.begin')}
          </Link>
        </Section>
      )}
    </Stack>
  )
}

const receiptLead = (text: Text, { receipt }: PackageLine) =>
  receipt === null
    ? text('notice.receipt.notYet')
    : text(`notice.receipt.done.${receipt.outcome}`, { day: text.day(receipt.receivedOn) })

/** What happened to it, the most telling first. */
function Became({ line }: { readonly line: PackageLine }) {
  const text = useText()
  const { recalls, supersededBy, takesPlaceOf, declined, receipt, direction, colleague } = line
  return (
    <Stack gap={12}>
      {recalls.map(recall => (
        <Stack key={recall.sentAt} gap={12}>
          <Notice
            tone="stop"
            title={text(`notice.recalled.${direction}`, {
              who: colleagueName(text, colleague),
              at: text.moment(recall.sentAt),
            })}
          />
          <RecallWords recall={recall} />
        </Stack>
      ))}
      {supersededBy && (
        <Notice tone="note">{text('notice.supersededBy', { at: text.moment(supersededBy.at) })}</Notice>
      )}
      {takesPlaceOf && (
        <Notice tone="note">{text('notice.takesPlaceOf', { at: text.moment(takesPlaceOf.at) })}</Notice>
      )}
      {declined && (
        <Notice
          tone="care"
          title={text('notice.declinedHere', { by: declined.by, at: text.moment(declined.at) })}
        >
          <p>{text(`notice.decline.reason.${declined.reason}`)}</p>
          {declined.words !== '' && <p dir="auto">{declined.words}</p>}
        </Notice>
      )}
      {direction === 'sent' && receipt?.reason && (
        <Notice tone="care" title={text('notice.declinedThere', { day: text.day(receipt.receivedOn) })}>
          <p>{text(`notice.decline.reason.${receipt.reason}`)}</p>
          {receipt.words !== '' && <p dir="auto">{receipt.words}</p>}
        </Notice>
      )}
    </Stack>
  )
}

interface SettlingProps {
  readonly line: PackageLine
  readonly touched: Touched
}

/** What was decided about what a recalled package brought into one case, and the way to decide. */
function Settling({ line, touched }: SettlingProps) {
  const text = useText()
  const { id, code, standing, decisions } = touched
  if (standing === null) return null
  const isThere = id !== null && code !== ''
  const gone = text(id === null ? 'notice.settle.this' : 'notice.settle.gone')
  const title = isThere ? text('notice.settle.case', { code }) : gone
  const decide = packagePlace(line.id, 'decide', id ?? 'none')
  return (
    <Section title={title} lead={text(`notice.settled.${standing}`)}>
      <Stack gap={12}>
        {decisions.map(({ decision, why, by, sole, at }) => (
          <div key={at}>
            <p>{text(`notice.decide.${decision}`)}</p>
            <p dir="auto">{why}</p>
            <Quiet>
              {text(sole ? 'notice.decidedAlone' : 'notice.decidedBy', { by, at: text.moment(at) })}
            </Quiet>
          </div>
        ))}
        <Row>
          {standing !== 'undone' && (
            <Link href={decide} kind={standing === 'undecided' ? 'button' : 'text'}>
              {text(standing === 'undecided' ? 'notice.decide.go' : 'notice.decide.again')}
            </Link>
          )}
          {standing === 'to-undo' && (
            <Link href={`/case/${id}/came`} kind="button">
              {text('notice.todo.to-undo')}
            </Link>
          )}
          {standing === 'to-destroy' && (
            <Link href={`/case/${id}/persons`} kind="button">
              {text('notice.todo.to-destroy')}
            </Link>
          )}
          {isThere && <Link href={`/case/${id}`}>{text('notice.toCase', { code })}</Link>}
        </Row>
      </Stack>
    </Section>
  )
}

function factsOf(text: Text, line: PackageLine): Description[] {
  const { colleague, direction, standing, at, by, cases, sha256, receipt } = line
  const codes = cases.flatMap(({ id, code }) => (id === null || code === '' ? [] : [{ id, code }]))
  return [
    {
      id: 'standing',
      label: text('notice.column.standing'),
      value: <PackageMark standing={standing} />,
      ...(direction === 'sent' && receipt
        ? { by: text(`notice.receipt.came.${receipt.outcome}`, { day: text.day(receipt.receivedOn) }) }
        : {}),
    },
    {
      id: 'who',
      label: text(`notice.who.${direction}`),
      value: (
        <Row gap={8}>
          <bdi>{colleagueName(text, colleague)}</bdi>
          <ColleagueStanding standing={colleague.standing} />
        </Row>
      ),
    },
    { id: 'at', label: text(`notice.at.${direction}`), value: text.moment(at), by: <Code>{by}</Code> },
    ...(codes.length > 0
      ? [
          {
            id: 'cases',
            label: text('notice.cases', { count: codes.length }),
            value: (
              <Row>
                {codes.map(({ id, code }) => (
                  <Link key={id} href={`/case/${id}`}>
                    {code}
                  </Link>
                ))}
              </Row>
            ),
          },
        ]
      : []),
    ...(sha256 === ''
      ? []
      : [
          {
            id: 'sha256',
            label: text('notice.file.sha256'),
            value: <Code>{sha256.slice(0, 16)}</Code>,
          },
        ]),
  ]
}
