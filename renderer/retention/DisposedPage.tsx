import type { Tombstone } from '../../shared/retention/model.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { toasts } from '../session.ts'
import { useText, type Text } from '../text.tsx'
import { Badge, Button, Code, EmptyState, Page, Quiet, show, Stack, Table, type Column } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

/** Cases that were destroyed: what remains of them, and the certificate on paper. */
export function DisposedPage() {
  const text = useText()
  const { value: tombstones, refusal } = useAnswer('retention.tombstones', {})
  return (
    <Page
      title={text('retention.disposed')}
      lead={text('retention.disposedLead')}
      width="wide"
      back={{ label: text('record.title'), href: '/record' }}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {tombstones && <Tombstones tombstones={tombstones} />}
    </Page>
  )
}

function Tombstones({ tombstones }: { readonly tombstones: readonly Tombstone[] }) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const print = async (caseId: string) => {
    const reply = await ask('retention.printCertificate', {
      caseId,
      language: text.locale.startsWith('ar') ? 'ar' : 'en',
    })
    if (reply.ok && reply.value) show(toasts, { text: text('retention.printed'), tone: 'safe' })
  }
  return (
    <Stack gap={16}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Table
        caption={text('retention.disposed')}
        rows={tombstones}
        rowKey={({ id }) => id}
        columns={columnsIn(text, { busy, print: id => void print(id) })}
        empty={
          <EmptyState title={text('retention.disposedNone')}>{text('retention.disposedNoneHow')}</EmptyState>
        }
      />
    </Stack>
  )
}

interface Printing {
  readonly busy: boolean
  readonly print: (caseId: string) => void
}

const columnsIn = (text: Text, printing: Printing): Column<Tombstone>[] => [
  { id: 'case', header: text('forget.column.case'), cell: ({ code }) => <Code>{code}</Code> },
  {
    id: 'ground',
    header: text('retention.groundShort'),
    cell: ({ ground }) => text(`retention.ground.${ground}`),
  },
  { id: 'two', header: text('retention.two'), cell: one => <Two tombstone={one} /> },
  { id: 'at', header: text('retention.at'), cell: ({ at }) => text.moment(at) },
  { id: 'what', header: text('retention.destroyedWhat'), cell: one => <Counts tombstone={one} /> },
  {
    id: 'certificate',
    header: text('retention.certificate'),
    cell: one => <Print tombstone={one} {...printing} />,
  },
]

function Print({ tombstone, busy, print }: Printing & { readonly tombstone: Tombstone }) {
  const text = useText()
  const { id, code } = tombstone
  return (
    <Button onPress={() => print(id)} disabled={busy} name={text('retention.printOf', { code })}>
      {text('retention.print')}
    </Button>
  )
}

function Two({ tombstone: { askedBy, agreedBy, sole } }: { readonly tombstone: Tombstone }) {
  const text = useText()
  if (sole)
    return (
      <>
        <Code>{askedBy}</Code> <Badge tone="care">{text('retention.alone')}</Badge>
      </>
    )
  return (
    <>
      <Code>{askedBy}</Code>
      {text('form.listComma')}
      <Code>{agreedBy}</Code>
    </>
  )
}

function Counts({ tombstone: { rows, files, changes, entry } }: { readonly tombstone: Tombstone }) {
  const text = useText()
  return (
    <Stack gap={4}>
      <span>{text('retention.counts', { rows, files })}</span>
      <Quiet>{text('retention.countsRecord', { changes, entry })}</Quiet>
    </Stack>
  )
}
