import { Persons } from '../CasePage.tsx'
import { useText } from '../text.tsx'
import { DescriptionList, Section, type Description } from '../ui/index.ts'
import type { ActionPageProps } from './place.ts'

/** What was planned: for whom, to whom, how, why, who sees to it and by when. */
export function ActionFacts(props: ActionPageProps) {
  const text = useText()
  const isPlanned = props.action.line.stage === 'planned'
  const rows = [...addressRows(props, text), ...reasonRows(props, text), ...careRows(props, text)]
  return (
    <Section title={text(isPlanned ? 'action.facts' : 'action.factsThen')}>
      <DescriptionList rows={rows} />
    </Section>
  )
}

type Rows = (props: ActionPageProps, text: ReturnType<typeof useText>) => Description[]

const addressRows: Rows = ({ view, action: { draft } }, text) => [
  { id: 'for', label: text('action.personIds'), value: <Persons view={view} ids={draft.personIds} /> },
  { id: 'to', label: text('action.to'), value: <bdi>{draft.to}</bdi> },
  {
    id: 'way',
    label: text('action.way'),
    value: text('action.wayIs', {
      purpose: text.code('purpose', draft.purpose),
      recipient: text.code('recipientClass', draft.recipient),
      channel: text.code('channel', draft.channel),
    }),
  },
  {
    id: 'shown',
    label: text('action.identityLevel'),
    value: text.code('identityLevel', draft.identityLevel),
  },
]

/** A row of words, when there are any. */
const worded = (id: string, label: string, words: string): Description[] =>
  words === '' ? [] : [{ id, label, value: <span dir="auto">{words}</span> }]

const reasonRows: Rows = ({ action: { draft } }, text) => [
  ...worded('detail', text('action.detail'), draft.detail),
  ...worded('expected', text('action.expected'), draft.expected),
  ...worded('riskOfActing', text('action.riskOfActing'), draft.riskOfActing),
  ...worded('riskOfNotActing', text('action.riskOfNotActing'), draft.riskOfNotActing),
  ...worded('safetyReason', text('action.safetyReason'), draft.safetyReason),
]

const careRows: Rows = ({ action: { draft, author } }, text) => [
  {
    id: 'owner',
    label: text('action.owner'),
    value: draft.owner === '' ? text('action.nobody') : <bdi>{draft.owner}</bdi>,
  },
  {
    id: 'deadline',
    label: text('action.deadline'),
    value: draft.deadline === null ? text('action.noDay') : text.day(draft.deadline),
  },
  {
    id: 'answerBy',
    label: text('action.answerBy'),
    value: draft.answerBy === null ? text('action.byClock') : text.day(draft.answerBy),
  },
  { id: 'author', label: text('action.author'), value: <bdi>{author}</bdi> },
]
