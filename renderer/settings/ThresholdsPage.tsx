import { settingsContract, type ThresholdsVersion } from '../../shared/settings/contract.ts'
import {
  thresholdDefaults,
  ThresholdId,
  type ThresholdDefault,
  type Thresholds,
} from '../../shared/settings/thresholds.ts'
import type { z } from '../../shared/zod.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { useForm, type Form as Filled } from '../form.ts'
import { toasts } from '../session.ts'
import { useText, type Text } from '../text.tsx'
import { Columns, DescriptionList, Page, Progress, Section, Select, TextField, show } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { NotYours, SettingsForm, Versions, useMaySet } from './SettingsForm.tsx'

/** Where every threshold of this vault lies, and every setting there was. */
export function ThresholdsPage() {
  const text = useText()
  const { value, refusal, again } = useAnswer('settings.thresholds', {})
  const maySet = useMaySet()
  return (
    <Page
      title={text('thresholds.title')}
      lead={text('thresholds.lead')}
      back={{ label: text('app.vault'), href: '/vault' }}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {value === null && !refusal && <Progress label={text('settings.loading')} />}
      {value && (
        <>
          {maySet ? (
            <SetThresholds key={value.versions.length} thresholds={value.thresholds} onDone={again} />
          ) : (
            <Values thresholds={value.thresholds} />
          )}
          <Versions
            versions={value.versions}
            what={version => movesText(text, version)}
            none={text('thresholds.none')}
          />
        </>
      )}
    </Page>
  )
}

const words = (text: Text, id: ThresholdId, count: number): string =>
  text(`thresholds.unit.${thresholdDefaults[id].unit}`, { count })

function Values({ thresholds }: { readonly thresholds: Thresholds }) {
  const text = useText()
  const rows = ThresholdId.options.map(id => ({
    id,
    label: text(`thresholds.${id}`),
    value: words(text, id, thresholds[id]),
  }))
  return (
    <>
      <NotYours />
      <DescriptionList rows={rows} />
    </>
  )
}

/** Each threshold that was moved, in a sentence. */
const movesText = (text: Text, { moved }: ThresholdsVersion): string[] =>
  moved.map(({ id, from, to }) =>
    text('thresholds.moved', {
      name: text(`thresholds.${id}`),
      from: words(text, id, from),
      to: words(text, id, to),
    }),
  )

const Input = settingsContract['settings.setThresholds'].input
type Typed = z.input<typeof Input>

const groups: readonly (readonly [string, readonly ThresholdId[]])[] = [
  ['risk', ['bandMedium', 'bandHigh', 'bandCritical', 'viewsDiffer']],
  ['leaving', ['recheckDays', 'daysToAsk']],
  ['closing', ['quietMonths', 'answerDays']],
  ['counts', ['smallestCount', 'smallestCountHighRisk']],
]

interface SetProps {
  readonly thresholds: Thresholds
  readonly onDone: () => void
}

function SetThresholds({ thresholds, onDone }: SetProps) {
  const text = useText()
  const asking = useAsking()
  const form = useForm(Input, {
    name: 'thresholds',
    initial: { thresholds, reason: '' },
    draft: 'vault:thresholds',
  })
  const save = async (typed: Typed) => {
    const reply = await asking.ask('settings.setThresholds', typed)
    if (!reply.ok) return false
    show(toasts, { text: text('thresholds.saved'), tone: 'safe' })
    onDone()
    return true
  }
  return (
    <SettingsForm
      form={form}
      asking={asking}
      save={{ label: text('thresholds.save'), busy: text('thresholds.saving') }}
      back="/vault"
      onSave={save}
    >
      <Fields form={form} typed={form.value.thresholds ?? thresholds} />
    </SettingsForm>
  )
}

interface FieldsProps {
  readonly form: Filled<Typed>
  readonly typed: Thresholds
}

function Fields({ form, typed }: FieldsProps) {
  const text = useText()
  return (
    <>
      {groups.map(([group, ids]) => (
        <Section
          key={group}
          title={text(`thresholds.group.${group}`)}
          lead={text(`thresholds.group.${group}.lead`)}
        >
          <Columns>
            {ids.map(id => (
              <ThresholdField
                key={id}
                id={id}
                value={typed[id]}
                onChange={value => form.set('thresholds', { ...typed, [id]: value })}
              />
            ))}
          </Columns>
        </Section>
      ))}
      <TextField
        id="reason"
        label={text('thresholds.reason')}
        hint={text('clocks.reasonHint')}
        error={form.error('reason')}
        value={form.value.reason ?? ''}
        onChange={reason => form.set('reason', reason)}
        maxLength={200}
      />
    </>
  )
}

interface FieldProps {
  readonly id: ThresholdId
  readonly value: number
  readonly onChange: (value: number) => void
}

function ThresholdField({ id, value, onChange }: FieldProps) {
  const text = useText()
  const { usual, choices, basis }: ThresholdDefault = thresholdDefaults[id]
  return (
    <Select
      label={text(`thresholds.${id}`)}
      hint={text('clocks.usual', { usual: words(text, id, usual), basis: text(`clocks.basis.${basis}`) })}
      placeholder={text('form.pick')}
      options={choices.map(choice => ({ id: String(choice), label: words(text, id, choice) }))}
      value={String(value)}
      onChange={choice => onChange(Number(choice))}
    />
  )
}
