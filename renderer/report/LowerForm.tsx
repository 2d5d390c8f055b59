import { DecidedLevel } from '../../shared/report/model.ts'
import { Note } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { useAsking } from '../asking.ts'
import { useForm } from '../form.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Disclosure, ErrorSummary, Form, RadioGroup, Stack, TextArea, show } from '../ui/index.ts'
import { useAttempts } from '../answers.tsx'
import type { OfCase } from './CasePage.tsx'

const Lowered = z.strictObject({ level: DecidedLevel, reason: Note.min(1) })

/** Lowers how openly a case appears, or takes that back. Folded away: it is the exception. */
export function LowerForm({ of, again }: OfCase) {
  const text = useText()
  const { line } = of
  const isLowered = line.decision !== null && line.decision.level !== 'as_proposed'
  const below = line.lower.filter(level => level !== 'named')
  if (below.length === 0 && !isLowered) return null
  return (
    <Disclosure label={text(isLowered ? 'report.lower.change' : 'report.lower')} level={2}>
      <Fields of={of} again={again} />
    </Disclosure>
  )
}

function Fields({ of: { line, window }, again }: OfCase) {
  const text = useText()
  const { ask, busy, refusal } = useAsking()
  const form = useForm(Lowered, {
    name: 'report.lower',
    initial: { level: null, reason: '' },
    draft: `report:lower:${line.caseId}:${window.ordinal}`,
  })
  const attempt = useAttempts(form.errors)
  const isLowered = line.decision !== null && line.decision.level !== 'as_proposed'
  const levels = DecidedLevel.options.filter(level =>
    level === 'as_proposed' ? isLowered : line.lower.includes(level),
  )
  const decide = async ({ level, reason }: z.infer<typeof Lowered>) => {
    const reply = await ask('report.decide', { caseId: line.caseId, ordinal: window.ordinal, level, reason })
    if (!reply.ok) return false
    show(toasts, { text: text('report.lowered') })
    again()
    return true
  }
  return (
    <Stack gap={24}>
      <ErrorSummary
        title={text('form.errors')}
        errors={form.errors.map(({ field, sentence }) => ({ id: field, message: sentence }))}
        attempt={attempt}
      />
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Form
        onSubmit={() => void form.submit(decide)}
        actions={
          <Button type="submit" busy={busy ? text('report.saving') : null}>
            {text('report.lower.save')}
          </Button>
        }
      >
        <RadioGroup
          id="level"
          label={text('report.lower.level')}
          hint={text('report.lower.hint')}
          error={form.error('level')}
          value={form.value.level}
          onChange={level => form.set('level', level)}
          options={levels.map(id => ({ id, label: text(`report.lower.to.${id}`) }))}
        />
        <TextArea
          id="reason"
          label={text('report.lower.reason')}
          hint={text('report.lower.reason.hint')}
          error={form.error('reason')}
          maxLength={4_000}
          value={form.value.reason ?? ''}
          onChange={reason => form.set('reason', reason)}
        />
      </Form>
    </Stack>
  )
}
