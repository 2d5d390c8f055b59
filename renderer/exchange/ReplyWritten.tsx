import type { Receipt } from '../../shared/brief/contract.ts'
import type { z } from '../../shared/zod.ts'
import { useText } from '../text.tsx'
import { Button, Code, DescriptionList, Page, Row, Section, Stack } from '../ui/index.ts'
import styles from './exchange.module.css'
import { sizeIn } from './size.ts'

interface Props {
  readonly receipt: z.infer<typeof Receipt>
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** The reply is a file now: which one, and what to do with it. */
export function ReplyWritten({ receipt, onAgain, onClose }: Props) {
  const text = useText()
  return (
    <Page title={text('reply.written')} lead={text('reply.written.lead')}>
      <Stack gap={24}>
        <DescriptionList
          rows={[
            { id: 'name', label: text('reply.file'), value: <Code>{receipt.name}</Code> },
            { id: 'size', label: text('reply.size'), value: sizeIn(text, receipt.size) },
          ]}
        />
        <Section title={text('reply.next')}>
          <ol className={styles.steps}>
            {(['carry', 'sealed', 'close'] as const).map(step => (
              <li key={step}>{text(`reply.next.${step}`)}</li>
            ))}
          </ol>
        </Section>
        <Row>
          <Button kind="primary" onPress={onClose}>
            {text('read.close')}
          </Button>
          <Button onPress={onAgain}>{text('reply.again')}</Button>
        </Row>
      </Stack>
    </Page>
  )
}
