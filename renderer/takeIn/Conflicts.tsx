import { useState } from 'react'
import type { MergeChange, MergePreview } from '../../shared/exchange/preview.ts'
import { fieldName, fieldValue, type FieldPlace } from '../fieldWords.ts'
import { useText } from '../text.tsx'
import { Button, RadioGroup, Row, Section, Stack } from '../ui/index.ts'
import { useCodeOf } from './codes.ts'
import { isConflict, type Decisions } from './decisions.ts'
import { rowName } from './rowName.ts'

interface Props {
  readonly preview: MergePreview
  readonly decisions: Decisions
}

/** How many are shown before somebody asks for more. */
const atOnce = 20
const takes = ['ours', 'theirs', 'later'] as const

/** Fields both offices wrote without knowing of each other: both values, a proposal, and three answers. */
export function Conflicts({ preview, decisions }: Props) {
  const text = useText()
  const [shown, setShown] = useState(atOnce)
  const codeOf = useCodeOf(preview)
  const conflicts = preview.changes.filter(isConflict)
  if (conflicts.length === 0) return null
  return (
    <Section
      title={text('takeIn.conflicts', { count: conflicts.length })}
      lead={text('takeIn.conflicts.lead')}
    >
      <Stack gap={16}>
        {conflicts.length > 1 && (
          <Row>
            {takes.map(take => (
              <Button key={take} onPress={() => decisions.decide(conflicts, take)}>
                {text(`takeIn.all.${take}`)}
              </Button>
            ))}
          </Row>
        )}
        {conflicts.slice(0, shown).map(change => (
          <Conflict key={change.key} change={change} decisions={decisions} codeOf={codeOf} />
        ))}
        {conflicts.length > shown && (
          <p>
            <Button onPress={() => setShown(shown + atOnce)}>
              {text('takeIn.more', { count: conflicts.length - shown })}
            </Button>
          </p>
        )}
      </Stack>
    </Section>
  )
}

interface ConflictProps extends Pick<Props, 'decisions'>, Pick<FieldPlace, 'codeOf'> {
  readonly change: MergeChange
}

function Conflict({ change, decisions, codeOf }: ConflictProps) {
  const text = useText()
  const { table, field, ours, theirs, proposal } = change
  const place = { table, field, codeOf }
  const say = (value: unknown) => isolated(fieldValue(text, place, value))
  const said = { ours: say(ours), theirs: say(theirs), later: text('takeIn.take.later.means') }
  return (
    <RadioGroup
      id={`decide-${change.key}`}
      label={text('takeIn.field', { row: rowName(text, change), field: fieldName(text, field) ?? field })}
      value={decisions.of(change)}
      onChange={take => decisions.decide([change], take)}
      options={takes.map(id => ({
        id,
        label: text(proposal === id ? `takeIn.take.${id}.proposed` : `takeIn.take.${id}`),
        description: said[id],
      }))}
    />
  )
}

/** Keeps what somebody wrote in its own direction. */
const isolated = (words: string) => `\u2068${words}\u2069`
