import type { Finding } from '../shared/gate/model.ts'
import { reasonOf, wayTo, type Stoppable } from './outward.ts'
import { useText } from './text.tsx'
import { BlockCard, Section, Stack } from './ui/index.ts'

interface FindingCardsProps {
  readonly of: Stoppable
  readonly findings: readonly Finding[]
}

/** What stops something as a whole: each with its reason, who can resolve it, and the way there. */
export function FindingCards({ of, findings }: FindingCardsProps) {
  const text = useText()
  if (findings.length === 0) return null
  const [only, ...others] = findings
  if (only && others.length === 0) return <Card of={of} finding={only} what={text(`${of.kind}.stopped`)} />
  return (
    <Section title={text(`${of.kind}.stopped`)}>
      <Stack gap={12}>
        {findings.map(finding => (
          <Card key={`${finding.reason} ${finding.personId}`} of={of} finding={finding} />
        ))}
      </Stack>
    </Section>
  )
}

interface CardProps extends Pick<FindingCardsProps, 'of'> {
  readonly finding: Finding
  /** What is stopped, where no title above says it. */
  readonly what?: string
}

function Card({ of, finding, what }: CardProps) {
  const text = useText()
  const reason = reasonOf(text, of.view, finding)
  return (
    <BlockCard
      what={what ?? reason}
      reason={what === undefined ? null : reason}
      who={text(`gate.who.${finding.place}`)}
      way={finding.reason === 'nothing-to-say' ? undefined : wayTo(text, of, finding)}
    />
  )
}
