import type { FileLine } from '../shared/approval/asking.ts'
import { countsOf } from '../shared/approval/model.ts'
import type { CaseView } from '../shared/case/model.ts'
import { colleagueName } from './colleagueWords.ts'
import { itemName, itemPlace } from './overrideWords.ts'
import { RequestSheet } from './RequestSheet.tsx'
import { useText, type Text } from './text.tsx'
import {
  Badge,
  Card,
  Code,
  DescriptionList,
  Disclosure,
  Link,
  Section,
  Stack,
  type Description,
} from './ui/index.ts'

interface FileAskingsProps {
  readonly view: CaseView
  /** Only those of one item; all of the case when left out. */
  readonly itemId?: string
}

/** What colleagues were asked by file and what they answered, newest first. Never taken away. */
export function FileAskings({ view, itemId }: FileAskingsProps) {
  const text = useText()
  const shown = view.fileAskings.filter(one => itemId === undefined || one.itemId === itemId)
  if (shown.length === 0) return null
  return (
    <Section title={text('approval.list')} lead={text('approval.listLead')}>
      <Stack gap={12}>
        {shown.toReversed().map(line => (
          <Card key={line.id} title={text('approval.one', { code: line.code })}>
            <DescriptionList
              rows={[...(itemId === undefined ? [itemRow(text, view, line)] : []), ...rowsOf(text, line)]}
            />
            <Disclosure label={text('approval.shownTo')}>
              <RequestSheet of={line.document} />
            </Disclosure>
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

const itemRow = (text: Text, view: CaseView, line: FileLine): Description => ({
  id: 'item',
  label: text('override.for'),
  value: <Link href={itemPlace(view, line)}>{itemName(text, line)}</Link>,
})

const tones = { waits: 'note', granted: 'safe', declined: 'stop', question: 'care' } as const

/** How it stands, who was asked what by whom, how much they were shown, and what came back. */
export function rowsOf(text: Text, line: FileLine): Description[] {
  const { asks, duty, document, by, at, answer } = line
  const standing = answer?.decision ?? 'waits'
  const { leave, unseen } = countsOf(document)
  return [
    {
      id: 'standing',
      label: text('override.standing'),
      value: <Badge tone={tones[standing]}>{text(`approval.standing.${standing}`)}</Badge>,
    },
    {
      id: 'whom',
      label: text(`approval.asks.${asks}`),
      value: <bdi>{colleagueName(text, line)}</bdi>,
      by: text('approval.asDuty', { duty: text(`duty.${duty}`), by }),
    },
    {
      id: 'asked',
      label: text('override.asked'),
      value: (
        <>
          <Code>{by}</Code>
          {document.question !== '' && <p dir="auto">{document.question}</p>}
        </>
      ),
      by: text.moment(at),
    },
    { id: 'shown', label: text('approval.shown'), value: text('approval.shownOf', { leave, unseen }) },
    ...(answer ? [answerRow(text, answer)] : []),
  ]
}

const answerRow = (text: Text, answer: NonNullable<FileLine['answer']>): Description => ({
  id: 'answer',
  label: text('approval.answer'),
  value: (
    <>
      <Code>{answer.role}</Code>
      <p dir="auto">{answer.words}</p>
    </>
  ),
  by: text('approval.signed', { moment: text.moment(answer.at), by: answer.by }),
})
