import type { HandoverAnswer } from '../../shared/handover/model.ts'
import { useText } from '../text.tsx'
import { DescriptionList, Quote, Section, Stack, Status } from '../ui/index.ts'

interface Props {
  readonly answers: readonly HandoverAnswer[]
  readonly first: string
  readonly note: string
  /** Role code of who handed over. */
  readonly by: string
}

const standings = { done: 'done', not_done: 'blocked', not_applicable: 'not-started' } as const

/** The checklist as it was answered: what to do first, then what was not done, then the rest. */
export function Answers({ answers, first, note, by }: Props) {
  const text = useText()
  const isOpen = ({ state }: HandoverAnswer) => Number(state !== 'not_done')
  return (
    <Section title={text('caseload.check')}>
      <Stack gap={16}>
        <Quote text={first} by={text('caseload.take.first')} />
        <DescriptionList
          rows={answers
            .toSorted((a, b) => isOpen(a) - isOpen(b))
            .map(({ item, state, why }) => ({
              id: item,
              label: text(`caseload.item.${item}`),
              value: <Status standing={standings[state]} word={text(`caseload.state.${state}`)} />,
              by: why === '' ? undefined : <bdi>{why}</bdi>,
            }))}
        />
        {note !== '' && <Quote text={note} by={text('caseload.take.note', { role: by })} />}
      </Stack>
    </Section>
  )
}
