import type { ReactNode } from 'react'
import { maySet } from '../../shared/settings/rules.ts'
import type { Asking } from '../asking.ts'
import { FormTop } from '../FormPage.tsx'
import type { Form as Filled } from '../form.ts'
import { useSession } from '../session.ts'
import { useText, type Text } from '../text.tsx'
import { Button, Code, EmptyState, Form, Link, Notice, Section, Table, type Column } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

interface SettingsFormProps<T> {
  readonly form: Filled<T>
  readonly asking: Asking
  /** What the main button says, and what it says while it works. */
  readonly save: { readonly label: string; readonly busy: string }
  readonly back: string
  readonly onSave: (value: T) => Promise<boolean>
  readonly children: ReactNode
}

/** A form that sets something for the whole office: what to put right, a "no" of the vault, the questions, saving. */
export function SettingsForm<T>({ form, asking, save, back, onSave, children }: SettingsFormProps<T>) {
  const text = useText()
  return (
    <>
      <FormTop form={form} />
      {asking.refusal && <RefusalNotice refusal={asking.refusal} live />}
      <Form
        onSubmit={() => void form.submit(onSave)}
        actions={
          <>
            <Button kind="primary" type="submit" busy={asking.busy ? save.busy : null}>
              {save.label}
            </Button>
            <Link href={back}>{text('app.cancel')}</Link>
          </>
        }
      >
        {children}
      </Form>
    </>
  )
}

/** Whether whoever is at the desk may change what the whole office works by. */
export const useMaySet = (): boolean => useSession(({ vault }) => maySet(vault?.duties ?? []))

/** Says who may change this, to whoever may not. */
export function NotYours() {
  const text = useText()
  return <Notice>{text('settings.notYours')}</Notice>
}

/** What every version says. */
interface Version {
  readonly id: string
  readonly validFrom: string
  readonly setBy: string
  readonly reason: string
}

interface VersionsProps<V extends Version> {
  readonly versions: readonly V[]
  /** What a version changed, a sentence for each thing. */
  readonly what: (version: V) => readonly string[]
  /** What to say while everything is as it came. */
  readonly none: string
}

/** Every version there was, the newest first: when, who, what, why. */
export function Versions<V extends Version>({ versions, what, none }: VersionsProps<V>) {
  const text = useText()
  return (
    <Section title={text('settings.versions')} lead={text('settings.versionsLead')}>
      <Table
        caption={text('settings.versions')}
        columns={columns(text, what)}
        rows={versions}
        rowKey={({ id }) => id}
        empty={<EmptyState title={none} />}
      />
    </Section>
  )
}

const columns = <V extends Version>(text: Text, what: VersionsProps<V>['what']): readonly Column<V>[] => [
  { id: 'from', header: text('clocks.from'), cell: ({ validFrom }) => text.moment(validFrom) },
  { id: 'by', header: text('clocks.by'), cell: ({ setBy }) => <Code>{setBy}</Code> },
  {
    id: 'what',
    header: text('settings.what'),
    wide: true,
    cell: version => what(version).map(sentence => <p key={sentence}>{sentence}</p>),
  },
  { id: 'why', header: text('clocks.why'), wide: true, cell: ({ reason }) => <bdi>{reason}</bdi> },
]
