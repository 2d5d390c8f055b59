import { caseContract } from '../../shared/case/contract.ts'
import type { ClockId, Clocks, ClocksVersion } from '../../shared/case/clockModel.ts'
import { Weekend } from '../../shared/case/clockModel.ts'
import { clockDefaults } from '../../shared/case/clockDefaults.ts'
import { maySet } from '../../shared/settings/rules.ts'
import type { z } from '../../shared/zod.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { FormTop } from '../FormPage.tsx'
import { useForm, type Form as Filled } from '../form.ts'
import { toasts, useSession } from '../session.ts'
import { useText, type Text } from '../text.tsx'
import {
  Button,
  Code,
  Columns,
  DescriptionList,
  EmptyState,
  Form,
  Link,
  Notice,
  Page,
  Progress,
  Section,
  Select,
  Table,
  TextField,
  show,
  type Column,
} from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { ClockField } from './ClockField.tsx'

/** How long every clock of this vault runs, and every setting there was. */
export function ClocksPage() {
  const text = useText()
  const { value, refusal, again } = useAnswer('case.clocks', {})
  const maySetThem = useSession(({ vault }) => maySet(vault?.duties ?? []))
  return (
    <Page
      title={text('clocks.title')}
      lead={text('clocks.lead')}
      back={{ label: text('app.vault'), href: '/vault' }}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {value === null && !refusal && <Progress label={text('clocks.loading')} />}
      {value && (
        <>
          {maySetThem ? (
            <SetClocks key={value.versions.length} clocks={value.clocks} onDone={again} />
          ) : (
            <Lengths clocks={value.clocks} />
          )}
          <Versions versions={value.versions} />
        </>
      )}
    </Page>
  )
}

/** How long they run, for whoever may not set them. */
function Lengths({ clocks: { lengths, weekend } }: { readonly clocks: Clocks }) {
  const text = useText()
  const rows = groups.flatMap(([, ids]) =>
    ids.map(id => ({
      id,
      label: text(`clocks.${id}`),
      value: text(`clocks.unit.${clockDefaults[id].unit}`, { count: lengths[id] }),
    })),
  )
  return (
    <>
      <Notice>{text('settings.notYours')}</Notice>
      <DescriptionList
        rows={[
          ...rows,
          { id: 'weekend', label: text('clocks.weekend'), value: text(`clocks.weekend.${weekend}`) },
        ]}
      />
    </>
  )
}

const SetClocksInput = caseContract['case.setClocks'].input
type Typed = z.input<typeof SetClocksInput>

const groups: readonly (readonly [string, readonly ClockId[]])[] = [
  ['first', ['contactUrgent', 'contact', 'triageUrgent', 'triage']],
  ['consent', ['minimalReview', 'consentCheck', 'consentReview']],
  ['risk', ['riskCritical', 'riskHigh', 'riskMedium', 'riskLow']],
  ['after', ['followUpFirst', 'followUpSecond', 'noReply']],
  ['review', ['caseReview', 'retentionReview']],
]

function SetClocks({ clocks, onDone }: { readonly clocks: Clocks; readonly onDone: () => void }) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const form = useForm(SetClocksInput, {
    name: 'clocks',
    initial: { clocks, reason: '' },
    draft: 'vault:clocks',
  })
  const save = async (typed: Typed) => {
    const reply = await ask('case.setClocks', typed)
    if (!reply.ok) return false
    show(toasts, { text: text('clocks.saved'), tone: 'safe' })
    onDone()
    return true
  }
  return (
    <>
      <FormTop form={form} />
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Form
        onSubmit={() => void form.submit(save)}
        actions={
          <>
            <Button kind="primary" type="submit" busy={busy ? text('clocks.saving') : null}>
              {text('clocks.save')}
            </Button>
            <Link href="/vault">{text('app.cancel')}</Link>
          </>
        }
      >
        <Fields form={form} typed={form.value.clocks ?? clocks} />
      </Form>
    </>
  )
}

interface FieldsProps {
  readonly form: Filled<Typed>
  readonly typed: Typed['clocks']
}

function Fields({ form, typed }: FieldsProps) {
  const text = useText()
  const set = (id: ClockId, length: number) =>
    form.set('clocks', { ...typed, lengths: { ...typed.lengths, [id]: length } })
  return (
    <>
      {groups.map(([group, ids]) => (
        <Section key={group} title={text(`clocks.group.${group}`)}>
          <Columns>
            {ids.map(id => (
              <ClockField key={id} id={id} length={typed.lengths[id]} onChange={length => set(id, length)} />
            ))}
          </Columns>
          {group === 'first' && (
            <Select
              label={text('clocks.weekend')}
              hint={text('clocks.weekendHint')}
              placeholder={text('form.pick')}
              options={Weekend.options.map(id => ({ id, label: text(`clocks.weekend.${id}`) }))}
              value={typed.weekend}
              onChange={weekend => form.set('clocks', { ...typed, weekend })}
            />
          )}
        </Section>
      ))}
      <TextField
        id="reason"
        label={text('clocks.reason')}
        hint={text('clocks.reasonHint')}
        error={form.error('reason')}
        value={form.value.reason ?? ''}
        onChange={reason => form.set('reason', reason)}
        maxLength={200}
      />
    </>
  )
}

function Versions({ versions }: { readonly versions: readonly ClocksVersion[] }) {
  const text = useText()
  return (
    <Section title={text('clocks.versions')} lead={text('clocks.versionsLead')}>
      <Table
        caption={text('clocks.versions')}
        columns={columns(text)}
        rows={versions}
        rowKey={({ id }) => id}
        empty={<EmptyState title={text('clocks.versionsNone')} />}
      />
    </Section>
  )
}

const columns = (text: Text): readonly Column<ClocksVersion>[] => [
  { id: 'from', header: text('clocks.from'), cell: ({ validFrom }) => text.moment(validFrom) },
  { id: 'by', header: text('clocks.by'), cell: ({ setBy }) => <Code>{setBy}</Code> },
  { id: 'why', header: text('clocks.why'), wide: true, cell: ({ reason }) => <bdi>{reason}</bdi> },
]
