import { useLocation } from 'wouter'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import { WindowDraft as Draft } from '../../shared/settings/windows.ts'
import { Line } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { useAsking } from '../asking.ts'
import { useForm } from '../form.ts'
import { RemoveWithReason } from '../RemoveWithReason.tsx'
import { toasts, useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Notice, Page, Section, show } from '../ui/index.ts'
import { NotYours, SettingsForm, useMaySet } from './SettingsForm.tsx'
import { WindowFields } from './WindowFields.tsx'

/** A window and why it is set so, in one form. */
const Input = Draft.extend({ reason: Line })
/** What the form of a window holds. */
export type WindowTyped = z.input<typeof Input>

const nextAfter = (windows: readonly ReportWindow[]): number =>
  Math.max(0, ...windows.map(({ ordinal }) => ordinal)) + 1

interface ChangeWindowProps {
  /** The window to change; `null` to add one. */
  readonly window: ReportWindow | null
  readonly windows: readonly ReportWindow[]
  readonly onDone: () => void
}

/** Adds a report window, or changes one. */
export function ChangeWindow(props: ChangeWindowProps) {
  const { window: known } = props
  const text = useText()
  const maySet = useMaySet()
  return (
    <Page
      title={known ? text('windows.one', { ordinal: known.ordinal }) : text('windows.add')}
      lead={text('windows.oneLead')}
      back={{ label: text('windows.title'), href: '/vault/windows' }}
    >
      {maySet ? <Changes {...props} /> : <NotYours />}
    </Page>
  )
}

const back = '/vault/windows'

function Changes({ window: known, windows, onDone }: ChangeWindowProps) {
  const text = useText()
  const asking = useAsking()
  const [, navigate] = useLocation()
  const officer = useSession(({ vault }) => vault?.officer ?? '')
  const form = useForm(Input, {
    name: 'windows',
    initial: known
      ? { ...Draft.strip().parse(known), reason: '' }
      : {
          ordinal: nextAfter(windows),
          symbol: '',
          from: null,
          to: null,
          submissionsUntil: null,
          session: null,
          basis: 'K',
          reason: '',
        },
    draft: `vault:windows:${known?.ordinal ?? 'new'}:${officer}`,
  })
  const done = (message: string) => {
    onDone()
    show(toasts, { text: message, tone: 'safe' })
    navigate(back)
    return true
  }
  const save = async ({ reason, ...window }: WindowTyped) => {
    const reply = await asking.ask('settings.setWindow', { window, reason })
    return reply.ok && done(text('windows.saved'))
  }
  const use = async (ordinal: number, used: boolean, reason: string) => {
    const reply = await asking.ask('settings.useWindow', { ordinal, used, reason })
    if (reply.ok) done(text(used ? 'windows.putBack' : 'windows.retired'))
  }
  return (
    <>
      <SettingsForm
        form={form}
        asking={asking}
        save={{ label: text('windows.save'), busy: text('settings.saving') }}
        back={back}
        onSave={save}
      >
        {known?.used === false && <Notice>{text('windows.retiredLead')}</Notice>}
        <WindowFields form={form} isNew={known === null} />
      </SettingsForm>
      {known && (
        <Section title={text('windows.using')}>
          <RemoveWithReason
            label={text(known.used ? 'windows.retire' : 'windows.useAgain')}
            consequence={text(known.used ? 'windows.retireMeans' : 'windows.useAgainMeans')}
            keepLabel={text('lists.leave')}
            question={text('windows.reason')}
            danger={false}
            onRemove={reason => void use(known.ordinal, !known.used, reason)}
          />
        </Section>
      )}
    </>
  )
}
