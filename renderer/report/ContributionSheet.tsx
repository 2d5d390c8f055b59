import type { Counts } from '../../shared/report/counts.ts'
import type { ContributionDocument, ContributionEntry } from '../../shared/report/document.ts'
import type { Code as VocabularyCode, VocabularyId } from '../../shared/vocabulary/index.ts'
import { useText, type Text } from '../text.tsx'
import { reportName } from './place.ts'
import styles from './report.module.css'
import { Code, DescriptionList, EmptyState, Quiet, Section, Stack, type Description } from '../ui/index.ts'

interface Props {
  readonly document: ContributionDocument
}

/** A contribution as its reader sees it: entries by annex, counts, and how many cases were left out. */
export function ContributionSheet({ document }: Props) {
  const text = useText()
  const { entries, presence, window, words } = document
  return (
    <Stack gap={32}>
      <DescriptionList
        rows={[
          { id: 'presence', label: text('report.presence'), value: <bdi>{presence}</bdi> },
          {
            id: 'window',
            label: text('report.window'),
            value: reportName(text, window),
          },
          { id: 'words', label: text('report.words'), value: text('report.wordCount', { count: words }) },
        ]}
      />
      {entries.length === 0 && <EmptyState title={text('report.noEntries')} />}
      {(['annex1', 'annex2'] as const).map(annex => (
        <Annex key={annex} annex={annex} entries={entries.filter(entry => entry.annex === annex)} />
      ))}
      <TrendCounts document={document} />
      <LeftOut document={document} />
    </Stack>
  )
}

interface AnnexProps {
  readonly annex: ContributionEntry['annex']
  readonly entries: readonly ContributionEntry[]
}

function Annex({ annex, entries }: AnnexProps) {
  const text = useText()
  if (entries.length === 0) return null
  return (
    <Section title={text(`report.annex.${annex}.title`)}>
      <Stack gap={24}>
        {entries.map(entry => (
          <Entry key={entry.ref} entry={entry} />
        ))}
      </Stack>
    </Section>
  )
}

/** One entry: its paragraph, and what is coded in it. */
export function Entry({ entry }: { readonly entry: ContributionEntry }) {
  const text = useText()
  return (
    <article>
      <h3 className={styles.title}>
        {text(`report.level.${entry.level}`)} · <Code>{entry.ref}</Code>
      </h3>
      <p dir="auto" className={styles.paragraph}>
        {entry.text}
      </p>
      <Quiet>{text('report.wordCount', { count: entry.words })}</Quiet>
      <DescriptionList rows={factsOf(text, entry)} />
    </article>
  )
}

const labels = (text: Text, list: VocabularyId, codes: readonly string[]) =>
  codes.map(code => text.code(list, code as VocabularyCode<typeof list>)).join(text('form.listComma'))

function factsOf(text: Text, entry: ContributionEntry): Description[] {
  const { names, state, period } = entry
  const rows: (Description | false)[] = [
    names.length > 0 && {
      id: 'names',
      label: text('report.names'),
      value: <bdi>{names.join(text('form.listComma'))}</bdi>,
    },
    state !== null && { id: 'state', label: text('report.state'), value: labels(text, 'country', [state]) },
    fact(text, 'regions', labels(text, 'region', entry.regions)),
    period !== null && {
      id: 'period',
      label: text('report.period'),
      value:
        period.from === period.to
          ? monthText(text, period.from)
          : text('report.months', { from: monthText(text, period.from), to: monthText(text, period.to) }),
    },
    fact(text, 'forms', labels(text, 'formOfAct', entry.forms)),
    fact(text, 'perpetrators', labels(text, 'perpetratorClass', entry.perpetrators)),
    fact(text, 'entities', labels(text, 'unEntity', entry.entities)),
    { id: 'reply', label: text('report.reply'), value: text(`report.reply.${entry.reply}`) },
    entry.references.length > 0 && {
      id: 'references',
      label: text('report.references'),
      value: entry.references.map(line => (
        <p key={line}>
          <bdi>{line}</bdi>
        </p>
      )),
    },
  ]
  return rows.filter(row => row !== false)
}

const fact = (text: Text, id: 'regions' | 'forms' | 'perpetrators' | 'entities', value: string) =>
  value !== '' && { id, label: text(`report.${id}`), value }

const monthText = (text: Text, month: string): string =>
  new Intl.DateTimeFormat(text.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )

/** Cases that are only counted. */
function TrendCounts({ document: { trends, smallest } }: Props) {
  const text = useText()
  if (trends === null)
    return (
      <Section title={text('report.trends')}>
        <p>{text('report.fewer', { smallest })}</p>
      </Section>
    )
  return (
    <Section title={text('report.trends')} lead={text('report.trends.lead', { smallest })}>
      <Stack gap={24}>
        <p>
          {trends.cases === null ? text('report.notTold') : text('report.cases', { count: trends.cases })}
        </p>
        <CountsOf title={text('report.regions')} list="region" counts={trends.regions} />
        <CountsOf title={text('report.forms')} list="formOfAct" counts={trends.forms} />
        <CountsOf title={text('report.perpetrators')} list="perpetratorClass" counts={trends.perpetrators} />
      </Stack>
    </Section>
  )
}

interface CountsProps {
  readonly title: string
  readonly list: 'region' | 'formOfAct' | 'perpetratorClass'
  readonly counts: Counts | null
}

function CountsOf({ title, list, counts }: CountsProps) {
  const text = useText()
  if (counts === null) return null
  const rows = counts.rows.map(({ code, cases }) => ({
    id: code,
    label: text.code(list, code as VocabularyCode<typeof list>),
    value: text('report.cases', { count: cases }),
  }))
  const others =
    counts.others === null
      ? []
      : [
          {
            id: 'others:',
            label: text('report.others'),
            value: text('report.cases', { count: counts.others }),
          },
        ]
  return (
    <div>
      <h3 className={styles.title}>{title}</h3>
      <DescriptionList rows={[...rows, ...others]} />
    </div>
  )
}

/** How many cases were left out, for each reason; few are not counted out. */
function LeftOut({ document: { omitted, smallest } }: Props) {
  const text = useText()
  return (
    <Section title={text('report.leftOut')} lead={text('report.leftOut.lead')}>
      <DescriptionList
        rows={omitted.map(({ reason, cases }) => ({
          id: reason,
          label: text(`report.omitted.${reason}`),
          value: cases === null ? text('report.fewer', { smallest }) : text('report.cases', { count: cases }),
        }))}
      />
    </Section>
  )
}
