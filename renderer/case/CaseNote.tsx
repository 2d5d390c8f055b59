import type { ReactNode } from 'react'
import type { CasePart, CaseView } from '../../shared/case/model.ts'
import { situationOf } from '../../shared/case/rules.ts'
import type { Answered } from '../../shared/model.ts'
import { placeOf } from '../part.ts'
import { reportOf } from '../reportWindow.ts'
import { useText, type Text } from '../text.tsx'
import { DescriptionList, Quiet, Row, Section, Link, type Description } from '../ui/index.ts'
import styles from './case.module.css'

interface ViewProps {
  readonly view: CaseView
}

/** The case in short: a few sentences. */
export function CaseNote({ view }: ViewProps) {
  const text = useText()
  return <p className={styles.note}>{sentencesOf(text, view).join(' ')}</p>
}

/** What is known line by line, each with its way to change it. */
export function CaseLines({ view }: ViewProps) {
  const text = useText()
  return (
    <Section title={text('case.known')}>
      <DescriptionList rows={rowsOf(text, view)} />
    </Section>
  )
}

/** A role code that no line breaks in two. */
const unbroken = (code: string): string => code.replaceAll('-', '\u2060-\u2060')

function sentencesOf(text: Text, view: CaseView): readonly string[] {
  const { receivedOn, channel, owner, danger } = view.case
  const came = {
    date: text.date(receivedOn),
    channel: text.code('intakeChannel', channel),
    owner: unbroken(owner),
  }
  const { persons, engagements, acts, risks } = view
  const differing = persons.filter(person => situationOf(risks, person.id)?.differs)
  return [
    text(receivedOn.precision === 'day' ? 'case.note.came' : 'case.note.cameAbout', came),
    text(`case.note.danger.${danger}`),
    text('case.note.holds', {
      persons: persons.length,
      engagements: engagements.length,
      acts: acts.length,
    }),
    ...differing.map(({ label }) => text('case.note.differs', { who: label })),
  ]
}

function rowsOf(text: Text, view: CaseView): readonly Description[] {
  const { account, dangerWhy, danger, language, safeContact, retentionReviewOn } = view.case
  const row = (id: string, part: CasePart, { label, value }: { label: string; value: ReactNode }) => ({
    id,
    label: text(label),
    value,
    change: { label: text('app.change'), href: placeOf(view, part) },
  })
  const contact = said(text, safeContact, value => text(`case.safeContact.${value}`))
  return [
    row('account', 'intake', { label: 'case.happened', value: <Account text={text} account={account} /> }),
    row('danger', 'intake', {
      label: 'case.dangerNow',
      value: <WithWhy said={text.code('immediateDanger', danger)} why={dangerWhy} />,
    }),
    row('persons', 'persons', { label: 'case.personsAre', value: <Persons view={view} /> }),
    row('report', 'acts', { label: 'case.report', value: reportsOf(text, view) }),
    row('scope', 'scope', { label: 'case.scopeSays', value: scopeOf(text, view) }),
    row('contact', 'intake', { label: 'case.safeContact', value: contact }),
    row('language', 'intake', {
      label: 'case.language',
      value: said(text, language, code => text.code('language', code)),
    }),
    row('review', 'intake', { label: 'case.review', value: text.day(retentionReviewOn) }),
  ]
}

function said<T>(text: Text, answer: Answered<T>, inWords: (value: T) => string): string {
  return 'value' in answer ? inWords(answer.value) : text(`answer.${answer.none}`)
}

/** The annual reports the acts of the case fall into, as far as their dates are known. */
function reportsOf(text: Text, view: CaseView): string {
  const reports = [...new Set(view.acts.map(({ when }) => reportOf(text, view, when)))].filter(Boolean)
  return reports.length > 0 ? reports.join(text('form.listComma')) : text('case.reportNone')
}

const scopeOf = (text: Text, { scope }: CaseView) =>
  scope ? text(`scope.outcome.${scope.result.outcome}`) : text('case.scopeNone')

function Account({ text, account }: { readonly text: Text; readonly account: string }) {
  if (account === '') return <Quiet>{text('case.happenedNone')}</Quiet>
  return (
    <div dir="auto" className={styles.account}>
      {account}
    </div>
  )
}

function WithWhy({ said, why }: { readonly said: string; readonly why: string }) {
  return (
    <>
      {said}
      {why !== '' && (
        <div dir="auto" className={styles.account}>
          <Quiet>{why}</Quiet>
        </div>
      )}
    </>
  )
}

function Persons({ view }: ViewProps) {
  const text = useText()
  if (view.persons.length === 0) return text('case.personsNone')
  return (
    <Row gap={8}>
      {view.persons.map(({ id, label }) => (
        <Link key={id} href={placeOf(view, 'persons', id)}>
          {label}
        </Link>
      ))}
    </Row>
  )
}
