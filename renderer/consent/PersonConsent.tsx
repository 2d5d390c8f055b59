import { useLocation } from 'wouter'
import type { CaseView } from '../../shared/case/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { CasePage } from '../CasePage.tsx'
import { Guidance } from '../Guidance.tsx'
import { PersonSwitch } from '../PersonSwitch.tsx'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { EmptyState, Link, Matrix, Quiet, Stack } from '../ui/index.ts'
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
      {rows.length > 0 && <Answers view={view} person={person} rows={rows} />}
      {rows.length === 0 && (
        <EmptyState title={text('consent.empty', { code: person.label })} actions={record}>
          {text('consent.emptyHow')}
        </EmptyState>
      )}
      <Guidance note="consent" />
    </CasePage>
  )
}

function Answers({ view, person, rows }: PersonConsentProps & { readonly rows: readonly QuestionRow[] }) {
  const text = useText()
  const [, navigate] = useLocation()
  const today = view.today
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
        cell={(id, level) => cellOf(text, rows.find(row => row.id === id)?.answers.get(level), today)}
        onOpen={open}
      />
      <Quiet>{text('consent.matrixHint')}</Quiet>
    </Stack>
  )
}
