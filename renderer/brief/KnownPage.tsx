import type { ToldEarlier } from '../../shared/brief/togetherModel.ts'
import { CasePage } from '../CasePage.tsx'
import { useCase } from '../openCase.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import { DescriptionList, EmptyState, Link, Quiet, Section, Stack } from '../ui/index.ts'
import { briefPlace, type StepPageProps } from './step.ts'
import { AnsweredWarnings, Warnings } from './Warnings.tsx'

/** What the reader of a brief already has of the case, and what this brief gives away together with it. */
export function KnownPage({ view, brief }: StepPageProps) {
  const text = useText()
  const refusal = useCase(state => state.refusal)
  const back = briefPlace({ view, brief })
  const { earlier } = brief.together
  return (
    <CasePage
      view={view}
      title={text('brief.step.known')}
      lead={text('brief.known.lead')}
      under={{ label: text('brief.one', { copy: brief.document.copy }), href: back }}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {earlier.length === 0 && (
        <EmptyState title={text('brief.known.none')}>{text('brief.known.noneWhy')}</EmptyState>
      )}
      <Warnings view={view} brief={brief} />
      <AnsweredWarnings view={view} brief={brief} />
      <Earlier reader="same" earlier={earlier} />
      <Earlier reader="peer" earlier={earlier} />
      <p>
        <Link kind="button" href={back}>
          {text('brief.toSteps')}
        </Link>
      </p>
    </CasePage>
  )
}

interface EarlierProps {
  readonly reader: ToldEarlier['reader']
  readonly earlier: readonly ToldEarlier[]
}

function Earlier({ reader, earlier }: EarlierProps) {
  const text = useText()
  const theirs = earlier.filter(one => one.reader === reader).toReversed()
  if (theirs.length === 0) return null
  return (
    <Section title={text(`brief.known.${reader}`)} lead={text(`brief.known.${reader}.lead`)}>
      <DescriptionList
        rows={theirs.map(told => ({
          id: told.id,
          label: text('brief.known.item', { label: told.label, day: text.day(told.at.slice(0, 10)) }),
          value: <Said told={told} />,
          by: <bdi>{told.toRole}</bdi>,
        }))}
      />
    </Section>
  )
}

/** What one of them said, by whom it is about: labels alone, so that no name stands here. */
function Said({ told: { lines, gone } }: { readonly told: ToldEarlier }) {
  const text = useText()
  return (
    <Stack gap={4}>
      {[...Map.groupBy(lines, ({ about }) => about)].map(([about, said]) => (
        <p key={about}>{aboutAndLines(text, about, said)}</p>
      ))}
      {gone > 0 && (
        <p>
          <Quiet>{text('brief.known.gone', { count: gone })}</Quiet>
        </p>
      )}
    </Stack>
  )
}

function aboutAndLines(text: Text, about: string, said: ToldEarlier['lines']): string {
  const lines = [...new Set(said.map(({ label }) => text(label)))].join(text('form.listComma'))
  return about === '' ? lines : text('brief.known.said', { about, lines })
}
