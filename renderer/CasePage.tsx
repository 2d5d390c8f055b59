import type { ReactNode } from 'react'
import type { CaseView } from '../shared/case/model.ts'
import type { PartialDate } from '../shared/model.ts'
import type { Person } from '../shared/person/model.ts'
import type { RefusalCode } from '../shared/refusal.ts'
import styles from './CasePage.module.css'
import { placeOf } from './part.ts'
import { useText } from './text.tsx'
import { CheckboxGroup, Code, Link, Notice, Page, type FieldProps, type PageProps } from './ui/index.ts'
import { RefusalNotice } from './RefusalNotice.tsx'

interface CasePageProps extends Pick<PageProps, 'title' | 'lead' | 'actions' | 'width'> {
  readonly view: CaseView
  /** The part this page belongs to, when it is one of its items. */
  readonly under?: { readonly label: string; readonly href: string } | undefined
  readonly children: ReactNode
}

/** A page of the open case. The way back, or else the line above the title, says which case. */
export function CasePage({ view, under, ...page }: CasePageProps) {
  const text = useText()
  const back = under ?? { label: text('part.back', { code: view.case.code }), href: placeOf(view) }
  return <Page {...page} kicker={under && <Code>{view.case.code}</Code>} back={back} />
}

/** In place of an item that is not on the case (any more). */
export function GonePage({ view, code }: { readonly view: CaseView; readonly code: RefusalCode }) {
  const text = useText()
  return (
    <CasePage view={view} title={text('app.notHere')}>
      <RefusalNotice refusal={{ code }} />
    </CasePage>
  )
}

interface PersonsFieldProps extends FieldProps {
  readonly view: CaseView
  readonly values: readonly Person['id'][]
  readonly onChange: (values: Person['id'][]) => void
}

/** Which persons of the case, by their codes. */
export function PersonsField({ view, values, onChange, ...field }: PersonsFieldProps) {
  const text = useText()
  if (view.persons.length === 0) return <NoPersons view={view} label={field.label} />
  const options = view.persons.map(({ id, label, parts }) => ({
    id,
    label,
    description: parts.map(part => text(`person.part.${part}`)).join(text('form.listComma')),
  }))
  return (
    <CheckboxGroup {...field} options={options} values={values} onChange={chosen => onChange([...chosen])} />
  )
}

function NoPersons({ view, label }: { readonly view: CaseView; readonly label: string }) {
  const text = useText()
  return (
    <Notice
      tone="neutral"
      title={label}
      actions={<Link href={placeOf(view, 'persons', 'new')}>{text('person.add')}</Link>}
    >
      {text('person.noneYet')}
    </Notice>
  )
}

/** The codes of some persons of the case, in a line. */
export function Persons({ view, ids }: { readonly view: CaseView; readonly ids: readonly string[] }) {
  const text = useText()
  const labels = view.persons.filter(person => ids.includes(person.id)).map(person => person.label)
  if (labels.length === 0) return text('person.nobody')
  return labels.map((label, index) => (
    <span key={label}>
      {index > 0 && text('form.listComma')}
      <Code>{label}</Code>
    </span>
  ))
}

/** Words of a controlled list as the name of a row; they may be long and break. */
export function RowName({ children }: { readonly children: string }) {
  return <span className={styles.long}>{children}</span>
}

/** A date in a table: the day, or else as it was said; what it was understood as stands with the thing itself. */
export function ShortDate({ date }: { readonly date: PartialDate }) {
  const text = useText()
  const asSaid = date.precision !== 'day' && date.said !== ''
  return <span className={styles.when}>{asSaid ? <bdi>{date.said}</bdi> : text.date(date)}</span>
}
