import type { MergePreview } from '../../shared/exchange/preview.ts'
import { useText } from '../text.tsx'
import { RadioGroup, Section, Stack } from '../ui/index.ts'
import { isIdentityConflict, type Decisions } from './decisions.ts'

interface Props {
  readonly preview: MergePreview
  readonly decisions: Decisions
  readonly isMissing: boolean
}

const takes = ['ours', 'theirs'] as const

/** Who somebody is was written in both offices: one is taken, and neither is shown. */
export function IdentityConflicts({ preview, decisions, isMissing }: Props) {
  const text = useText()
  const conflicts = preview.changes.filter(isIdentityConflict)
  if (conflicts.length === 0) return null
  return (
    <Section title={text('takeIn.identity', { count: conflicts.length })} lead={text('takeIn.identity.lead')}>
      <Stack gap={16}>
        {conflicts.map(change => {
          const chosen = decisions.of(change)
          return (
            <RadioGroup
              key={change.key}
              id={`decide-${change.key}`}
              label={text('takeIn.identity.whose', { who: change.label })}
              error={isMissing && chosen === null ? text('takeIn.identity.choose') : undefined}
              value={chosen === 'later' ? null : chosen}
              onChange={take => decisions.decide([change], take)}
              options={takes.map(id => ({ id, label: text(`takeIn.identity.${id}`) }))}
            />
          )
        })}
      </Stack>
    </Section>
  )
}
