import type { BriefOption } from '../../shared/brief/model.ts'
import type { Form } from '../form.ts'
import { useText } from '../text.tsx'
import { Button, Card, Checkbox, Quiet, Row, Stack, TextArea, TextButton, TextField } from '../ui/index.ts'
import type { Words } from './WordsForm.tsx'

interface FieldsProps {
  readonly form: Form<Words>
}

const most = { options: 4, talkingPoints: 6 } as const

const blank: BriefOption = { what: '', benefit: '', risk: '', consentNeeded: '', who: '', recommended: false }

const replaced = <T,>(list: readonly T[], at: number, value: T): T[] =>
  list.map((other, index) => (index === at ? value : other))

const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at)

/** Up to four courses of action, each with what it brings, what it risks, and which consent it needs. */
export function OptionsField({ form }: FieldsProps) {
  const text = useText()
  const options = form.value.options ?? []
  const set = (now: BriefOption[]) => form.set('options', now)
  const change = (at: number, now: BriefOption) =>
    set(
      replaced(now.recommended ? options.map(other => ({ ...other, recommended: false })) : options, at, now),
    )
  return (
    <Stack gap={16}>
      {options.map((option, at) => (
        <OptionCard
          // Options have no names of their own, only their order.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          at={at}
          option={option}
          form={form}
          onChange={now => change(at, now)}
          onRemove={() => set(without(options, at))}
        />
      ))}
      <Row>
        {options.length < most.options && (
          <Button onPress={() => set([...options, blank])}>{text('brief.option.add')}</Button>
        )}
        <Quiet>{text('brief.option.most', { count: options.length, most: most.options })}</Quiet>
      </Row>
    </Stack>
  )
}

interface OptionCardProps extends FieldsProps {
  readonly at: number
  readonly option: BriefOption
  readonly onChange: (option: BriefOption) => void
  readonly onRemove: () => void
}

const notes = ['benefit', 'risk', 'consentNeeded'] as const

function OptionCard({ at, option, form, onChange, onRemove }: OptionCardProps) {
  const text = useText()
  const name = text('brief.option.one', { number: at + 1 })
  const field = (of: keyof BriefOption) => ({
    id: `options.${at}.${of}`,
    label: text(`brief.option.${of}`),
    error: form.error(`options.${at}.${of}`),
  })
  return (
    <Card
      title={name}
      actions={
        <TextButton name={text('brief.option.remove', { option: name })} onPress={onRemove}>
          {text('app.remove')}
        </TextButton>
      }
    >
      <Stack gap={4}>
        <TextField
          {...field('what')}
          hint={text('brief.option.what.hint')}
          maxLength={200}
          value={option.what}
          onChange={what => onChange({ ...option, what })}
        />
        {notes.map(of => (
          <TextArea
            key={of}
            {...field(of)}
            maxLength={400}
            value={option[of]}
            onChange={words => onChange({ ...option, [of]: words })}
          />
        ))}
        <TextField
          {...field('who')}
          maxLength={120}
          width="medium"
          value={option.who}
          onChange={who => onChange({ ...option, who })}
        />
        <Checkbox
          value={option.recommended}
          onChange={recommended => onChange({ ...option, recommended })}
          description={text('brief.option.recommended.hint')}
        >
          {text('brief.option.recommended')}
        </Checkbox>
      </Stack>
    </Card>
  )
}

/** Up to six sentences the reader may use. */
export function TalkingPoints({ form }: FieldsProps) {
  const text = useText()
  const points = form.value.talkingPoints ?? []
  const set = (now: string[]) => form.set('talkingPoints', now)
  return (
    <Stack gap={8}>
      {points.map((point, at) => (
        <Row
          // Sentences have no names of their own, only their order.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
        >
          <TextField
            id={`talkingPoints.${at}`}
            label={text('brief.point.one', { number: at + 1 })}
            hint={at === 0 ? text('brief.point.hint') : undefined}
            error={form.error(`talkingPoints.${at}`)}
            maxLength={200}
            value={point}
            onChange={now => set(replaced(points, at, now))}
          />
          <TextButton
            name={text('brief.point.remove', { number: at + 1 })}
            onPress={() => set(without(points, at))}
          >
            {text('app.remove')}
          </TextButton>
        </Row>
      ))}
      <Row>
        {points.length < most.talkingPoints && (
          <Button onPress={() => set([...points, ''])}>{text('brief.point.add')}</Button>
        )}
        <Quiet>{text('brief.point.most', { count: points.length, most: most.talkingPoints })}</Quiet>
      </Row>
    </Stack>
  )
}
