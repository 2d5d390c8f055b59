import type { CaseView } from '../../shared/case/model.ts'
import type { Reader } from '../../shared/retention/model.ts'
import { isDisposable } from '../../shared/retention/rules.ts'
import { useAnswer } from '../asking.ts'
import { CasePage } from '../CasePage.tsx'
import { useText, type Text } from '../text.tsx'
import { Badge, DescriptionList, Section, Stack, Table } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { AnswerDisposal } from './AnswerDisposal.tsx'
import { AskDisposal } from './AskDisposal.tsx'

/** Destroying a whole case by two: asking for it, or answering a request that waits. */
export function DisposePage({ view }: { readonly view: CaseView }) {
  const text = useText()
  const { id: caseId, code, state } = view.case
  const { value, refusal, again } = useAnswer('retention.ofCase', { caseId })
  const waiting = value?.waiting ?? null
  return (
    <CasePage view={view} title={text(waiting ? 'retention.answerTitle' : 'retention.title', { code })}>
      <Stack gap={24}>
        {refusal && <RefusalNotice refusal={refusal} />}
        <WhatGoes code={code} />
        {value && <Readers readers={value.readers} />}
        {waiting && <AnswerDisposal view={view} waiting={waiting} onDone={again} />}
        {value && !waiting && isDisposable(state) && (
          <AskDisposal view={view} readers={value.readers} onDone={again} />
        )}
        {value && !waiting && !isDisposable(state) && (
          <RefusalNotice refusal={{ code: 'retention/not-over' }} />
        )}
      </Stack>
    </CasePage>
  )
}

/** Exactly what would go, what would stay, and what nobody here can reach. */
function WhatGoes({ code }: { readonly code: string }) {
  const text = useText()
  return (
    <DescriptionList
      rows={[
        { id: 'goes', label: text('retention.goes.label'), value: text('retention.goes') },
        { id: 'stays', label: text('retention.stays.label'), value: text('retention.stays', { code }) },
        { id: 'elsewhere', label: text('retention.elsewhere.label'), value: text('retention.elsewhere') },
      ]}
    />
  )
}

/** Who got something of the case: they are called back first, or keep it for a reason. */
function Readers({ readers }: { readonly readers: readonly Reader[] }) {
  const text = useText()
  if (readers.length === 0) return null
  return (
    <Section title={text('retention.readers')} lead={text('retention.readersLead')}>
      <Table
        caption={text('retention.readers')}
        rows={readers}
        rowKey={({ role, office, sentAt }) => `${role} ${office} ${sentAt}`}
        columns={[
          {
            id: 'who',
            header: text('retention.who'),
            cell: whoOf,
            wide: true,
          },
          { id: 'what', header: text('retention.what'), cell: ({ kind }) => text(`notice.kind.${kind}`) },
          { id: 'at', header: text('retention.sentAt'), cell: ({ sentAt }) => text.moment(sentAt) },
          {
            id: 'back',
            header: text('retention.back'),
            cell: one => calledBackOf(text, one),
          },
        ]}
        empty={null}
      />
    </Section>
  )
}

const calledBackOf = (text: Text, { calledBack }: Reader) => (
  <Badge tone={calledBack ? 'safe' : 'care'}>
    {text(calledBack ? 'retention.calledBack' : 'retention.notCalledBack')}
  </Badge>
)

const whoOf = ({ role, office }: Reader) => <bdi>{office === '' ? role : `${role}, ${office}`}</bdi>
