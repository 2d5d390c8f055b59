import { useState } from 'react'
import type { Entry } from '../../shared/record/model.ts'
import { useText } from '../text.tsx'
import { Button, Link, Page, Row, Select, Stack } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { CheckRecord } from './CheckRecord.tsx'
import { EntryPage } from './EntryPage.tsx'
import { EntryTable } from './EntryTable.tsx'
import { useEntries, type Entries } from './entries.ts'

/** What was done in this vault, by whom, when and why; each line opens to what it changed. */
export function RecordPage() {
  const entries = useEntries()
  const [opened, setOpened] = useState<Entry | null>(null)
  if (opened)
    return <EntryPage entry={opened} code={entries.codeOf(opened.caseId)} onBack={() => setOpened(null)} />
  return <EntriesPage entries={entries} onOpen={setOpened} />
}

interface Props {
  readonly entries: Entries
  readonly onOpen: (entry: Entry) => void
}

function EntriesPage({ entries, onOpen }: Props) {
  const text = useText()
  return (
    <Page title={text('record.title')} lead={text('record.lead')} width="wide">
      <Stack gap={24}>
        <CheckRecord />
        <Row>
          <Link href="/vault/witnesses">{text('record.witnesses.open')}</Link>
          <Link href="/record/disposed">{text('retention.disposedOpen')}</Link>
        </Row>
        <CaseFilter entries={entries} />
        {entries.refusal && <RefusalNotice refusal={entries.refusal} />}
        {entries.loaded && <EntryTable entries={entries} onOpen={onOpen} />}
        {entries.more && (
          <Row>
            <Button
              onPress={() => void entries.loadOlder()}
              busy={entries.busy ? text('record.loading') : null}
            >
              {text('record.older')}
            </Button>
          </Row>
        )}
      </Stack>
    </Page>
  )
}

const everything = 'all'

function CaseFilter({ entries }: Pick<Props, 'entries'>) {
  const text = useText()
  if (entries.cases.length === 0) return null
  return (
    <Select
      label={text('record.case')}
      placeholder={text('record.case.all')}
      value={entries.caseId ?? everything}
      onChange={id => void entries.show(id === everything ? null : id)}
      options={[
        { id: everything, label: text('record.case.all') },
        ...entries.cases.map(({ id, code }) => ({ id: String(id), label: code })),
      ]}
    />
  )
}
