import { useEffect, useState, type ReactNode } from 'react'
import type { Entry } from '../../shared/record/model.ts'
import { useAnswer } from '../asking.ts'
import { useText } from '../text.tsx'
import { Button, Code, DescriptionList, Page, Row, Section, Stack } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import styles from './record.module.css'

interface Props {
  readonly entry: Entry
  readonly code: string | null
  readonly onBack: () => void
}

/** One entry: what it says, and which fields it changed. */
export function EntryPage({ entry, code, onBack }: Props) {
  const text = useText()
  return (
    <Page
      title={text('record.entry', { number: entry.seq })}
      lead={text(`record.operation.${entry.operation}`)}
      width="wide"
      actions={<Button onPress={onBack}>{text('record.back')}</Button>}
    >
      <Stack gap={24}>
        <Said entry={entry} code={code} />
        <Changed entry={entry} />
      </Stack>
    </Page>
  )
}

function Said({ entry, code }: Omit<Props, 'onBack'>) {
  const text = useText()
  const row = (id: string, value: ReactNode) => ({ id, label: text(`record.${id}`), value })
  return (
    <DescriptionList
      rows={[
        row('at', text.moment(entry.at)),
        ...(entry.clock ? [row('clock', text(`record.clock.${entry.clock}.long`))] : []),
        row('who', entry.actor === '' ? text('record.nobody') : <Code>{entry.actor}</Code>),
        ...(code === null ? [] : [row('case', <Code>{code}</Code>)]),
        ...(entry.reason ? [row('reason', <bdi>{entry.reason}</bdi>)] : []),
        row(
          'seal',
          <span className={styles.seal}>
            <Code>{entry.hash}</Code>
          </span>,
        ),
      ]}
    />
  )
}

/** How long values stay in sight, in milliseconds. */
const inSight = 30_000

function Changed({ entry }: { readonly entry: Entry }) {
  const text = useText()
  const { value: changes, refusal } = useAnswer('record.changes', { seq: entry.seq })
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = shown ? window.setTimeout(() => setShown(false), inSight) : undefined
    return () => window.clearTimeout(timer)
  }, [shown])
  return (
    <Section title={text('record.changes')} lead={text('record.changes.lead')}>
      <Stack gap={12}>
        {refusal && <RefusalNotice refusal={refusal} />}
        {changes && changes.length > 0 && (
          <Row>
            <Button onPress={() => setShown(!shown)}>{text(shown ? 'record.hide' : 'record.show')}</Button>
          </Row>
        )}
        {changes && <ChangeTable changes={changes} shown={shown} />}
      </Stack>
    </Section>
  )
}
