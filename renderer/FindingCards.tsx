import type { Finding } from '../shared/gate/model.ts'
import { reasonOf, wayTo, type Stoppable } from './outward.ts'
import { useText } from './text.tsx'
import { BlockCard, Stack } from './ui/index.ts'

interface FindingCardsProps {
  readonly of: Stoppable
  readonly findings: readonly Finding[]
}

/** What stops something as a whole: each with its reason, who can resolve it, and the way there. */
export function FindingCards({ of, findings }: FindingCardsProps) {
  const text = useText()
  if (findings.length === 0) return null
  return (
    <Stack gap={12}>
      {findings.map(finding => (
        <BlockCard
          key={`${finding.reason} ${finding.personId}`}
          what={text(`${of.kind}.stopped`)}
          reason={reasonOf(text, of.view, finding)}
          who={text(`gate.who.${finding.place}`)}
          way={finding.reason === 'nothing-to-say' ? undefined : wayTo(text, of, finding)}
        />
      ))}
    </Stack>
  )
}
