import { Route, Switch } from 'wouter'
import type { CopiesView, VaultCopy, VaultDrill } from '../../shared/vault/copies.ts'
import { useAnswer } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import { Code, DescriptionList, Link, Page, Row, Section, Table, type Column } from '../ui/index.ts'
import { DrillPage } from './DrillPage.tsx'
import { MakeCopy } from './MakeCopy.tsx'
import { MakeUsual } from './MakeUsual.tsx'
import { megabytes } from './megabytes.ts'
import styles from './vault.module.css'

/** Copies of the vault: what there is, making one, or proving one. */
export function CopiesPage() {
  return (
    <Switch>
      <Route path="/vault/copies/drill" component={DrillPage} />
      <Route component={Copies} />
    </Switch>
  )
}

function Copies() {
  const text = useText()
  const { value, refusal, again } = useAnswer('vault.copies', {})
  return (
    <Page
      title={text('copies.title')}
      lead={text('copies.lead')}
      back={{ label: text('vault.title'), href: '/vault' }}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      <MakeUsual withSetAside />
      {value && <Standing view={value} />}
      <Section title={text('copies.make.title')} lead={text('copies.make.lead')}>
        <MakeCopy onMade={again} />
      </Section>
      <Section title={text('drill.title')} lead={text('drill.short')}>
        <Row>
          <Link href="/vault/copies/drill">{text('drill.open')}</Link>
        </Row>
      </Section>
      {value && value.copies.length > 0 && (
        <Section title={text('copies.list')}>
          <Table
            caption={text('copies.list')}
            rows={value.copies}
            rowKey={({ id }) => id}
            columns={copyColumns(text)}
            empty={null}
          />
        </Section>
      )}
      {value && value.drills.length > 0 && (
        <Section title={text('drill.list')}>
          <Table
            caption={text('drill.list')}
            rows={value.drills}
            rowKey={({ id }) => id}
            columns={drillColumns(text)}
            empty={null}
          />
        </Section>
      )}
      <Section title={text('copies.limits')}>
        <ul className={styles.limits}>
          {limits.map(limit => (
            <li key={limit}>{text(`copies.limit.${limit}`)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

const limits = ['all', 'passphrases', 'where', 'apart', 'lock', 'flash'] as const

function Standing({ view: { standing, restored } }: { readonly view: CopiesView }) {
  const text = useText()
  const { copyDays, drillDays, drill } = standing
  const ended = drill === 'failed' ? 'copies.drill.failedAgo' : 'copies.drill.ago'
  return (
    <DescriptionList
      rows={[
        {
          id: 'copy',
          label: text('copies.last'),
          value: copyDays === null ? text('copies.none') : text('copies.ago', { days: copyDays }),
        },
        {
          id: 'drill',
          label: text('drill.last'),
          value: drillDays === null ? text('drill.none') : text(ended, { days: drillDays }),
        },
        ...(restored
          ? [
              {
                id: 'restored',
                label: text('restore.was'),
                value: text('restore.was.from', {
                  made: text.moment(restored.copyMadeAt),
                  entries: restored.entries,
                }),
              },
            ]
          : []),
      ]}
    />
  )
}

const copyColumns = (text: Text): Column<VaultCopy>[] => [
  { id: 'made', header: text('copies.made'), cell: ({ madeAt }) => text.moment(madeAt) },
  { id: 'label', header: text('copies.label'), cell: ({ label }) => label || '–', wide: true },
  { id: 'by', header: text('copies.by'), cell: ({ madeBy }) => <Code>{madeBy}</Code> },
  {
    id: 'size',
    header: text('copies.size'),
    cell: ({ bytes }) => text('copies.size.mb', { size: megabytes(bytes) }),
    numeric: true,
  },
  { id: 'entries', header: text('copies.entries'), cell: ({ entries }) => entries, numeric: true },
]

const drillColumns = (text: Text): Column<VaultDrill>[] => [
  { id: 'done', header: text('drill.done'), cell: ({ doneAt }) => text.moment(doneAt) },
  {
    id: 'result',
    header: text('drill.result'),
    cell: ({ result }) => text(`drill.result.${result}`),
    wide: true,
  },
  {
    id: 'of',
    header: text('drill.of'),
    cell: ({ copyMadeAt }) => (copyMadeAt === null ? '–' : text.moment(copyMadeAt)),
  },
  { id: 'by', header: text('copies.by'), cell: ({ doneBy }) => <Code>{doneBy}</Code> },
]
