import type { CaseView } from '../shared/case/model.ts'
import type { OverrideLine } from '../shared/override/model.ts'
import { reasonOf } from './outward.ts'
import { itemName, itemPlace } from './overrideWords.ts'
import { useText } from './text.tsx'
import { Badge, Card, Code, DescriptionList, Link, Section, Stack, type Description } from './ui/index.ts'

interface OverrideListProps {
  readonly view: CaseView
  /** Only those of one item; all of the case when left out. */
  readonly itemId?: string
}

/** Every override that was ever asked for, granted or not: who, when, why and what had been said. Never taken away. */
export function OverrideList({ view, itemId }: OverrideListProps) {
  const text = useText()
  const shown = view.overrides.filter(one => itemId === undefined || one.itemId === itemId)
  if (shown.length === 0) return null
  return (
    <Section title={text('override.list')} lead={text('override.listLead')}>
      <Stack gap={12}>
        {shown.toReversed().map(one => (
          <OverrideCard key={one.id} view={view} override={one} linked />
        ))}
      </Stack>
    </Section>
  )
}

interface OverrideCardProps {
  readonly view: CaseView
  readonly override: OverrideLine
  /** Whether it names and links what it is for. */
  readonly linked?: boolean
}

/** One override, whole. */
export function OverrideCard({ view, override, linked = false }: OverrideCardProps) {
  const text = useText()
  const { answer } = override
  const standing = answer === null ? 'waits' : answer.grants ? 'granted' : 'declined'
  return (
    <Card
      title={linked ? text('override.one', { code: override.code }) : undefined}
      actions={
        <Badge tone={({ waits: 'note', granted: 'care', declined: 'neutral' } as const)[standing]}>
          {text(`override.standing.${standing}`)}
        </Badge>
      }
    >
      <DescriptionList rows={[...(linked ? [itemRow()] : []), ...useRows({ view, override })]} />
    </Card>
  )

  function itemRow(): Description {
    return {
      id: 'item',
      label: text('override.for'),
      value: <Link href={itemPlace(view, override, 'override')}>{itemName(text, override)}</Link>,
    }
  }
}

function useRows({ view, override }: Omit<OverrideCardProps, 'linked'>): Description[] {
  const text = useText()
  const { by, at, reason, danger, reach, findings, answer } = override
  const sentences = [...new Set(findings.map(finding => reasonOf(text, view, finding)))]
  return [
    {
      id: 'asked',
      label: text('override.asked'),
      value: <Code>{by}</Code>,
      by: text.moment(at),
    },
    { id: 'reason', label: text('override.reason'), value: <p dir="auto">{reason}</p> },
    ...(danger
      ? [{ id: 'danger', label: text('override.danger'), value: text(`override.danger.${danger}`) }]
      : []),
    ...(reach
      ? [
          {
            id: 'reach',
            label: text('override.reach'),
            value: (
              <>
                <p>{text(`override.could.${reach.could}`)}</p>
                <p dir="auto">{reach.tried}</p>
              </>
            ),
          },
        ]
      : []),
    {
      id: 'said',
      label: text('override.standsFor'),
      value: sentences.map(sentence => <p key={sentence}>{sentence}</p>),
    },
    ...(answer
      ? [
          {
            id: 'answer',
            label: text(answer.grants ? 'override.grantedBy' : 'override.declinedBy'),
            value: (
              <>
                <Code>{answer.by}</Code>
                {answer.words !== '' && answer.words !== reason && <p dir="auto">{answer.words}</p>}
              </>
            ),
            by: text(answer.briefId === null ? 'override.answeredHere' : 'override.answeredByFile', {
              moment: text.moment(answer.at),
            }),
          },
        ]
      : []),
  ]
}
