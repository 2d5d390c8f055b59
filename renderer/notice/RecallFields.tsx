import { RecallReason, RecallWish } from '../../shared/notice/model.ts'
import type { RecallDraft } from '../../shared/notice/model.ts'
import { useDaySlot } from '../dateReader.ts'
import type { Typed } from '../form.ts'
import { useText } from '../text.tsx'
import { DateText, RadioGroup, TextArea } from '../ui/index.ts'

/** What every recall asks: why, for what, until when to answer, and words. */
type Asked = { [K in keyof RecallDraft]: K extends 'tellBy' ? string | null : RecallDraft[K] } & {
  note: string
}

interface FieldsProps {
  readonly value: Typed<Asked>
  set<K extends keyof Asked>(field: K, value: Asked[K] | null): void
  readonly error: (field: string) => string | undefined
  /** How many open tasks it does. */
  readonly tasks: number
}

/** The questions of a recall. */
export function RecallFields({ value, set, error, tasks }: FieldsProps) {
  const text = useText()
  const tellBy = useDaySlot(value.tellBy, day => set('tellBy', day))
  return (
    <>
      <RadioGroup
        id="reason"
        label={text('notice.recall.reason')}
        error={error('reason')}
        value={value.reason}
        onChange={reason => set('reason', reason)}
        options={RecallReason.options.map(id => ({ id, label: text(`notice.reason.${id}`) }))}
      />
      <RadioGroup
        id="wish"
        label={text('notice.recall.wish')}
        error={error('wish')}
        value={value.wish}
        onChange={wish => set('wish', wish)}
        options={RecallWish.options.map(id => ({
          id,
          label: text(`notice.wish.${id}`),
          description: text(`notice.wish.${id}.hint`),
        }))}
      />
      <DateText
        id="tellBy"
        label={text('notice.recall.tellBy')}
        hint={text('notice.recall.tellBy.hint')}
        error={error('tellBy')}
        optional={text('form.optional')}
        {...tellBy}
      />
      <TextArea
        id="words"
        label={text('notice.recall.words')}
        hint={text('notice.recall.words.hint')}
        error={error('words')}
        optional={text('form.optional')}
        maxLength={600}
        value={value.words ?? ''}
        onChange={words => set('words', words)}
      />
      {tasks > 0 && (
        <TextArea
          id="note"
          label={text('notice.recall.note', { count: tasks })}
          hint={text('notice.recall.note.hint')}
          error={error('note')}
          value={value.note ?? ''}
          onChange={note => set('note', note)}
        />
      )}
    </>
  )
}
