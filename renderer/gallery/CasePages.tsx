import {
  Band,
  Bands,
  Button,
  Code,
  DescriptionList,
  Disclosure,
  Matrix,
  Page,
  Quote,
  Section,
  TaskItem,
  TaskList,
  type CellShape,
  type Standing,
} from '../ui/index.ts'
import type { Words } from './words.ts'

const standings: readonly Standing[] = ['done', 'done', 'in-progress', 'overdue', 'blocked', 'not-started']
const shapes: readonly CellShape[] = ['yes', 'partly', 'no', 'empty', 'ended']
const nothing = () => {}

/** A case: what it is, its parts, its summary. */
export function CasePage({ words }: { readonly words: Words }) {
  return (
    <Page
      kicker={<Code>{words.code}</Code>}
      title={words.caseTitle}
      lead={words.caseLead}
      back={{ label: words.casesTitle, href: '/cases' }}
    >
      <TaskList label={words.parts}>
        {words.tasks.map(([name = '', word = '', hint], index) => (
          <TaskItem
            key={name}
            name={name}
            word={word}
            hint={hint}
            standing={standings[index] ?? 'done'}
            href={index === 5 ? undefined : '/form'}
          />
        ))}
      </TaskList>
      <Section title={words.summary}>
        <DescriptionList
          rows={words.facts.map(([label = '', value, by]) => ({
            id: label,
            label,
            value,
            by,
            change: { label: words.change, onPress: nothing },
          }))}
        />
      </Section>
    </Page>
  )
}

/** Consent and risk. */
export function ConsentPage({ words }: { readonly words: Words }) {
  return (
    <Page
      kicker={<Code>{words.code}</Code>}
      title={words.consentTitle}
      lead={words.consentLead}
      actions={<Button kind="primary">{words.next}</Button>}
    >
      <Matrix
        caption={words.matrix}
        corner={words.purpose}
        columns={words.levels.map(([label = '', hint]) => ({ id: label, label, hint }))}
        rows={words.purposes.map(([label = '', hint]) => ({ id: label, label, hint }))}
        cell={(row, column) => cellOf(words, row, column)}
        onOpen={nothing}
      />
      <Section title={words.riskTitle}>
        <Bands difference={words.differ}>
          {words.views.map((label, index) => (
            <Band
              key={label}
              label={label}
              word={words.bands[index] ?? ''}
              number={words.numbers[index]}
              grade={index === 0 ? 4 : 3}
            />
          ))}
        </Bands>
        <Disclosure label={words.more}>{words.moreText}</Disclosure>
      </Section>
      <Quote
        text={words.quote}
        lang={words.quoteLang}
        label={words.ownWords}
        by={words.quoteBy}
        translation={{ label: words.translationLabel, text: words.translation, lang: words.translationLang }}
      />
    </Page>
  )
}

function cellOf(words: Words, row: string, column: string) {
  const at =
    words.purposes.findIndex(([label]) => label === row) +
    2 * words.levels.findIndex(([label]) => label === column)
  const [, word = '', detail] = words.cells[at % 5] ?? []
  return { shape: shapes[at % 5] ?? ('empty' as const), word, detail }
}
