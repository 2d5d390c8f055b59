import type { CaseView } from '../shared/case/model.ts'
import type { OverrideLine } from '../shared/override/model.ts'
import { itemName, itemPlace, lacksIn } from './overrideWords.ts'
import { useText, type Text } from './text.tsx'
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
          <InShort key={one.id} view={view} override={one} />
        ))}
      </Stack>
    </Section>
  )
}

interface OverrideProps {
  readonly view: CaseView
  readonly override: OverrideLine
}

function InShort({ view, override }: OverrideProps) {
  const text = useText()
  const item: Description = {
    id: 'item',
    label: text('override.for'),
    value: <Link href={itemPlace(view, override, 'override')}>{itemName(text, override)}</Link>,
  }
  return (
    <Card title={text('override.one', { code: override.code })}>
      <DescriptionList rows={[item, ...basics(text, view, override)]} />
    </Card>
  )
}

/** One override, whole. */
export function OverrideWhole({ view, override }: OverrideProps) {
  const text = useText()
  const { danger, reach } = override
  const rows: Description[] = basics(text, view, override)
  if (danger)
    rows.push({ id: 'danger', label: text('override.danger'), value: text(`override.danger.${danger}`) })
  if (reach)
    rows.push({
      id: 'reach',
      label: text('override.reach'),
      value: (
        <>
          <p>{text(`override.could.${reach.could}`)}</p>
          <p dir="auto">{reach.tried}</p>
        </>
      ),
    })
  return <DescriptionList rows={rows} />
}

const tones = { waits: 'note', granted: 'care', declined: 'neutral' } as const

/** How it stands, who asked and why, what it stands in for, who answered. */
function basics(text: Text, view: CaseView, override: OverrideLine): Description[] {
  const { by, at, reason, findings, answer } = override
  const standing = answer === null ? 'waits' : answer.grants ? 'granted' : 'declined'
  return [
    {
      id: 'standing',
      label: text('override.standing'),
      value: <Badge tone={tones[standing]}>{text(`override.standing.${standing}`)}</Badge>,
    },
    { id: 'asked', label: text('override.asked'), value: <Code>{by}</Code>, by: text.moment(at) },
    { id: 'reason', label: text('override.reason'), value: <p dir="auto">{reason}</p> },
    {
      id: 'said',
      label: text('override.standsFor'),
      value: lacksIn(text, view, findings).map(sentence => <p key={sentence}>{sentence}</p>),
    },
    ...(answer ? [answerRow(text, reason, answer)] : []),
  ]
}

function answerRow(
  text: Text,
  reason: string,
  { by, grants, words, at, briefId, byFile }: NonNullable<OverrideLine['answer']>,
): Description {
  const moment = text.moment(at)
  return {
    id: 'answer',
    label: text(grants ? 'override.grantedBy' : 'override.declinedBy'),
    value: (
      <>
        <Code>{by}</Code>
        {words !== '' && words !== reason && <p dir="auto">{words}</p>}
      </>
    ),
    by: byFile
      ? text('override.answeredByColleague', { moment })
      : briefId === null
        ? moment
        : text('override.answeredByFile', { moment }),
  }
}
