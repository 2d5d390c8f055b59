import { useLocation } from 'wouter'
import { contactWith } from '../../shared/case/consent.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { ConsentTalk } from '../../shared/consent/talk.ts'
import { lacksOf } from '../../shared/consent/talkRules.ts'
import type { Person } from '../../shared/person/model.ts'
import { CasePage } from '../CasePage.tsx'
import { Guidance } from '../Guidance.tsx'
import { PersonSwitch } from '../PersonSwitch.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import {
  EmptyState,
  Link,
  Matrix,
  Notice,
  Quiet,
  Row,
  Section,
  Stack,
  Table,
  type Column,
} from '../ui/index.ts'
import { FollowUps } from './FollowUps.tsx'
import { addressOf, cellOf, levelsOf, rowsOf, type QuestionRow } from './matrix.ts'

interface PersonConsentProps {
  readonly view: CaseView
  readonly person: Person
}

/** What one person agreed to: what and to whom in rows, how much of who they are in columns. */
export function PersonConsent({ view, person }: PersonConsentProps) {
  const text = useText()
  const rows = rowsOf(view.consents.filter(answer => answer.personId === person.id))
  const record = (
    <Link kind="button" href={placeOf(view, 'consent', `new-${person.id}`)}>
      {text('consent.record')}
    </Link>
  )
  return (
    <CasePage
      view={view}
      width="wide"
      title={text('consent.ofPerson', { code: person.label })}
      lead={text('consent.lead')}
      actions={rows.length > 0 && record}
    >
      <PersonSwitch view={view} part="consent" current={person} />
      <FollowUps view={view} />
      <Contact view={view} person={person} />
      {rows.length > 0 && <Answers view={view} person={person} rows={rows} />}
      {rows.length === 0 && (
        <EmptyState title={text('consent.empty', { code: person.label })} actions={record}>
          {text('consent.emptyHow')}
        </EmptyState>
      )}
      <Talks view={view} person={person} />
      <Guidance note="consent" />
    </CasePage>
  )
}

/** Once everything was taken back: whether, and for what alone, the person may still be contacted. */
function Contact({ view, person }: PersonConsentProps) {
  const text = useText()
  const contact = contactWith(view, person.id)
  if (contact === null) return null
  return (
    <Notice tone="stop" title={text('consent.contact', { code: person.label })}>
      {text(`consent.contact.${contact}`)}
    </Notice>
  )
}

function Answers({ view, person, rows }: PersonConsentProps & { readonly rows: readonly QuestionRow[] }) {
  const text = useText()
  const [, navigate] = useLocation()
  const open = (id: string, level: string) => {
    const row = rows.find(one => one.id === id)
    const answer = row?.answers.get(level)
    if (row)
      navigate(placeOf(view, 'consent', answer ? `answer-${answer.id}` : `ask-${row.question.id}-${level}`))
  }
  return (
    <Stack gap={12}>
      <Matrix
        caption={text('consent.ofPerson', { code: person.label })}
        corner={text('consent.corner')}
        columns={levelsOf(rows).map(id => ({ id, label: text.code('identityLevel', id) }))}
        rows={rows.map(({ id, question }) => ({
          id,
          label: text.code('purpose', question.purpose),
          hint: addressOf(text, question),
        }))}
        cell={(id, level) => cellOf(text, rows.find(row => row.id === id)?.answers.get(level), view)}
        onOpen={open}
      />
      <Quiet>{text('consent.matrixHint')}</Quiet>
      <Row gap={24}>
        <Link href={placeOf(view, 'consent', `if-${person.id}`)}>{text('consent.if')}</Link>
        <Link href={placeOf(view, 'consent', `event-${person.id}`)}>{text('consent.event')}</Link>
      </Row>
    </Stack>
  )
}

/** The talks with one person, newest first, and what each left out. */
function Talks({ view, person }: PersonConsentProps) {
  const text = useText()
  const talks = view.talks.filter(talk => talk.personId === person.id).toReversed()
  if (talks.length === 0) return null
  return (
    <Section title={text('consent.talks')}>
      <Table
        caption={text('consent.talks')}
        columns={talkColumns(text, view)}
        rows={talks}
        rowKey={({ id }) => id}
        rowHref={({ id }) => placeOf(view, 'consent', `talk-${id}`)}
        empty={null}
      />
    </Section>
  )
}

const talkColumns = (text: Text, view: CaseView): readonly Column<ConsentTalk>[] => [
  { id: 'day', header: text('consent.heldOnShort'), cell: ({ heldOn }) => text.day(heldOn) },
  { id: 'by', header: text('consent.askedByShort'), cell: ({ askedBy }) => <bdi>{askedBy}</bdi> },
  {
    id: 'answers',
    header: text('consent.answersShort'),
    numeric: true,
    cell: ({ id }) => view.consents.filter(({ talkId }) => talkId === id).length,
  },
  { id: 'lacks', header: text('consent.leftOut'), wide: true, cell: talk => leftOut(text, talk) },
]

function leftOut(text: Text, talk: ConsentTalk): string {
  const lacks = lacksOf(talk)
  if (lacks.length === 0) return text('consent.leftOutNothing')
  const essential = lacks.filter(lack => lack.essential).length
  return essential > 0
    ? text('consent.leftOutEssential', { count: essential })
    : text('consent.leftOutSome', { count: lacks.length })
}
