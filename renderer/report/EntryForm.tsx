import type { ActionDraft } from '../../shared/action/model.ts'
import { Note } from '../../shared/model.ts'
import { ReportEntry, wordsIn } from '../../shared/report/entry.ts'
import { z } from '../../shared/zod.ts'
import { useAsking } from '../asking.ts'
import { useAttempts } from '../answers.tsx'
import { useForm, type Form as Filled } from '../form.ts'
import { optionsOf } from '../options.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, ComboBox, ErrorSummary, Form, RadioGroup, Stack, TextArea, show } from '../ui/index.ts'
import type { OfCase } from './CasePage.tsx'

/** An entry as it is typed: references one on each line. */
const Written = ReportEntry.pick({ annex: true, state: true, text: true, reply: true }).extend({
  references: Note,
})
type Written = z.input<typeof Written>

type Entry = NonNullable<ActionDraft['entry']>

const beginning = (entry: Entry, isNew: boolean) => ({
  annex: entry.annex,
  state: entry.state,
  text: isNew ? '' : entry.text,
  reply: entry.reply,
  references: entry.references.join('\n'),
})

const linesIn = (words: string) =>
  words
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** The author's paragraph and what stands beside it. Saving plans or changes the action that carries it. */
export function EntryForm({ of, again }: OfCase) {
  const entry = of.draft?.entry
  return entry && of.draft ? <Fields of={of} again={again} draft={of.draft} entry={entry} /> : null
}

interface FieldsProps extends OfCase {
  readonly draft: ActionDraft
  readonly entry: Entry
}

function Fields({ of, again, draft, entry }: FieldsProps) {
  const text = useText()
  const { ask, busy, refusal } = useAsking()
  const { line, window, actionId } = of
  const form = useForm(Written, {
    name: 'report.entry',
    initial: beginning(entry, line.entry === null),
    draft: `report:entry:${line.caseId}:${window.ordinal}`,
  })
  const attempt = useAttempts(form.errors)
  const save = async ({ references, ...written }: Written) => {
    const whole = { ...draft, entry: { ...entry, ...written, references: linesIn(references) } }
    const reply =
      actionId === null
        ? await ask('action.plan', { caseId: line.caseId, draft: whole })
        : await ask('action.change', { actionId, draft: whole })
    if (!reply.ok) return false
    show(toasts, { text: text('report.entry.saved') })
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
        onSubmit={() => void form.submit(save)}
        actions={
          <Button kind="primary" type="submit" busy={busy ? text('report.saving') : null}>
            {text(line.entry?.sent ? 'report.entry.anew' : 'report.entry.save')}
          </Button>
        }
      >
        <Paragraph form={form} />
        <Besides form={form} />
      </Form>
    </Stack>
  )
}

interface FormProps {
  readonly form: Filled<Written>
}

function Paragraph({ form: { value, set, error } }: FormProps) {
  const text = useText()
  const written = value.text ?? ''
  return (
    <TextArea
      id="text"
      label={text('report.entry.text')}
      hint={text('report.entry.text.hint')}
      error={error('text')}
      maxLength={4_000}
      note={text('report.wordCount', { count: wordsIn(written) })}
      value={written}
      onChange={words => set('text', words)}
    />
  )
}

function Besides({ form: { value, set, error } }: FormProps) {
  const text = useText()
  const countries = optionsOf(text, 'country', value.state ? [value.state] : [])
    .filter(({ id }) => id !== 'unknown')
    .toSorted((a, b) => a.label.localeCompare(b.label, text.locale))
  return (
    <>
      <ComboBox
        id="state"
        label={text('report.state')}
        hint={text('report.state.hint')}
        optional={text('form.optional')}
        error={error('state')}
        value={value.state}
        onChange={state => set('state', state)}
        options={countries}
        empty={text('report.state.none')}
        openLabel={text('report.state.open')}
      />
      <RadioGroup
        id="annex"
        label={text('report.annex')}
        hint={text('report.annex.hint')}
        error={error('annex')}
        value={value.annex}
        onChange={annex => set('annex', annex)}
        options={(['annex1', 'annex2'] as const).map(id => ({ id, label: text(`report.annex.${id}.title`) }))}
      />
      <RadioGroup
        id="reply"
        label={text('report.reply')}
        error={error('reply')}
        value={value.reply}
        onChange={reply => set('reply', reply)}
        options={(['not_asked', 'no_reply', 'replied'] as const).map(id => ({
          id,
          label: text(`report.reply.${id}`),
        }))}
      />
      <TextArea
        id="references"
        label={text('report.references')}
        hint={text('report.references.hint')}
        optional={text('form.optional')}
        error={error('references')}
        maxLength={2_000}
        value={value.references ?? ''}
        onChange={lines => set('references', lines)}
      />
    </>
  )
}
