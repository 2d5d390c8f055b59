import { HandoverItem } from '../../shared/handover/model.ts'
import type { HandoverAnswer, HandoverDraft } from '../../shared/handover/model.ts'
import { useText } from '../text.tsx'
import { RadioGroup, Section, Stack, TextArea } from '../ui/index.ts'

interface Props {
  readonly draft: HandoverDraft
  readonly onChange: (draft: HandoverDraft) => void
}

const states = ['done', 'not_done', 'not_applicable'] as const

/** What is gone through before a caseload changes hands. */
export function Checklist({ draft, onChange }: Props) {
  const text = useText()
  const put = (answer: HandoverAnswer) =>
    onChange({ ...draft, answers: [...draft.answers.filter(({ item }) => item !== answer.item), answer] })
  return (
    <Section title={text('caseload.check')} lead={text('caseload.check.lead')}>
      <Stack gap={24}>
        {HandoverItem.options.map(item => (
          <Item key={item} item={item} answer={draft.answers.find(one => one.item === item)} onChange={put} />
        ))}
        <TextArea
          id="first"
          label={text('caseload.first')}
          hint={text('caseload.first.hint')}
          maxLength={4000}
          value={draft.first}
          onChange={first => onChange({ ...draft, first })}
        />
        <TextArea
          id="note"
          label={text('caseload.note')}
          optional={text('form.optional')}
          maxLength={4000}
          value={draft.note}
          onChange={note => onChange({ ...draft, note })}
        />
      </Stack>
    </Section>
  )
}

interface ItemProps {
  readonly item: HandoverItem
  readonly answer: HandoverAnswer | undefined
  readonly onChange: (answer: HandoverAnswer) => void
}

function Item({ item, answer, onChange }: ItemProps) {
  const text = useText()
  return (
    <Stack gap={8}>
      <RadioGroup
        id={item}
        label={text(`caseload.item.${item}`)}
        value={answer?.state ?? null}
        onChange={state => onChange({ item, state, why: state === 'not_done' ? (answer?.why ?? '') : '' })}
        options={states.map(id => ({ id, label: text(`caseload.state.${id}`) }))}
      />
      {answer?.state === 'not_done' && (
        <TextArea
          id={`why-${item}`}
          label={text('caseload.why')}
          maxLength={4000}
          value={answer.why}
          onChange={why => onChange({ ...answer, why })}
        />
      )}
    </Stack>
  )
}
