import { unanswered, undecided } from '../../shared/risk/rules.ts'
import { useDaySlot } from '../dateReader.ts'
import { useText } from '../text.tsx'
import { DateText, Notice, Section, TextArea, TextField } from '../ui/index.ts'
import type { HarmFields } from './harm.ts'

/** What the answers come to, who decides where they block, and until when the check holds. */
export function HarmOutcome({ form }: HarmFields) {
  const text = useText()
  const { value, set, error } = form
  const day = useDaySlot(value.validUntil, validUntil => set('validUntil', validUntil))
  const answers = value.answers ?? []
  const open = unanswered({ answers })
  const blocking = blockingOf(form)
  return (
    <Section title={text('harm.outcome')}>
      <Statement open={open} blocking={blocking} decided={isDecided(form)} />
      {blocking.length > 0 && <Decision form={form} />}
      <DateText
        id="validUntil"
        label={text('harm.validUntil')}
        hint={text('harm.validUntilHint')}
        error={error('validUntil')}
        {...day}
      />
    </Section>
  )
}

/** Blocking questions answered "no" or "unknown", whether anybody decides on them or not. */
const blockingOf = ({ value }: HarmFields['form']) =>
  undecided({ answers: value.answers ?? [], decidedBy: '', decisionReason: '' })

const isDecided = ({ value }: HarmFields['form']) =>
  (value.decidedBy ?? '').trim() !== '' && (value.decisionReason ?? '').trim() !== ''

interface StatementProps {
  readonly open: readonly number[]
  readonly blocking: readonly number[]
  readonly decided: boolean
}

function Statement({ open, blocking, decided }: StatementProps) {
  const text = useText()
  const list = (numbers: readonly number[]) => numbers.join(text('form.listComma'))
  return (
    <div aria-live="polite">
      {blocking.length > 0 && (
        <Notice tone={decided ? 'care' : 'stop'}>
          {text(decided ? 'harm.decided' : 'harm.blocks', {
            questions: list(blocking),
            count: blocking.length,
          })}
        </Notice>
      )}
      {blocking.length === 0 && open.length > 0 && (
        <Notice>{text('harm.open', { questions: list(open), count: open.length })}</Notice>
      )}
      {blocking.length === 0 && open.length === 0 && <Notice tone="safe">{text('harm.clear')}</Notice>}
    </div>
  )
}

function Decision({ form: { value, set, error } }: HarmFields) {
  const text = useText()
  return (
    <>
      <TextField
        id="decidedBy"
        label={text('harm.decidedBy')}
        hint={text('harm.decidedByHint')}
        optional={text('form.optional')}
        error={error('decidedBy')}
        width="medium"
        value={value.decidedBy ?? ''}
        onChange={decidedBy => set('decidedBy', decidedBy)}
      />
      <TextArea
        id="decisionReason"
        label={text('harm.decisionReason')}
        hint={text('harm.decisionReasonHint')}
        optional={text('form.optional')}
        error={error('decisionReason')}
        value={value.decisionReason ?? ''}
        onChange={reason => set('decisionReason', reason)}
      />
    </>
  )
}
