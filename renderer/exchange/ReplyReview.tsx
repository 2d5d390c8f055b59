import type { ReplyDraft } from '../../shared/brief/model.ts'
import type { Output } from '../../shared/contract.ts'
import { useAsking } from '../asking.ts'
import { useText } from '../text.tsx'
import { Button, DescriptionList, Page, Quiet, Row, Stack } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import styles from './exchange.module.css'

interface Props {
  readonly code: string
  readonly reply: ReplyDraft
  readonly onChange: () => void
  readonly onWritten: (receipt: NonNullable<Output<'exchange.reply'>>) => void
}

/** The reply as it will leave, to be checked before it is written. */
export function ReplyReview({ code, reply, onChange, onWritten }: Props) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const write = async () => {
    const answer = await ask('exchange.reply', reply)
    if (answer.ok && answer.value) onWritten(answer.value)
  }
  return (
    <Page title={text('reply.check')} kicker={code} lead={text('reply.check.lead')}>
      <Stack gap={24}>
        <Summary reply={reply} onChange={onChange} />
        {refusal && <RefusalNotice refusal={refusal} live />}
        <Row>
          <Button kind="primary" onPress={() => void write()} busy={busy ? text('reply.writing') : null}>
            {text('reply.write')}
          </Button>
          <Button onPress={onChange}>{text('reply.back')}</Button>
        </Row>
      </Stack>
    </Page>
  )
}

function Summary({ reply, onChange }: Pick<Props, 'reply' | 'onChange'>) {
  const text = useText()
  const change = { label: text('app.change'), onPress: onChange }
  const words = reply.words.trim()
  return (
    <DescriptionList
      rows={[
        {
          id: 'decision',
          label: text('reply.decision'),
          value: <strong>{text(`reply.decision.${reply.decision}`)}</strong>,
          change,
        },
        {
          id: 'words',
          label: text(`reply.words.${reply.decision}`),
          value:
            words === '' ? (
              <Quiet>{text('reply.words.none')}</Quiet>
            ) : (
              <p dir="auto" className={styles['words-said']}>
                {words}
              </p>
            ),
          change,
        },
        { id: 'decidedBy', label: text('reply.decidedBy'), value: <bdi>{reply.decidedBy}</bdi>, change },
      ]}
    />
  )
}
