import type { Act, Perpetrator } from '../../shared/act/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { sayAnswer } from '../answers.tsx'
import { CasePage, Persons, RowName, ShortDate } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { recordedWord } from '../recorded.tsx'
import { reportOf } from '../reportWindow.ts'
import { useText, type Text } from '../text.tsx'
import { Code, EmptyState, Link, Section, Table, type Column } from '../ui/index.ts'
import { Perpetrators } from './Perpetrators.tsx'

interface Shown {
  readonly view: CaseView
}

/** What is alleged to have happened, and who is alleged to be behind it. */
export function ActList({ view }: Shown) {
  const text = useText()
  const add = (
    <Link kind="button" href={placeOf(view, 'acts', 'new')}>
      {text('act.add')}
    </Link>
  )
  return (
    <CasePage
      view={view}
      width="wide"
      title={text('act.title')}
      lead={text('act.lead')}
      actions={view.acts.length > 0 && add}
    >
      <Table
        caption={text('act.title')}
        columns={actColumns(text, view)}
        rows={view.acts}
        rowKey={({ id }) => id}
        rowHref={({ id }) => placeOf(view, 'acts', id)}
        empty={
          <EmptyState title={text('act.empty')} actions={add}>
            {text('act.emptyHow')}
          </EmptyState>
        }
      />
      <PerpetratorList view={view} />
    </CasePage>
  )
}

const actColumns = (text: Text, view: CaseView): readonly Column<Act>[] => [
  {
    id: 'form',
    header: text('act.formShort'),
    cell: ({ id, form }) => (
      <RowName>{recordedWord(text, view, { row: id, list: 'formOfAct', code: form })}</RowName>
    ),
  },
  {
    id: 'who',
    header: text('act.whoShort'),
    cell: ({ personIds }) => <Persons view={view} ids={personIds} />,
  },
  {
    id: 'perpetrators',
    header: text('act.byShort'),
    cell: ({ perpetratorIds }) => <Perpetrators view={view} ids={perpetratorIds} />,
  },
  { id: 'status', header: text('act.statusShort'), cell: ({ status }) => text.code('actStatus', status) },
  { id: 'when', header: text('form.when'), cell: ({ when }) => <ShortDate date={when} /> },
  { id: 'report', header: text('windows.column'), cell: ({ when }) => reportOf(text, view, when) },
]

function PerpetratorList({ view }: Shown) {
  const text = useText()
  const add = <Link href={placeOf(view, 'acts', 'perpetrator-new')}>{text('perpetrator.add')}</Link>
  return (
    <Section
      title={text('perpetrator.title')}
      lead={text('perpetrator.lead')}
      actions={view.perpetrators.length > 0 && add}
    >
      <Table
        caption={text('perpetrator.title')}
        columns={perpetratorColumns(text, view)}
        rows={view.perpetrators}
        rowKey={({ id }) => id}
        rowHref={({ id }) => placeOf(view, 'acts', `perpetrator-${id}`)}
        empty={
          <EmptyState title={text('perpetrator.empty')} actions={add}>
            {text('perpetrator.emptyHow')}
          </EmptyState>
        }
      />
    </Section>
  )
}

const perpetratorColumns = (text: Text, view: CaseView): readonly Column<Perpetrator>[] => [
  { id: 'code', header: text('perpetrator.code'), cell: ({ label }) => <Code>{label}</Code> },
  {
    id: 'class',
    header: text('perpetrator.classShort'),
    cell: one => text.code('perpetratorClass', one.class),
  },
  {
    id: 'kind',
    header: text('perpetrator.kindShort'),
    wide: true,
    cell: ({ id: row, kind }) =>
      sayAnswer(text, kind, code => recordedWord(text, view, { row, list: 'perpetratorKind', code })),
  },
  {
    id: 'involvement',
    header: text('perpetrator.involvementShort'),
    cell: ({ involvement }) => sayAnswer(text, involvement, code => text.code('involvement', code)),
  },
]
