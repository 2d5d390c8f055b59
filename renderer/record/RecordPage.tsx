import { useEffect, useEffectEvent, useState } from 'react'
import type { Entry } from '../../shared/record/model.ts'
import { call } from '../api.ts'
import { useKept } from '../kept.ts'
import { useText } from '../text.tsx'
import { Button, Link, Page, Quiet, Row, SearchField, Stack } from '../ui/index.ts'
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

/** Only the entries of one case, as soon as what is typed is in one code alone. */
function CaseFilter({ entries }: Pick<Props, 'entries'>) {
  const text = useText()
  const [code, setCode] = useKept('record.code', '')
  const [found, setFound] = useState<number | null>(null)
  const narrow = async (said: string) => {
    const reply = said === '' ? null : await call('case.list', { code: said, limit: 1 })
    const one = reply?.ok && reply.value.total === 1 ? (reply.value.lines[0]?.id ?? null) : null
    setFound(reply?.ok ? reply.value.total : null)
    if (one !== entries.caseId) await entries.show(one)
  }
  // What stood in the field before a lock narrows the list again.
  const comeBack = useEffectEvent(() => {
    if (code !== '') void narrow(code)
  })
  useEffect(() => {
    const turn = window.setTimeout(comeBack)
    return () => window.clearTimeout(turn)
  }, [])
  return (
    <Stack gap={8}>
      <SearchField
        label={text('record.case.search')}
        clearLabel={text('caseList.clearSearch')}
        value={code}
        onChange={said => {
          setCode(said)
          void narrow(said)
        }}
      />
      <output aria-live="polite">
        {found !== null && found !== 1 && <Quiet>{text('record.case.found', { count: found })}</Quiet>}
      </output>
    </Stack>
  )
}
