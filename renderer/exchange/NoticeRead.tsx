import type { NoticeRead as Read } from '../../shared/exchange/contract.ts'
import { RecallWords } from '../RecallWords.tsx'
import { useText } from '../text.tsx'
import { Badge, Button, Code, DescriptionList, Notice, Page, Row, Section, Stack } from '../ui/index.ts'
import { WordsToCompare } from './WordsToCompare.tsx'

interface Props {
  readonly read: Read
  readonly onClosed: () => void
}

/** What the sender of a brief asks its reader: not to use that copy any more. There is nothing to answer. */
export function NoticeRead({ read, onClosed }: Props) {
  const text = useText()
  const { notice, senderWords, sentAt } = read
  const marks = [
    text.code('marking', notice.marking),
    ...notice.caveats.map(code => text.code('handlingCaveat', code)),
  ]
  return (
    <Page
      title={text('notice.read.title')}
      kicker={marks.join(' · ')}
      actions={
        <Button kind="primary" onPress={onClosed}>
          {text('notice.read.close')}
        </Button>
      }
    >
      <Stack gap={24}>
        {notice.practice && (
          <Row>
            <Badge tone="note">{text('notice.read.practice')}</Badge>
          </Row>
        )}
        <Notice tone="stop" title={text('notice.read.please', { copy: `\u2068${notice.copy}\u2069` })}>
          {text(`notice.read.${notice.wish}`)}
        </Notice>
        <DescriptionList
          rows={[
            { id: 'copy', label: text('notice.read.copy'), value: <Code>{notice.copy}</Code> },
            { id: 'briefDate', label: text('notice.read.briefDate'), value: text.day(notice.briefDate) },
            {
              id: 'by',
              label: text('notice.read.by'),
              value: <bdi>{notice.authorRole}</bdi>,
              by: text.day(notice.date),
            },
          ]}
        />
        <RecallWords recall={notice} />
        <Section title={text('read.sender')} lead={text('notice.read.sender')}>
          <WordsToCompare words={senderWords} sentAt={sentAt} />
        </Section>
      </Stack>
    </Page>
  )
}
